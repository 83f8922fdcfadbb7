import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const site = fileURLToPath(new URL(".", import.meta.url));
const compiler = fileURLToPath(new URL("../compiler/", import.meta.url));

/** A module that needs no bundler: TypeScript, or what the package has in its place. Pages are Astro's own: it makes routes of them. */
const isNative = (path: string): boolean =>
  /\.[jt]s$/.test(path) &&
  (path.startsWith(compiler) || (path.startsWith(site) && !path.startsWith(join(site, "src", "pages"))));

/**
 * In a build Node loads the compiler and the site's modules itself; Astro bundles pages, components and what browsers run.
 * Bundled, they would be another copy of the modules that the build has: without its plan. While developing Vite loads them, so
 * that a change of one is seen.
 */
export const nativeModules = () => ({
  name: "srok-native-modules",
  enforce: "pre" as const,
  apply: "build" as const,
  applyToEnvironment: ({ name }: { readonly name: string }): boolean => name !== "client",
  resolveId(source: string, importer: string | undefined) {
    if (importer === undefined || !/^\.\.?\//.test(source)) return undefined;
    const path = resolve(dirname(importer), source);
    return isNative(path) ? { id: pathToFileURL(path).href, external: true as const } : undefined;
  },
});
