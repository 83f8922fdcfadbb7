import type { CalendarFault } from "./fault.ts";
import { anyExtension, grammar, type ComponentRule } from "./grammar.ts";
import { contentLines, type ContentLine } from "./content-lines.ts";
import { parseDateValue, valueFault } from "./values.ts";

/** Byte-order mark, C1 controls, line separators and the marks that turn the direction of text. */
const hidden = /[\x80-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;
const contentLine = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s;

type Report = (fault: CalendarFault) => void;

/** A component whose END was not read yet, and the values of its properties so far. */
interface OpenComponent {
  readonly name: string;
  readonly line: number;
  readonly rule: ComponentRule | undefined;
  readonly values: Map<string, string>;
}

/** A content line taken apart (RFC 5545 §3.1). */
interface Property {
  readonly name: string;
  /** As written, each with its semicolon. */
  readonly parameters: string;
  readonly value: string;
  readonly line: number;
}

function checkProperty(open: OpenComponent, { name, parameters, value, line }: Property, report: Report): void {
  const rule = open.rule?.properties[name] ?? (name.startsWith("X-") ? anyExtension : undefined);
  if (rule === undefined) {
    if (open.rule !== undefined) report({ code: "unknown-property", line, detail: name });
    return;
  }
  if (open.values.has(name) && !rule.repeatable) report({ code: "repeated-property", line, detail: name });
  open.values.set(name, value);
  const isStamp = rule.orStamp === true && parameters === "" && value.includes("T");
  if (rule !== anyExtension && !isStamp && parameters !== (rule.parameters ?? ""))
    report({ code: "bad-value", line, detail: `${name}${parameters}` });
  const fault = valueFault(isStamp ? "stamp" : rule.kind, value) ?? (value === "" ? "bad-value" : undefined);
  if (fault !== undefined) report({ code: fault, line, detail: `${name}:${value.slice(0, 60)}` });
}

/** Whole days end on a later day, instants at a later instant or not at all; both ends are of one kind. */
function checkLength(start: string, end: string | undefined, line: number, report: Report): void {
  if (end === undefined) {
    if (!start.endsWith("Z")) report({ code: "missing-property", line, detail: "VEVENT DTEND" });
    return;
  }
  const isSound = [start, end].every((text) => parseDateValue(text.slice(0, 8)) !== undefined);
  if (!isSound) return;
  if (start.endsWith("Z") !== end.endsWith("Z")) report({ code: "bad-value", line, detail: `DTEND:${end}` });
  // Days and UTC date-times of one kind stand in the order of their texts.
  else if (end <= start) report({ code: "end-before-start", line });
}

function checkClosed({ name, line, rule, values }: OpenComponent, uids: Set<string>, report: Report): void {
  for (const [property, { required }] of Object.entries(rule?.properties ?? {})) {
    if (required && !values.has(property)) report({ code: "missing-property", line, detail: `${name} ${property}` });
  }
  if (name !== "VEVENT") return;
  checkLength(values.get("DTSTART") ?? "", values.get("DTEND"), line, report);
  const uid = values.get("UID");
  if (uid === undefined) return;
  if (uids.has(uid)) report({ code: "duplicate-uid", line, detail: uid });
  uids.add(uid);
}

/** Checks the nesting of components and all that is in them. Returns the number of entries. */
function checkComponents(lines: readonly ContentLine[], report: Report): number {
  const stack: OpenComponent[] = [];
  const uids = new Set<string>();
  let entries = 0;
  let calendars = 0;
  for (const { text, line } of lines) {
    if (hidden.test(text)) report({ code: "hidden-character", line });
    const [, name = "", parameters = "", value = ""] = contentLine.exec(text) ?? [];
    const open = stack.at(-1);
    if (name === "") {
      if (text !== "") report({ code: "malformed-line", line, detail: text.slice(0, 60) });
    } else if (name === "BEGIN") {
      const allowed =
        open === undefined ? value === "VCALENDAR" && calendars === 0 : (open.rule?.inside.includes(value) ?? false);
      if (!allowed) report({ code: open === undefined ? "not-a-calendar" : "unknown-component", line, detail: value });
      stack.push({ name: value, line, rule: grammar[value], values: new Map() });
      if (value === "VCALENDAR") calendars += 1;
      if (value === "VEVENT") entries += 1;
    } else if (name === "END") {
      if (open?.name === value) checkClosed(stack.pop()!, uids, report);
      else report({ code: "unbalanced", line, detail: value });
    } else if (open === undefined) report({ code: "not-a-calendar", line, detail: name });
    else checkProperty(open, { name, parameters, value, line }, report);
  }
  for (const { name, line } of stack) report({ code: "unbalanced", line, detail: name });
  if (calendars === 0) report({ code: "not-a-calendar", line: 1 });
  return entries;
}

/**
 * Everything wrong with a calendar file of ours, by its bytes, in the order of its lines: where it breaks RFC 5545 or the
 * narrower form of our files (whole days, free time, no METHOD). Empty for a sound file.
 */
export function lintCalendar(bytes: Uint8Array): CalendarFault[] {
  const faults: CalendarFault[] = [];
  const report: Report = (fault) => faults.push(fault);
  const entries = checkComponents(contentLines(bytes, report), report);
  if (entries === 0) report({ code: "no-entries", line: 1 });
  return faults.sort((a, b) => a.line - b.line);
}
