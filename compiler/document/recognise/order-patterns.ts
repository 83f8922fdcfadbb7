/** What the parts of an order look like, in Russian and in English. Each pattern holds for one line. */
export const orderPatterns = {
  /** The document's kind, letter-spaced or not. */
  kind: /^(п\s?р\s?и\s?к\s?а\s?з|р\s?а\s?с\s?п\s?о\s?р\s?я\s?ж\s?е\s?н\s?и\s?е|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?е\s?н\s?и\s?е|р\s?е\s?ш\s?е\s?н\s?и\s?е|order|resolution|directive)$/i,
  /** The word that the clauses follow, at the end of a line. */
  resolution:
    /(?:^|\s)((?:п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|приказываем|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?я\s?(?:ю|е\s?т)|распоряжаюсь|обязываю|решил[аи]?|i order|it is ordered|orders)\s*:?)\s*$/i,
  number: /(?:^|\s)(?:№|N°|No\.?)\s*(\S.*)$/i,
  title: /^(об?о?|on|about|concerning)\s/i,
  clause: /^(\d{1,3}[.)])\s*(?=\S)(?!\d)/,
  part: /^[-–—]?\s*(\d{1,3}\)|\p{L}\))\s+(?=\S)/u,
  mailing: /^(разослать|рассылка|распределение|copies? to|distribution)(\s|:|$)/i,
  drafter:
    /\(\d{3,5}\)\s*[\d-]{2,}|(?:тел|tel)\.?\s*:?\s*[+\d(]|(?:^|\D)\d{1,3}-\d{2}-\d{2}(?:\D|$)|^исп(?:олнитель)?[.:]/i,
  approval:
    /^(у\s?т\s?в\s?е\s?р\s?ж\s?д\s?[её]\s?н\s?[аоы]?|приложение(?:\s+(?:№|N)?\s*\d+)?|approved|annex(?:\s+\d+)?)(\s|$)/i,
  /** A stamp in a corner: who approves or agrees stands below it. */
  stamp:
    /^[«"]?(у\s?т\s?в\s?е\s?р\s?ж\s?д\s?а\s?ю|с\s?о\s?г\s?л\s?а\s?с\s?о\s?в\s?а\s?н\s?о|рассмотрено|принято)[»"]?(?=[\s:]|$)/i,
  /** What goes on in the lines below «УТВЕРЖДЕН». */
  approvalRest: /^(к\s+)?(приказ|распоряжени|постановлени|решени|by\s|to the|министерств|от\s|of\s)/i,
  glossary: /(сокращени|обозначени|определени|термины|abbreviations|definitions|glossary)[^.]{0,60}:?$/i,
  /** «А.А. Барабас», «Барабас А.А.», «A. Smith». */
  person:
    /^(?:\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}-]+\s\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)$/u,
  place: /^(?:г(?:ород|\.)?\s*)?\p{Lu}[\p{L}-]+(?:[\s-]\p{Lu}?[\p{L}-]+){0,2}$/u,
} as const;
