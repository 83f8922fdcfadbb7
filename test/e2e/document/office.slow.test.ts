import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { savedAnew } from "../../../compiler/cli/files/office.ts";
import type { Proof } from "../../../compiler/document/proof/proof.ts";
import { times } from "../../fuzz-runs.ts";
import { repository } from "../../plan-files.ts";
import { convert, needs } from "./programs.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-formats-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const strangers = join(repository, "test", "document", "fixtures", "strangers");

type Answer = Proof & {
  readonly format: string;
  readonly savedFrom?: string;
  readonly diagnostics: readonly { readonly code: string; readonly hint: string }[];
};
let drafts = 0;
function imported(file: string, env: Readonly<Record<string, string>> = {}): { status: number | null; answer: Answer } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, "compiler", "srok.js"), "import", file, "--format", "json", "--out", `draft-${(drafts += 1)}`],
    { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", ...env } },
  );
  if (stdout === "") throw new Error(stderr);
  return { status, answer: JSON.parse(stdout) as Answer };
}

/** What was understood of a document. A sheet makes a number of «1.», whose dot it does not show. */
const understood = ({ title, bounds, columns, rows, parties, questions }: Answer, isSheet: boolean): unknown => ({
  title,
  bounds,
  columns,
  rows: rows.map((row) => (isSheet ? { ...row, number: row.number?.replace(/\.$/, "") } : row)),
  parties,
  questions,
});

const word = ["--infilter=HTML (StarWriter)"];
const sheet = ["--infilter=HTML (StarCalc)"];
/** Semicolons, quotes, UTF-8, each column a text. */
const table = ["--infilter=CSV:59,34,76,1,1/2/2/2/3/2/4/2/5/2"];

/** Documents by the format that they are saved in. A DOC comes of an ODT: LibreOffice writes no table of some DOCX into it. */
const cases: readonly {
  readonly ending: string;
  readonly filter: string;
  readonly from: readonly {
    readonly names: readonly string[];
    readonly more?: readonly string[];
    readonly by?: string;
  }[];
}[] = [
  {
    ending: "odt",
    filter: "odt:writer8",
    from: [{ names: ["g02.docx", "g06.docx"] }, { names: ["g03.html"], more: word }],
  },
  {
    ending: "rtf",
    filter: "rtf:Rich Text Format",
    from: [{ names: ["g02.docx", "g06.docx"] }, { names: ["g03.html"], more: word }],
  },
  {
    ending: "doc",
    filter: "doc:MS Word 97",
    from: [
      { names: ["g01.html", "g03.html"], more: word },
      { names: ["g06.docx"], by: "odt" },
    ],
  },
  {
    ending: "xlsx",
    filter: "xlsx:Calc MS Excel 2007 XML",
    from: [
      { names: ["g01.html", "g03.html"], more: sheet },
      { names: ["g10.csv"], more: table },
    ],
  },
  { ending: "ods", filter: "ods:calc8", from: [{ names: ["g10.csv"], more: table }] },
  { ending: "xls", filter: "xls:MS Excel 97", from: [{ names: ["g10.csv"], more: table }] },
];
const office = new Set(["rtf", "doc", "xls"]);

describe.for(cases)("saved as $ending", ({ ending, filter, from }) => {
  const documents = from.flatMap(({ names, ...how }) => names.map((name) => ({ name, ...how })));
  // A conversion takes LibreOffice ten seconds: where somebody waits, one of each format is tried.
  test.for(times > 1 ? documents : documents.slice(0, 1))(
    "$name is understood as it was",
    ({ name, more, by }, context) => {
      needs(["LibreOffice"], context);
      const [stem, out] = [name.replace(/\.\w+$/, ""), join(folder, ending)];
      const original = join(strangers, name);
      if (by !== undefined) convert([original], by, { folder, out: join(folder, "by") });
      const given = by === undefined ? original : join(folder, "by", `${stem}.${by}`);
      convert([given], filter, { folder, out, ...(more === undefined ? {} : { more }) });
      const { status, answer } = imported(join(out, `${stem}.${ending}`));
      expect(status, JSON.stringify(answer.diagnostics)).toBe(0);
      expect(answer.savedFrom).toBe(office.has(ending) ? ending : undefined);
      const isSheet = ending.includes("xls") || ending === "ods";
      expect(understood(answer, isSheet)).toEqual(understood(imported(original).answer, isSheet));
    },
  );
});

describe("LibreOffice", () => {
  const rtf = join(folder, "plan.rtf");
  beforeAll(() => writeFileSync(rtf, "{\\rtf1 plan}"));
  const codesOf = ({ answer }: ReturnType<typeof imported>): readonly string[] =>
    answer.diagnostics.map(({ code }) => code);

  test("that is not installed is named, with what to do by hand", () => {
    const result = imported(rtf, { PATH: join(folder, "nowhere"), LANG: "ru_RU.UTF-8" });
    expect(result.status).toBe(1);
    expect(codesOf(result)).toEqual(["document-office"]);
    expect(result.answer.diagnostics[0]!.hint).toContain("LibreOffice");
  });

  test("that cannot read a file is said to have failed", (context) => {
    needs(["LibreOffice"], context);
    const name = Uint8Array.from([..."WordDocument\0"].flatMap((sign) => [sign.charCodeAt(0), 0]));
    const start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    writeFileSync(join(folder, "plan.doc"), new Uint8Array([...start, ...new Uint8Array(1016), ...name]));
    const result = imported(join(folder, "plan.doc"));
    expect(result.status).toBe(1);
    expect(codesOf(result)).toEqual(["document-office-failed"]);
  });

  test("that takes too long is ended with all that it started, and leaves nothing behind", () => {
    const programs = join(folder, "programs");
    mkdirSync(programs);
    writeFileSync(
      join(programs, "soffice"),
      `#!/bin/sh\n/bin/sleep 300 &\necho "$!" > ${join(folder, "pid")}\necho "$HOME" > ${join(folder, "home")}\nwait\n`,
    );
    chmodSync(join(programs, "soffice"), 0o755);
    const path = process.env["PATH"];
    process.env["PATH"] = programs;
    try {
      const result = savedAnew(readFileSync(rtf), "rtf", "plan.rtf", 1);
      expect(result).toMatchObject({ code: "document-office-slow", values: { limit: 1 } });
    } finally {
      process.env["PATH"] = path;
    }
    const started = Number(readFileSync(join(folder, "pid"), "utf8"));
    const state = existsSync(`/proc/${started}/stat`) ? readFileSync(`/proc/${started}/stat`, "utf8") : "";
    // One that has ended may still be listed until its parent has looked.
    expect(/\) (?!Z)/.test(state)).toBe(false);
    expect(existsSync(readFileSync(join(folder, "home"), "utf8").trim())).toBe(false);
  });
});

test("a PDF is refused with the way out", () => {
  writeFileSync(join(folder, "plan.pdf"), "%PDF-1.7\n");
  const { status, answer } = imported(join(folder, "plan.pdf"));
  expect(status).toBe(1);
  expect(answer.diagnostics.map(({ code }) => code)).toEqual(["document-pdf"]);
});
