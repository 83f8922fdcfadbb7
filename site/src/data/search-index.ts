import { isoMonth } from "../../../compiler/calendar/day.ts";
import { dayKeys, dayPage } from "../../../compiler/views/year/day.ts";
import { languages } from "../../../compiler/locale/languages.ts";
import { sectionTables } from "../../../compiler/views/document/document.ts";
import { glossaryView } from "../../../compiler/views/document/glossary.ts";
import type { RecordDate, RecordKind, SearchData, SearchRecord } from "../../../compiler/search/records.ts";
import { calendarMonths } from "../../../compiler/views/year/calendar.ts";
import { namesByPeople } from "../../../compiler/views/plan/search.ts";
import { roleEntries } from "../../../compiler/views/role/role.ts";
import { rulesView } from "../../../compiler/views/plan/rules.ts";
import {
  searchableItems,
  synonymsOf,
  type SearchableDate,
  type SearchableItem,
} from "../../../compiler/views/plan/search.ts";
import type { TextPiece } from "../../../compiler/views/text-pieces.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { SeriesSite } from "../context/site.ts";
import type { Strings } from "../i18n/strings.ts";

const plain = (pieces: readonly TextPiece[]): string => pieces.map(({ text }) => text).join("");

const record = (
  kind: RecordKind,
  path: string,
  title: string,
  place: string,
  text: readonly string[],
): SearchRecord => ({ kind, path, title, place, text: [...new Set(text)] });

const dateOf = (t: Strings, { kind, by, named }: SearchableDate): RecordDate => [
  by.iso,
  kind === "work" ? 0 : 1,
  by.text,
  by.iso === named.iso ? "" : t.search.named(named.text),
];

/** What stands in place of a date; nothing for an item with dates, whose next one the browser picks. */
const stateText = (t: Strings, { state, dates }: SearchableItem): string =>
  dates.length > 0
    ? ""
    : {
        dated: "",
        "on-event": t.item.onEvent,
        continuous: t.item.continuous,
        external: t.item.external,
        none: t.search.noDeadline,
      }[state];

function itemRecords({ t, plan: newest }: SeriesSite, plan: ResolvedPlan): SearchRecord[] {
  return searchableItems(plan).map((item) => {
    const section = t.sections.sectionTitle(item.section.number, item.section.short);
    const place = plan === newest ? section : t.search.ofPlan(section, plan.id);
    return {
      path: `${plan.id}/items/${item.id}/`,
      kind: "item",
      title: item.title,
      place,
      text: [...new Set(item.text)].filter((text) => text !== item.title),
      id: item.id,
      state: stateText(t, item),
      dates: item.dates.map((date) => dateOf(t, date)),
    };
  });
}

function ruleRecords({ t, plan, workspace }: SeriesSite): SearchRecord[] {
  const view = rulesView(plan, workspace);
  const values: Readonly<Record<string, string>> = t.rules.values;
  const rule = (anchor: string, title: string, ...text: readonly (string | null | undefined)[]): SearchRecord =>
    record(
      "rule",
      `rules/#${anchor}`,
      title,
      t.rules.heading,
      text.filter((each) => each !== null && each !== undefined),
    );
  return [
    ...view.points.map(({ point, value, source, note }) =>
      rule(`point-${point}`, t.rules.point[point], values[value] ?? value, source, note),
    ),
    ...view.rolls.map(({ form, mode, source, note }) =>
      rule(`roll-${form}`, t.rules.form[form], t.rules.mode[mode], source, note),
    ),
    ...view.periods.map(({ id, title, source }) => rule(`period-${id}`, title, source.title, source.note)),
  ];
}

/** The months of a plan, by which a query that names one is answered first. */
const monthRecords = ({ plan, t }: SeriesSite): SearchRecord[] =>
  calendarMonths(plan).map(({ key, title, year, month }) => ({
    ...record("month", `${plan.id}/calendar/${key}/`, t.search.month(title, year), t.nav.calendar, []),
    time: isoMonth({ year, month }),
  }));

/** The days that have something, found by their dates; those of the plan's own year first. */
const dayRecords = ({ plan, t }: SeriesSite): SearchRecord[] =>
  [...dayKeys(plan)]
    .sort((a, b) => a.length - b.length)
    .map((key) => {
      const { day } = dayPage(plan, key);
      return {
        ...record("day", `${plan.id}/days/${key}/`, day.fullDate, `${day.weekdayName}, ${t.nav.calendar}`, []),
        time: day.iso,
      };
    });

/** Pages that answer a question by themselves, with the questions. */
const pageRecords = ({ plan, t }: SeriesSite): SearchRecord[] =>
  (
    [
      ["roles/", t.search.pages.roles],
      [`${plan.id}/calendar/`, t.search.pages.calendar],
      [`${plan.id}/document/`, t.search.pages.document],
      ["my/", t.search.pages.my],
      ["calculator/", t.search.pages.calculator],
    ] as const
  ).map(([path, { title, names }]) => ({ ...record("page", path, title, "", []), names }));

function recordsOf(series: SeriesSite): SearchRecord[] {
  const { plan, plans, t } = series;
  const terms = glossaryView(plan).map(({ anchor, term, meaning }) =>
    record("term", `glossary/#${anchor}`, plain(term), t.glossary.title, [plain(meaning)]),
  );
  const roles = roleEntries(plan).map(({ id, name, label, mark }) => ({
    ...record("role", `roles/${id}/`, name, t.rolesPage.title, []),
    names: [label, mark, ...namesByPeople(plan, id)].filter((each, index, all) => all.indexOf(each) === index),
  }));
  const items = [...plans].reverse().flatMap((each) => itemRecords(series, each));
  const sections = sectionTables(plan).map(({ id, number, plainTitle, short }) => ({
    ...record(
      "section",
      `${plan.id}/sections/${id}/`,
      t.sections.sectionTitle(number, plainTitle),
      t.sections.title,
      [],
    ),
    names: [short],
  }));
  const profiles = plan.series.profiles.map(({ data }) =>
    record("role", `roles/${data.id}/`, data.name, t.rolePicker.title, [data.label]),
  );
  return [
    ...roles,
    ...profiles,
    ...monthRecords(series),
    ...dayRecords(series),
    ...pageRecords(series),
    ...sections,
    ...items,
    ...terms,
    ...ruleRecords(series),
  ];
}

/** All that a series is searched by. */
export const searchData = (series: SeriesSite): SearchData => ({
  language: series.language,
  months: languages[series.language].months.map((name, index) => [
    name,
    languages[series.language].monthsInDate[index]!,
  ]),
  records: recordsOf(series),
  synonyms: synonymsOf(series.plan),
});
