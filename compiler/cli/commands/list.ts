import { homeYear } from "../../calendar/bounds.ts";
import { isoDate } from "../../calendar/day.ts";
import { dueText } from "../../data/json.ts";
import { languages, weekdayDate } from "../../locale/languages.ts";
import type { DueWindow, ResolvedPlan } from "../../resolve/model.ts";
import { titleOf } from "../../explain/titles.ts";
import { formatOption, dayOption, textOption, stringOption } from "../terminal/arguments.ts";
import { selectPlan, unknownName } from "../work/select-plan.ts";
import { windowTime } from "../work/window-text.ts";
import type { Command } from "../terminal/command.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printErrors } from "../work/findings.ts";
import { filled, type Localized } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    unknownParty: "стороны «{name}» нет",
    reversedDays: "--from ({from}) позже, чем --to ({to})",
    work: "срок",
    check: "контроль",
    planBy: "успеть до",
    rolled: "следующий рабочий день",
  },
  en: {
    unknownParty: "there is no party “{name}”",
    reversedDays: "--from ({from}) is later than --to ({to})",
    work: "due",
    check: "check",
    planBy: "plan by",
    rolled: "next working day",
  },
};

/** A due window in one line. */
function dueLine(due: DueWindow, resolved: ResolvedPlan, { language, messages, paint }: Terminal): string {
  const own = messagesByLanguage[language];
  const table = languages[language];
  const { start, end, planBy, rolled } = due.window;
  const date = `${weekdayDate(table, end)}${windowTime(due.window)}`.padEnd(24).replaceAll("\u00a0", " ");
  const kind = (due.kind === "work" ? own.work : own.check).padEnd(9);
  const notes = [
    ...(start !== null && start !== end
      ? [`${messages.from} ${weekdayDate(table, start, homeYear(resolved.bounds))}`]
      : []),
    ...(planBy === undefined ? [] : [`${own.planBy} ${weekdayDate(table, planBy, homeYear(resolved.bounds))}`]),
    ...(rolled === undefined ? [] : [`${own.rolled} – ${weekdayDate(table, rolled, homeYear(resolved.bounds))}`]),
  ];
  const item = paint("strong", due.item.padEnd(8));
  const title = titleOf(due.row, resolved.byId);
  return `${date} ${kind} ${item} ${title}${notes.length > 0 ? paint("soft", ` (${notes.join("; ")})`) : ""}`;
}

/** The id of the party with a label or a name: «ДОО», «Школы». */
function idOfLabel({ series }: ResolvedPlan, word: string): string | undefined {
  return series.parties.find(({ data: { label, name } }) =>
    [label, name].some((text) => text.toLowerCase() === word.toLowerCase()),
  )?.data.id;
}

const usage: Localized = {
  ru: `srok list – сроки и контроль по датам

  --party СТОРОНА   только то, что касается этой стороны: school
  --from ДАТА       не раньше этого дня: 2024-04-01
  --to ДАТА         не позже этого дня
  --format text|json
  --year, --series, --as-year – как у srok explain`,
  en: `srok list – deadlines and checks by date

  --party PARTY     only what concerns this party: school
  --from DATE       not before this day: 2024-04-01
  --to DATE         not after this day
  --format text|json
  --year, --series, --as-year – as for srok explain`,
};

/** `srok list`: the due windows, for a party and between two days. */
export const list: Command = {
  name: "list",
  usage,
  options: {
    party: stringOption,
    from: stringOption,
    to: stringOption,
    format: stringOption,
    year: stringOption,
    series: stringOption,
    "as-year": stringOption,
  },
  positionals: [],
  run({ options }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const format = formatOption(options, ["text", "json"], terminal);
    const [from, to, party] = [
      dayOption(options, "from", terminal),
      dayOption(options, "to", terminal),
      textOption(options, "party"),
    ];
    if (from !== undefined && to !== undefined && from > to)
      throw new UsageError(filled(own.reversedDays, { from: isoDate(from), to: isoDate(to) }));
    const findings = compilePlan(options, terminal, { drafts: true });
    if (printErrors(findings, terminal)) return 1;
    const resolved = selectPlan(findings.value.plans, options, terminal);
    if (party !== undefined && !resolved.parties.ids.includes(party))
      throw unknownName(
        own.unknownParty,
        party,
        { known: resolved.parties.ids, meant: idOfLabel(resolved, party) },
        terminal,
      );
    const { controller } = resolved.series.data;
    const chosen = resolved.dueWindows.filter(
      (due) =>
        (from === undefined || due.window.end >= from) &&
        (to === undefined || due.window.end <= to) &&
        (party === undefined || resolved.parties.relation(party, due, controller) !== undefined),
    );
    if (format === "json")
      terminal.print(
        JSON.stringify(
          chosen.map((due) => JSON.parse(dueText(due, resolved.series.data.language)) as unknown),
          null,
          1,
        ),
      );
    else
      terminal.print(
        chosen.length === 0
          ? terminal.messages.nothing
          : chosen.map((due) => dueLine(due, resolved, terminal)).join("\n"),
      );
    return 0;
  },
};
