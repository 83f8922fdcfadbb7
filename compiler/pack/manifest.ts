import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../cli/files/root.ts";

interface Manifest {
  readonly version: string;
  readonly repository: { readonly url: string };
  readonly description: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version: string; readonly dev?: boolean; readonly optional?: boolean; readonly link?: boolean }
    >
  >;
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), "utf8")) as T;
const manifest = (): Manifest => readJson("package.json");

/**
 * Every package that a build needs, at the version that this checkout was tested with: a bundler of another version gives other
 * bytes, and npm takes no lock file from a package. What is installed for one system only is pinned by whoever needs it.
 */
function pinnedDependencies(): Readonly<Record<string, string>> {
  const { packages } = readJson<Lock>("package-lock.json");
  const pinned = Object.entries(packages).flatMap(([path, { version: exact, dev, optional, link }]) => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name === undefined || dev === true || optional === true || link === true ? [] : [[name, exact] as const];
  });
  return Object.fromEntries(pinned);
}

/** The version that both packages have. */
export const version = manifest().version;

/** The owner of the program's repository until a maintainer has named the real one: no name on GitHub has an underscore. */
const nobody = "not_published";

/**
 * The repository of the program, as the `repository` of package.json has it: the one setting from which every address of a release
 * follows.
 */
export function repository(): { readonly name: string; readonly address: string; readonly published: boolean } {
  const address = manifest().repository.url.replace(/\.git$/, "");
  const name = new URL(address).pathname.slice(1);
  return { name, address, published: !name.startsWith(`${nobody}/`) };
}

/** The package.json of the package `srok`: pinned dependencies, and built modules in the place of the sources. */
export function srokManifest(): Readonly<Record<string, unknown>> {
  const { description, license } = manifest();
  return {
    name: "srok",
    version,
    description,
    license,
    type: "module",
    engines: { node: ">=22.18" },
    bin: {
      srok: "compiler/srok.js",
      "srok-answer-proposal": "compiler/ci/answer-proposal.js",
      "srok-publish": "compiler/ci/publish",
      "srok-push-ledger": "compiler/ci/push-ledger",
      "srok-push-proposal": "compiler/ci/push-proposal",
      "srok-tell-publication": "compiler/ci/tell-publication.js",
    },
    exports: {
      ".": { types: "./compiler/api.d.ts", default: "./compiler/api.js" },
      "./calculate": { types: "./compiler/calculate/index.d.ts", default: "./compiler/calculate/index.js" },
      "./schema/*": "./schema/*",
      "./package.json": "./package.json",
    },
    dependencies: pinnedDependencies(),
  };
}

/** The package.json of the package `create-srok`, which needs no other package. */
export function createManifest(): Readonly<Record<string, unknown>> {
  const { license } = manifest();
  return {
    name: "create-srok",
    version,
    description: "Makes a repository for a plan as code: npm create srok FOLDER",
    license,
    type: "module",
    engines: { node: ">=22.18" },
    bin: { "create-srok": "create-srok.js" },
  };
}
