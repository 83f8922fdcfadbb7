#!/usr/bin/env node
// Starts the program of the package `create-srok`. This file alone has to run under a Node that is too old for the rest.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 18)) await import("./create.mjs");
else {
  process.stderr.write(
    `create-srok: нужен Node.js 22.18 или новее (здесь ${process.version}). Node.js 22.18 or newer is needed.\n`,
  );
  process.exitCode = 2;
}
