import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "../cli/files/root.ts";

/** Bundles a program of the compiler, with the packages that it needs, into few files of a folder; `name.mjs` starts it. */
export async function bundleProgram(path: string, folder: string, name: string): Promise<void> {
  const bundle = await rolldown({
    input: join(root, path),
    platform: "node",
    external: [/^node:/],
    logLevel: "silent",
  });
  await bundle.write({
    dir: folder,
    format: "esm",
    entryFileNames: `${name}.mjs`,
    chunkFileNames: "[name]-[hash].mjs",
    minify: true,
  });
  await bundle.close();
}

/** Bundles the command into a folder as `cli.mjs`. */
export const bundleCommand = (folder: string): Promise<void> =>
  bundleProgram(join("compiler", "cli", "main.ts"), folder, "cli");
