import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { languages, type LanguageCode } from "../../locale/languages.ts";

/** So deep below the folder that is named a series lies at most: `FOLDER/plan/SERIES`. */
const deepest = 2;

function seriesFiles(folder: string, depth = 0): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (entry.isFile() && entry.name === "series.yaml") return [join(folder, entry.name)];
    return entry.isDirectory() && depth < deepest && !/^[.]|^node_modules$/.test(entry.name)
      ? seriesFiles(join(folder, entry.name), depth + 1)
      : [];
  });
}

interface Said {
  readonly series: string;
  readonly language: LanguageCode;
  readonly root: boolean;
}

/** What a series file says of its language, without the rest of it: it may be broken, and its errors want a language. */
function saidIn(path: string): readonly Said[] {
  const text = readFileSync(path, "utf8");
  const language = /^language:[ \t]*["']?([a-z]{2})\b/m.exec(text)?.[1] ?? "";
  return Object.hasOwn(languages, language)
    ? [
        {
          series: basename(join(path, "..")),
          language: language as LanguageCode,
          root: /^root:[ \t]*true\b/m.test(text),
        },
      ]
    : [];
}

/** The language of the plan in a folder: of the series that is named, else of the root one; undefined where none can be read. */
export function languageOfPlan(folder: string, series: string | undefined): LanguageCode | undefined {
  try {
    const all = seriesFiles(folder).flatMap(saidIn);
    return (all.find((each) => each.series === series) ?? all.find(({ root }) => root) ?? all[0])?.language;
  } catch {
    // Whoever needs the folder reads it again and says what is wrong with it.
    return undefined;
  }
}
