import type { Item } from "../generated/types.ts";
import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { insertKey } from "./keys.ts";
import { isFlow, treeAt } from "./locate.ts";
import { scalarText } from "./scalar.ts";
import type { Splice } from "./splice.ts";
import { itemKeys } from "./withdraw.ts";

/** Names the amending order that an edit of an item follows from, beside those that are named already. */
export function amend(file: ParsedFile, item: Path, data: Item, amendment: string): Splice[] {
  const named = data["amended-by"] ?? [];
  if (named.includes(amendment)) return [];
  if (named.length === 0) return [insertKey(file, item, "amended-by", [amendment], itemKeys)];
  const last = treeAt(file, [...item, "amended-by", named.length - 1])!;
  const list = treeAt(file, [...item, "amended-by"])!;
  if (!isFlow(file, list))
    return [{ start: list[0], end: list[1], text: `[${[...named, amendment].map(scalarText).join(", ")}]` }];
  return [{ start: last[1], end: last[1], text: `, ${scalarText(amendment)}` }];
}
