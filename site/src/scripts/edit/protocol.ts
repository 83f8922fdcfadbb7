/** What the page and its Worker say to each other: data alone. */
import type { Completions } from "../../../../compiler/complete/complete.ts";
import type { CellFacts, ItemFacts } from "../../../../compiler/propose/desk.ts";
import type { DraftView, FindingView } from "../../../../compiler/propose/draft-view.ts";
import type { Operation } from "../../../../compiler/propose/proposal.ts";
import type { WordingRead } from "../../../../compiler/propose/wordings.ts";
import type { edit } from "../../i18n/edit-ru.ts";
import type { LanguageCode } from "../../../../compiler/locale/languages.ts";

export type EditTexts = (typeof edit)["texts"];
/** A question that is open: its words are `ask` of the texts. */
export type Question = keyof EditTexts["ask"];

/** The file that the Worker is given: the plan's sources and the page's words. */
export interface EditFile {
  readonly series: string;
  readonly language: LanguageCode;
  /** The plans that were published: a change of their rows names its basis. */
  readonly published: readonly string[];
  readonly sources: readonly { readonly path: string; readonly text: string }[];
}

/** The fields of the form by name; those that are not filled in are absent. */
export type Fields = Readonly<Record<string, string>>;

/** A draft: the operations that were added, and the form as it is filled in now. */
export interface Draft {
  readonly operations: readonly Operation[];
  readonly fields: Fields;
}

/** How the words of a cell were understood, for the form to draw. */
export interface CellAnswer {
  readonly now: CellFacts | null;
  /** Undefined while nothing is written. */
  readonly read?: WordingRead;
  /** The words are those that stand there. */
  readonly same?: true;
}

/** How the words of a draft are read. */
export interface WordsRead {
  readonly item?: ItemFacts | undefined;
  readonly cells: Readonly<Record<string, CellAnswer>>;
}

/** What comes of a draft. */
export interface Consideration extends WordsRead {
  /** Open questions by the field that answers them. */
  readonly questions: readonly { readonly field: string; readonly ask: Question }[];
  /** The operations of the form; those of the list are in the draft. */
  readonly operations: readonly Operation[];
  readonly view?: DraftView | undefined;
  /** While nothing is changed: what is wrong with the plan as it is. */
  readonly faults?: readonly FindingView[];
  /** Whether what is changed can name a basis. */
  readonly takesBasis: boolean;
}

/** A proposal in every form that it is handed over in. */
export interface Handed {
  readonly subject: string;
  readonly body: string;
  readonly json: string;
  readonly patch: string;
  readonly markdown: string;
  /** The rows that it changes, as the text of its request names them. */
  readonly touched: readonly string[];
  /** The files that change, as they would be and as they were; those that are new were not. */
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly isNew: boolean;
    readonly was?: string | undefined;
  }[];
}

export type Request =
  | { readonly kind: "open"; readonly file: EditFile; readonly plan: string }
  | { readonly kind: "read"; readonly draft: Draft }
  | { readonly kind: "consider"; readonly draft: Draft }
  | { readonly kind: "hand"; readonly draft: Draft }
  | { readonly kind: "text"; readonly path: string; readonly draft: Draft }
  | {
      readonly kind: "complete";
      readonly path: string;
      readonly text: string;
      readonly at: number;
      readonly draft: Draft;
    }
  | { readonly kind: "insist"; readonly index: number; readonly draft: Draft };

/** The answer of each kind of request. */
export interface Answers {
  /** The files of the plan that can be edited as text. */
  readonly open: { readonly files: readonly string[] };
  readonly read: WordsRead;
  readonly consider: Consideration;
  readonly hand: Handed;
  readonly text: string;
  readonly complete: Completions | null;
  readonly insist: readonly Operation[];
}
