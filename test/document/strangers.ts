import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importDocument } from "../../compiler/document/import-document.ts";
import { proofOf, type Proof, type ProofRow } from "../../compiler/document/proof/proof.ts";
import { load } from "../../compiler/load/load.ts";
import { emptyGlossary, placeholderSeries } from "../../compiler/load/placeholders.ts";
import { findPolicy, type Policy } from "../../compiler/resolve/policy.ts";
import { shippedFiles } from "../plan-files.ts";

type Pair = readonly [start: string | null, end: string];

/** What a careful official reads in a cell; README.md beside the documents says what each key means. */
interface Meaning {
  readonly state: "dated" | "on-event" | "continuous" | "external" | "none" | "unclear";
  readonly windows: readonly Pair[];
  readonly count?: number;
  readonly time?: string;
  readonly timeTo?: string;
  readonly conditional?: readonly number[];
  readonly alt?: readonly Partial<Meaning>[];
}

interface ExpectedRow {
  readonly number: string | null;
  readonly section: string | null;
  readonly activity: string;
  readonly responsible: readonly string[];
  readonly deadline: string | null;
  readonly heading?: true;
  readonly meaning: Meaning;
}

interface Expected {
  readonly title: string;
  readonly bounds: { readonly from: string; readonly to: string };
  readonly columns: readonly string[];
  readonly rows: readonly ExpectedRow[];
}

/** The verdict on one row of the key. */
export interface Verdict {
  readonly document: string;
  readonly row: string;
  readonly deadline: "right" | "asked" | "wrong" | "wrong-and-certain" | "lost";
  /** The key says that it has to be asked. */
  readonly plain: boolean;
  /** What of the row besides its deadline differs, in words. */
  readonly differs: readonly string[];
  readonly got: string;
}

export interface Score {
  readonly document: string;
  readonly taken: boolean;
  readonly head: readonly string[];
  readonly rows: readonly Verdict[];
  readonly extra: number;
}

const folded = (text: string | null): string =>
  (text ?? "")
    .replace(/\s+/g, " ")
    .replace(/[.:;]$/, "")
    .trim()
    .toLowerCase();

const pairsOf = ({ deadline }: ProofRow): readonly string[] =>
  (deadline?.windows ?? []).map(({ start, end }) => `${start ?? ""}..${end}`);

function fits(row: ProofRow, meaning: Partial<Meaning>, of: Meaning): boolean {
  const state = row.deadline?.state ?? "none";
  if (meaning.state !== state) return false;
  if (state !== "dated") return true;
  const [got, windows] = [pairsOf(row), meaning.windows ?? []];
  const count = meaning.count ?? windows.length;
  if (got.length !== count) return false;
  if (!windows.every(([start, end], at) => got[at] === `${start ?? ""}..${end}`)) return false;
  const [first] = row.deadline!.windows;
  if (of.time !== undefined && first?.time !== of.time) return false;
  if (of.timeTo !== undefined && first?.timeTo !== of.timeTo) return false;
  return (of.conditional ?? []).every((index) => row.deadline!.windows[index]?.conditional !== undefined);
}

function verdictOn(document: string, expected: ExpectedRow, row: ProofRow | undefined): Verdict {
  const { meaning } = expected;
  const base = {
    document,
    row: `${expected.number ?? "–"} ${expected.activity.slice(0, 40)}`,
    plain: meaning.state !== "unclear",
  };
  if (row === undefined) return { ...base, deadline: "lost", differs: [], got: "" };
  const right = [meaning, ...(meaning.alt ?? [])].some((each) => fits(row, each, meaning));
  const certain = row.deadline?.certain === true;
  const differs = [
    ...(folded(row.number) === folded(expected.number) ? [] : [`number ${row.number}`]),
    ...(folded(row.section) === folded(expected.section) || expected.heading === true
      ? []
      : [`section ${row.section}`]),
    ...(folded(row.activity) === folded(expected.activity) ? [] : [`activity ${row.activity}`]),
    ...(row.responsible.map(folded).join("|") === expected.responsible.map(folded).join("|")
      ? []
      : [`responsible ${row.responsible.join(" | ")}`]),
    ...(folded(row.deadline?.text ?? null) === folded(expected.deadline) ? [] : [`text ${row.deadline?.text}`]),
  ];
  const state = row.deadline?.state ?? "none";
  return {
    ...base,
    deadline: right ? "right" : state === "unclear" ? "asked" : certain ? "wrong-and-certain" : "wrong",
    differs,
    got: `«${expected.deadline}» ${state} ${pairsOf(row).slice(0, 6).join(" ")} ${row.deadline?.windows[0]?.time ?? ""} ${row.deadline?.question ?? ""}`,
  };
}

/** The rows of a key beside those that were read: in order, by their activities. */
function aligned(expected: readonly ExpectedRow[], rows: readonly ProofRow[]): (ProofRow | undefined)[] {
  let next = 0;
  return expected.map(({ activity }) => {
    const at = rows.findIndex((row, index) => index >= next && folded(row.activity) === folded(activity));
    if (at === -1) return undefined;
    next = at + 1;
    return rows[at];
  });
}

/** The calendar and the rules that are shipped. */
export function shippedPolicy(): Policy {
  const series = {
    ...placeholderSeries("import", { calendar: "ru", rules: "ru-gk", controller: "nobody" }),
    folder: "import",
    parties: [],
    profiles: [],
    synonyms: [],
    glossary: emptyGlossary,
    plans: [],
  };
  return findPolicy(series, load(shippedFiles()).value, new Map(), () => undefined)!;
}

/** Imports a document and sets it beside what was understood of it; undefined where it is refused. */
export function proofFor(bytes: Uint8Array, name: string, policy: Policy): Proof | undefined {
  const { value } = importDocument(bytes, { name, known: [], policy });
  return value && proofOf(value, "ru");
}

/** Holds every document of a folder against its key. */
export function scoreOf(folder: string): Score[] {
  const policy = shippedPolicy();
  const files = readdirSync(folder);
  return files
    .filter((name) => name.endsWith(".expected.json"))
    .sort()
    .map((name): Score => {
      const stem = name.replace(".expected.json", "");
      const file = files.find((each) => each.startsWith(`${stem}.`) && each !== name)!;
      const expected = JSON.parse(readFileSync(join(folder, name), "utf8")) as Expected;
      const proof = proofFor(readFileSync(join(folder, file)), file, policy);
      const found = aligned(expected.rows, proof?.rows ?? []);
      const verdicts = expected.rows
        .map((row, at) => verdictOn(stem, row, found[at]))
        // A numbered row that heads others is a row or a section, either is right.
        .filter((verdict, at) => !(expected.rows[at]!.heading === true && verdict.deadline === "lost"));
      const head =
        proof === undefined
          ? ["refused"]
          : [
              ...(folded(proof.title) === folded(expected.title) ? [] : [`title: ${proof.title}`]),
              ...(proof.bounds.from === expected.bounds.from && proof.bounds.to === expected.bounds.to
                ? []
                : [`bounds: ${proof.bounds.from}..${proof.bounds.to}`]),
              ...(proof.columns.map(folded).join("|") === expected.columns.map(folded).join("|")
                ? []
                : [`columns: ${proof.columns.join(" | ")}`]),
            ];
      return {
        document: stem,
        taken: proof !== undefined,
        head,
        rows: verdicts,
        extra: Math.max(0, (proof?.rows.length ?? 0) - found.filter((row) => row !== undefined).length),
      };
    });
}
