import type { YamlValue } from "../edit/yaml-text.ts";
import type { NewOrder } from "../edit/record-amendment.ts";

/** The format that this program writes; one with a greater number is refused. */
export const proposalFormat = 1;

/** A cell of a row that has a deadline: the row's own or that of its control. */
export type DeadlineCell = "deadline" | "control";

/** Where the deadline of a cell stands in its row. */
export const cellPath = { deadline: ["deadline"], control: ["control", "deadline"] } as const;

/** Another deadline: its words and its rule, or the words alone where they decide. */
export interface MoveOperation {
  readonly op: "move";
  readonly item: string;
  readonly cell: DeadlineCell;
  readonly was?: YamlValue | undefined;
  readonly to: YamlValue;
}

/** An event happened. */
export interface RecordOperation {
  readonly op: "record";
  readonly event: string;
  /** ISO 8601. */
  readonly date: string;
  readonly title: string;
  readonly period?: string | undefined;
  readonly source: { readonly title: string; readonly url?: string | undefined };
}

/** A row is taken out. */
export interface WithdrawOperation {
  readonly op: "withdraw";
  readonly item: string;
  readonly reason: string;
}

/** A new row. */
export interface AddOperation {
  readonly op: "add";
  readonly item: string;
  readonly activity: string;
  readonly responsible?: readonly string[] | string | undefined;
  readonly deadline?: Readonly<Record<string, YamlValue>> | undefined;
}

/** Any value of a row: an item's, an event's, a period's, a party's. */
export interface SetOperation {
  readonly op: "set";
  /** The file's path from the folder of the series. */
  readonly file: string;
  /** The row's list and its id; undefined for the file itself. */
  readonly row?: { readonly list: string; readonly id: string } | undefined;
  readonly path: readonly (string | number)[];
  readonly was?: YamlValue | undefined;
  /** Left out: the key goes. */
  readonly to?: YamlValue | undefined;
}

/** Some lines of a file, as somebody who edits its text wrote them. */
export interface TextOperation {
  readonly op: "text";
  readonly file: string;
  /** Lines as they were, with as many around them as tell the place. */
  readonly was: string;
  readonly to: string;
}

/** A calendar for who is several parties at once. */
export interface ProfileOperation {
  readonly op: "profile";
  readonly profile: string;
  readonly label: string;
  readonly name: string;
  readonly parties: readonly string[];
}

/** One change. `was` is what stood there when it was made: where it no longer does, somebody else's change is in the way. */
export type Operation =
  MoveOperation | RecordOperation | WithdrawOperation | AddOperation | SetOperation | TextOperation | ProfileOperation;

/** Whether an operation by its kind changes what an order says; of an edit of a text the rows that it changes tell (`edited-rows.ts`). */
export const isOfOrder = ({ op }: Operation): boolean => op !== "record" && op !== "text" && op !== "profile";

/** Why the plan changes: an order that is recorded already or is to be, or a mistake of ours. */
export type Basis = { readonly amendment: string } | { readonly order: NewOrder } | { readonly correction: string };

/** A proposal as its file holds it. */
export interface Proposal {
  readonly "srok-proposal": number;
  readonly series: string;
  readonly plan: string;
  readonly base: {
    readonly commit?: string | undefined;
    /** Hashes of the files that it was made from, by path from the folder of the series. */
    readonly files: Readonly<Record<string, string>>;
  };
  readonly basis?: Basis | undefined;
  /** What the reader is to know besides. */
  readonly why?: string | undefined;
  readonly author?: { readonly name?: string | undefined; readonly email?: string | undefined } | undefined;
  readonly operations: readonly Operation[];
}
