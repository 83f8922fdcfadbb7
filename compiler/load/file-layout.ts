import { nearest } from "../source/nearest.ts";
import type { FileKind } from "./schema/schemas.ts";

/** What the path of a file tells about it. `folder` is the calendar's or the series' folder under `plan/`. */
export interface FilePlace {
  readonly path: string;
  readonly kind: FileKind;
  readonly folder: string;
  /** The year of a calendar's file. */
  readonly year?: number | undefined;
  /** The plan that the file belongs to: its folder's name. */
  readonly plan?: string | undefined;
  /** The file's name without `.yaml`. */
  readonly name: string;
}

/**
 * The folder of a plan, whose name is the plan's id: `2024`, `2024-2025`, `1.31`. It begins with a figure, so that its addresses
 * are never those of a page or of another series.
 */
const planFolder = "(?<plan>(?=.{1,40}/)\\d[a-z0-9]*(?:[.-][a-z0-9]+)*)";
/** Whether a name can be that of a plan: of its folder. */
export const isPlanName = (name: string): boolean => new RegExp(`^${planFolder}/$`).test(`${name}/`);

/** Where each kind of file lies under `plan/`; the first pattern that fits decides. */
export const fileLayout: readonly { readonly kind: FileKind; readonly pattern: RegExp; readonly example: string }[] = [
  {
    kind: "calendar",
    pattern: /^calendars\/(?<folder>[a-z][a-z0-9-]*)\/(?<name>(?<year>\d{4}))\.yaml$/,
    example: "calendars/own/20NN.yaml",
  },
  { kind: "rule-set", pattern: /^(?<folder>rules)\/(?<name>[a-z][a-z0-9-]*)\.yaml$/, example: "rules/own.yaml" },
  ...(["series", "parties", "glossary", "profiles", "synonyms"] as const).map((kind) => ({
    kind,
    pattern: new RegExp(`^(?<folder>[a-z][a-z0-9-]*)/(?<name>${kind})\\.yaml$`),
    example: `…/${kind}.yaml`,
  })),
  ...(["order", "plan", "periods", "events", "occurrences", "readings"] as const).map((kind) => ({
    kind,
    pattern: new RegExp(`^(?<folder>[a-z][a-z0-9-]*)/${planFolder}/(?<name>${kind})\\.yaml$`),
    example: `…/20NN/${kind}.yaml`,
  })),
  {
    kind: "section",
    pattern: new RegExp(`^(?<folder>[a-z][a-z0-9-]*)/${planFolder}/(?<name>section-\\d{1,4})\\.yaml$`),
    example: "…/20NN/section-1.yaml",
  },
];

/** What may be the path below `plan/`, wherever the checkout lies: after each folder of that name, and the path itself. */
function belowPlan(path: string): string[] {
  const below = [...path.matchAll(/(?<=^|\/)plan\//g)].map(({ index }) => path.slice(index + "plan/".length));
  const steps = path.split("/");
  // A folder of another name: a file lies two or three steps below it.
  return below.length > 0 ? below : [path, steps.slice(-3).join("/"), steps.slice(-2).join("/")];
}

/** Returns what a file is by its path; undefined when no such file belongs to a plan. */
export function classifyPath(path: string): FilePlace | undefined {
  for (const inside of belowPlan(path)) {
    for (const { kind, pattern } of fileLayout) {
      const groups = pattern.exec(inside)?.groups;
      if (groups === undefined) continue;
      return {
        path,
        kind,
        folder: groups["folder"]!,
        name: groups["name"]!,
        year: groups["year"] === undefined ? undefined : Number(groups["year"]),
        plan: groups["plan"],
      };
    }
  }
  return undefined;
}

/** The files of a series and of a plan that have one name wherever they lie. */
const fixedNames = [
  "series",
  "parties",
  "glossary",
  "profiles",
  "synonyms",
  "order",
  "plan",
  "periods",
  "events",
  "occurrences",
  "readings",
] as const;

const yamlFile = /\.ya?ml$/i;
/** What a name of a plan's file becomes when it is saved as a text, copied aside or backed up. */
const disguised = new RegExp(
  `^(?:[^.].*\\.ya?ml[^a-z0-9].*|(?:${fixedNames.join("|")}|section-\\d+)(?:\\.(?:txt|text|json|bak|old|orig))?)$`,
  "i",
);
/** Files that git reads its settings from: with them a folder of the plan would configure git for whoever compares plans. */
const gitFile = /^(?:HEAD|\.git|\.gitmodules|\.gitattributes|\.gitconfig)$/i;

/**
 * Whether a file under `plan/` concerns the compiler. YAML files do, and so does what must not lie there unseen: a file of
 * the plan under a name that would be passed over, and a file that configures git. All else (a README, a picture) is left alone.
 */
export function concernsPlan(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return yamlFile.test(name) || disguised.test(name) || gitFile.test(name);
}

/** Whether a file configures git: a folder with a HEAD is a repository to git (git-config, safe.bareRepository). */
export const configuresGit = (path: string): boolean => gitFile.test(path.slice(path.lastIndexOf("/") + 1));

/** The name that a file which belongs nowhere was probably meant to have, in the folder that it lies in. */
export function suggestFileName(path: string): string | undefined {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const written = path.slice(folder.length);
  const name = disguised.test(written)
    ? written
        .replace(/\.ya?ml\b.*$/i, "")
        .replace(/\.[a-z]+$/i, "")
        .toLowerCase() + ".yaml"
    : written.replace(/\.yml$/i, ".yaml");
  const number = /\d+/.exec(name)?.[0] ?? "1";
  const names = [...[...fixedNames, `section-${number}`].map((kind) => `${kind}.yaml`), name];
  const possible = names.filter((candidate) => classifyPath(folder + candidate) !== undefined);
  return possible.includes(name) ? name : nearest(name, possible);
}
