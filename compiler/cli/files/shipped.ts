import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { classifyPath } from "../../load/file-layout.ts";
import type { SourceFile } from "../../source/span.ts";
import { root } from "./root.ts";

interface ShippedFile {
  readonly path: string;
  /** Which calendar or rule set it is of. */
  readonly name: string;
}

/** The calendars and the rule sets that come with the program. */
function shippedFiles(): ShippedFile[] {
  const paths = ["calendars", "rules"].flatMap((folder) =>
    readdirSync(join(root, "plan", folder), { recursive: true, encoding: "utf8" }).map((path) =>
      join(root, "plan", folder, path),
    ),
  );
  return paths.sort().flatMap((path) => {
    const name = nameOf(path);
    return name === undefined ? [] : [{ path, name }];
  });
}

/** Which calendar or rule set a file is of; undefined for other files. A calendar's years are one calendar. */
function nameOf(path: string): string | undefined {
  const place = classifyPath(path.split(sep).join("/"));
  if (place?.kind === "calendar") return `calendar ${place.folder}`;
  return place?.kind === "rule-set" ? `rules ${place.name}` : undefined;
}

/**
 * The sources of a plan with the shipped calendars and rule sets that it has not itself: its own win, a whole calendar at a
 * time. A new decree comes with a new version of the program.
 */
export function withShipped(sources: readonly SourceFile[]): readonly SourceFile[] {
  const own = new Set(sources.map(({ path }) => nameOf(path)));
  const lacking = shippedFiles().filter(({ name }) => !own.has(name));
  return [
    ...sources,
    ...lacking.map(({ path }) => ({
      path: relative(process.cwd(), path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
    })),
  ];
}
