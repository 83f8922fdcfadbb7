/** A plan on the desk of whoever makes a proposal: what stands in its rows, and wishes made operations. */
import type { YamlValue } from "../edit/yaml-text.ts";
import { isSameValue, valueIn } from "../edit/set-value.ts";
import type { Item } from "../generated/types.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { nameOf } from "../explain/titles.ts";
import type { ResolvedDeadline, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import type { SourceFile } from "../source/span.ts";
import { diffMessages } from "../diff/view.ts";
import { windowText } from "../diff/entries.ts";
import { profilesPath } from "./add-profile.ts";
import { filesAfter } from "./operations.ts";
import { checkSources, type CheckedSources } from "./judge.ts";
import { hashOf, itemIn, openPlan, type PlanFiles } from "./plan-files.ts";
import { cellPath, type DeadlineCell, type Operation, type Proposal } from "./proposal.ts";
import { textOperations } from "./text-hunks.ts";
import { defined } from "../source/defined.ts";

/** The plan that is edited, compiled as it is. */
export interface Desk {
  readonly base: CheckedSources;
  readonly files: PlanFiles;
  readonly series: string;
  readonly plan: string;
  readonly language: LanguageCode;
}

/** Lays a plan on the desk; undefined where the sources have none of that name. */
export function openDesk(
  sources: readonly SourceFile[],
  { series, plan, language }: Omit<Desk, "base" | "files">,
): Desk | undefined {
  const files = openPlan(sources, series, plan);
  return files === undefined ? undefined : { base: checkSources(sources), files, series, plan, language };
}

/** The plan of a desk among compiled ones. */
export const planOn = (
  { series, plan }: Pick<Desk, "series" | "plan">,
  { value }: Pick<CheckedSources, "value">,
): ResolvedPlan | undefined => value.plans.find((each) => each.id === plan && each.series.data.slug === series);

/** A cell as it stands: its words and its dates, in words. */
export interface CellFacts {
  readonly text: string;
  readonly dates: readonly string[];
}

/** What a form shows of an item. */
export interface ItemFacts {
  readonly id: string;
  readonly name: string;
  readonly withdrawn: boolean;
  readonly deadline: CellFacts | null;
  readonly control: CellFacts | null;
  /** As it is written: the order's words or names of parties. */
  readonly responsible: string;
}

/** The dates of a deadline in words; its state where it has none. */
export const datesOf = (deadline: ResolvedDeadline, plan: ResolvedPlan, language: LanguageCode): string[] =>
  deadline.windows.map((window) => windowText(window, plan, diffMessages[language], language));

const cellFacts = (
  deadline: ResolvedDeadline | null | undefined,
  plan: ResolvedPlan,
  language: LanguageCode,
): CellFacts | null =>
  deadline === null || deadline === undefined
    ? null
    : { text: deadline.text, dates: datesOf(deadline, plan, language) };

/** The words of a value of responsible parties. */
const partiesText = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(", ")
    : typeof value === "string"
      ? value
      : ((value as { text?: string } | undefined)?.text ?? "");

/** What stands in an item now; undefined where there is none. */
export function itemFacts(desk: Desk, id: string): ItemFacts | undefined {
  const { base, files, language } = desk;
  const plan = planOn(desk, base);
  const item: ResolvedItem | undefined = plan?.byId.get(id);
  const row = itemIn(files, id)?.data as (Item & { readonly responsible?: unknown }) | undefined;
  if (plan === undefined || item === undefined || row === undefined) return undefined;
  return {
    id,
    name: nameOf(item, plan.byId),
    withdrawn: item.withdrawn !== null,
    deadline: cellFacts(item.deadline, plan, language),
    control: cellFacts(item.control?.deadline, plan, language),
    responsible: partiesText(row.responsible),
  };
}

/** What somebody wants, without what stands there now. */
export type Wish =
  | { readonly op: "move"; readonly item: string; readonly cell: DeadlineCell; readonly to: YamlValue }
  | { readonly op: "set"; readonly item: string; readonly key: string; readonly to: YamlValue | undefined }
  /** `was`: the text that the edit began with, where the file has another by now. */
  | { readonly op: "text"; readonly file: string; readonly was?: string | undefined; readonly to: string }
  | Extract<Operation, { readonly op: "record" | "withdraw" | "add" | "profile" }>;

function valueOf(files: PlanFiles, item: string, path: readonly string[]): { readonly was?: YamlValue } {
  const row = itemIn(files, item);
  const was = row === undefined ? undefined : valueIn(row.file, ["items", row.index, ...path]);
  return defined({ was: was as YamlValue | undefined });
}

/** Operations that make a wish true after earlier ones; none where it is true already. */
export function operationsFor(desk: Desk, wish: Wish, earlier: readonly Operation[]): readonly Operation[] {
  const files = filesAfter(desk.files, earlier);
  switch (wish.op) {
    case "move": {
      const value = valueOf(files, wish.item, cellPath[wish.cell]);
      return isSameValue(value.was, wish.to) ? [] : [{ ...wish, ...value }];
    }
    case "set": {
      const { item, key, to } = wish;
      const value = valueOf(files, item, [key]);
      if (isSameValue(value.was, to)) return [];
      const file = itemIn(files, item)?.path ?? "";
      return [{ op: "set", file, row: { list: "items", id: item }, path: [key], ...value, ...defined({ to }) }];
    }
    case "text":
      return textOperations(wish.file, wish.was ?? files.texts.get(wish.file) ?? "", wish.to);
    default:
      return [wish];
  }
}

/** The files that a proposal touches, with their hashes: from these it was made. */
function touched({ files }: Desk, operations: readonly Operation[]): Record<string, string> {
  const paths = operations.map((operation) => {
    if ("file" in operation) return operation.file;
    if (operation.op === "profile") return profilesPath;
    return operation.op === "record" ? `${files.plan}occurrences.yaml` : itemIn(files, operation.item)?.path;
  });
  const known = [...new Set(paths)].flatMap((path) => (path !== undefined && files.texts.has(path) ? [path] : []));
  return Object.fromEntries(known.map((path) => [path, hashOf(files.texts.get(path)!)]));
}

/** Operations as a proposal for the plan on the desk. */
export const proposalOn = (
  desk: Desk,
  operations: readonly Operation[],
  { basis, why, author }: Pick<Proposal, "basis" | "why" | "author">,
): Proposal => ({
  "srok-proposal": 1,
  series: desk.series,
  plan: desk.plan,
  base: { files: touched(desk, operations) },
  ...defined({ basis, why: why?.trim() || undefined, author }),
  operations,
});

/** An operation that stands by its own value against what somebody else has written meanwhile. */
export function insist(desk: Desk, operation: Operation, earlier: readonly Operation[]): Operation {
  const files = filesAfter(desk.files, earlier);
  if (operation.op === "move") {
    const { was: _, ...rest } = operation;
    return { ...rest, ...valueOf(files, operation.item, cellPath[operation.cell]) };
  }
  if (operation.op !== "set" || operation.row?.list !== "items") return operation;
  const { was: _, ...rest } = operation;
  return { ...rest, ...valueOf(files, operation.row.id, operation.path.map(String)) };
}
