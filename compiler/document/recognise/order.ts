import type { OrderFile } from "../../generated/types.ts";
import type { RawParagraph } from "../read/blocks.ts";
import { excerptOf, type AddNote } from "../report.ts";
import { readDate } from "./date.ts";
import { boundsIn } from "./bounds.ts";
import { unspaced } from "./letter-spacing.ts";
import { orderPatterns as is } from "./order-patterns.ts";
import { findPlanTitle, type PlanTitle } from "./plan-title.ts";

/** The parts of an order that were found. */
export type RecognisedOrder = {
  -readonly [
    K in
      | "authority"
      | "kind"
      | "date"
      | "date-text"
      | "number"
      | "place"
      | "title"
      | "preamble"
      | "resolution"
      | "drafter"
      | "mailing"
      | "plan-title"
  ]?: string;
} & {
  clauses: { number: string; text: string; parts?: { number: string; text: string }[] }[];
  signature?: { post: string; name: string };
};

interface Line {
  readonly text: string;
  /** The paragraph that it is a line of. */
  readonly block: number;
}

const squeezed = (text: string): string => text.replace(/\s/g, "").toLowerCase();

/** Lines of one paragraph, or of several, as one text; repeated ones once. */
function joinedOnce(lines: readonly Line[]): string {
  const kept: string[] = [];
  for (const { text } of lines) if (!kept.some((other) => squeezed(other) === squeezed(text))) kept.push(text);
  return kept.join(" ");
}

/** Date, number and place stand between the kind and the title, in one line or in several. */
function readRequisites(lines: readonly Line[], order: RecognisedOrder, left: (line: Line) => void): Line[] {
  const rest: Line[] = [];
  lines.forEach((line) => {
    let known = false;
    if (rest.length === 0)
      for (const part of line.text.split("\t")) {
        const [date, number] = [readDate(part), is.number.exec(part)];
        if (date !== undefined && order.date === undefined)
          [order.date, order["date-text"], known] = [date.date, date.text, true];
        if (number !== null && order.number === undefined && !is.title.test(part))
          [order.number, known] = [number[1]!.trim(), true];
        else if (
          date === undefined &&
          order.place === undefined &&
          order.title === undefined &&
          is.place.test(part) &&
          !is.title.test(part)
        )
          [order.place, known] = [part.replace(/^г(?:ород|\.)?\s*/, ""), true];
      }
    if (!known && /^[_\s\t№Nот«»"“”.\d-]+$/i.test(line.text)) left(line);
    else if (!known) rest.push(line);
  });
  return rest;
}

/** The title is what stands before the preamble: its first paragraph, and the lines in lower case that continue it. */
function readTitle(lines: readonly Line[], order: RecognisedOrder): void {
  const first = lines[0];
  if (first === undefined) return;
  let end = lines.findIndex(({ block }) => block !== first.block);
  if (end === -1) end = lines.length;
  while (end < lines.length - 1 && /^\p{Ll}/u.test(lines[end]!.text)) end += 1;
  const isTitle = is.title.test(first.text) || end < lines.length;
  if (isTitle)
    order.title = lines
      .slice(0, end)
      .map(({ text }) => text)
      .join(" ");
  const preamble = lines
    .slice(isTitle ? end : 0)
    .map(({ text }) => text)
    .join(" ");
  if (preamble !== "") order.preamble = preamble;
}

/** Reads clauses and their parts up to the line that begins something else; returns the index of that line. */
function readClauses(lines: readonly Line[], order: RecognisedOrder, addNote: AddNote): number {
  for (let at = 0; at < lines.length; at++) {
    const { text, block } = lines[at]!;
    const last = order.clauses.at(-1);
    const [clause, part] = [is.clause.exec(text), is.part.exec(text)];
    if (clause !== null && !(clause[1]!.endsWith(")") && last !== undefined))
      order.clauses.push({ number: clause[1]!, text: text.slice(clause[0].length).trim() });
    else if (part !== null && last !== undefined)
      (last.parts ??= []).push({ number: part[1]!, text: text.slice(part[0].length).trim() });
    else if (last !== undefined && (lines[at - 1]?.block === block || /^\p{Ll}/u.test(text)) && !is.person.test(text)) {
      const target = last.parts?.at(-1) ?? last;
      target.text = `${target.text} ${text}`;
      if (lines[at - 1]?.block !== block)
        addNote({
          certainty: "guessed",
          code: "clause-continued",
          values: { number: last.number, text: excerptOf(text) },
        });
    } else return at;
  }
  return lines.length;
}

/** Reads what follows the clauses: signature, drafter, mailing list. */
function readEnding(lines: readonly Line[], order: RecognisedOrder, left: (line: Line) => void): void {
  const post: string[] = [];
  for (const line of lines) {
    const parts = line.text.split("\t");
    const name = parts.findIndex((part) => is.person.test(part));
    const inline = /^(.*\S)\s+(\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{Ll}-]+)$/u.exec(line.text);
    if (is.mailing.test(line.text)) order.mailing = line.text;
    else if (is.drafter.test(line.text))
      order.drafter = order.drafter === undefined ? line.text : `${order.drafter} ${line.text}`;
    else if (order.signature === undefined && name > 0)
      order.signature = { post: [...post, ...parts.slice(0, name)].join(" "), name: parts[name]! };
    else if (order.signature === undefined && name === 0 && post.length > 0)
      order.signature = { post: post.join(" "), name: parts[0]! };
    else if (order.signature === undefined && name === -1 && inline !== null)
      order.signature = { post: [...post, inline[1]!].join(" "), name: inline[2]! };
    else if (order.signature === undefined && name === -1) post.push(line.text);
    else if (order.mailing !== undefined) order.mailing = `${order.mailing} ${line.text}`;
    else left(line);
  }
  if (order.signature === undefined) lines.filter(({ text }) => post.includes(text)).forEach(left);
}

/**
 * The approval block above the plan's title. One that cites an act repeats its date and number; a stamp («УТВЕРЖДАЮ», a post,
 * a day) says who signed, and is left out.
 */
function readApproval(lines: readonly Line[], order: RecognisedOrder): Line[] {
  const rest: Line[] = [];
  let approving: "act" | "stamp" | undefined;
  for (const line of lines) {
    if (is.stamp.test(line.text)) approving = "stamp";
    else if (is.approval.test(line.text)) approving = "act";
    else if (approving === undefined) rest.push(line);
    const cites = approving === "act" || (approving === "stamp" && is.approvalRest.test(line.text));
    if (!cites) continue;
    const [date, number] = [readDate(line.text), is.number.exec(line.text)];
    if (date !== undefined) order.date ??= date.date;
    if (date !== undefined && number !== null) order.number ??= number[1]!.trim();
  }
  return rest;
}

/** The plan's own head: its title, what stands above it, and what is left below it. */
function readPlanHead(lines: readonly Line[], title: PlanTitle | undefined, order: RecognisedOrder): Line[] {
  if (title === undefined) return readApproval(lines, order);
  order["plan-title"] = title.text;
  return [...readApproval(lines.slice(0, title.from), order), ...readApproval(lines.slice(title.to), order)];
}

/** A document without a title of a plan may have another line that says for when it holds. */
function otherTitle(lines: readonly Line[]): PlanTitle | undefined {
  const at = lines.findLastIndex(
    ({ text }) =>
      boundsIn(text) !== undefined && text.length < 300 && readDate(text) === undefined && !is.clause.test(text),
  );
  return at === -1 ? undefined : { text: lines[at]!.text, from: at, to: at + 1 };
}

/** Whether a document has an order, or cites the one that approved its plan by day and number. */
export const hasOrder = (order: RecognisedOrder): boolean =>
  order.kind !== undefined || order.clauses.length > 0 || (order.date !== undefined && order.number !== undefined);

/** Names of an order's parts in reports. */
const partNames: readonly (keyof OrderFile)[] = [
  "authority",
  "kind",
  "date",
  "number",
  "place",
  "title",
  "preamble",
  "resolution",
  "clauses",
  "signature",
  "drafter",
  "mailing",
  "plan-title",
];
const needed: readonly (keyof OrderFile)[] = [
  "authority",
  "kind",
  "date",
  "number",
  "place",
  "title",
  "preamble",
  "clauses",
  "signature",
  "plan-title",
];

/**
 * The order from the paragraphs before the plan's table. Parts are known by their place and look; what is not found is
 * noted and left out.
 */
export function readOrder(paragraphs: readonly RawParagraph[], addNote: AddNote): RecognisedOrder {
  const lines = paragraphs.flatMap(({ lines: own }, block) => own.map((text): Line => ({ text, block })));
  const order: RecognisedOrder = { clauses: [] };
  const left = (line: Line): void =>
    addNote({ certainty: "left", code: "line-left", values: { text: excerptOf(line.text) } });
  const found =
    findPlanTitle(
      lines.map(({ text }) => text),
      (a, b) => lines[a]!.block === lines[b]!.block,
    ) ?? (lines.some(({ text }) => is.kind.test(text)) ? undefined : otherTitle(lines));
  const approvalAt = lines.findIndex(({ text }) => is.approval.test(text) || is.stamp.test(text));
  const planAt =
    approvalAt === -1 || (found !== undefined && found.from < approvalAt) ? (found?.from ?? -1) : approvalAt;
  const head = planAt === -1 ? lines : lines.slice(0, planAt);
  const kindAt = head.findIndex(({ text }) => is.kind.test(text));
  const resolutionAt = head.findIndex(({ text }, index) => index > kindAt && is.resolution.test(text));
  if (kindAt >= 0) {
    order.kind = unspaced(head[kindAt]!.text);
    const authority = joinedOnce(head.slice(0, kindAt));
    if (authority !== "") order.authority = authority;
  }
  const firstClause = head.findIndex(({ text }, index) => index > kindAt && is.clause.test(text));
  const bodyEnd = resolutionAt >= 0 ? resolutionAt + 1 : firstClause >= 0 ? firstClause : head.length;
  const body = head.slice(kindAt + 1, bodyEnd);
  if (resolutionAt >= 0) {
    const word = is.resolution.exec(head[resolutionAt]!.text)!;
    order.resolution = unspaced(word[1]!.replace(/\s*:$/, "")) + (word[1]!.endsWith(":") ? ":" : "");
    const before = head[resolutionAt]!.text.slice(0, word.index).trim();
    body.splice(-1, 1, ...(before === "" ? [] : [{ ...head[resolutionAt]!, text: before }]));
  }
  if (kindAt >= 0) readTitle(readRequisites(body, order, left), order);
  else body.forEach(left);
  const rest = head.slice(bodyEnd);
  readEnding(rest.slice(readClauses(rest, order, addNote)), order, left);
  if (planAt >= 0) {
    const title = found && { ...found, from: found.from - planAt, to: found.to - planAt };
    readPlanHead(lines.slice(planAt), title, order).forEach(left);
  }
  const has = (part: keyof OrderFile): boolean =>
    part === "clauses" ? order.clauses.length > 0 : (order as Readonly<Record<string, unknown>>)[part] !== undefined;
  for (const part of partNames.filter(has))
    addNote({ certainty: "certain", code: "order-part", values: { what: part } });
  if (!hasOrder(order)) addNote({ certainty: "left", code: "order-none", values: {} });
  const missing = needed.filter((part) => !has(part) && (hasOrder(order) || part === "plan-title"));
  if (missing.length > 0) addNote({ certainty: "left", code: "order-missing", values: { what: missing.join(", ") } });
  return order;
}
