/** A rule in words: what is said of it in any language, with the words of one. */
import type { Deadline, Period } from "../../generated/types.ts";
import { combinedOf, formOf, listOf, type CombinedName, type FormName } from "../../rule/kinds.ts";
import type { PhraseLanguage } from "../language.ts";
import { unnamed, withKnownPeriods, type NamedEntity } from "../names.ts";
import { sharedLimits } from "./limits.ts";
import { partOf } from "./counted.ts";
import { isTimed } from "./timed.ts";

/** What the words of a form may ask for. */
export interface Writer {
  /** A period, and an event, as a phrase names them; undefined for what has no title that can stand in a phrase. */
  readonly periodName: (id: string) => string | undefined;
  readonly eventName: (id: string) => string | undefined;
  /** Another rule in words; undefined where the language has no short ones. */
  readonly written: (rule: Deadline) => string | undefined;
  /** Several rules in words; a day that could share the «до» before it is said to be the day itself. */
  readonly several: (rules: readonly Deadline[], by: string, say?: Writer["written"]) => string | undefined;
}

/** The words of a language that rules are written with. */
export interface WriterWords {
  /** The words of each form of deadline; undefined where there are no short ones. */
  readonly forms: Readonly<Record<FormName | CombinedName, (rule: Deadline, writer: Writer) => string | undefined>>;
  /** Between alternatives. */
  readonly or: string;
  /** Before a day that is meant by itself. */
  readonly precisely: string;
  /** Words with the time of their rule; undefined where its zone has no words. */
  readonly withTime: (words: string, rule: Deadline) => string | undefined;
  /** A title as it stands in a phrase. */
  readonly named: (title: string) => string | undefined;
  readonly knownPeriods: readonly Period[];
}

const isChoice = ({ any, each, audience, subject }: Deadline): boolean =>
  [any, each, audience, subject].some((value) => value !== undefined);

/** Returns what writes the rules of a language. */
export function phraseWriter(words: WriterWords): PhraseLanguage["write"] {
  return (whole, { names = {}, event }) => {
    const titleOf = (list: readonly Pick<NamedEntity, "id" | "title">[], id: string): string | undefined => {
      const title = list.find((entry) => entry.id === id)?.title;
      return title === undefined ? undefined : words.named(title);
    };
    const periods = withKnownPeriods(names.periods ?? [], words.knownPeriods);
    const several: Writer["several"] = (rules, by, say = written) => {
      const limits = sharedLimits(rules);
      const parts = rules.map((rule, index) => {
        const said = say(rule);
        return said === undefined || limits[index] === undefined ? said : `${words.precisely} ${said}`;
      });
      return parts.includes(undefined) ? undefined : parts.join(by);
    };
    const writer: Writer = {
      periodName: (id) => titleOf(periods, id),
      eventName: (id) => (id === unnamed ? (event ?? "") : titleOf(names.events ?? [], id)),
      written,
      several,
    };
    const choices: Readonly<Record<"any" | "each", (rule: Deadline) => string | undefined>> = {
      any: ({ any = [] }) => several(any, words.or, (rule) => (isChoice(rule) ? undefined : written(rule))),
      each: ({ each = [] }) => several(each, "; ", (rule) => (rule.each === undefined ? written(rule) : undefined)),
    };
    function saidOf(rule: Deadline): string | undefined {
      const form = formOf(rule);
      const choice = form === undefined ? listOf(rule) : undefined;
      if (choice !== undefined) return choices[choice](rule);
      const kind = form ?? combinedOf(rule);
      return kind === undefined ? undefined : words.forms[kind](rule, writer);
    }
    function written(rule: Deadline): string | undefined {
      const said = saidOf(rule);
      // Words and a time that could not be read together as they are written are no words of the rule.
      const isSayable = said !== undefined && (rule.at === undefined || isTimed(rule));
      const timed = isSayable ? words.withTime(said, rule) : undefined;
      if (timed === undefined) return undefined;
      const audience = rule.audience
        ?.map((id) => names.parties?.find((party) => party.id === id)?.label ?? id)
        .join(", ");
      const remark = [audience, rule.subject].filter((text) => text !== undefined).join(": ");
      return remark === "" ? timed : `${timed} – ${remark}`;
    }
    return written(whole);
  };
}

/** Of two deadlines the one that is counted and the last day beside it: «в течение …, но не позднее …»; undefined for any others. */
export function countedWithLast(
  rules: readonly Deadline[],
): { readonly counted: Deadline; readonly last: string } | undefined {
  const counted = rules.find((rule) => partOf(rule) === "count");
  const last = rules.find((rule) => partOf(rule) === "last")?.until;
  return rules.length === 2 && counted !== undefined && typeof last === "string" ? { counted, last } : undefined;
}
