import type { Plan } from "../../load/workspace.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { nearest } from "../../source/nearest.ts";
import { textOption, type Options } from "../terminal/arguments.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

/** A usage error about a name, with the one that was meant where that is known, else the nearest one there is. */
export function unknownName(
  template: string,
  name: string,
  { known, meant }: { readonly known: Iterable<string>; readonly meant?: string | undefined },
  { messages }: Terminal,
): UsageError {
  const suggestion = meant ?? nearest(name, known);
  return new UsageError(
    [
      filled(template, { name }),
      ...(suggestion === undefined ? [] : [filled(messages.didYouMean, { suggestion })]),
    ].join("; "),
  );
}

const slugsOf = (plans: readonly ResolvedPlan[]): string[] => [...new Set(plans.map(({ series }) => series.data.slug))];

/** The series that `--series` names, by its slug; undefined where none is named, or no plan came out. */
export function selectSeries(plans: readonly ResolvedPlan[], options: Options, terminal: Terminal): string | undefined {
  const slug = textOption(options, "series");
  const slugs = slugsOf(plans);
  if (slug !== undefined && slugs.length > 0 && !slugs.includes(slug))
    throw unknownName(terminal.messages.unknownSeries, slug, { known: slugs }, terminal);
  return slug;
}

/** The folder of a plan's files, with its final slash. */
export const folderOf = ({ order }: Plan): string => order.origin.file.source.path.replace(/(?:order|plan)\.yaml$/, "");

/** The plan that `--series` and `--year` name: by default the last plan of the only series. */
export function selectPlan(plans: readonly ResolvedPlan[], options: Options, terminal: Terminal): ResolvedPlan {
  const { messages } = terminal;
  const slugs = slugsOf(plans);
  const slug = selectSeries(plans, options, terminal) ?? (slugs.length === 1 ? slugs[0] : undefined);
  if (slug === undefined) throw new UsageError(filled(messages.chooseSeries, { names: slugs.join(", ") }));
  const own = plans.filter(({ series }) => series.data.slug === slug);
  const id = textOption(options, "year");
  const found = id === undefined ? own.at(-1) : own.find((plan) => plan.id === id);
  if (found === undefined)
    throw unknownName(messages.unknownYear, id ?? "", { known: own.map((plan) => plan.id) }, terminal);
  return found;
}
