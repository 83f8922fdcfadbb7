/** The plan that the tests of hostile texts print says its text wherever the schemas have a text: a new field is a new way in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { classifyPath } from "../../compiler/load/file-layout.ts";
import { filesBelow, repository } from "../plan-files.ts";
import { heads, hostileAddress, planSaying } from "./plan-saying.ts";

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const folder = join(repository, "schema");
const schemas = new Map(
  filesBelow(folder)
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8")) as Node]),
);

/** What a reference leads to, and the file that it stands in. */
function target(reference: string, file: string): { readonly node: Node; readonly file: string } {
  const [name = "", path = ""] = reference.split("#");
  const place = name === "" ? file : name;
  const node = path
    .split("/")
    .filter((step) => step !== "")
    .reduce<unknown>((inner, step) => (inner as Node)[step], schemas.get(place));
  return { node: node as Node, file: place };
}

/** The keys of a schema whose value is a text or an address, or a list of such; references are followed. */
function textKeys(file: string): { readonly texts: Set<string>; readonly addresses: Set<string> } {
  const [texts, addresses] = [new Set<string>(), new Set<string>()];
  const seen = new Set<unknown>();
  const walk = (value: unknown, key: string, at: string): void => {
    if (!isNode(value)) return;
    if (value["x-value"] === "text") texts.add(key);
    if (typeof value["pattern"] === "string" && value["pattern"].startsWith("^https:")) addresses.add(key);
    if (typeof value["$ref"] === "string") {
      const { node, file: place } = target(value["$ref"], at);
      if (node["type"] === "string") return walk(node, key, place);
      if (!seen.has(node)) (seen.add(node), walk(node, key, place));
    }
    for (const [name, inner] of Object.entries(value)) {
      if (name === "properties") for (const [own, property] of Object.entries(inner as Node)) walk(property, own, at);
      else if (name !== "$ref" && name !== "$defs") walk(inner, key, at);
    }
  };
  walk(schemas.get(file), "", file);
  return { texts, addresses };
}

/** The keys of a file whose value, or an element of it, is the text. */
function keysSaying(value: unknown, text: string, key = ""): string[] {
  if (value === text) return [key];
  if (Array.isArray(value)) return value.flatMap((inner) => keysSaying(inner, text, key));
  return isNode(value) ? Object.entries(value).flatMap(([name, inner]) => keysSaying(inner, text, name)) : [];
}

const text = "<hostile>";
const kinds = Map.groupBy(
  heads.flatMap((head) => planSaying(text, head)),
  ({ path }) => classifyPath(path)!.kind,
);

test.each([...schemas.keys()].filter((name) => !/^(?:definitions|names|proposal|published-)/.test(name)))(
  "%s",
  (name) => {
    const files = (kinds.get(name.replace(".schema.json", "") as Parameters<typeof kinds.get>[0]) ?? []).map(
      (file) => parse(file.text) as unknown,
    );
    expect(files.length).toBeGreaterThan(0);
    const { texts, addresses } = textKeys(name);
    expect(texts.size).toBeGreaterThan(0);
    expect([...texts].filter((key) => !files.some((file) => keysSaying(file, text).includes(key)))).toEqual([]);
    expect(
      [...addresses].filter(
        (key) => key !== "repository" && !files.some((file) => keysSaying(file, hostileAddress).includes(key)),
      ),
    ).toEqual([]);
  },
);
