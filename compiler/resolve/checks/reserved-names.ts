/** Names that stand for something already, so that nothing of a plan may be called so. */

/** Names of files on Windows that are devices, whatever follows the dot. */
export const isWindowsDeviceName = (name: string): boolean => /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(name);

/** Feeds are named after parties and profiles: these names are those of the feed of everything and of feeds with reminders. */
export const isReservedId = (id: string): boolean => id === "all" || id.endsWith("-alarms");

/** Names of windows: this ending is that of the additional «Начало» entry. */
export const isReservedKey = (key: string): boolean => key.endsWith("-start");

/** Folders at the root of a site besides its years, held to a built one by `test/e2e/site/two-series.test.ts`: a series of such a name would lie over them. */
const siteFolders: ReadonlySet<string> = new Set([
  "assets",
  "calculator",
  "changes",
  "components",
  "data",
  "edit",
  "feeds",
  "fonts",
  "glossary",
  "my",
  "near",
  "roles",
  "rules",
  "search",
]);

export const isSiteFolder = (name: string): boolean => siteFolders.has(name);

/** Folders below `plan/` that no series has, and that folder itself, by which the place of a file is known. */
const planFolders: ReadonlySet<string> = new Set(["calendars", "rules", "plan"]);

/** What a name that is made up has to keep clear of, whatever it is to name. */
export const isTaken = (name: string): boolean =>
  isWindowsDeviceName(name) || isReservedId(name) || isSiteFolder(name) || planFolders.has(name);
