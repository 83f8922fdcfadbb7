import calendar from "../../../schema/calendar.schema.json" with { type: "json" };
import definitions from "../../../schema/definitions.schema.json" with { type: "json" };
import events from "../../../schema/events.schema.json" with { type: "json" };
import glossary from "../../../schema/glossary.schema.json" with { type: "json" };
import occurrences from "../../../schema/occurrences.schema.json" with { type: "json" };
import order from "../../../schema/order.schema.json" with { type: "json" };
import parties from "../../../schema/parties.schema.json" with { type: "json" };
import periods from "../../../schema/periods.schema.json" with { type: "json" };
import plan from "../../../schema/plan.schema.json" with { type: "json" };
import profiles from "../../../schema/profiles.schema.json" with { type: "json" };
import readings from "../../../schema/readings.schema.json" with { type: "json" };
import ruleSet from "../../../schema/rule-set.schema.json" with { type: "json" };
import section from "../../../schema/section.schema.json" with { type: "json" };
import series from "../../../schema/series.schema.json" with { type: "json" };
import synonyms from "../../../schema/synonyms.schema.json" with { type: "json" };
import type {
  CalendarFile,
  EventsFile,
  GlossaryFile,
  OccurrencesFile,
  OrderFile,
  PartiesFile,
  PeriodsFile,
  PlanFile,
  ProfilesFile,
  ReadingsFile,
  RuleSetFile,
  SectionFile,
  SeriesFile,
  SynonymsFile,
} from "../../generated/types.ts";
import * as validate from "../../generated/validators.js";

/** The kinds of files a plan is made of, and the shape of each. */
export interface FileShapes {
  calendar: CalendarFile;
  "rule-set": RuleSetFile;
  series: SeriesFile;
  parties: PartiesFile;
  profiles: ProfilesFile;
  glossary: GlossaryFile;
  synonyms: SynonymsFile;
  order: OrderFile;
  plan: PlanFile;
  periods: PeriodsFile;
  events: EventsFile;
  occurrences: OccurrencesFile;
  readings: ReadingsFile;
  section: SectionFile;
}
export type FileKind = keyof FileShapes;

/** The validator of each kind, compiled ahead of time. */
export const validators = {
  calendar: validate.validateCalendarFile,
  "rule-set": validate.validateRuleSetFile,
  series: validate.validateSeriesFile,
  parties: validate.validatePartiesFile,
  profiles: validate.validateProfilesFile,
  glossary: validate.validateGlossaryFile,
  synonyms: validate.validateSynonymsFile,
  order: validate.validateOrderFile,
  plan: validate.validatePlanFile,
  periods: validate.validatePeriodsFile,
  events: validate.validateEventsFile,
  occurrences: validate.validateOccurrencesFile,
  readings: validate.validateReadingsFile,
  section: validate.validateSectionFile,
} as const satisfies Record<FileKind, unknown>;

/** The parts of a schema that explain a mistake. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly type?: string | readonly string[];
  readonly "x-value"?: string;
  readonly "x-kinds"?: readonly string[];
  readonly [key: string]: unknown;
}

/** The schemas of the files of a plan by `$id`, with what they have in common. */
export const schemaDocuments: Readonly<Record<string, SchemaNode>> = Object.fromEntries(
  [
    calendar,
    definitions,
    events,
    glossary,
    occurrences,
    order,
    parties,
    plan,
    periods,
    profiles,
    readings,
    ruleSet,
    section,
    series,
    synonyms,
  ].map((schema) => [schema.$id, schema as unknown as SchemaNode]),
);

/** A schema by its `$id`; an empty one when there is none. */
export const schemaDocument = (id: string): SchemaNode => schemaDocuments[id] ?? {};
