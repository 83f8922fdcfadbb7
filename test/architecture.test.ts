import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../compiler/diagnostics/catalogue.ts";
import { compile } from "../compiler/compile.ts";
import { rules } from "../compiler/lint/lint.ts";
import { filesBelow, plan2024, repository } from "./plan-files.ts";

const read = (path: string): string => readFileSync(join(repository, path), "utf8");
const codeIn = (folder: string): string[] =>
  existsSync(join(repository, folder))
    ? filesBelow(join(repository, folder))
        .filter((path) => /\.(ts|astro|js)$/.test(path))
        .map((path) => `${folder}/${path}`)
    : [];
const generated = (path: string): boolean => path.includes("/generated/");
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

/** Modules that a file imports by a relative path, types too, as paths from the repository. */
function importsOf(path: string): string[] {
  const code = read(path);
  return [...code.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, target]) =>
    posix.join(posix.dirname(path), target!),
  );
}
/** The folders of the compiler from the ground up; those of one rank do not know one another. */
const ranks: readonly (readonly string[])[] = [
  ["generated", "source"],
  ["calendar"],
  ["ical", "locale"],
  ["diagnostics", "search"],
  ["rule"],
  ["load"],
  ["resolve"],
  ["explain", "phrase"],
  ["query"],
  ["lint", "diff", "edit", "complete", "feeds", "views"],
  ["data"],
  ["calculate", "ledger", "document"],
  ["compile"],
  ["create", "propose"],
  ["api", "cli"],
  ["ci", "pack"],
  ["bundle", "srok", "create-srok"],
];
const rankOf = (unit: string): number => ranks.findIndex((names) => names.includes(unit));
/** `compiler/load/yaml/parse.ts` → `load`; `compiler/compile.ts` → `compile`. */
const unitOf = (path: string): string => path.split("/")[1]!.replace(/\.[jt]s$/, "");
const compilerCode = codeIn("compiler");

describe("the compiler", () => {
  test("every folder has a rank", () => {
    expect([...new Set(compilerCode.map(unitOf))].filter((unit) => rankOf(unit) === -1)).toEqual([]);
  });

  test("a folder imports lower ranks only, types too", () => {
    const upward = compilerCode.flatMap((path) =>
      importsOf(path)
        .filter(
          (target) =>
            target.startsWith("compiler/") &&
            unitOf(target) !== unitOf(path) &&
            rankOf(unitOf(target)) >= rankOf(unitOf(path)),
        )
        .map((target) => `${path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  test("a room of the command imports only the rooms before it", () => {
    const rooms = ["messages", "terminal", "files", "output", "work", "commands"];
    const roomOf = (path: string): string => /^compiler\/cli\/([a-z]+)\//.exec(path)?.[1] ?? "";
    const inRooms = compilerCode.filter((path) => roomOf(path) !== "");
    expect([...new Set(inRooms.map(roomOf))].sort()).toEqual([...rooms].sort());
    const upward = inRooms.flatMap((path) =>
      importsOf(path)
        .filter((target) => rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(path)))
        .map((target) => `${path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  test("no import cycles", () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
        return;
      }
      if (done.has(path) || !existsSync(join(repository, path)) || !/\.ts$/.test(path)) return;
      for (const target of importsOf(path)) walk(target, [...trail, path]);
      done.add(path);
    };
    for (const path of [...compilerCode, ...codeIn("site"), ...codeIn("schema")]) walk(path, []);
    expect(cycles).toEqual([]);
  });

  test("imports neither the site nor the tests", () => {
    expect(
      compilerCode.filter((path) => importsOf(path).some((target) => /^(site|test|bench)\//.test(target))),
    ).toEqual([]);
  });
});

describe("the folders", () => {
  /** Registries: a file is one rule or one command, and its list is read from top to bottom elsewhere. */
  const registries = ["compiler/lint/rules", "compiler/cli/commands"];
  const filesIn = (top: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const folder of top.flatMap(codeIn).map((path) => posix.dirname(path)))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    return counts;
  };

  test("none holds more than 25 files of code: what grows further gets rooms named by what they hold", () => {
    const folders = [...filesIn(["compiler", "site", "schema", "bench", "test"])];
    expect(folders.length).toBeGreaterThan(50);
    expect(folders.filter(([folder, files]) => files > 25 && !registries.includes(folder))).toEqual([]);
  });

  test("each of the compiler says what it is, what it may import and where to begin", () => {
    const folders = [...filesIn(["compiler"]).keys()].filter((folder) => folder !== "compiler");
    expect(folders.length).toBeGreaterThan(30);
    expect(folders.filter((folder) => !existsSync(join(repository, folder, "README.md")))).toEqual([]);
  });
});

describe("the code", () => {
  test("code knows no item, party or year of the plan", () => {
    const { plans } = compile(plan2024()).value;
    const plan = plans[0]!;
    // Words that are a party's name and a word of the field as well («all», «minister») would find themselves; these are names only.
    const slugs = plan.parties.ids.filter((id) => id.length > 2 && !["operator", "provider", "minister"].includes(id));
    const names = [
      plan.id,
      ...plan.items.map(({ id }) => id).filter((id) => id.split(/[.-]/).length > 2),
      ...slugs,
      ...plan.plan.events.map(({ data }) => data.id),
      ...plan.plan.readings.map(({ data }) => data.id),
    ];
    const bound = new RegExp(
      `(?<![\\w.-])(${names.map((name) => name.replace(/[.]/g, "\\.")).join("|")})(?![\\w-]|\\.\\d)`,
    );
    const code = [...compilerCode, ...codeIn("site/src")].filter((path) => !generated(path));
    expect(
      code.flatMap((path) =>
        bound.exec(withoutComments(read(path)))?.[1] ? [`${path}: ${bound.exec(withoutComments(read(path)))![1]}`] : [],
      ),
    ).toEqual([]);
  });
});

describe("what is derived and listed", () => {
  test("generated files are current", () => {
    execFileSync(process.execPath, [join(repository, "schema", "generate.ts"), "--check"], {
      cwd: repository,
      stdio: "pipe",
    });
  });

  test("every rule is registered, reports codes of its own and says what it is for", () => {
    const files = codeIn("compiler/lint/rules");
    const exported = files.flatMap((path) =>
      [...read(path).matchAll(/((?:\/\*\*[\s\S]*?\*\/\s*)?)export const (\w+): Rule\b/g)].map(([, comment, name]) => ({
        name,
        documented: comment !== "",
      })),
    );
    expect(exported.filter(({ documented }) => !documented)).toEqual([]);
    expect(rules).toHaveLength(exported.length);
    const codes = rules.flatMap((rule) => rule.codes);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
  });

  test("every code of the catalogue is said somewhere", () => {
    const code = compilerCode
      .filter((path) => !path.endsWith("catalogue.ts"))
      .map(read)
      .join("\n");
    expect(Object.keys(catalogue).filter((name) => !code.includes(`"${name}"`))).toEqual([]);
  });

  test("every code is worded in both languages, with the same values", () => {
    const values = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
    for (const [code, { ru, en }] of Object.entries(catalogue)) {
      expect(values(en.message), code).toEqual(values(ru.message));
      expect(en.hints.map(values), code).toEqual(ru.hints.map(values));
    }
  });

  test("every property of every schema says in Russian what it is for", () => {
    const silent: string[] = [];
    const definitions = JSON.parse(read("schema/definitions.schema.json")) as {
      $defs: Record<string, { description?: string }>;
    };
    const described = (node: Readonly<Record<string, unknown>>, schema: Readonly<Record<string, unknown>>): boolean => {
      if (/\p{Script=Cyrillic}/u.test(String(node["description"] ?? ""))) return true;
      const name = String(node["$ref"] ?? "")
        .split("/")
        .at(-1)!;
      const target =
        (schema["$defs"] as Record<string, { description?: string }> | undefined)?.[name] ?? definitions.$defs[name];
      return /\p{Script=Cyrillic}/u.test(target?.description ?? "");
    };
    const walk = (node: unknown, path: string, schema: Readonly<Record<string, unknown>>): void => {
      if (typeof node !== "object" || node === null) return;
      const { properties } = node as { properties?: Record<string, Record<string, unknown>> };
      if (typeof properties === "object")
        for (const [key, value] of Object.entries(properties))
          if (typeof value === "object" && !described(value, schema)) silent.push(`${path}/${key}`);
      for (const [key, value] of Object.entries(node)) if (key !== "enum") walk(value, `${path}/${key}`, schema);
    };
    for (const name of filesBelow(join(repository, "schema")).filter((file) => file.endsWith(".schema.json"))) {
      const schema = JSON.parse(read(`schema/${name}`)) as Record<string, unknown>;
      walk(schema, name, schema);
    }
    expect(silent).toEqual([]);
  });

  test("every file of the plan names its schema", () => {
    const wrong = plan2024().filter(({ path, text }) => {
      const target = /^# yaml-language-server: \$schema=(\S+)/.exec(text)?.[1];
      return target === undefined || !existsSync(join(repository, dirname(path), target));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe("the dependencies", () => {
  interface Manifest {
    readonly license?: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const manifest = JSON.parse(read("package.json")) as Manifest;
  const needed = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const lock = (
    JSON.parse(read("package-lock.json")) as {
      packages: Readonly<Record<string, Manifest & { readonly version?: string }>>;
    }
  ).packages;
  /** The rows of ARCHITECTURE.md, a package each: one licence stands for all packages of its row. */
  const listed = new Map(
    read("ARCHITECTURE.md")
      .split("## Dependencies")[1]!
      .split("\n")
      .flatMap((line): [string, { licence: string; why: string }][] => {
        const [, names, licences, why = ""] = /^\| (.+?) \| (.+?) \| (.*) \|$/.exec(line) ?? [];
        if (names === undefined || licences === undefined || names === "package") return [];
        const all = licences.split(", ");
        return names.split(", ").map((name, index) => [name, { licence: all[index] ?? all.at(-1)!, why }]);
      }),
  );

  test("are those that ARCHITECTURE.md gives a reason for, no more and no fewer", () => {
    expect([...listed.keys()].sort()).toEqual(Object.keys(needed).sort());
    expect([...listed].filter(([, { why }]) => why.trim() === "").map(([name]) => name)).toEqual([]);
  });

  test("have the licences that it says, and one version each, which the lock file has", () => {
    expect([...listed].map(([name, { licence }]) => `${name} ${licence}`).sort()).toEqual(
      [...listed.keys()].map((name) => `${name} ${lock[`node_modules/${name}`]?.license}`).sort(),
    );
    expect(
      Object.entries(needed).filter(
        ([name, version]) => !/^\d+\.\d+\.\d+$/.test(version) || lock[`node_modules/${name}`]?.version !== version,
      ),
    ).toEqual([]);
  });

  test("are known by the hash of their content, from whatever registry they come", () => {
    type Entry = { readonly integrity?: string; readonly resolved?: string; readonly link?: boolean };
    const strange = Object.entries(lock as Readonly<Record<string, Entry>>).filter(
      ([path, { link, integrity, resolved }]) =>
        path.startsWith("node_modules/") &&
        link !== true &&
        (!/^sha512-/.test(integrity ?? "") ||
          !(resolved ?? "https://registry.npmjs.org/").startsWith("https://registry.npmjs.org/")),
    );
    expect(strange.map(([path]) => path)).toEqual([]);
  });
});
