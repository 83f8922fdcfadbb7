import type { ConflictKind } from "./conflict.ts";
import type { Refusal } from "./read-proposal.ts";

/** The forms in which operations are worded. */
type OperationForm = "move" | "control" | "record" | "withdraw" | "add" | "set" | "unset" | "text" | "profile";

/** What is said of a proposal; `{name}` stands for a value. */
export interface ProposalMessages {
  readonly conflicts: Readonly<Record<ConflictKind, string>>;
  readonly refusals: Readonly<Record<Refusal["kind"], string>>;
  /** An operation in words, as it stands in a list. */
  readonly operations: Readonly<Record<OperationForm, string>>;
  /** Keys of rows as a sentence names them. */
  readonly keys: Readonly<Record<string, string>>;
  readonly nothing: string;
  readonly quote: string;
  /** The subject of one operation, and of several. */
  readonly subjects: Readonly<Record<OperationForm, string>>;
  readonly several: string;
  readonly basis: {
    readonly order: string;
    readonly numberless: string;
    readonly amendment: string;
    readonly correction: string;
  };
  readonly basisHeading: string;
  readonly why: string;
  readonly from: string;
  readonly anonymous: string;
  readonly proposed: string;
  readonly fold: string;
  readonly otherPlan: string;
  readonly already: string;
  /** What to do where a finding is no fault: a part of a sentence. */
  readonly asItStands: string;
}
