import { join } from "node:path";
import { compile, isError } from "../../compiler/compile.ts";
import { compare } from "../../compiler/diff/compare.ts";
import type { Change, DateChange, Difference } from "../../compiler/diff/change.ts";
import { isoDate } from "../../compiler/calendar/day.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { plan2024, readPlan, repository } from "../plan-files.ts";

/** Files by their path below `plan/`; null takes one away. */
export type Overlay = Readonly<Record<string, string | null>>;

/** The small base plan of the cases with some files in place of its own. */
export function baseWith(overlay: Overlay): SourceFile[] {
  const files = new Map(readPlan(join(repository, "test", "cases", "base", "plan")).map((file) => [file.path, file]));
  for (const [path, text] of Object.entries(overlay)) {
    if (text === null) files.delete(`plan/${path}`);
    else files.set(`plan/${path}`, { path: `plan/${path}`, text });
  }
  return [...files.values()];
}

/** The plan of 2024 with replacements in its texts; each must hit exactly once. */
export function publishedWith(
  replacements: readonly (readonly [file: string, from: string, to: string])[],
): SourceFile[] {
  return replacements.reduce((sources, [file, from, to]) => {
    const source = sources.find(({ path }) => path.endsWith(file));
    if (source === undefined || source.text.split(from).length !== 2)
      throw new Error(`“${from}” does not stand once in ${file}`);
    return sources.map((each) => (each === source ? { ...each, text: each.text.replace(from, to) } : each));
  }, plan2024());
}

/** Compiles a plan that has no errors. */
export function plansOf(sources: readonly SourceFile[]): readonly ResolvedPlan[] {
  const { value, diagnostics } = compile(sources, { drafts: true });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return value.plans;
}

/** The difference of the only series of two plans. */
export function differenceOf(before: readonly SourceFile[], after: readonly SourceFile[]): Difference {
  return compare(plansOf(before), plansOf(after))[0]!;
}

const windowLine = (due: DateChange["before"]): string =>
  due === null
    ? "–"
    : `${due.window.start === null ? ".." : due.window.start === due.window.end ? "" : `${isoDate(due.window.start)}..`}${isoDate(due.window.end)}`;

/** A change as a person writes it down: `1.1 work moved ..2024-03-01 → ..2024-03-05 because rule 1.1`. */
export function changeLine(change: Change): string {
  if (!("item" in change)) return `${change.kind} ${change.plan}`;
  if ("uid" in change) {
    const why = change.causes
      .map(({ kind, name, chain }) => [kind, name, ...(chain.length > 0 ? [`via ${chain.join(">")}`] : [])].join(" "))
      .join("; ");
    return `${change.item} ${change.cell} ${change.kind} ${windowLine(change.before)} → ${windowLine(change.after)}${why === "" ? "" : ` because ${why}`}`;
  }
  if (change.kind === "reworded") return `${change.item} reworded ${change.field}`;
  if (change.kind === "responsible")
    return `${change.item} responsible ${change.from.join(",")} → ${change.to.join(",")}`;
  return change.kind === "standing"
    ? `${change.item} ${change.cell} ${change.from} → ${change.to}`
    : `${change.item} ${change.kind}`;
}
