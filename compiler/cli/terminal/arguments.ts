import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { parseDate, type Day } from "../../calendar/day.ts";
import type { Tried } from "../../resolve/resolution.ts";
import { nearest } from "../../source/nearest.ts";
import { UsageError, type Terminal } from "./terminal.ts";
import { filled, type Messages } from "../messages/messages.ts";

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** A call of a command, read. */
export interface Arguments {
  readonly options: Options;
  readonly positionals: readonly string[];
}

/** The only optional argument: what a plan is compared with. */
const optional = "[BASE]";

/** An argument without an option's name that a command cannot do without. */
export type RequiredPositional = keyof Messages["positionals"];
export type Positional = RequiredPositional | typeof optional;

/** An option with a value, and one that is given or not. */
export const stringOption = { type: "string" } as const;
export const flagOption = { type: "boolean" } as const;

const everywhere: ParseArgsOptionsConfig = {
  plan: stringOption,
  lang: stringOption,
  help: { type: "boolean", short: "h" },
};

/** What a command takes. */
export interface Signature {
  readonly options: ParseArgsOptionsConfig;
  readonly positionals: readonly Positional[];
}

/**
 * Reads a command's words. Throws a UsageError for what the command does not take; an unknown option is answered with
 * the nearest known one.
 */
export function readArguments(
  words: readonly string[],
  { options: own, positionals: names }: Signature,
  terminal: Terminal,
): Arguments {
  const { messages } = terminal;
  const options = { ...everywhere, ...own };
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const known = options[token.name];
    if (known === undefined) {
      const suggestion = nearest(token.name, Object.keys(options));
      throw new UsageError(
        [
          filled(messages.unknownOption, { name: token.rawName }),
          ...(suggestion === undefined ? [] : [filled(messages.didYouMean, { suggestion: `--${suggestion}` })]),
        ].join("; "),
      );
    }
    if (known.type === "string" && token.value === undefined)
      throw new UsageError(filled(messages.missingArgument, { name: token.rawName }));
  }
  if (values["help"] === true) return { options: values, positionals };
  if (positionals.length > names.length)
    throw new UsageError(filled(messages.extraArgument, { value: positionals[names.length]! }));
  const missing = names.slice(positionals.length).find((name) => name !== optional);
  if (missing !== undefined)
    throw new UsageError(filled(messages.missingArgument, { name: messages.positionals[missing] }));
  return { options: values, positionals };
}

/** The text of an option; undefined where it is not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/**
 * The text of an option that a command cannot do without, trimmed. Throws a UsageError where it is not given or blank.
 */
export function requiredOption(options: Options, name: string, { messages }: Terminal): string {
  const value = textOption(options, name)?.trim();
  if (value === undefined || value === "")
    throw new UsageError(filled(messages.missingArgument, { name: `--${name}` }));
  return value;
}

/** The plan's folder: that of `--plan`, else `plan`. */
export const planFolder = (options: Options): string => textOption(options, "plan") ?? "plan";

/** The format of an answer, the first where none is given. Throws a UsageError for any that is not among them. */
export function formatOption<T extends string>(options: Options, formats: readonly T[], { messages }: Terminal): T {
  const value = textOption(options, "format") ?? formats[0]!;
  const found = formats.find((format) => format === value);
  if (found === undefined)
    throw new UsageError(filled(messages.badValue, { name: "--format", value, expected: formats.join(", ") }));
  return found;
}

/** A day written as in ISO 8601; undefined where it is not given. Throws a UsageError for anything else. */
export function dayOption(options: Options, name: string, terminal: Terminal): Day | undefined {
  const value = textOption(options, name);
  if (value === undefined) return undefined;
  const day = parseDate(value);
  if (day !== undefined) return day;
  const { messages } = terminal;
  const printed = /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})$/.exec(value)?.groups;
  const meant = printed === undefined ? undefined : `${printed["year"]}-${printed["month"]}-${printed["day"]}`;
  if (parseDate(meant ?? "") === undefined && /^\d{4}-\d{2}-\d{2}$/.test(meant ?? value))
    throw new UsageError(filled(messages.noSuchDay, { name: `--${name}`, value }));
  throw new UsageError(filled(messages.badValue, { name: `--${name}`, value, expected: meant ?? messages.dayShape }));
}

/** A day to try for an event, or a day and a time: 2024-04-26, 2024-04-26T10:00. Throws a UsageError for anything else. */
export function triedOption(options: Options, terminal: Terminal): Tried | undefined {
  const value = textOption(options, "event");
  const [, date = value, at] = /^(.*)[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(value ?? "") ?? [];
  const day = dayOption({ ...options, event: date }, "event", terminal);
  return day === undefined ? undefined : { day, at };
}

/** The day of an option that a command cannot do without. Throws a UsageError where it is not given or no day. */
export function requiredDay(options: Options, name: string, terminal: Terminal): Day {
  const day = dayOption(options, name, terminal);
  if (day === undefined) throw new UsageError(filled(terminal.messages.missingArgument, { name: `--${name}` }));
  return day;
}

/**
 * A whole number between two bounds, both included; undefined where it is not given. Throws a UsageError for anything
 * else.
 */
export function numberOption(
  options: Options,
  name: string,
  bounds: readonly [number, number],
  terminal: Terminal,
): number | undefined {
  const value = textOption(options, name);
  if (value === undefined) return undefined;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= bounds[0] && number <= bounds[1]))
    throw new UsageError(filled(terminal.messages.badValue, { name: `--${name}`, value, expected: bounds.join("–") }));
  return number;
}
