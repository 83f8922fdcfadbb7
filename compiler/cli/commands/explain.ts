import { oneLine } from "../../source/one-line.ts";
import { quoted } from "../../locale/languages.ts";
import { isoDate, parseDate, type Day } from "../../calendar/day.ts";
import { flowText, type YamlValue } from "../../edit/yaml-text.ts";
import type { ResolvedDeadline, ResolvedItem, ResolvedPlan, Window } from "../../resolve/model.ts";
import { titleOf } from "../../explain/titles.ts";
import { explain as sentences, words as wordTables } from "../../explain/explain.ts";
import { triedOption, stringOption } from "../terminal/arguments.ts";
import { selectItem } from "../work/select-item.ts";
import { selectPlan } from "../work/select-plan.ts";
import { windowDays } from "../work/window-text.ts";
import type { Command } from "../terminal/command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { countsHours } from "../../rule/visit-rule.ts";
import { compilePlan, printErrors } from "../work/findings.ts";
import { filled, type Localized } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    responsible: "Ответственные",
    nobody: "не названы",
    deadline: "Срок",
    control: "Контроль",
    noDeadline: "не назван",
    withdrawn: "Исключён",
    gone: "снят, пункт исключён",
    noForm: "форма не названа",
    waits: "Ждёт события",
    waitsOwn: "у каждой организации свой день; примерить: srok explain {item} --event {day}",
    waitsPublic: "день записывают в occurrences.yaml; примерить: srok explain {item} --event {day}",
    conditional: "при условии",
    reading: "Прочитано как",
    slip: "Описка источника",
    before: "раньше приказа",
    controlDeadline: "Срок контроля",
  },
  en: {
    responsible: "Responsible",
    nobody: "nobody named",
    deadline: "Deadline",
    control: "Control",
    noDeadline: "none is named",
    withdrawn: "Withdrawn",
    gone: "gone, the item is withdrawn",
    noForm: "no form named",
    waits: "Waits for",
    waitsOwn: "each organisation's own day; try one: srok explain {item} --event {day}",
    waitsPublic: "the day is recorded in occurrences.yaml; try one: srok explain {item} --event {day}",
    conditional: "on condition",
    reading: "Read as",
    slip: "Slip of the source",
    before: "before the order",
    controlDeadline: "Control deadline",
  },
};

/** The item that is explained, in its plan. */
interface Subject {
  readonly item: ResolvedItem;
  readonly resolved: ResolvedPlan;
}

function windowLines(window: Window, resolved: ResolvedPlan, terminal: Terminal): string[] {
  const { language, paint } = terminal;
  const own = messagesByLanguage[language];
  const marks = [
    ...(window.subject === undefined ? [] : [window.subject]),
    ...(window.conditional === undefined ? [] : [`${own.conditional}: ${window.conditional}`]),
    ...(window.audience === undefined ? [] : [labelsOf(window.audience, resolved)]),
    ...(window.end < approvedOn(resolved) ? [own.before] : []),
  ];
  return [
    `  ${paint("strong", windowDays(window, terminal))}${marks.length > 0 ? ` – ${marks.join("; ")}` : ""}  ${paint("soft", `[${window.key}]`)}`,
    ...sentences(window.trace, language).map((sentence) => `      ${sentence}`),
  ];
}

function approvedOn({ plan }: ResolvedPlan): Day {
  return parseDate(plan.order.data.date) ?? 0;
}

const labelOf = (party: string, { series }: ResolvedPlan): string =>
  series.parties.find(({ data }) => data.id === party)?.data.label ?? party;

const labelsOf = (parties: readonly string[], resolved: ResolvedPlan): string =>
  parties.map((party) => labelOf(party, resolved)).join(", ");

/** The events that a deadline waits for, and how to try a day for each. */
function waitingLines(deadline: ResolvedDeadline, { item, resolved }: Subject, { language }: Terminal): string[] {
  const own = messagesByLanguage[language];
  return [...new Set(deadline.waiting.map(({ event }) => event))].flatMap((id) => {
    const event = resolved.awaitableEvents.find((candidate) => candidate.id === id);
    if (event === undefined) return [];
    const hint = filled(event.scope === "own" ? own.waitsOwn : own.waitsPublic, {
      item: item.id,
      day: `${isoDate(resolved.plan.hasOrder ? approvedOn(resolved) : resolved.bounds.from)}${countsHours(deadline.rule) ? "T10:00" : ""}`,
    });
    return [`  ${own.waits}: ${event.title} (${event.id})`, `      ${hint}`];
  });
}

/** The lines of a deadline, or, of one that is not there, why. */
function deadlineLines(
  heading: string,
  deadline: ResolvedDeadline | string,
  subject: Subject,
  terminal: Terminal,
): string[] {
  const { paint, language } = terminal;
  if (typeof deadline === "string") return [`${paint("strong", heading)}: ${deadline}`];
  const { text: _, ...rule } = deadline.rule;
  return [
    `${paint("strong", heading)}: ${quoted(oneLine(deadline.text), language)} – ${wordTables[language].state[deadline.state]}`,
    `  ${paint("soft", flowText(rule as YamlValue))}`,
    ...deadline.windows.flatMap((window) => windowLines(window, subject.resolved, terminal)),
    ...waitingLines(deadline, subject, terminal),
  ];
}

function itemLines(subject: Subject, terminal: Terminal): string[] {
  const { language, paint } = terminal;
  const own = messagesByLanguage[language];
  const { item, resolved } = subject;
  const { control, reading, withdrawn, source } = item;
  const merged = source.data["same-cells-as"] !== undefined;
  /** Why a cell has no deadline: a row that was taken out has lost what the order gave it. */
  const absent = (written: unknown): string =>
    withdrawn !== null && (merged || written !== undefined) ? own.gone : own.noDeadline;
  return [
    `${paint("strong", item.id)}  ${titleOf(item, resolved.byId, "full")}`,
    ...(withdrawn === null ? [] : [`${own.withdrawn}: ${withdrawn.reason}`]),
    `${own.responsible}: ${item.responsible.length === 0 ? own.nobody : labelsOf(item.responsible, resolved)}`,
    ...(reading === null
      ? []
      : [
          `${own.reading}: ${labelOf(reading.party, resolved)} → ${labelsOf(reading.as, resolved)} (${reading.because})`,
        ]),
    ...(item.source.data.slips ?? []).map(({ text, note }) => `${own.slip}: ${quoted(text, language)} – ${note}`),
    "",
    ...deadlineLines(own.deadline, item.deadline ?? absent(source.data.deadline), subject, terminal),
    "",
    ...(control === null
      ? []
      : [
          `${own.control}: ${control.form ?? own.noForm}`,
          ...deadlineLines(
            own.controlDeadline,
            control.deadline ?? absent(source.data.control?.deadline),
            subject,
            terminal,
          ),
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

/** `srok explain ITEM`: prints an item with its wording, its rule, and each date with its derivation. */
export const explain: Command = {
  name: "explain",
  usage,
  options: { event: stringOption, year: stringOption, series: stringOption, "as-year": stringOption },
  positionals: ["ITEM"],
  run({ options, positionals }, terminal) {
    const tried = triedOption(options, terminal);
    const findings = compilePlan(options, terminal, { drafts: true, tried });
    if (printErrors(findings, terminal)) return 1;
    const resolved = selectPlan(findings.value.plans, options, terminal);
    const item = selectItem(positionals[0]!, resolved, terminal);
    terminal.print(itemLines({ item, resolved }, terminal).join("\n").trimEnd());
    return 0;
  },
};
