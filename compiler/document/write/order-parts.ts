import { isoDate, parseDate } from "../../calendar/day.ts";
import { documentWording } from "../document-wording.ts";
import { editionLines, type OfficialDocument } from "../official-document.ts";

/** A part of the order as printed (ГОСТ Р 7.0.97-2016, 5): one text, or several that stand side by side. */
export interface OrderPart {
  readonly kind:
    | "letterhead"
    | "authority"
    | "kind"
    | "requisites"
    | "title"
    | "edition"
    | "body"
    | "signature"
    | "drafter"
    | "mailing";
  readonly words: readonly string[];
}

/** Date, place and number as they stand side by side: the date as on the original unless the series wants figures. */
function requisites({ order, language, dateInFigures }: OfficialDocument): readonly string[] {
  const wording = documentWording[language];
  const day = parseDate(order.date);
  return [
    (dateInFigures ? undefined : order["date-text"]) ?? (day === undefined ? order.date : wording.date(isoDate(day))),
    order.place,
    wording.number(order.number),
  ];
}

/** The order in the parts that it is printed in. */
export function orderParts(document: OfficialDocument): OrderPart[] {
  const { order, letterhead } = document;
  const each = (kind: OrderPart["kind"], ...texts: readonly (string | undefined)[]): OrderPart[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ kind, words: [text] }]));
  return [
    ...each("letterhead", ...letterhead),
    ...each("authority", order.authority),
    ...each("kind", order.kind),
    { kind: "requisites", words: requisites(document) },
    ...each("title", order.title),
    ...each("edition", ...editionLines(document)),
    ...each("body", order.preamble, order.resolution),
    ...order.clauses.flatMap(({ number, text, parts = [] }) =>
      each("body", `${number} ${text}`, ...parts.map((part) => `${part.number} ${part.text}`)),
    ),
    { kind: "signature", words: [order.signature.post, order.signature.name] },
    ...each("drafter", order.drafter),
    ...each("mailing", order.mailing),
  ];
}
