/** What the page «Предложить изменение» needs of a build: the plan's sources, as one file under a name of its content. */
import { classifyPath } from "../../../compiler/load/file-layout.ts";
import { nameOf } from "../../../compiler/explain/titles.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { memoizeByObject } from "../../../compiler/source/memoize.ts";
import type { SeriesSite } from "../context/site.ts";
import type { EditFile } from "../scripts/edit/protocol.ts";
import { dataFile, type DataFile } from "./data-file.ts";
import { keysFile } from "./edit-keys.ts";

/** The sources of a series: its own files, its calendars and rule sets; paths as in a repository whose folder of plans is `plan`. */
function sourcesOf({ workspace, plan }: SeriesSite): EditFile["sources"] {
  const { folder, data } = plan.series;
  return workspace.files.flatMap(({ source: { path, text } }) => {
    const place = classifyPath(path);
    if (place === undefined) return [];
    const own =
      place.kind === "calendar"
        ? place.folder === data.calendar
        : place.kind === "rule-set"
          ? place.name === data.rules
          : place.folder === folder;
    return own ? [{ path: inPlanFolder(path, place.kind, place.plan), text }] : [];
  });
}

/** A path below `plan/`: a file lies two folders deep there, one of a plan three. */
function inPlanFolder(path: string, kind: string, plan: string | undefined): string {
  const steps = path.split("/");
  const depth = kind === "rule-set" || plan === undefined ? 2 : 3;
  return ["plan", ...steps.slice(kind === "calendar" ? -3 : -depth)].join("/");
}

/** The files that the page loads: the sources, and the explanations of keys for who edits text. */
export interface EditFiles {
  readonly sources: DataFile;
  readonly keys: DataFile;
}

/** The files of a series. */
export const editFiles = memoizeByObject((series: SeriesSite): EditFiles => {
  const content: EditFile = {
    series: series.plan.series.data.slug,
    language: series.language,
    published: [...series.held].sort(),
    sources: [...sourcesOf(series)].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return {
    sources: dataFile(series, "edit", "sources", content),
    keys: dataFile(series, "edit", "keys", keysFile(series.language)),
  };
});

/** The files of a plan and of its series, paths as in their repository. */
export const filesOf = (series: SeriesSite, { id, series: { folder } }: ResolvedPlan): readonly string[] =>
  sourcesOf(series)
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`plan/${folder}/`))
    .filter((path) => path.split("/").length === 3 || path.startsWith(`plan/${folder}/${id}/`))
    .sort();

/** The items of a plan as a list to choose from, by section; headings that have nothing to change are left out. */
export const itemChoices = (
  plan: ResolvedPlan,
): readonly { readonly title: string; readonly items: readonly { readonly id: string; readonly text: string }[] }[] =>
  plan.plan.sections.map(({ data }) => ({
    title: `${data.number}. ${data.short ?? data.title}`,
    items: plan.items
      .filter(({ section, source }) => section === data.id && source.data.heading !== true)
      .map((item) => ({ id: item.id, text: `${item.id} ${nameOf(item, plan.byId)}` })),
  }));
