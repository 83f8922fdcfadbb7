/**
 * What a phrase was found to mean, with its dates: what both the text and the data of `srok wording` are written from.
 */
import { homeYear } from "../../calendar/bounds.ts";
import { civilOf, isoDate } from "../../calendar/day.ts";
import type { Tried } from "../../resolve/resolution.ts";
import { isError } from "../../compile.ts";
import { describe } from "../../diagnostics/render.ts";
import { allForms } from "../../resolve/forms/all-forms.ts";
import { resolveStandalone } from "../../resolve/standalone-rule.ts";
import type { ResolvedDeadline, ResolvedPlan, Window } from "../../resolve/model.ts";
import { faultText } from "../../phrase/faults.ts";
import { defaultPhraseLanguage, hasPhrases, phraseLanguages, type PhraseLanguageCode } from "../../phrase/languages.ts";
import { settledInterpretation } from "../../phrase/interpretation.ts";
import type { Names } from "../../phrase/names.ts";
import { namesOf } from "../../phrase/plan-names.ts";
import { interpretPhrase, type Interpretation } from "../../phrase/read.ts";
import { phraseOf } from "../../phrase/write.ts";
import { explain } from "../../explain/explain.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { wordingMessages } from "../messages/wording-messages.ts";

/** A reading with the dates it gives; `windows` are in order of their last days. */
export interface DatedReading {
  readonly reading: Interpretation;
  readonly phrase: string | undefined;
  readonly state: ResolvedDeadline["state"];
  readonly windows: readonly Window[];
}

/** A remark on a phrase: its place (UTF-16 offset and the words there), what is wrong, what to write instead. */
export interface Remark {
  readonly code: string;
  readonly at: number;
  readonly word: string;
  readonly message: string;
  readonly nearest?: string | undefined;
}

/** What a phrase means: nothing and the reason, one interpretation that is settled, or several and a question. */
export interface PhraseMeaning {
  /** The language that it was read in: the plan's, whatever the command speaks. */
  readonly language: PhraseLanguageCode;
  readonly settled: DatedReading | undefined;
  readonly readings: readonly DatedReading[];
  readonly remarks: readonly Remark[];
}

/** The plan that a phrase is read in, the year where another is asked for, and the day to try for its event. */
export interface PhraseContext {
  readonly resolved: ResolvedPlan;
  readonly year: number | undefined;
  readonly tried: Tried | undefined;
}

/**
 * The phrase may name the plan's periods and parties; its events stay in its own words, since no item says which is
 * meant.
 */
function namesFor({ series, plan }: ResolvedPlan): Names {
  return { ...namesOf(series, plan), events: [] };
}

/** The language that a plan's phrases are read in. */
const languageOf = ({ series }: ResolvedPlan): PhraseLanguageCode =>
  hasPhrases(series.data.language) ? series.data.language : defaultPhraseLanguage;

const inOrder = (a: Window, b: Window): number => a.end - b.end || (a.start ?? -Infinity) - (b.start ?? -Infinity) || 0;

/** The dates of a reading; what the calendar or the year does not allow is a fault of the whole phrase. */
function dated(
  reading: Interpretation,
  text: string,
  { resolved, year, tried }: PhraseContext,
  { language }: Terminal,
): DatedReading | Remark {
  const { calendar, rules, series, plan } = resolved;
  const event = reading.events.find((words) => words !== "") ?? wordingMessages[language].event.toLowerCase();
  const { value, diagnostics } = resolveStandalone(
    { text, ...reading.rule },
    {
      year: year ?? civilOf(resolved.bounds.from).year,
      calendar,
      rules,
      forms: allForms,
      plan: { series, plan },
      periods: phraseLanguages[languageOf(resolved)].knownPeriods,
      event,
      tried,
    },
  );
  const error = diagnostics.find(isError);
  if (error !== undefined || value === null)
    return {
      code: error?.code ?? "undated",
      at: 0,
      word: text.trim(),
      message: error === undefined ? "" : describe(error, language).message,
    };
  return {
    reading,
    phrase: phraseOf(reading.rule, {
      names: namesFor(resolved),
      language: languageOf(resolved),
      event: reading.events[0],
    }),
    state: value.state,
    windows: [...value.windows].sort(inOrder),
  };
}

/** Reads a phrase and dates what it means; never throws. */
export function readPhrase(text: string, context: PhraseContext, terminal: Terminal): PhraseMeaning {
  const own = wordingMessages[terminal.language];
  const names = namesFor(context.resolved);
  const language = languageOf(context.resolved);
  const { interpretations, fault } = interpretPhrase(text, {
    year: context.year ?? homeYear(context.resolved.bounds),
    names,
    language,
  });
  if (fault !== undefined) {
    const { code, at, word, nearest } = fault;
    return {
      language,
      settled: undefined,
      readings: [],
      remarks: [{ code, at, word, message: faultText(fault, terminal.language), nearest }],
    };
  }
  const found = interpretations.map((reading) => dated(reading, text, context, terminal));
  const broken = found.find((entry) => "code" in entry);
  if (broken !== undefined) return { language, settled: undefined, readings: [], remarks: [broken] };
  const list = found.filter((entry): entry is DatedReading => !("code" in entry));
  const chosen = settledInterpretation(interpretations);
  const settled = list.find(({ reading }) => reading === chosen);
  const remark = (code: string, message: string): Remark => ({ code, at: 0, word: text.trim(), message });
  return {
    language,
    settled,
    readings: list,
    remarks:
      list.length === 1 ? [] : [settled === undefined ? remark("ambiguous", own.several) : remark("by-law", own.byLaw)],
  };
}

const dates = ({ start, end }: Window): { start: string | null; end: string } => ({
  start: start === null ? null : isoDate(start),
  end: isoDate(end),
});

function plainReading(
  { reading, phrase, state, windows }: DatedReading,
  { language }: Terminal,
): Readonly<Record<string, unknown>> {
  return {
    rule: reading.rule,
    phrase: phrase ?? null,
    events: reading.events.filter((words) => words !== ""),
    state,
    windows: windows.map(dates),
    trace: windows.map(({ trace }) => explain(trace, language)),
  };
}

const nothing = { rule: null, phrase: null, events: [], state: null, windows: [], trace: [] };

/** The same as data: always the same keys, as the command's help lists them. */
export function readingJson(
  { settled, readings, remarks }: PhraseMeaning,
  terminal: Terminal,
): Readonly<Record<string, unknown>> {
  return {
    ...(settled === undefined ? nothing : plainReading(settled, terminal)),
    readings: readings.map((entry) => plainReading(entry, terminal)),
    diagnostics: remarks.map(({ code, at, word, message, nearest }) => ({
      code,
      at,
      word,
      message,
      nearest: nearest ?? null,
    })),
  };
}
