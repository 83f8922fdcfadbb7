import { isoDate } from "../../calendar/day.ts";
import { isError } from "../../compile.ts";
import { eventText } from "../../data/json.ts";
import { languages, weekdayDate } from "../../locale/languages.ts";
import type { PlanEvent, ResolvedPlan } from "../../resolve/model.ts";
import { titleOf } from "../../explain/titles.ts";
import { choiceOption, dayOption, readArguments, textOption } from "../terminal/arguments.ts";
import { choosePlan, unknownName } from "../work/select-plan.ts";
import type { Command } from "../terminal/command.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, summary } from "../work/findings.ts";
import { filled } from "../messages/messages.ts";

function line(event: PlanEvent, resolved: ResolvedPlan, { language, say, paint }: Terminal): string {
  const table = languages[language];
  const { start, end, planBy, rolled } = event.window;
  const date = weekdayDate(table, end).padEnd(24).replaceAll("\u00a0", " ");
  const kind = (event.kind === "work" ? say.work : say.check).padEnd(9);
  const notes = [
    ...(start !== null && start !== end ? [`${say.from} ${weekdayDate(table, start, resolved.year)}`] : []),
    ...(planBy === undefined ? [] : [`${say.planBy} ${weekdayDate(table, planBy, resolved.year)}`]),
    ...(rolled === undefined ? [] : [`${say.rolled} – ${weekdayDate(table, rolled, resolved.year)}`]),
  ];
  return `${date} ${kind} ${paint("strong", event.item.padEnd(8))} ${titleOf(resolved.byId.get(event.item)!, resolved.byId)}${notes.length > 0 ? paint("soft", ` (${notes.join("; ")})`) : ""}`;
}

/** The party that a person calls so: «ДОО», «Школы». */
function idOfLabel({ series }: ResolvedPlan, word: string): string | undefined {
  return series.parties.find(({ data: { label, name } }) =>
    [label, name].some((text) => text.toLowerCase() === word.toLowerCase()),
  )?.data.id;
}

/** `srok list`: the dated windows, for a party and between two days. */
export const list: Command = (words, terminal) => {
  const string = { type: "string" } as const;
  const { options } = readArguments(
    words,
    { party: string, from: string, to: string, format: string, year: string, series: string, "as-year": string },
    [],
    terminal,
  );
  if (options["help"] === true) return (terminal.print(terminal.say.help.list), 0);
  const format = choiceOption(options, "format", ["text", "json"], terminal);
  const [from, to, party] = [
    dayOption(options, "from", terminal),
    dayOption(options, "to", terminal),
    textOption(options, "party"),
  ];
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(filled(terminal.say.reversedDays, { from: isoDate(from), to: isoDate(to) }));
  const findings = compilePlan(options, terminal, { drafts: true });
  if (findings.diagnostics.some(isError)) {
    printFindings(findings, terminal);
    terminal.print(summary(findings, terminal));
    return 1;
  }
  const resolved = choosePlan(findings.value.plans, options, terminal);
  if (party !== undefined && !resolved.parties.ids.includes(party))
    throw unknownName(terminal.say.unknownParty, party, resolved.parties.ids, terminal, idOfLabel(resolved, party));
  const { controller } = resolved.series.data;
  const chosen = resolved.events.filter(
    (event) =>
      (from === undefined || event.window.end >= from) &&
      (to === undefined || event.window.end <= to) &&
      (party === undefined || resolved.parties.relation(party, event, controller) !== undefined),
  );
  if (format === "json")
    terminal.print(
      JSON.stringify(
        chosen.map((event) => JSON.parse(eventText(event, resolved.series.data.language)) as unknown),
        null,
        1,
      ),
    );
  else
    terminal.print(
      chosen.length === 0 ? terminal.say.nothing : chosen.map((event) => line(event, resolved, terminal)).join("\n"),
    );
  return 0;
};
