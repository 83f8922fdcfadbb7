/** A printed number as it was understood. */
export type PrintedNumber =
  | { readonly kind: "numbers"; readonly parts: readonly number[] }
  | { readonly kind: "letter" }
  | { readonly kind: "none" }
  /** Neither a number nor a letter. */
  | { readonly kind: "unread" };

const largest = 9999;
const deepest = 6;

/** A printed number: «1.2.3.», «4)», «№ 5», «IV», or a letter below a number: «а)»; undefined where it is neither. */
export function readNumber(text: string): PrintedNumber | undefined {
  const bare = text.replace(/^(?:№|п\.|пункт)\s*/i, "").replace(/\s+/g, "");
  if (bare === "" || /^[-–—*•·]$/.test(bare)) return { kind: "none" };
  const roman = /^\(?([IVXLCІӀХС]+)[.)]*$/u.exec(bare)?.[1];
  const value = roman === undefined ? undefined : romanValue(roman);
  if (value !== undefined && (bare.length > 1 || /[IVX]/.test(bare))) return { kind: "numbers", parts: [value] };
  if (/^\(?[а-яёa-z][).]$/i.test(bare)) return { kind: "letter" };
  const digits = /^\(?(\d+(?:[.\-–]\d+)*)[.)]*$/.exec(bare)?.[1];
  if (digits === undefined) return undefined;
  const parts = digits.split(/[.\-–]/).map(Number);
  return parts.every((part) => part >= 1 && part <= largest) && parts.length <= deepest
    ? { kind: "numbers", parts }
    : undefined;
}

const romanValues: readonly (readonly [string, number])[] = [
  ["CM", 900],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["XL", 40],
  ["L", 50],
  ["IX", 9],
  ["IV", 4],
  ["X", 10],
  ["V", 5],
  ["I", 1],
];
/** Roman numerals are often typed with the Cyrillic letters that look like them. */
const lookAlikes: Readonly<Record<string, string>> = { І: "I", Ӏ: "I", Х: "X", С: "C", "|": "I" };

/** The value of a Roman numeral. */
export function romanValue(text: string): number | undefined {
  let rest = text.toUpperCase().replace(/[ІӀХС|]/g, (sign) => lookAlikes[sign]!);
  let value = 0;
  for (const [sign, worth] of romanValues) for (; rest.startsWith(sign); rest = rest.slice(sign.length)) value += worth;
  return rest === "" && value > 0 && value <= largest ? value : undefined;
}

/** A section's heading: its number as printed, its value, its title. */
export interface SectionHeading {
  readonly number: string;
  readonly value: number;
  readonly title: string;
}

const sectionShape =
  /^(?<number>(?:(?:раздел|глава|часть|блок|направление|section|part|chapter)\s+)?(?<figure>[IVXLCІӀХСМ|]+|\d+))\s*(?:[.):]|[–—-](?=\s)|(?=\s))\s*(?<title>\S.*)$/iu;

/** «I полугодие», «2 квартал», «1 этап»: the number belongs to the words. */
const counted =
  /^(?:полугоди|квартал|декад|недел|четверт|семестр|триместр|этап|класс|курс|групп|смен[аы]|очеред|half|quarter|week|stage)/iu;

/** The heading of a section; undefined where a row across the table has no number. */
export function readSection(text: string): SectionHeading | undefined {
  const groups = sectionShape.exec(text)?.groups;
  if (groups === undefined || counted.test(groups["title"]!)) return undefined;
  const figure = groups["figure"]!;
  const value = /^\d+$/.test(figure) ? Number(figure) : romanValue(figure);
  return value === undefined || value < 1 || value > largest
    ? undefined
    : { number: groups["number"]!, value, title: groups["title"]! };
}
