import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Renames; where the target stands on another disk, copies. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    cpSync(from, to, { recursive: true });
  }
}

/** Moves everything in a folder into another, on whatever disk; what lies there under other names is left alone. */
export function moveInto(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (existsSync(target) && statSync(target).isDirectory() && statSync(source).isDirectory())
      moveInto(source, target);
    else move(source, target);
  }
  rmSync(from, { recursive: true, force: true });
}
