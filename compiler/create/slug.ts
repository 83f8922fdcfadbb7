/** Cyrillic letters in Latin ones, as Russian passports have them (ICAO Doc 9303-3, section 6 B). */
const letters: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l" },
  ...{ м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh" },
  ...{ щ: "shch", ъ: "ie", ы: "y", ь: "", э: "e", ю: "iu", я: "ia" },
};

const longest = 40;

/**
 * A name in Latin letters for a text, as the DSL wants names: `План работы школы` → `plan-raboty-shkoly`. At most 40
 * characters, cut between words; undefined where nothing is left.
 */
export function slugFor(text: string): string | undefined {
  const words = [...text.toLowerCase().normalize("NFC")]
    .map((letter) => letters[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  while (words.length > 0 && !/^[a-z]/.test(words[0]!)) words.shift();
  while (words.length > 1 && words.join("-").length > longest) words.pop();
  return words.length === 0 ? undefined : words.join("-").slice(0, longest);
}
