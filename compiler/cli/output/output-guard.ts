/** Keeps builds out of folders that are not theirs: a build replaces the whole of its folder. */
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";
import { attempt } from "../terminal/system-errors.ts";

const messagesByLanguage = {
  ru: {
    placeOfPlan: "в «{out}» сборке не место: там план; назовите другую папку: --out dist",
    placeTaken: "в «{out}» лежит не сборка, и сборка это стёрла бы; уберите его сами или назовите другую папку: --out",
  },
  en: {
    placeOfPlan: "“{out}” is no place for a build: the plan is there; name another folder: --out dist",
    placeTaken:
      "what lies in “{out}” is no build, and a build would erase it; remove it yourself or name another folder: --out",
  },
};

const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Whether a folder is a build: every build has the feed of everything, at its root or in the folder of a series. */
const isBuild = (folder: string): boolean =>
  ["", ...readdirSync(folder)].some((name) => existsSync(join(folder, name, "feeds", "all.ics")));

/**
 * Whether a build may replace what is at a place. A link may not be replaced: the folder that it leads to would stay
 * as it is.
 */
function isReplaceable(place: string): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  return stat === undefined || (stat.isDirectory() && (readdirSync(place).length === 0 || isBuild(place)));
}

/**
 * Throws a UsageError for a place where a build would replace the plan, or what is no build. A folder of releases may
 * hold other things: a release is added to it.
 */
export function guardOutput(
  plan: string,
  { out, releases }: { readonly out: string; readonly releases: string | undefined },
  terminal: Terminal,
): void {
  const [place, sources] = [resolve(releases ?? out), resolve(plan)];
  const name = relative(process.cwd(), place) || ".";
  if (isInside(place, sources) || (releases === undefined && isInside(sources, place)))
    throw new UsageError(filled(messagesByLanguage[terminal.language].placeOfPlan, { out: name }));
  if (releases === undefined && !attempt(place, terminal, () => isReplaceable(place)))
    throw new UsageError(filled(messagesByLanguage[terminal.language].placeTaken, { out: name }));
}
