/** `srok wording "PHRASE"`: the rule that a deadline's words mean, its dates and how they came about. */
import { quoted } from "../../locale/languages.ts";
import { flowText, type YamlValue } from "../../edit/yaml-text.ts";
import type { Window } from "../../resolve/model.ts";
import { unnamed } from "../../phrase/names.ts";
import { explain, words as wordTables } from "../../explain/explain.ts";
import { formatOption, numberOption, stringOption, triedOption } from "../terminal/arguments.ts";
import { selectPlan } from "../work/select-plan.ts";
import { windowDays } from "../work/window-text.ts";
import type { Command } from "../terminal/command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { compilePlan, printErrors } from "../work/findings.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { wordingMessages } from "../messages/wording-messages.ts";
import {
  readingJson,
  readPhrase,
  type DatedReading,
  type PhraseMeaning,
  type Remark,
} from "../work/interpretations.ts";

/** What a terminal is shown of a recurring deadline. */
const shown = 6;

function windowLines(window: Window, terminal: Terminal): string[] {
  const { language, paint } = terminal;
  return [
    `  ${paint("strong", windowDays(window, terminal))}`,
    ...explain(window.trace, language).map((sentence) => `      ${sentence}`),
  ];
}

function readingLines({ reading, phrase, state, windows }: DatedReading, tried: boolean, terminal: Terminal): string[] {
  const { language, paint, messages } = terminal;
  const own = wordingMessages[language];
  const events = reading.events.map((words) => (words === "" ? own.anyEvent : words));
  const more = windows.length - shown;
  return [
    `${paint("strong", own.rule)}: ${flowText(reading.rule as YamlValue)} – ${wordTables[language].state[state]}`,
    ...(phrase === undefined ? [] : [`${own.means}: ${quoted(phrase, terminal.language)}`]),
    ...(events.length === 0 ? [] : [`${own.event} (${unnamed}): ${events.join("; ")}`]),
    ...windows.slice(0, shown).flatMap((window) => windowLines(window, terminal)),
    ...(more > 0 ? [`  ${filled(own.more, { count: more })}`] : []),
    ...(windows.length > 0 ? [] : [`  ${state !== "on-event" ? messages.nothing : tried ? own.needsTime : own.waits}`]),
  ];
}

/** What the line of a phrase shows around the word at fault. */
const [before, width] = [60, 120];

/** The phrase in one line with the word at fault underlined, why, and what can be read instead. */
function faultLines(
  phrase: string,
  readIn: PhraseMeaning["language"],
  { at, word, message, nearest }: Remark,
  { language, paint }: Terminal,
): string[] {
  const own = wordingMessages[language];
  const from = Math.max(0, at - before);
  const line = phrase.slice(from, from + width).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
  const length = Math.max(1, Math.min(word.length, line.length - (at - from)));
  return [
    `${paint("error", own.unreadable[readIn])}: ${message}`,
    `  ${line}`,
    `  ${" ".repeat(at - from)}${paint("error", "~".repeat(length))}`,
    ...(nearest === undefined ? [] : [`${own.nearest}: ${quoted(nearest, language)}`]),
  ];
}

/** `tried`: whether a day was given for the event; what has no date then counts hours from a time. */
function meaningLines(
  phrase: string,
  { language, readings, remarks: [remark] }: PhraseMeaning,
  tried: boolean,
  terminal: Terminal,
): string[] {
  if (readings.length === 0) return remark === undefined ? [] : faultLines(phrase, language, remark, terminal);
  if (readings.length === 1) return readingLines(readings[0]!, tried, terminal);
  return [
    remark?.message ?? "",
    ...readings.flatMap((entry, index) => [`\n${index + 1}.`, ...readingLines(entry, tried, terminal)]),
  ];
}

const usage: Localized = {
  ru: `srok wording "ФРАЗА" – какое правило и какие даты значит срок словами приказа

  --year ГОД        в каком году (по умолчанию год последнего плана)
  --event ДАТА      примерить день события: 2024-04-26, для часов – 2024-04-26T10:00
  --series СЕРИЯ    чьи периоды и стороны брать, если серий несколько
  --format text|json

Выход: 0 – прочитано, 1 – не читается или читается по-разному, 2 – неверная команда.

JSON – всегда одни и те же ключи:
  rule         правило, как его пишут в плане; null – не читается или читается по-разному
  phrase       то же правило словами приказа; null – коротких слов для него нет
  events       слова событий, которые в правиле названы «?»
  state        dated – есть даты, on-event – ждёт события, continuous – постоянно, external – по другому акту; null
  windows      [{start, end}] по порядку последних дней, оба дня включительно; start null – начала нет
  trace        как получилась дата, предложениями, по одному списку на каждое окно
  readings     все прочтения: у каждого те же шесть ключей
  diagnostics  [{code, at, word, message, nearest}]: что и где не прочитано (at – место в фразе), ambiguous –
               читается по-разному, by-law – из двух прочтений взято то, которое следует из закона`,
  en: `srok wording "PHRASE" – which rule and dates a deadline means, in the language of the plan

  --year YEAR       in which year (default: the last plan's)
  --event DATE      try a day for the event: 2024-04-26, for hours 2024-04-26T10:00
  --series SERIES   whose periods and parties to take, where there are several
  --format text|json

Exit status: 0 – read, 1 – cannot be read or can be read in several ways, 2 – wrong usage.

JSON, always the same keys:
  rule         the rule as a plan has it; null – cannot be read or can be read in several ways
  phrase       the same rule in the words of orders; null – there is no short phrase for it
  events       the words of the events that the rule calls “?”
  state        dated, on-event, continuous, external; null
  windows      [{start, end}] by last day, both days inclusive; start null – open
  trace        how each date came about, in sentences, one list a window
  readings     every reading, each with the six keys above
  diagnostics  [{code, at, word, message, nearest}]: what cannot be read and where (offset in the phrase), ambiguous –
               several readings, by-law – of two readings the one that the law implies was taken`,
};

export const wording: Command = {
  name: "wording",
  usage,
  options: { year: stringOption, event: stringOption, series: stringOption, format: stringOption },
  positionals: ["PHRASE"],
  run({ options, positionals }, terminal) {
    const format = formatOption(options, ["text", "json"], terminal);
    const [asked, tried] = [numberOption(options, "year", [1900, 2199], terminal), triedOption(options, terminal)];
    const findings = compilePlan(options, terminal);
    if (printErrors(findings, terminal)) return 1;
    const { year: _, ...choice } = options;
    const resolved = selectPlan(findings.value.plans, choice, terminal);
    const phrase = positionals[0]!;
    const found = readPhrase(phrase, { resolved, year: asked, tried }, terminal);
    terminal.print(
      format === "json"
        ? JSON.stringify(readingJson(found, terminal), null, 1)
        : meaningLines(phrase, found, tried !== undefined, terminal).join("\n"),
    );
    return found.settled === undefined ? 1 : 0;
  },
};
