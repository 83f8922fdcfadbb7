import type { FileKind } from "./schemas.ts";

/** What a file's path says of it. `folder` is the calendar's or the series' folder under `plan/`. */
export interface Place {
  readonly path: string;
  readonly kind: FileKind;
  readonly folder: string;
  readonly year?: number | undefined;
  /** The file's name without `.yaml`. */
  readonly name: string;
}

/** Where each kind of file lies under `plan/`; the first pattern that fits decides. */
export const layout: readonly { readonly kind: FileKind; readonly pattern: RegExp; readonly example: string }[] = [
  { kind: "calendar", pattern: /^calendars\/(?<folder>[a-z][a-z0-9-]*)\/(?<name>(?<year>\d{4}))\.yaml$/, example: "calendars/ru/20NN.yaml" },
  { kind: "rule-set", pattern: /^(?<folder>rules)\/(?<name>[a-z][a-z0-9-]*)\.yaml$/, example: "rules/ru-gk.yaml" },
  ...(["series", "parties", "glossary"] as const).map((kind) => ({
    kind, pattern: new RegExp(`^(?<folder>[a-z][a-z0-9-]*)/(?<name>${kind})\\.yaml$`), example: `…/${kind}.yaml`,
  })),
  ...(["order", "periods", "events", "occurrences", "readings"] as const).map((kind) => ({
    kind, pattern: new RegExp(`^(?<folder>[a-z][a-z0-9-]*)/(?<year>\\d{4})/(?<name>${kind})\\.yaml$`), example: `…/20NN/${kind}.yaml`,
  })),
  { kind: "section", pattern: /^(?<folder>[a-z][a-z0-9-]*)\/(?<year>\d{4})\/(?<name>section-\d{1,4})\.yaml$/, example: "…/20NN/section-1.yaml" },
];

/** The path below `plan/`, wherever the checkout lies. */
function belowPlan(path: string): string {
  const at = path.lastIndexOf("plan/");
  return at === -1 ? path : path.slice(at + "plan/".length);
}

/** What a path says its file is; undefined when no such file belongs to a plan. */
export function placeOf(path: string): Place | undefined {
  const inside = belowPlan(path);
  for (const { kind, pattern } of layout) {
    const groups = pattern.exec(inside)?.groups;
    if (groups === undefined) continue;
    return { path, kind, folder: groups["folder"]!, name: groups["name"]!, ...(groups["year"] === undefined ? {} : { year: Number(groups["year"]) }) };
  }
  return undefined;
}
