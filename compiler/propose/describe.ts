/** Operations, conflicts and refusals in words. */
import { flowText, isMap, type YamlValue } from "../edit/yaml-text.ts";
import { parseDate } from "../calendar/day.ts";
import { dateText, languages, type LanguageCode } from "../locale/languages.ts";
import type { Conflict } from "./conflict.ts";
import { filled } from "../source/filled.ts";
import { proposalMessages } from "./messages.ts";
import { proposalFormat, type Basis, type Operation, type Proposal } from "./proposal.ts";
import type { Refusal } from "./read-proposal.ts";

/** A date of ISO 8601 in words; anything else as it is. */
function dayText(iso: string, language: LanguageCode): string {
  const day = parseDate(iso);
  return day === undefined ? iso : dateText(languages[language], day);
}

/** A value of a plan for a sentence: words in quotation marks, of a deadline its words; `whole` tells its rule too. */
export function valueText(value: unknown, language: LanguageCode, whole = false): string {
  const { nothing, quote } = proposalMessages(language);
  if (value === undefined || value === null) return nothing;
  if (typeof value === "string") return filled(quote, { text: dayText(value, language) });
  if (isMap(value) && typeof value["text"] === "string") {
    const { text, ...rule } = value;
    return `${filled(quote, { text })}${whole ? ` ${flowText(rule)}` : ""}`;
  }
  return Array.isArray(value) && value.every((each) => typeof each === "string")
    ? value.join(", ")
    : flowText(value as YamlValue);
}

/** Two values so that they differ: by their words, or where those are the same with their rules. */
function sides(was: unknown, now: unknown, language: LanguageCode): readonly [string, string] {
  const short = [valueText(was, language), valueText(now, language)] as const;
  return short[0] === short[1] ? [valueText(was, language, true), valueText(now, language, true)] : short;
}

/** What an operation is worded by: its template, and the values in it. */
function worded(operation: Operation, language: LanguageCode) {
  const { keys } = proposalMessages(language);
  switch (operation.op) {
    case "move": {
      const [was, to] = sides(operation.was, operation.to, language);
      return {
        form: operation.cell === "control" ? "control" : "move",
        values: { name: operation.item, was, to },
      } as const;
    }
    case "record": {
      const { event, title, date } = operation;
      return { form: "record", values: { event, title, date: dayText(date, language) } } as const;
    }
    case "withdraw":
      return { form: "withdraw", values: { name: operation.item, reason: operation.reason } } as const;
    case "add":
      return { form: "add", values: { name: operation.item, activity: operation.activity } } as const;
    case "set": {
      const [was, to] = sides(operation.was, operation.to, language);
      const key = String(operation.path.at(-1));
      const name = operation.row?.id ?? operation.file;
      return {
        form: operation.to === undefined ? "unset" : "set",
        values: { name, key: keys[key] ?? key, was, to },
      } as const;
    }
    case "profile":
      return {
        form: "profile",
        values: { name: operation.label, parties: operation.parties.join(", ") },
      } as const;
    case "text":
      return { form: "text", values: { name: operation.file } } as const;
  }
}

/** An operation in a line. */
export function operationText(operation: Operation, language: LanguageCode): string {
  const { form, values } = worded(operation, language);
  return filled(proposalMessages(language).operations[form], values);
}

/** What a proposal does, as the subject of a commit or a letter: 72 characters at most. */
export function subjectOf({ operations }: Proposal, language: LanguageCode): string {
  const messages = proposalMessages(language);
  const { form, values } = worded(operations[0]!, language);
  const whole =
    operations.length === 1
      ? filled(messages.subjects[form], values)
      : filled(messages.several, { count: operations.length });
  const line = whole.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length <= 72 ? line : `${line.slice(0, 71).trimEnd()}…`;
}

/** On what a proposal rests, in a line. */
export function basisText(basis: Basis, language: LanguageCode): string {
  const texts = proposalMessages(language).basis;
  if ("correction" in basis) return filled(texts.correction, { text: basis.correction });
  if ("amendment" in basis) return filled(texts.amendment, { name: basis.amendment });
  const { date, number, title } = basis.order;
  const values = { date: dayText(date, language), title };
  return number === undefined ? filled(texts.numberless, values) : filled(texts.order, { ...values, number });
}

/** A conflict in a sentence. */
export function conflictText({ kind, name, key = "", now, was }: Conflict, language: LanguageCode): string {
  const { conflicts, keys } = proposalMessages(language);
  const [before, after] = sides(was, now, language);
  return filled(conflicts[kind], { name, key: keys[key] ?? key, was: before, now: after });
}

/** Why a file is refused. */
export const refusalText = (refusal: Refusal, language: LanguageCode): string =>
  filled(proposalMessages(language).refusals[refusal.kind], { own: proposalFormat, ...refusal });
