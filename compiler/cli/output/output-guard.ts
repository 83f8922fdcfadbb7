/** Where a build may lie: it takes the whole of its place, so nothing but a build may be there. */
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

/** What every build has: the feed of everything, at the root or, in a part of a site, in the folder of its series. */
const isBuild = (folder: string): boolean =>
  ["", ...readdirSync(folder)].some((name) => existsSync(join(folder, name, "feeds", "all.ics")));

/** A link is somebody's: the build would take its place, not that of the folder that it leads to. */
function mayBeTaken(place: string): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  return stat === undefined || (stat.isDirectory() && (readdirSync(place).length === 0 || isBuild(place)));
}

/** Refuses a place where a build would take the plan's own, or what is no build; a folder of releases only gets folders more. */
export function refusePlace(
  plan: string,
  { out, releases }: { readonly out: string; readonly releases: string | undefined },
  terminal: Terminal,
): void {
  const [place, sources] = [resolve(releases ?? out), resolve(plan)];
  const name = relative(process.cwd(), place) || ".";
  if (isInside(place, sources) || (releases === undefined && isInside(sources, place)))
    throw new UsageError(filled(messagesByLanguage[terminal.language].placeOfPlan, { out: name }));
  if (releases === undefined && !attempt(place, terminal, () => mayBeTaken(place)))
    throw new UsageError(filled(messagesByLanguage[terminal.language].placeTaken, { out: name }));
}
