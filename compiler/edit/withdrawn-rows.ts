import type { SectionFile } from "../generated/types.ts";
import type { ParsedFile } from "../load/yaml/parsed-yaml.ts";

/** The withdrawn rows of a plan. */
export interface WithdrawnRows {
  /** Rows that nothing else needs: a new year begins without them. */
  readonly spent: ReadonlySet<string>;
  /** Rows that others refer to, or that have rows below them. */
  readonly needed: readonly string[];
}

const rowsOf = ({ data }: ParsedFile): SectionFile["items"] => (data as Partial<SectionFile>).items ?? [];

/** The texts in a value that may name a row, but for the name of a row itself. */
function* namesIn(value: unknown, key?: string): Generator<string> {
  if (typeof value === "string" && key !== "id") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* namesIn(inner, name);
}

const isBelow = (id: string, above: string): boolean => id.startsWith(`${above}.`) || id.startsWith(`${above}-`);

/** Returns the withdrawn rows among the files of one year. */
export function withdrawnRows(files: readonly ParsedFile[]): WithdrawnRows {
  const rows = files.flatMap(rowsOf);
  const withdrawn = rows.filter((row) => row.withdrawn !== undefined).map(({ id }) => id);
  const spent = new Set(withdrawn);
  const elsewhere = files.filter((file) => rowsOf(file).length === 0).flatMap(({ data }) => [...namesIn(data)]);
  // A section has at least one row.
  for (const file of files) {
    const [first, ...others] = rowsOf(file);
    if (first !== undefined && [first, ...others].every(({ id }) => spent.has(id))) spent.delete(first.id);
  }
  for (let size = -1; size !== spent.size;) {
    size = spent.size;
    const kept = rows.filter(({ id }) => !spent.has(id));
    const named = new Set([...elsewhere, ...kept.flatMap((row) => [...namesIn(row)])]);
    for (const id of withdrawn) if (named.has(id) || kept.some((row) => isBelow(row.id, id))) spent.delete(id);
  }
  return { spent, needed: withdrawn.filter((id) => !spent.has(id)) };
}
