import { folded } from "../read/blocks.ts";
import { isCalendarYear, type IsoBounds } from "../recognise/bounds.ts";
import { hasOrder, type RecognisedOrder } from "../recognise/order.ts";
import { rowsOf, schemaOf, type DraftFile } from "./files.ts";
import type { YamlValue } from "../../edit/yaml-text.ts";
import { fileText } from "./file-text.ts";

/** What stands for words of the order that the document does not have; the report names each. */
const unknown = "…";

/** Parts of an order that no file of it goes without; a day cannot be left open, so the check asks for it. */
const standIns = {
  authority: unknown,
  kind: unknown,
  date: undefined,
  "date-text": undefined,
  number: unknown,
  place: unknown,
  title: unknown,
  preamble: unknown,
  resolution: undefined,
} as const;

/** The keys that say what a plan holds for. */
const boundsKeys = (bounds: IsoBounds): Record<string, YamlValue> =>
  isCalendarYear(bounds) ? { year: Number(bounds.from.slice(0, 4)) } : { bounds: { from: bounds.from, to: bounds.to } };

/** The authority without the lines that the series prints above it. */
function withoutLetterhead(authority: string, letterhead: readonly string[]): string {
  const lead = `${folded(letterhead.join(" "))} `;
  return authority.startsWith(lead) && lead !== " " ? authority.slice(lead.length) : authority;
}

/** What approves a plan: `order.yaml`, with «…» for what was not found; `plan.yaml` where there is no order. A draft is not published. */
export function headFile(
  folder: string,
  bounds: IsoBounds,
  order: RecognisedOrder,
  columns: readonly string[] | undefined,
  letterhead: readonly string[] = [],
): DraftFile {
  const keys: Record<string, YamlValue> = { ...boundsKeys(bounds), status: "draft" };
  const title = order["plan-title"];
  const printedColumns = columns === undefined ? {} : { columns: [...columns] };
  if (!hasOrder(order))
    return {
      path: `${folder}/plan.yaml`,
      text: fileText(schemaOf("plan", 3), { title: title ?? unknown, ...keys, ...printedColumns }),
      existing: "refuse",
    };
  const { clauses, signature, drafter, mailing } = order;
  const parts = Object.entries(standIns).flatMap(([key, standIn]): [string, YamlValue][] => {
    const printed = order[key as keyof typeof standIns] ?? standIn;
    const value = key === "authority" ? withoutLetterhead(printed ?? unknown, letterhead) : printed;
    return value === undefined ? [] : [[key, value]];
  });
  const complete =
    parts.every(([, value]) => value !== unknown) &&
    clauses.length > 0 &&
    signature !== undefined &&
    title !== undefined;
  Object.assign(keys, complete ? {} : { review: true }, Object.fromEntries(parts));
  keys["clauses"] = rowsOf(clauses.length > 0 ? clauses : [{ number: "1.", text: unknown }]);
  keys["signature"] = signature ?? { post: unknown, name: unknown };
  for (const [key, value] of [
    ["drafter", drafter],
    ["mailing", mailing],
    ["plan-title", title ?? unknown],
  ] as const)
    if (value !== undefined) keys[key] = value;
  return {
    path: `${folder}/order.yaml`,
    text: fileText(schemaOf("order", 3), { ...keys, ...printedColumns }),
    existing: "refuse",
  };
}
