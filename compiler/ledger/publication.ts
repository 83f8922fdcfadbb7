import { calendarYear } from "../calendar/bounds.ts";
import { parseDate, type Day } from "../calendar/day.ts";
import { retainedPlans } from "../feeds/entries.ts";
import type { FeedHistory } from "../feeds/history.ts";
import { compareNames } from "../load/compare-names.ts";
import { inOrder } from "../load/plan-bounds.ts";
import { dateText, languages } from "../locale/languages.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { citationsOf, ledgerItem } from "./cell-fingerprint.ts";
import { feedHistory } from "./feed-history.ts";
import { currentInputs } from "./inputs.ts";
import {
  uidParts,
  verifiedEvery,
  verifiedOn,
  type Ledger,
  type LedgerEntry,
  type LedgerInput,
  type LedgerItem,
  type LedgerName,
  type NewsLine,
} from "./ledger.ts";
import { firstStep, goneStep, liveStep, type Step } from "./next-entry.ts";
import { currentEntries, type CurrentEntry } from "./current-entry.ts";
import { writeLedger } from "./write-ledger.ts";

/** What publishing a series does: its ledgers afterwards, the news of it, and what feeds take from them. */
export interface Publication {
  /** The series' folder under `plan/`. */
  readonly folder: string;
  readonly today: Day;
  readonly before: readonly Ledger[];
  readonly after: readonly Ledger[];
  /** What changes for subscribers with this publication. */
  readonly news: readonly NewsLine[];
  readonly current: ReadonlyMap<string, CurrentEntry>;
  readonly history: FeedHistory;
}

/** Everything that a publication starts from: the published plans of one series and its ledgers. */
export interface PublicationInput {
  readonly plans: readonly ResolvedPlan[];
  readonly ledgers: readonly Ledger[];
  readonly today: Day;
  /** The path of a plan's ledger that does not exist yet. */
  readonly pathOf: (plan: string) => string;
}

/** The plans whose entries feeds retain, among all that are or were published. */
export function retainedIds(plans: readonly ResolvedPlan[], ledgers: readonly Ledger[]): ReadonlySet<string> {
  const now = plans.map(({ id, bounds }) => ({ id, bounds }));
  const gone = ledgers
    .filter(({ plan }) => !plans.some(({ id }) => id === plan))
    .map(({ plan, bounds }) => ({ id: plan, bounds }));
  return new Set(retainedPlans([...now, ...gone]).map(({ id }) => id));
}

/** The amendments and corrections that a row cites now and did not when it was last published, in words. */
function newCitations(item: string, plan: ResolvedPlan | undefined, known: ReadonlyMap<string, LedgerItem>): string[] {
  const row = plan?.byId.get(item);
  if (plan === undefined || row === undefined) return [];
  const before = known.get(item)?.citations ?? [];
  const amendments = new Map(
    (plan.plan.order.data.amendments ?? []).map(({ id, title, number, date }) => [
      id,
      `${title} (${dateText(languages[plan.series.data.language], parseDate(date)!)}${number === "" ? "" : ` № ${number}`})`,
    ]),
  );
  const reason =
    row.withdrawn === null || known.get(item)?.fingerprint === ledgerItem(row).fingerprint
      ? []
      : [row.withdrawn.reason];
  return [
    ...reason,
    ...citationsOf(row.source.data)
      .filter((cite) => !before.includes(cite))
      .map((cite) => amendments.get(cite) ?? cite),
  ];
}

function newsLine(
  { next, news }: Step,
  old: LedgerEntry | undefined,
  today: Day,
  why: readonly string[],
): NewsLine | undefined {
  if (news === null) return undefined;
  const was = old === undefined || news === "restored" ? null : ([old.start, old.end] as const);
  const is = next.state === "live" ? ([next.start, next.end] as const) : null;
  return {
    on: today,
    kind: news,
    uid: next.uid,
    from: was,
    to: is,
    count: null,
    summary: next.summary,
    who: next.who,
    why,
  };
}

/** The addresses that the plan has now. */
const namesOf = ({ series }: ResolvedPlan): LedgerName[] => [
  ...series.parties.map(({ data }): LedgerName => ({ name: data.id, kind: "party", label: data.label, gone: null })),
  ...series.profiles.map(({ data }): LedgerName => ({ name: data.id, kind: "profile", label: data.label, gone: null })),
];

/** The addresses that a plan's ledger knows, as they are now, and in that of the newest plan those that no ledger knew. */
function nextNames(id: string, newest: ResolvedPlan, ledgers: readonly Ledger[], today: Day): LedgerName[] {
  const now = new Map(namesOf(newest).map((each) => [each.name, each]));
  const known = new Set(ledgers.flatMap(({ names }) => names.map(({ name }) => name)));
  const before = ledgers.find((ledger) => ledger.plan === id)?.names ?? [];
  return [
    ...before.map((each) => now.get(each.name) ?? { ...each, gone: each.gone ?? today }),
    ...(newest.id === id ? [...now.values()].filter(({ name }) => !known.has(name)) : []),
  ];
}

/** Why the row of an entry was taken out of its plan. */
function reasonOf(uid: string, plans: readonly ResolvedPlan[]): string {
  const { item, plan: id } = uidParts(uid);
  return plans.find((plan) => plan.id === id)?.byId.get(item)?.withdrawn?.reason ?? "";
}

/** One plan's ledger after a publication. */
function nextLedger(
  id: string,
  { plans, ledgers, today, pathOf }: PublicationInput,
  steps: ReadonlyMap<string, { step: Step; old: LedgerEntry | undefined }>,
): Ledger | undefined {
  const before = ledgers.find((ledger) => ledger.plan === id);
  const plan = plans.find((each) => each.id === id);
  const own = [...steps.values()].filter(({ step }) => uidParts(step.next.uid).plan === id);
  if (before === undefined && own.length === 0) return undefined;
  const known = new Map((before?.items ?? []).map((item) => [item.item, item]));
  const newest = retainedPlans(plans).at(-1);
  const entries = own.map(({ step }) => step.next);
  const news =
    before === undefined
      ? [
          {
            on: today,
            kind: "year",
            uid: "",
            from: null,
            to: null,
            count: entries.length,
            summary: "",
            who: [],
            why: [],
          } satisfies NewsLine,
        ]
      : own.flatMap(
          ({ step, old }) => newsLine(step, old, today, newCitations(uidParts(step.next.uid).item, plan, known)) ?? [],
        );
  const next = {
    path: before?.path ?? pathOf(id),
    series: before?.series ?? newest?.series.data.slug ?? "",
    plan: id,
    bounds: plan?.bounds ?? before?.bounds ?? calendarYear(Number(id)),
    names: newest === undefined ? (before?.names ?? []) : nextNames(id, newest, ledgers, today),
    items: plan === undefined ? (before?.items ?? []) : plan.items.map(ledgerItem),
    inputs:
      plan === undefined
        ? (before?.inputs ?? [])
        : currentInputs(plan).map(({ origin: _, ...input }): LedgerInput => input),
    entries,
    news: [...(before?.news ?? []), ...news],
  };
  return { ...next, published: today, verified: before?.verified ?? null };
}

/** The ledger of the newest plan. */
function newestOf(ledgers: readonly Ledger[]): Ledger | undefined {
  const plans = ledgers.map((ledger) => ({ id: ledger.plan, bounds: ledger.bounds, ledger }));
  return plans.sort(inOrder).at(-1)?.ledger;
}

/**
 * Lets the newest plan say that the series is as planned today, where nothing has said so for long: feeds that nothing else moves
 * change that seldom.
 */
function verify(ledgers: readonly Ledger[], { ledgers: before, today }: PublicationInput): readonly Ledger[] {
  const last = verifiedOn(before);
  if (last !== undefined && today - last < verifiedEvery) return ledgers;
  const newest = newestOf(ledgers);
  return ledgers.map((ledger) => (ledger === newest ? { ...ledger, published: today, verified: today } : ledger));
}

/** Whether a publication leaves a ledger as it was, but for its date. */
const isSame = (a: Ledger, b: Ledger): boolean =>
  writeLedger({ ...a, published: 0 }) === writeLedger({ ...b, published: 0 });

/**
 * Brings the ledgers of one series up to its plans. Pure: the day is an argument, the same plans and ledgers give the same
 * ledgers, and where nothing has changed for subscribers a ledger stays as it is to the byte, but for the day of `verify`.
 */
export function publish(input: PublicationInput): Publication {
  const { plans, ledgers, today } = input;
  const current = currentEntries(plans);
  const removal = {
    today,
    retained: retainedIds(plans, ledgers),
    currentEntry: (uid: string) => current.get(uid),
    reasonOf: (uid: string) => reasonOf(uid, plans),
  };
  const known = new Map(ledgers.flatMap((ledger) => ledger.entries.map((entry) => [entry.uid, entry] as const)));
  const steps = new Map<string, { step: Step; old: LedgerEntry | undefined }>();
  for (const uid of new Set([...known.keys(), ...current.keys()])) {
    const [old, now] = [known.get(uid), current.get(uid)];
    const step =
      now === undefined
        ? goneStep(old!, removal)
        : old === undefined
          ? firstStep(now, today)
          : liveStep(old, now, today);
    steps.set(uid, { step, old });
  }
  const ids = [
    ...new Set([
      ...ledgers.map(({ plan }) => plan),
      ...[...steps.values()].map(({ step }) => uidParts(step.next.uid).plan),
    ]),
  ].sort(compareNames);
  const published = ids.flatMap((id): Ledger[] => {
    const before = ledgers.find((ledger) => ledger.plan === id);
    const next = nextLedger(id, input, steps);
    if (next === undefined) return [];
    return [before !== undefined && isSame(before, next) ? before : next];
  });
  const after = verify(published, input);
  const news = after.flatMap((ledger) =>
    ledger.news.slice(ledgers.find(({ plan }) => plan === ledger.plan)?.news.length ?? 0),
  );
  return {
    folder: plans[0]?.series.folder ?? "",
    today,
    before: ledgers,
    after,
    news,
    current,
    history: feedHistory(plans, after),
  };
}
