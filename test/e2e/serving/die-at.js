// Loaded before the command: kills the process, as `kill -9` would, at its n-th change of a file in the working folder
// (SROK_DIE_AT=n); a write dies half done. Without a number it says at the end how many changes there were.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";

const at = Number(process.env.SROK_DIE_AT ?? 0);
const here = process.cwd() + sep;
/** Each with the place among its words of the path that it changes. */
const changes = {
  mkdirSync: 0,
  writeFileSync: 0,
  writeSync: 0,
  linkSync: 1,
  renameSync: 1,
  symlinkSync: 1,
  rmSync: 0,
  utimesSync: 0,
};
const opened = new Set();
let count = 0;

const isInside = (word) => opened.has(word) || (typeof word === "string" && resolve(word).startsWith(here));

const open = fs.openSync;
fs.openSync = (path, ...words) => {
  const file = open(path, ...words);
  if (isInside(path) && words[0] === "w") opened.add(file);
  return file;
};

const close = fs.closeSync;
fs.closeSync = (file) => {
  opened.delete(file);
  close(file);
};

for (const [name, place] of Object.entries(changes)) {
  const real = fs[name];
  fs[name] = (...words) => {
    if (isInside(words[place]) && ++count === at) {
      if (name.startsWith("write")) real(words[0], words[1].slice(0, words[1].length / 2));
      process.kill(process.pid, "SIGKILL");
    }
    return real(...words);
  };
}
syncBuiltinESMExports();
if (at === 0) process.on("exit", () => process.stderr.write(`changes: ${count}\n`));
