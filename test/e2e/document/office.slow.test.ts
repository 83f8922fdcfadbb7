import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { savedAnew } from "../../../compiler/cli/files/office.ts";
import type { Proof } from "../../../compiler/document/proof/proof.ts";
import { thorough } from "../../fuzz-runs.ts";
import { repository } from "../../plan-files.ts";
import { run } from "../run-srok.ts";
import { has, needs, saveAll, type Saving } from "./programs.ts";

const folder = mkdtempSync(join(tmpdir(), "srok-formats-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const strangers = join(repository, "test", "document", "fixtures", "strangers");

type Answer = Proof & {
  readonly format: string;
  readonly savedFrom?: string;
  readonly diagnostics: readonly { readonly code: string; readonly hint: string }[];
};
let drafts = 0;
function imported(file: string, env: Readonly<Record<string, string>> = {}): { status: number; answer: Answer } {
  const words = ["import", file, "--format", "json", "--out", `draft-${(drafts += 1)}`];
  const { status, out, err } = run(folder, words, { ...process.env, NO_COLOR: "1", ...env });
  if (out === "") throw new Error(err);
  return { status, answer: JSON.parse(out) as Answer };
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

const word = { filter: "HTML (StarWriter)" };
const sheet = { filter: "HTML (StarCalc)" };
/** Semicolons, quotes, UTF-8, each column a text. */
const table = { filter: "Text - txt - csv (StarCalc)", options: "59,34,76,1,1/2/2/2/3/2/4/2/5/2" };

/** Documents by the format that they are saved in. A DOC comes of an ODT: LibreOffice writes no table of some DOCX into it. */
const cases: readonly {
  readonly ending: string;
  readonly writer: string;
  readonly from: readonly {
    readonly names: readonly string[];
    readonly reader?: Saving["reader"];
    readonly by?: "odt";
  }[];
}[] = [
  {
    ending: "odt",
    writer: "writer8",
    from: [{ names: ["g02.docx", "g06.docx"] }, { names: ["g03.html"], reader: word }],
  },
  {
    ending: "rtf",
    writer: "Rich Text Format",
    from: [{ names: ["g02.docx", "g06.docx"] }, { names: ["g03.html"], reader: word }],
  },
  {
    ending: "doc",
    writer: "MS Word 97",
    from: [
      { names: ["g01.html", "g03.html"], reader: word },
      { names: ["g06.docx"], by: "odt" },
    ],
  },
  {
    ending: "xlsx",
    writer: "Calc MS Excel 2007 XML",
    from: [
      { names: ["g01.html", "g03.html"], reader: sheet },
      { names: ["g10.csv"], reader: table },
    ],
  },
  { ending: "ods", writer: "calc8", from: [{ names: ["g10.csv"], reader: table }] },
  { ending: "xls", writer: "MS Excel 97", from: [{ names: ["g10.csv"], reader: table }] },
];

/** What the command has LibreOffice save of formats that it does not read. */
const anew = new Map([
  ["rtf", { ending: "docx", writer: "Office Open XML Text" }],
  ["doc", { ending: "docx", writer: "Office Open XML Text" }],
  ["xls", { ending: "xlsx", writer: "Calc MS Excel 2007 XML" }],
]);

const documents = cases.flatMap(({ ending, writer, from }) =>
  from.flatMap(({ names, ...how }) => names.map((name) => ({ name, ending, writer, ...how }))),
);
const stemOf = (name: string): string => name.replace(/\.\w+$/, "");
const savedAs = (name: string, ending: string): string => join(folder, ending, `${stemOf(name)}.${ending}`);
/** What LibreOffice makes of a document when the command asks it to. */
const made = (file: string): string =>
  join(folder, "made", file.slice(folder.length), `document.${anew.get(extname(file).slice(1))!.ending}`);

/** A DOC by its first and last octets, with nothing between. */
const broken = join(folder, "plan.doc");
function writeBroken(): void {
  const name = Uint8Array.from([..."WordDocument\0"].flatMap((sign) => [sign.charCodeAt(0), 0]));
  const start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  writeFileSync(broken, new Uint8Array([...start, ...new Uint8Array(1016), ...name]));
}

beforeAll(() => {
  writeBroken();
  if (!has("LibreOffice")) return;
  const first = documents.flatMap(({ name, ending, writer, reader, by }): Saving[] => {
    const [from, to] = [join(strangers, name), savedAs(name, ending)];
    if (by === undefined) return [{ from, to, writer, ...(reader === undefined ? {} : { reader }) }];
    return [
      { from, to: join(folder, "by", `${stemOf(name)}.odt`), writer: "writer8" },
      { from: join(folder, "by", `${stemOf(name)}.odt`), to, writer },
    ];
  });
  const again = [...first.map(({ to }) => to), broken].flatMap((from): Saving[] => {
    const writer = anew.get(extname(from).slice(1))?.writer;
    return writer === undefined ? [] : [{ from, to: made(from), writer }];
  });
  saveAll([...first, ...again], folder);
});

/**
 * What stands in for LibreOffice where somebody waits, but for the first document: asked for the same by the same filter, it gives what
 * LibreOffice made of the document before.
 */
function standIn(file: string): Readonly<Record<string, string>> {
  const programs = join(folder, "stand-in");
  mkdirSync(programs, { recursive: true });
  const { ending, writer } = anew.get(extname(file).slice(1))!;
  writeFileSync(
    join(programs, "soffice"),
    `#!/bin/sh\n[ "$5 $6 $7" = "--convert-to ${ending}:${writer} --outdir" ] && mkdir "$8" && cp '${made(file)}' "$8"\n`,
    { mode: 0o755 },
  );
  return { PATH: `${programs}${delimiter}${process.env["PATH"]}` };
}

test.for(documents)("$name saved as $ending is understood as it was", ({ name, ending }, context) => {
  needs(["LibreOffice"], context);
  const saved = savedAs(name, ending);
  const isFirst = ending === "rtf" && name === "g02.docx";
  const { status, answer } = imported(saved, thorough || isFirst || !anew.has(ending) ? {} : standIn(saved));
  expect(status, JSON.stringify(answer.diagnostics)).toBe(0);
  expect(answer.savedFrom).toBe(anew.has(ending) ? ending : undefined);
  const isSheet = ending.includes("xls") || ending === "ods";
  expect(understood(answer, isSheet)).toEqual(understood(imported(join(strangers, name)).answer, isSheet));
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
    expect(existsSync(made(broken))).toBe(false);
    const result = imported(broken, thorough ? {} : standIn(broken));
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
