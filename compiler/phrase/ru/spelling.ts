/** A phrase without what two spellings of it differ in: case, ё, spaces, commas, dashes, the full stop, endings of numbers, the plan's year. */
export function spelling(text: string, year: number | undefined): string {
  const words = text
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[,;]/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/ ?[-\u2010-\u2015\u2212] ?/g, "–")
    .replace(/(\d)–(?:х|ти|и|го|й|е)(?![а-я])/g, "$1")
    .replace(/^течени[еи] /, "в течение ")
    .replace(/(дня|дней|месяца|месяцев) (?:со дня|с даты|с момента|в случае) /, "$1 после ")
    .trim();
  return year === undefined ? words : words.replace(new RegExp(` ${year}(?: год[а]?| г\\.?)?$`), "");
}
