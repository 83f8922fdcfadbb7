import type { ResolvedPlan } from "../resolve/resolved.ts";
import { nearest } from "../source/nearest.ts";
import { numberOption, textOption, type Options } from "./arguments.ts";
import { UsageError, type Terminal } from "./environment.ts";
import { filled } from "./messages.ts";

/** A usage error about a name, with the one that was meant where that is known, else the nearest one there is. */
export function unknownName(template: string, name: string, names: Iterable<string>, { say }: Terminal, meant?: string): UsageError {
  const suggestion = meant ?? nearest(name, names);
  return new UsageError([filled(template, { name }), ...(suggestion === undefined ? [] : [filled(say.didYouMean, { suggestion })])].join("; "));
}

/** The plan that `--series` and `--year` name: by default the last year of the only series. */
export function choosePlan(plans: readonly ResolvedPlan[], options: Options, terminal: Terminal): ResolvedPlan {
  const { say } = terminal;
  const slugs = [...new Set(plans.map(({ series }) => series.data.slug))];
  const slug = textOption(options, "series") ?? (slugs.length === 1 ? slugs[0] : undefined);
  if (slug === undefined) throw new UsageError(filled(say.chooseSeries, { names: slugs.join(", ") }));
  if (!slugs.includes(slug)) throw unknownName(say.unknownSeries, slug, slugs, terminal);
  const years = plans.filter(({ series }) => series.data.slug === slug);
  const year = numberOption(options, "year", [1900, 2199], terminal);
  const found = year === undefined ? years.at(-1) : years.find((plan) => plan.year === year);
  if (found === undefined) throw unknownName(say.unknownYear, String(year), years.map((plan) => String(plan.year)), terminal);
  return found;
}
