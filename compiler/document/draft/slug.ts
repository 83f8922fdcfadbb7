import { isTaken } from "../../resolve/checks/reserved-names.ts";

/** Cyrillic letters in Latin ones. */
const letters: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l" },
  ...{ м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "c", ч: "ch", ш: "sh" },
  ...{ щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
};

/** The longest slug that the schema allows. */
const longest = 40;

/**
 * A text as a name in Latin letters, whole words only: `План работы школы` → `plan-raboty-shkoly`; `fallback` where nothing of it can
 * be one, or the name is taken by the site.
 */
export function slugOf<F extends string | undefined>(text: string, fallback: F): string | F {
  const latin = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[а-яё]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  let slug = "";
  for (const word of latin.split(/[^a-z0-9]+/)) {
    if (word === "" || (slug === "" && /^\d/.test(word))) continue;
    if (slug.length + word.length + 1 > longest) {
      if (slug === "") slug = word.slice(0, longest);
      break;
    }
    slug = slug === "" ? word : `${slug}-${word}`;
  }
  return slug === "" || isTaken(slug) ? fallback : slug;
}

/** The slug, with a number behind it where it is taken; adds it to those taken. */
export function freeSlug(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let n = 2; taken.has(free); n++)
    free = `${slug.slice(0, longest - String(n).length - 1).replace(/-+$/, "")}-${n}`;
  taken.add(free);
  return free;
}

/** Whether a name can be the slug of a series. */
export const isSlug = (name: string): boolean =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.length <= longest && !isTaken(name);
