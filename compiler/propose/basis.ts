/** On what a change rests, written at the rows that it changes. */
import { amend, amendmentEntry, correct, isChangedLater, type AmendedCell } from "../edit/amend.ts";
import { recordAmendment } from "../edit/record-amendment.ts";
import type { YamlValue } from "../edit/yaml-text.ts";
import { isSameValue } from "../edit/set-value.ts";
import type { Splice } from "../edit/splice.ts";
import type { Item, OrderFile } from "../generated/types.ts";
import { inConflict, type Conflict, type Step } from "./conflict.ts";
import { readFile, withText, type FoundRow, type PlanFiles } from "./plan-files.ts";
import type { Basis } from "./proposal.ts";

/** The file that lists the amending orders: that of the order, or of a plan without one. */
const orderFile = ({ plan, texts }: PlanFiles): string =>
  [`${plan}order.yaml`, `${plan}plan.yaml`].find((path) => texts.has(path))!;

/** The name of the amending order of a basis; undefined for a correction. */
export const amendmentOf = (basis: Basis | undefined): string | undefined =>
  basis === undefined || "correction" in basis ? undefined : "order" in basis ? basis.order.id : basis.amendment;

/** Writes down the order of a basis, unless it is there. */
export function recordBasis(files: PlanFiles, basis: Basis | undefined): Step<PlanFiles> {
  if (basis === undefined || "correction" in basis) return { files, already: true };
  const path = orderFile(files);
  const file = readFile(files, path);
  if (file === undefined) return inConflict("no-file", path);
  const known = (file.data as OrderFile).amendments ?? [];
  const id = amendmentOf(basis)!;
  const found = known.find((each) => each.id === id);
  if ("amendment" in basis) return found === undefined ? inConflict("no-amendment", id) : { files, already: true };
  if (found !== undefined)
    return isSameValue(found, JSON.parse(JSON.stringify(basis.order)))
      ? { files, already: true }
      : inConflict("amendment-differs", id, { now: found });
  const numbered = basis.order.number !== undefined;
  if (numbered && path.endsWith("plan.yaml")) return inConflict("numberless", id);
  if (!numbered && path.endsWith("order.yaml")) return inConflict("needs-number", id);
  return { files: withText(files, path, recordAmendment(file, basis.order)) };
}

/** What a change does to a row: the cells that it changes, or that the row is new with it. */
interface RowChange {
  readonly cells?: readonly AmendedCell[];
  readonly added?: true;
}

/** The marks of a basis at a row that changes; none without a basis. `data` of the row is what they remember of it. */
export function marks(
  { file, index, data }: FoundRow,
  basis: Basis | undefined,
  change: RowChange = {},
): Splice[] | Conflict {
  const [path, item] = [["items", index], data as Item];
  if (basis === undefined) return [];
  if ("correction" in basis)
    return item.corrected?.includes(basis.correction) === true ? [] : correct(file, path, item, basis.correction);
  const order = amendmentOf(basis)!;
  if (change.cells?.some((cell) => isChangedLater(item, order, cell)) === true)
    return { kind: "amended-later", name: item.id, key: order };
  return amend(file, path, item, { order, ...change });
}

/** What a new row says of its basis. */
export const marksOfNewRow = (
  basis: Basis | undefined,
): { readonly amendedBy?: YamlValue; readonly corrected?: string } => {
  if (basis === undefined) return {};
  if ("correction" in basis) return { corrected: basis.correction };
  return { amendedBy: amendmentEntry({ order: amendmentOf(basis)!, added: true }) };
};
