import type { Bounds } from "../calendar/bounds.ts";
import type { Day } from "../calendar/day.ts";
import type { LanguageCode } from "../locale/languages.ts";
import type { Span } from "../source/span.ts";
import type { DiagnosticCode } from "./catalogue.ts";
import type { Term } from "./terms.ts";

export type { Severity } from "./severity.ts";

/** Intervals of days (`start: null` is open), the first few of `more`, with the rule they come from in words of each language. */
export interface Intervals {
  readonly intervals: readonly { readonly start: Day | null; readonly end: Day }[];
  readonly more: boolean;
  readonly words?: Readonly<Record<LanguageCode, string>>;
  /** Where there are no intervals: the state that a deadline without dates has. */
  readonly state?: Readonly<Record<LanguageCode, string>>;
  /** The day that an event was supposed to happen on, so that there are dates to compare. */
  readonly supposing?: Day | undefined;
}

/** What a message is filled with: the plan's words and numbers as they are; days, our own terms and sentences in the reader's language. */
export type Value =
  | string
  | number
  | { readonly day: Day }
  /** A plan by its id, as it is called: «2024 года». */
  | { readonly plan: string }
  /** What a plan runs over: «на 2024 год», or its first and last day. */
  | { readonly bounds: Bounds }
  | readonly { readonly day: Day }[]
  | { readonly list: readonly string[] }
  | { readonly terms: readonly Term[]; readonly of?: string | undefined; readonly all?: true }
  | { readonly said: Readonly<Record<LanguageCode, string>> }
  | Intervals;
/** A value that is undefined is not known: what wants it is not said. */
export type Values = Readonly<Record<string, Value | undefined>>;

/** A replacement that a machine can make: the span's text becomes `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * One fact about the plan's sources. It carries values, not sentences: wording and severity live in the catalogue,
 * in each language, so that the same diagnostic is printed in the reader's.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly values: Values;
  /** The tightest token at fault. */
  readonly span: Span;
  /** Other places that belong to the fact: the first of two duplicates, the links of a cycle. */
  readonly related?: readonly { readonly span: Span; readonly code: "first-here" | "path-here" | "deadline-here" }[];
  readonly fix?: TextEdit | undefined;
}

/** A value together with what was noticed on the way; a stage always returns both. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects diagnostics while a stage runs. */
export type Report = (diagnostic: Diagnostic) => void;
