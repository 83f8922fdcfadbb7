import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first program of these names in `PATH`. */
export function inPath(programs: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders
    .flatMap((folder) => programs.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]))
    .find((path) => existsSync(path));
}
