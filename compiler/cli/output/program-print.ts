import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../files/root.ts";

/** What the program consists of: its sources, the schemas, and the versions of what it leans on. */
const parts = ["compiler", "schema", "package-lock.json"];

let print: string | undefined;

/**
 * Names the program itself by the hash of its sources. What it remembers between runs carries that name, so that a changed
 * program recalls nothing of what another one wrote. Throws where its sources cannot be read.
 */
export function programPrint(): string {
  if (print !== undefined) return print;
  const hash = createHash("sha256").update(process.version);
  const paths = parts.flatMap((part) =>
    part.endsWith(".json")
      ? [join(root, part)]
      : readdirSync(join(root, part), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.(ts|js|json)$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of paths.sort()) hash.update(`\n${path.slice(root.length)}\n`).update(readFileSync(path));
  return (print = hash.digest("base64url"));
}
