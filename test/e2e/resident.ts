/**
 * A process that answers calls of the command one after another, each in the folder and with the environment that it names. The command's
 * first module is evaluated anew for each; what it loads stays loaded. Calls are read from 3 and answered to 4, a line each.
 */
import { readSync, writeSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { cacheFolder } from "../../compiler/cli/files/root.ts";

const [asked, answered] = [3, 4];
const piece = Buffer.alloc(1 << 16);
let rest = Buffer.alloc(0);

/** The next line; undefined when nobody asks any more. */
function nextLine(): string | undefined {
  for (;;) {
    const end = rest.indexOf(0x0a);
    if (end >= 0) {
      const line = rest.subarray(0, end).toString();
      rest = rest.subarray(end + 1);
      return line;
    }
    const length = readSync(asked, piece);
    if (length === 0) return undefined;
    rest = Buffer.concat([rest, piece.subarray(0, length)]);
  }
}

function writeLine(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let at = 0; at < bytes.length;) at += writeSync(answered, bytes, at);
}

const said = { out: "", err: "" };
for (const [stream, key] of [
  [process.stdout, "out"],
  [process.stderr, "err"],
] as const)
  stream.write = (text: string | Uint8Array) => {
    said[key] += typeof text === "string" ? text : Buffer.from(text).toString();
    return true;
  };

enableCompileCache(join(cacheFolder, "compiled"));
const command = pathToFileURL(join(cacheFolder, "cli.mjs")).href;
for (let calls = 1, line = nextLine(); line !== undefined; line = nextLine(), calls += 1) {
  const { cwd, words, env } = JSON.parse(line) as { cwd: string; words: string[]; env: Record<string, string> };
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv.splice(2, Infinity, ...words);
  process.exitCode = undefined;
  Object.assign(said, { out: "", err: "" });
  try {
    await import(`${command}?call=${calls}`);
  } catch (error) {
    said.err += `${inspect(error)}\n`;
    process.exitCode = 1;
  }
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error");
  // Its folder may be removed, or be a disk of its own that is taken away.
  process.chdir("/");
  writeLine(JSON.stringify({ status: process.exitCode ?? 0, ...said }));
}
process.exitCode = 0;
