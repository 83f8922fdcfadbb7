import { namesAgent } from "../recognise/cell-kinds.ts";
import { nominativeName, type ObliqueCase } from "./nominative-name.ts";

/** Words that join a second party, and the case that they put it in. */
const joining: readonly { readonly words: RegExp; readonly oblique: ObliqueCase }[] = [
  {
    words: /(?:^|[\s,(]+)(?:совместно|вместе|во взаимодействии|в сотрудничестве|по согласованию)\s+с(?:о)?\s+/iu,
    oblique: "instrumental",
  },
  {
    words:
      /(?:^|[\s,(]+)(?:при (?:участии|содействии|поддержке|координации)|с (?:участием|привлечением)|силами|с помощью)\s+/iu,
    oblique: "genitive",
  },
];

const signs = /[«»"“”„()]/;

/** Cuts a text at the separators that stand outside brackets and quotation marks. */
function cut(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let [from, depth] = [0, 0];
  for (let at = 0; at < text.length;) {
    const sign = text[at]!;
    if (signs.test(sign)) depth = Math.max(0, depth + (/[«“„(]/.test(sign) ? 1 : /[»”)]/.test(sign) ? -1 : 0));
    const found = depth === 0 ? separator.exec(text.slice(at, at + 40)) : null;
    if (found?.index !== 0 || found[0] === "") at += 1;
    else {
      parts.push(text.slice(from, at));
      at += found[0].length;
      from = at;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== "");
}

const preposition = /^(?:по|при|с|со|и|в|во|на|за|для|от|из|к|об?|of|for|and|the)\s/iu;
const danglingEnd = /(?:^|\s)(?:по|при|с|со|и|в|во|на|за|для|от|из|к|of|for|and|the)$|[-–—]$/iu;
/** Words in an oblique case: what a body is in charge of, not who. */
const oblique = /(?:ого|его|ой|ей|ых|их|ия|ии|ий|ства|тва|ости|ки|ги|ха|да|та|ра|ла|ма|ва|са|за|на|ы|и)$/iu;
/** Bodies, which are called by what they are in charge of. */
const body =
  /(?:^|\s)(?:министерств|департамент|комитет|управлени|отдел|сектор|служб|агентств|комисси|инспекци|центр|дирекци|отделени|бюро|кафедр)\p{L}*/iu;

/** Whether a piece after a comma goes on with the name before it: «Департамент строительства, энергетики и связи». */
function continuesName(before: string, piece: string): boolean {
  const first = /^[\p{L}-]+/u.exec(piece)?.[0] ?? "";
  return (
    body.test(before) && first !== "" && first === first.toLowerCase() && !namesAgent(piece) && oblique.test(first)
  );
}

/** Names with commas between: pieces that go on with a body's name are put together again where an «и» closes the list. */
function byCommas(text: string, isKnown: (name: string) => boolean): string[] {
  const pieces = cut(text, /^\s*,\s*/u);
  const names: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    let end = at;
    while (end + 1 < pieces.length && !isKnown(pieces[end + 1]!) && continuesName(pieces[at]!, pieces[end + 1]!))
      end += 1;
    const closes = end > at && /\sи\s/u.test(pieces[end]!);
    const last = closes ? end : at;
    names.push(pieces.slice(at, last + 1).join(", "));
    at = last;
  }
  return names;
}

/** «инженер и завхоз» is two; «строительства и связи» is one body's name. */
function byConjunction(text: string, isKnown: (name: string) => boolean): string[] {
  const pieces = cut(text, /^\s+(?:и|and)\s+/iu);
  return pieces.reduce<string[]>((names, piece) => {
    const before = names.at(-1);
    if (before === undefined || namesAgent(piece) || isKnown(piece)) return [...names, piece];
    return [...names.slice(0, -1), `${before} и ${piece}`];
  }, []);
}

/** Lines of a cell, those that go on with the line above put together. */
function byLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce<string[]>((lines, line) => {
      const before = lines.at(-1);
      const open = before !== undefined && (before.match(/[«(]/g)?.length ?? 0) > (before.match(/[»)]/g)?.length ?? 0);
      const small = /^\p{Ll}/u.test(line);
      const goesOn =
        before !== undefined &&
        (open ||
          danglingEnd.test(before) ||
          preposition.test(line) ||
          /,$/.test(before) ||
          (small && !namesAgent(line)));
      return goesOn ? [...lines.slice(0, -1), `${before} ${line}`] : [...lines, line];
    }, []);
}

/** A name as it is found, and in the nominative where it stands in another case. */
export interface PartyName {
  readonly name: string;
  /** It stood in an oblique case. */
  readonly inflected: boolean;
}

/** A longer cell is no list of names that anybody wrote: it is only cut at its separators. */
const longestCell = 2000;

const trimmed = (name: string): string => name.replace(/^[\s•·*–—-]+|[\s.,;:]+$/g, "").replace(/\s+/g, " ");

/** A piece between joining words, with the case it stands in. */
function pieces(text: string): { readonly text: string; readonly oblique: ObliqueCase | undefined }[] {
  const found = joining
    .map(({ words, oblique: own }) => ({ own, match: words.exec(text) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => a.match!.index - b.match!.index)[0];
  if (found === undefined) return [{ text, oblique: undefined }];
  const { index, 0: words } = found.match!;
  const [before, ...after] = [text.slice(0, index), ...pieces(text.slice(index + words.length))] as [
    string,
    ...ReturnType<typeof pieces>,
  ];
  const [first, ...rest] = after;
  return [
    ...(before.trim() === "" ? [] : [{ text: before, oblique: undefined }]),
    ...(first === undefined ? [] : [{ text: first.text, oblique: first.oblique ?? found.own }]),
    ...rest,
  ];
}

/**
 * The names that a cell holds: lines, commas, «и» and joining words part them. A comma inside a name does not, nor does a line
 * that goes on with the one above. `isKnown` says of which names the document speaks elsewhere.
 */
export function splitNames(cell: string, isKnown: (name: string) => boolean = () => false): PartyName[] {
  if (cell.length > longestCell)
    return cell
      .split(/[,;|/\n]/)
      .map(trimmed)
      .filter((name) => /\p{L}/u.test(name))
      .map((name) => ({ name, inflected: false }));
  return byLines(cell).flatMap((line) =>
    cut(line, /^\s*[;|/]\s*/u).flatMap((part) =>
      pieces(part).flatMap(({ text, oblique: own }) =>
        byCommas(text, isKnown)
          .flatMap((piece) => byConjunction(piece, isKnown))
          .map(trimmed)
          .filter((name) => /\p{L}/u.test(name))
          .map((name): PartyName => {
            const base = nominativeName(name, own);
            return { name: base, inflected: base !== name };
          }),
      ),
    ),
  );
}
