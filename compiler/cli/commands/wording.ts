/** `srok wording "PHRASE"`: the rule that a deadline's words mean, its dates and how they came about. */
import type { Day } from "../../calendar/day.ts";
import { isError } from "../../compile.ts";
import { flowText, type Written } from "../../edit/scalar.ts";
import { languages, weekdayDate } from "../../locale/languages.ts";
import type { Window } from "../../resolve/model.ts";
import { unnamed } from "../../phrase/names.ts";
import { explain, words as wordTables } from "../../explain/explain.ts";
import { choiceOption, dayOption, numberOption, readArguments } from "../terminal/arguments.ts";
import { choosePlan } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, summary } from "../work/findings.ts";
import { filled } from "../messages/messages.ts";
import { wordingMessages } from "../messages/wording-messages.ts";
import { readingJson, readPhrase, type DatedReading, type Found, type Remark } from "../work/interpretations.ts";

/** What a terminal is shown of a recurring deadline. */
const shown = 6;

function windowLines(window: Window, { language, say, paint }: Terminal): string[] {
  const day = (value: Day): string => weekdayDate(languages[language], value);
  const { start, end } = window;
  const text =
    start === null
      ? `${say.until} ${day(end)}`
      : start === end
        ? day(end)
        : `${say.from} ${day(start)} ${say.through} ${day(end)}`;
  return [`  ${paint("strong", text)}`, ...explain(window.trace, language).map((sentence) => `      ${sentence}`)];
}

function readingLines({ reading, phrase, state, windows }: DatedReading, terminal: Terminal): string[] {
  const { language, paint, say } = terminal;
  const own = wordingMessages[language];
  const events = reading.events.map((words) => (words === "" ? own.anyEvent : words));
  const more = windows.length - shown;
  return [
    `${paint("strong", own.rule)}: ${flowText(reading.rule as Written)} – ${wordTables[language].state[state]}`,
    ...(phrase === undefined ? [] : [`${own.means}: «${phrase}»`]),
    ...(events.length === 0 ? [] : [`${own.event} (${unnamed}): ${events.join("; ")}`]),
    ...windows.slice(0, shown).flatMap((window) => windowLines(window, terminal)),
    ...(more > 0 ? [`  ${filled(own.more, { count: more })}`] : []),
    ...(windows.length > 0 ? [] : [`  ${state === "on-event" ? own.waits : say.nothing}`]),
  ];
}

/** What the line of a phrase shows around the word at fault. */
const [before, width] = [60, 120];

/** The phrase in one line with the word at fault underlined, why, and what can be read instead. */
function faultLines(phrase: string, { at, word, message, nearest }: Remark, { language, paint }: Terminal): string[] {
  const own = wordingMessages[language];
  const from = Math.max(0, at - before);
  const line = phrase.slice(from, from + width).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
  const length = Math.max(1, Math.min(word.length, line.length - (at - from)));
  return [
    `${paint("error", own.unreadable)}: ${message}`,
    `  ${line}`,
    `  ${" ".repeat(at - from)}${paint("error", "~".repeat(length))}`,
    ...(nearest === undefined ? [] : [`${own.nearest}: «${nearest}»`]),
  ];
}

function foundLines(phrase: string, { readings, remarks: [remark] }: Found, terminal: Terminal): string[] {
  if (readings.length === 0) return remark === undefined ? [] : faultLines(phrase, remark, terminal);
  if (readings.length === 1) return readingLines(readings[0]!, terminal);
  return [
    remark?.message ?? "",
    ...readings.flatMap((entry, index) => [`\n${index + 1}.`, ...readingLines(entry, terminal)]),
  ];
}

export const wording: Command = (words, terminal) => {
  const string = { type: "string" } as const;
  const own = wordingMessages[terminal.language];
  const { options, positionals } = readArguments(
    words,
    { year: string, event: string, series: string, format: string },
    ["PHRASE"],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(own.help), 0);
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
  const phrase = positionals[0]!;
  const found = readPhrase(phrase, { resolved, year: asked ?? resolved.year, tried }, terminal);
  terminal.print(
    format === "json"
      ? JSON.stringify(readingJson(found, terminal), null, 1)
      : foundLines(phrase, found, terminal).join("\n"),
  );
  return found.settled === undefined ? 1 : 0;
};
