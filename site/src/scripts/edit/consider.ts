/** A filled-in form as operations, with the questions that are still open. Runs in the Worker; pure. */
import { shortDay } from "../../../../compiler/calendar/bounds.ts";
import { parseDate } from "../../../../compiler/calendar/day.ts";
import { typedParties } from "../../../../compiler/edit/typed-parties.ts";
import type { YamlValue } from "../../../../compiler/edit/yaml-text.ts";
import {
  itemFacts,
  operationsFor,
  planOn,
  proposalOn,
  type CellFacts,
  type Desk,
  type Wish,
} from "../../../../compiler/propose/desk.ts";
import { draftView, faultsOn } from "../../../../compiler/propose/draft-view.ts";
import { newProfile } from "../../../../compiler/propose/new-profile.ts";
import { takesBasis } from "../../../../compiler/propose/edited-rows.ts";
import type { Basis, DeadlineCell, Operation, Proposal } from "../../../../compiler/propose/proposal.ts";
import { readWording, withEvent, type WordingRead } from "../../../../compiler/propose/wordings.ts";
import { isDraft } from "../../../../compiler/resolve/model.ts";
import type { CellAnswer, Consideration, Draft, Fields, Question, WordsRead } from "./protocol.ts";

/** Invisible characters and kinds of spaces that come with a pasted text. */
export const cleaned = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .trim();

/** A form while it is read: its fields, and the questions that came up. */
interface Reading {
  readonly desk: Desk;
  readonly fields: Fields;
  readonly earlier: readonly Operation[];
  /** Whether the plan was published: then a change of a row names its basis. */
  readonly published: boolean;
  readonly ask: (field: string, question: Question) => void;
}

const field = ({ fields }: Pick<Reading, "fields">, name: string): string => cleaned(fields[name] ?? "");

/** A field that has to be filled in; an empty text where it is not. */
function needed(reading: Reading, name: string, question: Question): string {
  const text = field(reading, name);
  if (text === "") reading.ask(name, question);
  return text;
}

type WrittenDeadline = Readonly<Record<string, YamlValue>>;

/** The rule that somebody has named a day for, where words cannot be read. */
function ruleOfDay(reading: Reading, name: string): WrittenDeadline | undefined {
  const { desk } = reading;
  const bounds = planOn(desk, desk.base)?.bounds;
  const day = field(reading, `${name}-day`);
  if (bounds === undefined || parseDate(day) === undefined) {
    reading.ask(`${name}-day`, "day");
    return undefined;
  }
  return { [field(reading, `${name}-day-kind`) === "on" ? "on" : "until"]: shortDay(day, bounds) };
}

/** The rule of the reading that was chosen, or the only one. */
function ruleOf(reading: Reading, name: string, read: WordingRead): WrittenDeadline | undefined {
  const { readings } = read;
  if (readings === undefined) return ruleOfDay(reading, name);
  const chosen =
    readings.length === 1
      ? readings[0]!
      : readings.find(({ rule }) => JSON.stringify(rule) === reading.fields[`${name}-reading`]);
  if (chosen === undefined) {
    reading.ask(`${name}-reading`, "reading");
    return undefined;
  }
  if (chosen.event === null) return chosen.rule;
  const event = needed(reading, `${name}-event`, "event");
  return event === "" ? undefined : withEvent(chosen.rule, event);
}

/** A cell of the form: how its words are read, and the deadline that they give. */
interface Cell {
  readonly name: string;
  readonly item: string;
  readonly cell: DeadlineCell;
  readonly now: CellFacts | null;
  readonly with: (deadline: WrittenDeadline) => readonly Operation[];
}

function readCell(
  reading: Reading,
  { name, now, ...place }: Cell,
): { readonly answer: CellAnswer; readonly deadline?: WrittenDeadline } {
  const text = field(reading, `${name}-text`);
  if (text === "") return { answer: { now } };
  if (text === now?.text) return { answer: { now, same: true } };
  const read = readWording(reading.desk, text, place);
  const rule = ruleOf(reading, name, read);
  return { answer: { now, read }, ...(rule === undefined ? {} : { deadline: { text, ...rule } }) };
}

/** The operations of a form, how its cells were read, and the item that it is about. */
type Made = Pick<Consideration, "item" | "cells" | "operations">;
const nothing: Made = { cells: {}, operations: [] };

const wished = ({ desk, earlier }: Reading, wish: Wish): readonly Operation[] => operationsFor(desk, wish, earlier);

function moveForm(reading: Reading): Made {
  const id = needed(reading, "item", "item");
  const item = id === "" ? undefined : itemFacts(reading.desk, id);
  if (item === undefined) return nothing;
  const cells: Record<string, CellAnswer> = {};
  const operations: Operation[] = [];
  for (const cell of ["deadline", "control"] as const) {
    const make = (to: WrittenDeadline): readonly Operation[] =>
      operationsFor(reading.desk, { op: "move", item: id, cell, to }, [...reading.earlier, ...operations]);
    const before = [...reading.earlier, ...operations];
    const { answer, deadline } = readCell(reading, {
      name: cell,
      item: id,
      cell,
      now: item[cell],
      with: (to) => [...before, ...make(to)],
    });
    cells[cell] = answer;
    if (deadline !== undefined) operations.push(...make(deadline));
  }
  const written = ["deadline-text", "control-text"].some((name) => field(reading, name) !== "");
  if (!written) reading.ask("deadline-text", "deadline");
  return { item, cells, operations };
}

const isAddress = (text: string): boolean => /^https:\/\/[^\s"<>]+$/.test(text);

function recordForm(reading: Reading): Made {
  const event = needed(reading, "event", "event");
  const date = needed(reading, "date", "date");
  const title = needed(reading, "title", "title");
  const source = needed(reading, "source", "source");
  const url = field(reading, "url");
  if (url !== "" && !isAddress(url)) reading.ask("url", "url");
  const period = field(reading, "period");
  if ([event, date, title, source].includes("")) return nothing;
  const given = { title: source, ...(isAddress(url) ? { url } : {}) };
  const wish = { op: "record", event, date, title, ...(period === "" ? {} : { period }), source: given } as const;
  return { ...nothing, operations: wished(reading, wish) };
}

function responsibleForm(reading: Reading): Made {
  const id = needed(reading, "item", "item");
  const item = id === "" ? undefined : itemFacts(reading.desk, id);
  if (item === undefined) return nothing;
  const to = needed(reading, "responsible", "responsible");
  const operations =
    to === "" ? [] : wished(reading, { op: "set", item: id, key: "responsible", to: typedParties(to) });
  return { item, cells: {}, operations };
}

function addForm(reading: Reading): Made {
  const id = needed(reading, "number", "number").replace(/\.$/, "");
  const activity = needed(reading, "activity", "activity");
  const responsible = field(reading, "new-responsible");
  const fits = /^[1-9]\d{0,3}(\.[1-9]\d{0,3}){1,5}(-[1-9]\d{0,3})?$/.test(id);
  if (id !== "" && !fits) reading.ask("number", "number");
  if (!fits || activity === "") return nothing;
  const base = {
    op: "add",
    item: id,
    activity,
    ...(responsible === "" ? {} : { responsible: typedParties(responsible) }),
  } as const;
  const { answer, deadline } = readCell(reading, {
    name: "new",
    item: id,
    cell: "deadline",
    now: null,
    with: (to) => [...reading.earlier, { ...base, deadline: to }],
  });
  const open = field(reading, "new-text") !== "" && deadline === undefined;
  return {
    cells: { new: answer },
    operations: open ? [] : [{ ...base, ...(deadline === undefined ? {} : { deadline }) }],
  };
}

function withdrawForm(reading: Reading): Made {
  const item = needed(reading, "item", "item");
  const reason = needed(reading, "reason", "reason");
  const facts = item === "" ? undefined : itemFacts(reading.desk, item);
  if (facts === undefined || reason === "") return { ...nothing, item: facts };
  return { cells: {}, item: facts, operations: wished(reading, { op: "withdraw", item, reason }) };
}

function textForm(reading: Reading): Made {
  const { fields } = reading;
  const [file, was, to] = [fields["file"] ?? "", fields["text-was"], fields["text"]];
  const operations = file === "" || to === undefined ? [] : wished(reading, { op: "text", file, was, to });
  if (operations.length === 0) reading.ask("text", "text");
  return { ...nothing, operations };
}

/** A common calendar for who is several parties at once. */
function profileForm(reading: Reading): Made {
  const plan = planOn(reading.desk, reading.desk.base);
  const parties = new Set(field(reading, "parties").split(","));
  const known = plan?.series.parties.filter(({ data }) => parties.has(data.id)) ?? [];
  if (known.length < 2) reading.ask("parties", "parties");
  const name = needed(reading, "profile-name", "profileName");
  if (plan === undefined || known.length < 2 || name === "") return nothing;
  return { ...nothing, operations: wished(reading, newProfile(plan, { parties, name })) };
}

const forms: Readonly<Record<string, (reading: Reading) => Made>> = {
  move: moveForm,
  record: recordForm,
  responsible: responsibleForm,
  add: addForm,
  withdraw: withdrawForm,
  profile: profileForm,
  text: textForm,
};

/** The field that makes a change of a form that says what the plan says. */
const changedBy: Readonly<Record<string, readonly [field: string, ask: Question]>> = {
  move: ["deadline-text", "deadline"],
  record: ["event", "event"],
  responsible: ["responsible", "responsible"],
  add: ["number", "number"],
  withdraw: ["item", "item"],
};

/** A name for an order that has none yet: from its number, else from its day. */
function orderId(number: string, date: string): string {
  const slug = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  return `order-${slug(number).slice(0, 30).replace(/-+$/, "") || slug(date)}`;
}

/** The basis that the form names; undefined while it is not whole. */
function basisOf(reading: Reading): Basis | undefined {
  const kind = field(reading, "basis");
  if (kind.startsWith("amendment:")) return { amendment: kind.slice("amendment:".length) };
  if (kind === "correction") {
    const correction = needed(reading, "correction", "correction");
    return correction === "" ? undefined : { correction };
  }
  if (kind !== "order") {
    if (reading.published) reading.ask("basis", "basis");
    return undefined;
  }
  const hasOrder = planOn(reading.desk, reading.desk.base)?.plan.hasOrder === true;
  const number = hasOrder ? needed(reading, "order-number", "orderNumber") : "";
  const date = needed(reading, "order-date", "orderDate");
  const title = needed(reading, "order-title", "orderTitle");
  if (date === "" || title === "" || (hasOrder && number === "")) return undefined;
  return { order: { id: orderId(number, date), date, ...(hasOrder ? { number } : {}), title } };
}

function authorOf(reading: Reading): Proposal["author"] {
  const [name, email] = [field(reading, "author"), field(reading, "email")];
  if (email !== "" && !/^[^\s@<>"]+@[^\s@<>"]+$/.test(email)) reading.ask("email", "email");
  if (name === "" && email === "") return undefined;
  return { ...(name === "" ? {} : { name }), ...(email === "" ? {} : { email }) };
}

/** How the words of a form are read: what is drawn while somebody types, before the whole plan is judged. */
export function readForm(desk: Desk, { operations: earlier, fields }: Draft): WordsRead {
  // Nothing is asked yet.
  const reading: Reading = { desk, published: false, fields, earlier, ask: () => undefined };
  const { item, cells } = forms[fields["kind"] ?? ""]?.(reading) ?? nothing;
  return { item, cells };
}

/** What comes of a draft, and the proposal that it is by now; undefined while nothing is in it. */
export function consider(
  { desk, published }: Pick<Reading, "desk" | "published">,
  { operations: earlier, fields }: Draft,
): Consideration & { readonly proposal: Proposal | undefined } {
  const questions: { field: string; ask: Question }[] = [];
  const reading: Reading = {
    desk,
    published,
    fields,
    earlier,
    ask: (name, ask) => questions.push({ field: name, ask }),
  };
  const form = forms[fields["kind"] ?? ""];
  if (form === undefined && earlier.length === 0) reading.ask("kind", "kind");
  const made = form?.(reading) ?? nothing;
  const operations = [...earlier, ...made.operations];
  const plan = planOn(desk, desk.base);
  const rests = plan !== undefined && !isDraft(plan) && takesBasis(desk.files, operations);
  const basis = rests ? basisOf(reading) : undefined;
  const author = authorOf(reading);
  if (operations.length === 0) {
    const faults = faultsOn(desk);
    if (faults.length > 0) reading.ask("error", "error");
    // What is written is what the plan says already.
    else if (questions.length === 0) reading.ask(...(changedBy[fields["kind"] ?? ""] ?? ["kind", "kind"]));
    return { ...made, questions, takesBasis: rests, faults, proposal: undefined };
  }
  const proposal = proposalOn(desk, operations, { basis, why: fields["why"], author });
  const view = draftView(desk, proposal);
  if (view.operations.some(({ state }) => state === "conflict") || view.basis !== null)
    reading.ask("conflict", "conflict");
  else if (view.findings.some(({ severity }) => severity === "error")) reading.ask("error", "error");
  return { ...made, questions, view, takesBasis: rests, proposal };
}
