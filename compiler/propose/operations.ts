/** Each kind of operation on the files as they are now, by the splices that the commands use. */
import { addItem } from "../edit/add-item.ts";
import type { AmendedCell } from "../edit/amend.ts";
import { reread } from "../edit/locate.ts";
import { emptyRecords, record, recordId } from "../edit/record.ts";
import { isSameValue, setValue, valueIn } from "../edit/set-value.ts";
import { lineBreakOf, splice } from "../edit/splice.ts";
import { withdraw } from "../edit/withdraw.ts";
import type { Item, Occurrence } from "../generated/types.ts";
import { classifyPath } from "../load/file-layout.ts";
import { schemaAt } from "../load/schema/schema-at.ts";
import type { FileKind } from "../load/schema/schemas.ts";
import type { Path } from "../load/yaml/parsed-yaml.ts";
import { marks, marksOfNewRow, amendmentOf } from "./basis.ts";
import { addProfile } from "./add-profile.ts";
import { inConflict, type Step } from "./conflict.ts";
import {
  itemIn,
  readFile,
  rowIn,
  rowsOfAll,
  sectionFile,
  withText,
  type FoundRow,
  type PlanFiles,
} from "./plan-files.ts";
import {
  cellPath,
  type AddOperation,
  type Basis,
  type MoveOperation,
  type Operation,
  type RecordOperation,
  type SetOperation,
  type TextOperation,
  type WithdrawOperation,
} from "./proposal.ts";

type Applied = Step<PlanFiles>;

/** The order of keys at a path of a kind of file. */
const orderIn =
  (kind: FileKind) =>
  (path: Path): readonly string[] =>
    Object.keys(schemaAt(kind, path).properties ?? {});

/** A change of an item: the marks of its basis first, so that they remember the row as it was, then the value. */
function changeItem(
  files: PlanFiles,
  row: FoundRow,
  { path, to, cells }: { readonly path: Path; readonly to: SetOperation["to"]; readonly cells: readonly AmendedCell[] },
  basis: Basis | undefined,
): Applied {
  const marked = marks(row, basis, { cells });
  if ("kind" in marked) return { conflict: marked };
  const file = reread(row.file.source.path, splice(row.file.source.text, marked));
  const changed = setValue(file, ["items", row.index, ...path], to, orderIn("section"));
  return { files: withText(files, row.path, changed.source.text) };
}

function move(files: PlanFiles, { item, cell, was, to }: MoveOperation, basis: Basis | undefined): Applied {
  const row = itemIn(files, item);
  if (row === undefined) return inConflict("no-item", item);
  const path = cellPath[cell];
  const now = valueIn(row.file, ["items", row.index, ...path]);
  if (isSameValue(now, to)) return { files, already: true };
  if ((row.data as Item).withdrawn !== undefined) return inConflict("is-withdrawn", item);
  if (!isSameValue(now, was)) return inConflict("changed", item, { key: cell, now, was });
  if (cell === "control" && (row.data as Item).control === undefined) return inConflict("no-place", item);
  return changeItem(files, row, { path, to, cells: [cell] }, basis);
}

function recordEvent(files: PlanFiles, { op: _, ...given }: RecordOperation): Applied {
  const { event, date, period } = given;
  const known = rowIn(files, `${files.plan}events.yaml`, "events", event);
  if (known === undefined) return inConflict("no-event", event);
  const path = `${files.plan}occurrences.yaml`;
  const file =
    readFile(files, path) ?? (files.texts.has(path) ? undefined : reread(`${files.folder}${path}`, emptyRecords));
  if (file === undefined) return inConflict("no-file", path);
  const own = (file.data as { readonly occurrences: readonly Occurrence[] }).occurrences;
  const same = own.find(
    (each) => each.event === event && each.period === period && (period !== undefined || each.date === date),
  );
  if (same !== undefined)
    return same.date === date
      ? { files, already: true }
      : inConflict("changed", event, { key: "record", now: same.date });
  const taken = new Set(
    rowsOfAll(files, "occurrences.yaml", "occurrences").map((row) => String((row as Occurrence).id)),
  );
  const id = recordId(event, period, date, taken);
  return { files: withText(files, path, record(file, { ...given, id })) };
}

function takeOut(files: PlanFiles, { item, reason }: WithdrawOperation, basis: Basis | undefined): Applied {
  const row = itemIn(files, item);
  if (row === undefined) return inConflict("no-item", item);
  const { withdrawn } = row.data as Item;
  if (withdrawn !== undefined)
    return withdrawn.reason === reason
      ? { files, already: true }
      : inConflict("withdrawn-otherwise", item, { now: withdrawn.reason });
  const marked = marks(row, basis);
  if ("kind" in marked) return { conflict: marked };
  const { source } = row.file;
  const splices = [withdraw(row.file, ["items", row.index], reason, amendmentOf(basis)), ...marked];
  return { files: withText(files, row.path, splice(source.text, splices)) };
}

function add(
  files: PlanFiles,
  { item, activity, responsible, deadline }: AddOperation,
  basis: Basis | undefined,
): Applied {
  const known = itemIn(files, item)?.data as Item | undefined;
  if (known !== undefined)
    return known.activity === activity && isSameValue(known.deadline, deadline)
      ? { files, already: true }
      : inConflict("item-exists", item, { now: known.activity });
  const section = item.split(/[.-]/)[0]!;
  const path = sectionFile(files, section);
  const file = path === undefined ? undefined : readFile(files, path);
  if (path === undefined || file === undefined) return inConflict("no-section", section);
  const row = { id: item, activity, responsible, deadline, template: [], ...marksOfNewRow(basis) };
  return { files: withText(files, path, addItem(file, row)) };
}

/** Whether there is a map or a list that holds a path, so that a value can be written there. */
const hasPlace = (file: FoundRow["file"], path: Path): boolean => {
  const [holder, step] = [valueIn(file, path.slice(0, -1)), path.at(-1)!];
  if (Array.isArray(holder)) return typeof step === "number" && step < holder.length;
  return typeof holder === "object" && holder !== null && Object.keys(holder).length > 0 && typeof step === "string";
};

/** The cells at a path of an item whose former state an amendment remembers. */
const cellsAt = ([key]: Path): AmendedCell[] => (key === "deadline" || key === "control" ? [key] : []);

function set(
  files: PlanFiles,
  { file: path, row, path: inner, was, to }: SetOperation,
  basis: Basis | undefined,
): Applied {
  const kind = classifyPath(`plan/series/${path}`)?.kind;
  const file = readFile(files, path);
  if (kind === undefined || file === undefined) return inConflict("no-file", path);
  const found = row === undefined ? undefined : rowIn(files, path, row.list, row.id);
  if (row !== undefined && found === undefined) return inConflict("no-row", row.id);
  const name = row?.id ?? path;
  if (inner[0] === "id" || (row === undefined && inner[0] === "slug")) return inConflict("fixed", name);
  const whole = row === undefined ? inner : [row.list, found!.index, ...inner];
  const now = valueIn(file, whole);
  if (isSameValue(now, to)) return { files, already: true };
  if (!isSameValue(now, was)) return inConflict("changed", name, { key: String(inner.at(-1)), now, was });
  if (!hasPlace(file, whole) || (to === undefined && typeof inner.at(-1) === "number"))
    return inConflict("no-place", name);
  if (kind === "section" && row?.list === "items")
    return changeItem(files, found!, { path: inner, to, cells: cellsAt(inner) }, basis);
  return { files: withText(files, path, setValue(file, whole, to, orderIn(kind)).source.text) };
}

/** How often a text stands in another: none, once, or several times. */
function timesIn(text: string, part: string): 0 | 1 | 2 {
  const at = text.indexOf(part);
  if (at === -1) return 0;
  return text.indexOf(part, at + 1) === -1 ? 1 : 2;
}

function editText(files: PlanFiles, { file: path, was, to }: TextOperation): Applied {
  const text = files.texts.get(path);
  if (text === undefined || classifyPath(`plan/series/${path}`) === undefined) return inConflict("no-file", path);
  const own = (lines: string): string => lines.replace(/\r?\n/g, lineBreakOf(text));
  const [old, next] = [own(was), own(to)];
  const times = timesIn(text, old);
  if (times === 1)
    return {
      files: withText(
        files,
        path,
        text.replace(old, () => next),
      ),
    };
  if (times === 2) return inConflict("lines-repeat", path, { was });
  return next !== "" && timesIn(text, next) === 1
    ? { files, already: true }
    : inConflict("lines-changed", path, { was });
}

/** Applies one operation. Never throws for what the files or the operation hold. */
export function applyOperation(files: PlanFiles, operation: Operation, basis: Basis | undefined): Applied {
  switch (operation.op) {
    case "move":
      return move(files, operation, basis);
    case "record":
      return recordEvent(files, operation);
    case "withdraw":
      return takeOut(files, operation, basis);
    case "add":
      return add(files, operation, basis);
    case "set":
      return set(files, operation, basis);
    case "text":
      return editText(files, operation);
    case "profile":
      return addProfile(files, operation);
  }
}

/** The files after some operations without a basis; those that do not fit are passed over. */
export const filesAfter = (files: PlanFiles, operations: readonly Operation[]): PlanFiles =>
  operations.reduce((now, operation) => applyOperation(now, operation, undefined).files ?? now, files);
