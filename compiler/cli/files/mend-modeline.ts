import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { classifyPath } from "../../load/file-layout.ts";
import type { SourceFile } from "../../source/span.ts";
import { schemaFolder } from "./schema-folder.ts";

const modeline = /^(\ufeff?# yaml-language-server: \$schema=)(\S+)/;

/**
 * A file whose first line names a schema that is not there names the plan's own instead, as after a plan has moved to another
 * repository. A schema at an address of the web is left alone.
 */
export function mendModeline({ path, text }: SourceFile, plan: string): string {
  const [, , named] = modeline.exec(text) ?? [];
  const kind = classifyPath(path)?.kind;
  if (named === undefined || kind === undefined || /^[a-z]+:\/\//i.test(named)) return text;
  const { folder, own } = schemaFolder(plan);
  // Without installed packages there is no place where schemas could be laid out.
  if (!own && !existsSync(dirname(dirname(dirname(folder))))) return text;
  const expected = join(folder, `${kind}.schema.json`);
  const target = resolve(dirname(path), named);
  if (target === expected || existsSync(target)) return text;
  const way = relative(resolve(dirname(path)), expected)
    .split(sep)
    .join("/");
  return text.replace(modeline, (_, lead: string) => `${lead}${way}`);
}
