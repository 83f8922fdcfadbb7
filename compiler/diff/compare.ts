import { spanOf, type Path } from "../load/yaml/parsed-yaml.ts";
import {
  isDraft,
  type CellKind,
  type DueWindow,
  type ResolvedDeadline,
  type ResolvedItem,
  type ResolvedPlan,
} from "../resolve/model.ts";
import { causesOfCell, causesOfDate, type PlanPair } from "./causes.ts";
import { inOrder } from "../load/plan-bounds.ts";
import type {
  Change,
  DateChange,
  DateChangeKind,
  Difference,
  ItemChange,
  EditPlace,
  Standing,
  WordingChange,
  PlanChange,
} from "./change.ts";
import { causesOfParties, responsiblePlace } from "./party-causes.ts";
import { same } from "./same.ts";
import { sameNames } from "../source/same-names.ts";

/** How a due window that both plans have differs; undefined where it does not. */
function kindOf(before: DueWindow, after: DueWindow): DateChangeKind | undefined {
  const [windowBefore, windowAfter] = [before.window, after.window];
  const isMoved =
    windowBefore.start !== windowAfter.start ||
    windowBefore.end !== windowAfter.end ||
    !same(windowBefore.instants, windowAfter.instants);
  if (isMoved) return "moved";
  if (!sameNames(before.audience, after.audience) || !sameNames(before.read, after.read)) return "reassigned";
  const beside = (due: DueWindow): unknown => {
    const { rolled, planBy, lastWorkingDay, conditional, subject, startIs } = due.window;
    return { rolled, planBy, lastWorkingDay, conditional, subject, startIs };
  };
  return same(beside(before), beside(after)) ? undefined : "noted";
}

/** Entries by uid; one that two plans share counts once, in the plan that it is first listed in. */
function entriesOf(plans: readonly ResolvedPlan[]): Map<string, { due: DueWindow; plan: string }> {
  const entries = new Map<string, { due: DueWindow; plan: string }>();
  for (const { dueWindows, id } of plans)
    for (const due of dueWindows) if (!entries.has(due.uid)) entries.set(due.uid, { due, plan: id });
  return entries;
}

function dateChanges(
  before: readonly ResolvedPlan[],
  after: readonly ResolvedPlan[],
  pairs: readonly Required<PlanPair>[],
): DateChange[] {
  const [entriesBefore, entriesAfter] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...entriesAfter.keys(), ...entriesBefore.keys()])].flatMap((uid): DateChange[] => {
    const [entryBefore, entryAfter] = [entriesBefore.get(uid), entriesAfter.get(uid)];
    const { due, plan } = (entryAfter ?? entryBefore)!;
    const pair = pairs.find((each) => each.after?.id === plan);
    if (pair === undefined) return [];
    const [dueBefore, dueAfter] = [entryBefore?.due ?? null, entryAfter?.due ?? null];
    const kind = dueBefore === null ? "new" : dueAfter === null ? "gone" : kindOf(dueBefore, dueAfter);
    if (kind === undefined) return [];
    const causes =
      kind === "reassigned" && dueBefore !== null && dueAfter !== null
        ? causesOfParties(dueBefore, dueAfter, pair)
        : causesOfDate(dueBefore, dueAfter, pair);
    return [{ kind, plan, item: due.item, cell: due.kind, uid, before: dueBefore, after: dueAfter, causes }];
  });
}

function standingOf(deadline: ResolvedDeadline | null | undefined): Standing {
  if (!deadline) return "none";
  return deadline.state === "on-event" ? (deadline.windows.length > 0 ? "dated" : "waiting") : deadline.state;
}

const cells: readonly {
  readonly cell: CellKind;
  readonly of: (item: ResolvedItem | null) => ResolvedDeadline | null;
  readonly path: Path;
}[] = [
  { cell: "work", of: (item) => item?.deadline ?? null, path: ["deadline"] },
  { cell: "control", of: (item) => item?.control?.deadline ?? null, path: ["control", "deadline"] },
];

const texts: readonly {
  readonly field: WordingChange["field"];
  readonly path: Path;
  readonly of: (item: ResolvedItem) => string | undefined;
}[] = [
  { field: "activity", path: ["activity"], of: ({ source }) => source.data.activity },
  { field: "deadline", path: ["deadline", "text"], of: ({ source }) => source.data.deadline?.text },
  { field: "form", path: ["control", "form"], of: ({ source }) => source.data.control?.form },
  {
    field: "control-deadline",
    path: ["control", "deadline", "text"],
    of: ({ source }) => source.data.control?.deadline?.text,
  },
  { field: "note", path: ["note"], of: ({ source }) => source.data.note },
];

const at = (
  item: ResolvedItem,
  path: Path,
  side: EditPlace["side"] = "after",
  of: "key" | "value" = "value",
): EditPlace => ({
  side,
  span: spanOf(item.source.origin, path, of),
});

/** The changes of a row that both plans have. */
function rowChanges(
  before: ResolvedItem,
  after: ResolvedItem,
  pair: Required<PlanPair>,
  titles: ReadonlyMap<string, string>,
): ItemChange[] {
  const plan = pair.after?.id ?? "";
  const about = { plan, item: after.id, before, after };
  const changes: ItemChange[] = [];
  if ((before.withdrawn === null) !== (after.withdrawn === null)) {
    changes.push(
      after.withdrawn === null
        ? { ...about, kind: "restored", at: at(before, ["withdrawn"], "before", "key") }
        : { ...about, kind: "withdrawn", at: at(after, ["withdrawn"], "after", "key") },
    );
  }
  for (const { field, path, of } of texts) {
    const [from = "", to = ""] = [of(before), of(after)];
    if (from !== to) changes.push({ ...about, kind: "reworded", field, from, to, at: at(after, path) });
  }
  if (!sameNames(before.responsible, after.responsible))
    changes.push({
      ...about,
      kind: "responsible",
      from: before.responsible,
      to: after.responsible,
      at: responsiblePlace(after, before),
    });
  for (const { cell, of, path } of cells) {
    const [deadlineBefore, deadlineAfter] = [of(before), of(after)];
    const [from, to] = [standingOf(deadlineBefore), standingOf(deadlineAfter)];
    if (from === to || after.withdrawn !== null || before.withdrawn !== null) continue;
    const waits = (deadline: ResolvedDeadline | null): string[] => [
      ...new Set((deadline?.waiting ?? []).map(({ event }) => titles.get(event) ?? event)),
    ];
    changes.push({
      ...about,
      kind: "standing",
      cell,
      from,
      to,
      events: waits(to === "waiting" ? deadlineAfter : deadlineBefore),
      at: at(after, path, "after", "key"),
      causes: causesOfCell(
        after.id,
        cell,
        [...(deadlineBefore?.windows ?? []), ...(deadlineAfter?.windows ?? [])],
        pair,
      ),
    });
  }
  return changes;
}

function itemChanges(before: ResolvedPlan, after: ResolvedPlan): ItemChange[] {
  const { id: plan } = after;
  const titles = new Map([...before.awaitableEvents, ...after.awaitableEvents].map(({ id, title }) => [id, title]));
  const came = after.items.flatMap((rowAfter): ItemChange[] => {
    const rowBefore = before.byId.get(rowAfter.id);
    return rowBefore === undefined
      ? [{ kind: "row-new", plan, item: rowAfter.id, before: null, after: rowAfter, at: at(rowAfter, ["id"]) }]
      : rowChanges(rowBefore, rowAfter, { before, after }, titles);
  });
  const went = before.items
    .filter(({ id }) => !after.byId.has(id))
    .map((rowBefore): ItemChange => ({
      kind: "row-gone",
      plan,
      item: rowBefore.id,
      before: rowBefore,
      after: null,
      at: at(rowBefore, ["id"], "before"),
    }));
  return [...came, ...went];
}

function planChange(before: ResolvedPlan | undefined, after: ResolvedPlan | undefined): PlanChange | undefined {
  const plan = (after ?? before)!;
  const counts = { plan: plan.id, items: plan.items.length, dates: plan.dueWindows.length, draft: isDraft(plan) };
  if (before === undefined) return { kind: "year-new", ...counts };
  if (after === undefined) return { kind: "year-gone", ...counts };
  return isDraft(before) && !isDraft(after) ? { kind: "year-published", ...counts } : undefined;
}

/** In the order of the plan: plan by plan, then by row; the row itself before its dates, dates by day. */
function inPlanOrder(changes: readonly Change[], plans: readonly ResolvedPlan[]): Change[] {
  const positions = new Map(
    plans.flatMap(({ id: plan, items }) => items.map(({ id }, index) => [`${plan} ${id}`, index] as const)),
  );
  const order = [...new Set([...plans].sort(inOrder).map(({ id }) => id))];
  const planPlace = (id: string): number => order.indexOf(id);
  const key = (change: Change): readonly number[] => {
    if (!("item" in change)) return [planPlace(change.plan), -1, 0, 0];
    const position = positions.get(`${change.plan} ${change.item}`) ?? Number.MAX_SAFE_INTEGER;
    return "uid" in change
      ? [planPlace(change.plan), position, change.cell === "work" ? 1 : 2, (change.after ?? change.before)!.window.end]
      : [planPlace(change.plan), position, 0, 0];
  };
  const compareKeys = (a: readonly number[], b: readonly number[]): number =>
    a.map((value, index) => value - b[index]!).find((difference) => difference !== 0) ?? 0;
  return changes
    .map((change) => ({ change, key: key(change) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ change }) => change);
}

function compareSeries(series: string, before: readonly ResolvedPlan[], after: readonly ResolvedPlan[]): Difference {
  const ids = [...new Set([...before, ...after].sort(inOrder).map(({ id }) => id))];
  const pairs = ids.map((id) => ({
    before: before.find((plan) => plan.id === id),
    after: after.find((plan) => plan.id === id),
  }));
  const both = pairs.flatMap((pair) => (pair.before && pair.after ? [{ before: pair.before, after: pair.after }] : []));
  const changes = [
    ...pairs.flatMap((pair) => planChange(pair.before, pair.after) ?? []),
    ...both.flatMap((pair) => itemChanges(pair.before, pair.after)),
    ...dateChanges(before, after, both),
  ];
  return { series, before, after, changes: inPlanOrder(changes, [...before, ...after]) };
}

/**
 * Everything in which two compiled plans differ, series by series: entries are known by their uid, rows by their id. The
 * command, the comment on a pull request and the proposals of the site read it.
 */
export function compare(before: readonly ResolvedPlan[], after: readonly ResolvedPlan[]): Difference[] {
  const slugs = [...new Set([...after, ...before].map(({ series }) => series.data.slug))];
  const bySlug = (plans: readonly ResolvedPlan[]): Map<string, ResolvedPlan[]> =>
    Map.groupBy(plans, ({ series }) => series.data.slug);
  const [seriesBefore, seriesAfter] = [bySlug(before), bySlug(after)];
  return slugs.map((slug) => compareSeries(slug, seriesBefore.get(slug) ?? [], seriesAfter.get(slug) ?? []));
}
