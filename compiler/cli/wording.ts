import { isoDate, type Day } from "../calendar/day.ts";
import { isError } from "../compile.ts";
import { describe } from "../diagnostics/render.ts";
import { languages, weekdayDate } from "../language/language.ts";
import { resolveAlone } from "../resolve/rule-alone.ts";
import type { ResolvedDeadline, ResolvedPlan, Window } from "../resolve/resolved.ts";
import { phraseOf } from "../wording/canonical.ts";
import { faultText, type Fault } from "../wording/faults.ts";
import { knownPeriods } from "../wording/known-periods.ts";
import { unnamed, type Names } from "../wording/names.ts";
import { namesOf } from "../wording/plan-names.ts";
import { ruleOf, type Reading } from "../wording/read.ts";
import { explain, words as wordTables } from "../words/words.ts";
import { choiceOption, dayOption, numberOption, readArguments } from "./arguments.ts";
import { choosePlan } from "./choose-plan.ts";
import type { Command } from "./command.ts";
import type { Terminal } from "./environment.ts";
import { compilePlan, printFindings, summary } from "./findings.ts";
import { filled } from "./messages.ts";
import { wordingMessages } from "./wording-messages.ts";

/** A reading with the dates it gives. */
interface Dated {
  readonly reading: Reading;
  readonly deadline: ResolvedDeadline;
}

/** What a terminal is shown of a recurring deadline. */
const shown = 6;

/** The phrase may name the plan's periods and parties; its events stay in its own words, since no item says which is meant. */
function namesFor({ series, plan }: ResolvedPlan): Names {
  return { ...namesOf(series, plan), events: [] };
}

/** The dates of a reading; what the calendar or the year does not allow is a fault of the whole phrase. */
function dated(reading: Reading, phrase: string, resolved: ResolvedPlan, year: number, tried: Day | undefined, terminal: Terminal): Dated | { readonly error: string } {
  const { calendar, rules, series, plan } = resolved;
  const event = reading.events.find((words) => words !== "") ?? wordingMessages[terminal.language].event.toLowerCase();
  const { value, diagnostics } = resolveAlone({ text: phrase, ...reading.rule }, { year, calendar, rules, plan: { series, plan }, periods: knownPeriods, event, tried });
  const error = diagnostics.find(isError);
  return error !== undefined || value === null ? { error: error === undefined ? "" : describe(error, terminal.language).message } : { reading, deadline: value };
}

const dates = ({ start, end }: Window): { start: string | null; end: string } => ({ start: start === null ? null : isoDate(start), end: isoDate(end) });

function readingJson({ reading, deadline }: Dated, names: Names, { language }: Terminal): Readonly<Record<string, unknown>> {
  const events = reading.events.filter((words) => words !== "");
  return {
    rule: reading.rule, ...(events.length === 0 ? {} : { event: events.length === 1 ? events[0] : events }), phrase: phraseOf(reading.rule, { names, event: events[0] }) ?? null,
    state: deadline.state, windows: deadline.windows.map(dates), trace: deadline.windows.map(({ trace }) => explain(trace, language)),
  };
}

function windowLines(window: Window, { language, say, paint }: Terminal): string[] {
  const day = (value: Day): string => weekdayDate(languages[language], value);
  const { start, end } = window;
  const text = start === null ? `${say.until} ${day(end)}` : start === end ? day(end) : `${say.from} ${day(start)} ${say.through} ${day(end)}`;
  return [`  ${paint("strong", text)}`, ...explain(window.trace, language).map((sentence) => `      ${sentence}`)];
}

function readingLines({ reading, deadline }: Dated, names: Names, terminal: Terminal): string[] {
  const { language, paint, say } = terminal;
  const own = wordingMessages[language];
  const canonical = phraseOf(reading.rule, { names, event: reading.events[0] });
  const events = reading.events.map((words) => (words === "" ? own.anyEvent : words));
  const more = deadline.windows.length - shown;
  return [
    `${paint("strong", own.rule)}: ${JSON.stringify(reading.rule)} – ${wordTables[language].state[deadline.state]}`,
    ...(canonical === undefined ? [] : [`${own.means}: «${canonical}»`]), ...(events.length === 0 ? [] : [`${own.event} (${unnamed}): ${events.join("; ")}`]),
    ...deadline.windows.slice(0, shown).flatMap((window) => windowLines(window, terminal)), ...(more > 0 ? [`  ${filled(own.more, { count: more })}`] : []),
    ...(deadline.windows.length > 0 ? [] : [`  ${deadline.state === "on-event" ? own.waits : say.nothing}`]),
  ];
}

/** The phrase in one line with the word at fault underlined, why, and what can be read instead. */
function faultLines(phrase: string, fault: Pick<Fault, "at" | "word" | "nearest">, message: string, { language, paint }: Terminal): string[] {
  const own = wordingMessages[language];
  const from = Math.max(0, fault.at - 60);
  const line = phrase.slice(from, from + 120).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
  return [
    `${paint("error", own.unreadable)}: ${message}`, `  ${line}`, `  ${" ".repeat(fault.at - from)}${paint("error", "~".repeat(Math.max(1, Math.min(fault.word.length, line.length - (fault.at - from)))))}`,
    ...(fault.nearest === undefined ? [] : [`${own.nearest}: «${fault.nearest}»`]),
  ];
}

function printFault(phrase: string, fault: Pick<Fault, "at" | "word" | "nearest">, message: string, format: "text" | "json", terminal: Terminal): number {
  const { at, word, nearest } = fault;
  terminal.print(format === "json" ? JSON.stringify({ error: { at, word, message, nearest: nearest ?? null } }, null, 1) : faultLines(phrase, fault, message, terminal).join("\n"));
  return 1;
}

/** `srok wording "PHRASE"`: the rule that a deadline's words mean, its dates and how they came about. */
export const wording: Command = (words, terminal) => {
  const string = { type: "string" } as const;
  const own = wordingMessages[terminal.language];
  const { options, positionals } = readArguments(words, { year: string, event: string, series: string, format: string }, ["PHRASE"], terminal);
  if (options["help"] === true) return terminal.print(own.help), 0;
  const format = choiceOption(options, "format", ["text", "json"], terminal);
  const [asked, tried] = [numberOption(options, "year", [1900, 2199], terminal), dayOption(options, "event", terminal)];
  const findings = compilePlan(options, terminal);
  if (findings.diagnostics.some(isError)) {
    printFindings(findings, terminal);
    terminal.print(summary(findings, terminal));
    return 1;
  }
  const { year: _, ...choice } = options;
  const resolved = choosePlan(findings.value.plans, choice, terminal);
  const [year, names, phrase] = [asked ?? resolved.year, namesFor(resolved), positionals[0]!];
  const read = ruleOf(phrase, { year, names });
  if (read.fault !== undefined) return printFault(phrase, read.fault, faultText(read.fault, terminal.language), format, terminal);
  const found = read.readings.map((reading) => dated(reading, phrase, resolved, year, tried, terminal));
  const broken = found.find((entry) => "error" in entry);
  if (broken !== undefined) return printFault(phrase, { at: 0, word: phrase.trim() }, broken.error, format, terminal);
  const list = found as Dated[];
  const several = list.length > 1;
  if (format === "json") {
    const all = list.map((entry) => readingJson(entry, names, terminal));
    terminal.print(JSON.stringify(several ? { question: own.several, readings: all } : all[0], null, 1));
  } else terminal.print([...(several ? [own.several] : []), ...list.flatMap((entry, index) => [...(several ? [`\n${index + 1}.`] : []), ...readingLines(entry, names, terminal)])].join("\n"));
  return several ? 1 : 0;
};
