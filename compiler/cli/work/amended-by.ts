import { amend } from "../../edit/amend.ts";
import type { Splice } from "../../edit/splice.ts";
import type { Item } from "../../generated/types.ts";
import type { ParsedFile, Path } from "../../load/yaml/parsed-yaml.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { textOption, type Options } from "../terminal/arguments.ts";
import { unknownName } from "./select-plan.ts";
import { editMessages } from "../messages/edit-messages.ts";
import type { Terminal } from "../terminal/terminal.ts";

export const amendmentOption = { amendment: { type: "string" } } as const;

/** The mark that an edit follows from an amending order (`--amendment`), at the row that a path leads into. */
export function amendedBy(
  file: ParsedFile,
  inside: Path,
  { plan }: ResolvedPlan,
  options: Options,
  terminal: Terminal,
): Splice[] {
  const name = textOption(options, "amendment");
  if (name === undefined) return [];
  const known = (plan.order.data.amendments ?? []).map(({ id }) => id);
  if (!known.includes(name)) throw unknownName(editMessages[terminal.language].unknownAmendment, name, known, terminal);
  const row = inside.slice(0, 2);
  const data = (file.data as { readonly items: readonly Item[] }).items[Number(row[1])]!;
  return amend(file, row, data, name);
}
