/**
 * Responsible and audiences may be written in the order's words: «МОУО, ОО», or `{ text, parties, because }` where the
 * words mean something else. They are read here, once; everything after sees lists of parties.
 */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Control, Deadline, FormerCells, Item } from "../generated/types.ts";
import { listNames } from "../rule/kinds.ts";
import type { Path, Span } from "../source/span.ts";
import type { PartyWords } from "./party-words.ts";
import type { PlanItem } from "./workspace.ts";
import { spanOf, type Origin } from "./yaml/parsed-yaml.ts";

/** Parties as they stand in a file. The generated types know only what is left after reading: a list. */
export type WrittenParties = string[] | string | { text: string; parties: string[]; because?: string };

/** The words of parties as they stand in a file; undefined where only a list does. */
export const wordsOf = (written: WrittenParties | undefined): string | undefined =>
  typeof written === "string" ? written : Array.isArray(written) ? undefined : written?.text;

/** The place of a part of a text value; the first of such words where the file breaks or quotes the text otherwise. */
function spanInText(origin: Origin, path: Path, text: string, { start, end }: { start: number; end: number }): Span {
  const whole = spanOf(origin, path);
  const written = origin.file.source.text.slice(whole.start, whole.end);
  const before = written.indexOf(text);
  const at = before === -1 ? written.indexOf(text.slice(start, end)) : before + start;
  return at === -1 ? whole : { ...whole, start: whole.start + at, end: whole.start + at + end - start };
}

/** Reads the parties of one row. */
class PartyReader {
  readonly #origin: Origin;
  readonly #words: PartyWords;
  readonly #report: Report;

  constructor(origin: Origin, words: PartyWords, report: Report) {
    this.#origin = origin;
    this.#words = words;
    this.#report = report;
  }

  /** Ids typed as a text: «school, nursery» without the brackets of a list. */
  #isList(text: string): boolean {
    const names = text.split(/[\s,;()]+/).filter((name) => name !== "");
    return names.length > 0 && names.every((name) => this.#words.ids.has(name));
  }

  #reportUnread(text: string, path: Path): void {
    if (this.#isList(text)) {
      this.#report({
        code: "wrong-type",
        values: {
          expected: { terms: ["array"] },
          actual: { terms: ["string"], of: `«${text}»` },
          single: text.replace(/^\((.*)\)$/, "$1"),
        },
        span: spanOf(this.#origin, path),
      });
      return;
    }
    for (const unread of this.#words.read(text).unread) {
      const word = text.slice(unread.start, unread.end);
      const span = spanInText(this.#origin, path, text, unread);
      if (unread.ids.length > 0)
        this.#report({ code: "ambiguous-party", values: { word, ids: { list: unread.ids } }, span });
      else {
        const { alike, suggestion } = this.#words.suggest(word);
        this.#report({
          code: "unknown-party-words",
          values: { word, alike, suggestion },
          span,
          fix: alike === undefined ? undefined : { span, text: alike },
        });
      }
    }
    const { parties, unread } = this.#words.read(text);
    if (parties.length === 0 && unread.length === 0)
      this.#report({ code: "unknown-party-words", values: { word: text }, span: spanOf(this.#origin, path) });
  }

  parties(written: WrittenParties, path: Path): string[] {
    if (Array.isArray(written)) return written;
    if (typeof written === "string") {
      this.#reportUnread(written, path);
      return [...this.#words.read(written).parties];
    }
    const { text, parties, because } = written;
    const { parties: read, unread } = this.#words.read(text);
    if (because !== undefined) return parties;
    this.#reportUnread(text, [...path, "text"]);
    const differing = [...read.filter((id) => !parties.includes(id)), ...parties.filter((id) => !read.includes(id))];
    if (differing.length > 0 && unread.length === 0)
      this.#report({
        code: "parties-differ",
        values: { names: { list: differing.map((id) => this.#words.write([id])) } },
        span: spanOf(this.#origin, [...path, "text"]),
      });
    return parties;
  }

  rule(rule: Deadline, path: Path): Deadline {
    let read = rule;
    const { audience } = rule as { audience?: WrittenParties };
    if (wordsOf(audience) !== undefined) read = { ...read, audience: this.parties(audience!, [...path, "audience"]) };
    for (const list of listNames) {
      const elements = rule[list]?.map((element, index) => this.rule(element, [...path, list, index]));
      if (elements?.some((element, index) => element !== rule[list]![index])) read = { ...read, [list]: elements };
    }
    return read;
  }

  control(control: Control, path: Path): Control {
    const deadline = control.deadline && this.rule(control.deadline, [...path, "deadline"]);
    return deadline === control.deadline ? control : { ...control, deadline: deadline! };
  }

  /** The cells of a row with their parties read. The words stay beside the list where it does not spell them. */
  cells<T extends Pick<Item, "responsible" | "responsible-text" | "deadline" | "control">>(cells: T, path: Path): T {
    const read = Object.entries(cells).flatMap(([key, value]): [string, unknown][] => {
      const at = [...path, key];
      if (key === "deadline") return [[key, this.rule(value as Deadline, at)]];
      if (key === "control") return [[key, this.control(value as Control, at)]];
      const text = key === "responsible" ? wordsOf(value as WrittenParties) : undefined;
      if (text === undefined) return [[key, value]];
      const parties = this.parties(value as WrittenParties, at);
      if (cells["responsible-text"] !== undefined)
        this.#report({
          code: "words-twice",
          values: {},
          span: spanOf(this.#origin, [...path, "responsible-text"], "key"),
        });
      return this.#words.write(parties) === text
        ? [[key, parties]]
        : [
            [key, parties],
            ["responsible-text", text],
          ];
    });
    return read.every(([key, value]) => value === (cells as Readonly<Record<string, unknown>>)[key])
      ? cells
      : (Object.fromEntries(read) as T);
  }
}

/** What a row was before an amendment: the words beside its list are its own, not those of the row. */
function ownWords(was: FormerCells, row: Item): FormerCells {
  if (was.responsible === undefined || was["responsible-text"] !== undefined) return was;
  if (row["responsible-text"] === undefined || was.without?.includes("responsible-text") === true) return was;
  return { ...was, without: [...(was.without ?? []), "responsible-text"] };
}

/** Returns a row with the words of its responsible and audiences read into parties; the same row where it has none. */
export function readParties(row: PlanItem, words: PartyWords, report: Report): PlanItem {
  const reader = new PartyReader(row.origin, words, report);
  const written = row.data["responsible-text"];
  const data = reader.cells(row.data, []);
  const amendments = data["amended-by"]?.map((entry, index) => {
    if (typeof entry === "string" || entry.was === undefined) return entry;
    const was = reader.cells(entry.was, ["amended-by", index, "was"]);
    const own = written === undefined ? ownWords(was, data) : was;
    return own === entry.was ? entry : { ...entry, was: own };
  });
  const isAmended = amendments?.some((entry, index) => entry !== data["amended-by"]![index]) === true;
  if (isAmended) return { ...row, data: { ...data, "amended-by": amendments } };
  return data === row.data ? row : { ...row, data };
}
