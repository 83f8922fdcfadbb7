import type { Bounds } from "../calendar/bounds.ts";
import type {
  CalendarFile,
  Event,
  GlossaryFile,
  Item,
  Occurrence,
  OrderFile,
  Party,
  Period,
  Profile,
  ReadingsFile,
  RuleSetFile,
  SectionFile,
  SeriesFile,
  Synonym,
} from "../generated/types.ts";
import type { Located, ParsedFile } from "./yaml/parsed-yaml.ts";
import type { FileKind } from "./schema/schemas.ts";

export type Reading = ReadingsFile["readings"][number];
export type SectionHeading = SectionFile["section"];

/** One row of the plan's table, with the section it stands in. */
export interface PlanItem extends Located<Item> {
  readonly section: Located<SectionHeading>;
}

/** A plan as it was written: shape checked, references not yet. */
export interface Plan {
  /** Its folder's name: names the plan in addresses and uids, for good. */
  readonly id: string;
  /** Its first and its last day. */
  readonly bounds: Bounds;
  /** The order that approves it; of a plan without one (`hasOrder`), its own file, with nothing where an order has its words. */
  readonly order: Located<OrderFile>;
  readonly hasOrder: boolean;
  readonly periods: readonly Located<Period>[];
  readonly events: readonly Located<Event>[];
  readonly occurrences: readonly Located<Occurrence>[];
  readonly readings: readonly Located<Reading>[];
  readonly sections: readonly Located<SectionHeading>[];
  readonly items: readonly PlanItem[];
}

/** What the plans of a series have in common. */
export interface Series extends Located<SeriesFile> {
  /** Its folder under `plan/`. */
  readonly folder: string;
  readonly parties: readonly Located<Party>[];
  /** Named unions of parties; none where the series has no such file. */
  readonly profiles: readonly Located<Profile>[];
  /** Words that people search by; none where the series has no such file. */
  readonly synonyms: readonly Located<Synonym>[];
  readonly glossary: Located<GlossaryFile>;
  /** In the order in which they begin; those that begin together, in the order of their names. */
  readonly plans: readonly Plan[];
}

/** Everything under `plan/`. */
export interface Workspace {
  readonly files: readonly ParsedFile[];
  readonly calendars: ReadonlyMap<string, readonly Located<CalendarFile>[]>;
  readonly ruleSets: ReadonlyMap<string, Located<RuleSetFile>>;
  readonly series: readonly Series[];
  /** Kinds of files and ids of rows that are there but could not be read. */
  readonly missing: { readonly kinds: ReadonlySet<FileKind>; readonly ids: ReadonlySet<string> };
}
