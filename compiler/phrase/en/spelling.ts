/** A phrase without what two spellings of it differ in: case, spaces, commas, dashes, the full stop, “the”, endings of numbers, the plan's year. */
export function spelling(text: string, year: number | undefined): string {
  const words = text
    .toLowerCase()
    .replace(/[,;]/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/ ?[-\u2010-\u2015\u2212] ?/g, "–")
    .replace(/(\d)(?:st|nd|rd|th)(?= (?:of )?[a-z])/g, "$1")
    .replace(/^on (?:the )?/, "")
    .replace(/(days?|weeks?|months?) (?:of|from|following) /, "$1 after ")
    .replace(/[\s.]+$/, "")
    .trim();
  return year === undefined ? words : words.replace(new RegExp(` ${year}$`), "");
}
