import { isoDate, parseDate } from "../../calendar/day.ts";
import { isError } from "../../compile.ts";
import { flowText, type YamlValue } from "../../edit/scalar.ts";
import { languages, weekdayDate } from "../../locale/languages.ts";
import type { ResolvedDeadline, ResolvedItem, ResolvedPlan, Window } from "../../resolve/model.ts";
import { titleOf } from "../../explain/titles.ts";
import { explain as sentences, words as wordTables } from "../../explain/explain.ts";
import { dayOption, stringOption } from "../terminal/arguments.ts";
import { choosePlan, unknownName } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, summary } from "../work/findings.ts";
import { filled, type Localized } from "../messages/messages.ts";

function windowLines(window: Window, resolved: ResolvedPlan, { language, messages, paint }: Terminal): string[] {
  const table = languages[language];
  const day = (value: number): string => weekdayDate(table, value);
  const dates =
    window.start === null
      ? `${messages.until} ${day(window.end)}`
      : window.start === window.end
        ? day(window.end)
        : `${messages.from} ${day(window.start)} ${messages.through} ${day(window.end)}`;
  const marks = [
    ...(window.subject === undefined ? [] : [window.subject]),
    ...(window.conditional === undefined ? [] : [`${messages.conditional}: ${window.conditional}`]),
    ...(window.audience === undefined ? [] : [window.audience.map((party) => labelOf(party, resolved)).join(", ")]),
    ...(window.end < approvedOn(resolved) ? [messages.before] : []),
  ];
  return [
    `  ${paint("strong", dates)}${marks.length > 0 ? ` – ${marks.join("; ")}` : ""}  ${paint("soft", `[${window.key}]`)}`,
    ...sentences(window.trace, language).map((sentence) => `      ${sentence}`),
  ];
}

function approvedOn({ plan }: ResolvedPlan): number {
  return parseDate(plan.order.data.date) ?? 0;
}

function labelOf(party: string, { series }: ResolvedPlan): string {
  return series.parties.find(({ data }) => data.id === party)?.data.label ?? party;
}

/** What a deadline waits for, and how to try a day. */
function waitingLines(
  deadline: ResolvedDeadline,
  item: ResolvedItem,
  resolved: ResolvedPlan,
  { messages }: Terminal,
): string[] {
  return [...new Set(deadline.waiting.map(({ event }) => event))].flatMap((id) => {
    const event = resolved.pendingEvents.find((candidate) => candidate.id === id);
    if (event === undefined) return [];
    const hint = filled(event.scope === "own" ? messages.waitsOwn : messages.waitsPublic, {
      item: item.id,
      day: isoDate(approvedOn(resolved)),
    });
    return [`  ${messages.waits}: ${event.title} (${event.id})`, `      ${hint}`];
  });
}

function deadlineLines(
  heading: string,
  deadline: ResolvedDeadline | null,
  item: ResolvedItem,
  resolved: ResolvedPlan,
  terminal: Terminal,
): string[] {
  const { messages, paint, language } = terminal;
  if (deadline === null) return [`${paint("strong", heading)}: ${messages.noDeadline}`];
  const { text: _, ...rule } = deadline.rule;
  return [
    `${paint("strong", heading)}: «${deadline.text}» – ${wordTables[language].state[deadline.state]}`,
    `  ${paint("soft", flowText(rule as YamlValue))}`,
    ...deadline.windows.flatMap((window) => windowLines(window, resolved, terminal)),
    ...waitingLines(deadline, item, resolved, terminal),
  ];
}

function itemLines(item: ResolvedItem, resolved: ResolvedPlan, terminal: Terminal): string[] {
  const { messages, paint } = terminal;
  const { control, reading } = item;
  const names = item.responsible.map((party) => labelOf(party, resolved)).join(", ");
  return [
    `${paint("strong", item.id)}  ${titleOf(item, resolved.byId, "full")}`,
    `${messages.responsible}: ${names === "" ? messages.nobody : names}`,
    ...(reading === null
      ? []
      : [
          `${messages.reading}: ${labelOf(reading.party, resolved)} → ${reading.as.map((party) => labelOf(party, resolved)).join(", ")} (${reading.because})`,
        ]),
    ...(item.source.data.slips ?? []).map(({ text, note }) => `${messages.slip}: «${text}» – ${note}`),
    "",
    ...deadlineLines(messages.deadline, item.deadline, item, resolved, terminal),
    "",
    ...(control === null
      ? []
      : [
          `${messages.control}: ${control.form ?? messages.noForm}`,
          ...deadlineLines(messages.controlDeadline, control.deadline, item, resolved, terminal),
        ]),
  ];
}

const usage: Localized = {
  ru: `srok explain ПУНКТ – как посчитан срок пункта

  --event ДАТА      примерить день события к сроку, который его ждёт
  --year ГОД        план какого года (по умолчанию последний)
  --series СЕРИЯ    какая серия, если их несколько
  --as-year ГОД     как если бы план был на другой год`,
  en: `srok explain ITEM – how an item's deadline was computed

  --event DATE      try a day for the event that the deadline waits for
  --year YEAR       the plan of which year (default the last)
  --series SERIES   which series, where there are several
  --as-year YEAR    as if the plan were of another year`,
};

/** `srok explain ITEM`: wording, rule, and each date with its derivation. */
export const explain: Command = {
  name: "explain",
  usage,
  options: { event: stringOption, year: stringOption, series: stringOption, "as-year": stringOption },
  positionals: ["ITEM"],
  run({ options, positionals }, terminal) {
    const tried = dayOption(options, "event", terminal);
    const findings = compilePlan(options, terminal, { drafts: true, ...(tried === undefined ? {} : { tried }) });
    if (findings.diagnostics.some(isError)) {
      printFindings(findings, terminal);
      terminal.print(summary(findings, terminal));
      return 1;
    }
    const resolved = choosePlan(findings.value.plans, options, terminal);
    const id = positionals[0]!.replace(/\.$/, "");
    const item = resolved.byId.get(id);
    if (item === undefined) throw unknownName(terminal.messages.unknownItem, id, resolved.byId.keys(), terminal);
    terminal.print(itemLines(item, resolved, terminal).join("\n").trimEnd());
    return 0;
  },
};
