import type { SearchLanguage } from "./language.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Endings of nouns, adjectives and verbs, and what makes a noun of a verb; the longest that fits is taken off. */
const endings = `ениями аниями ениях аниях ением анием ениям аниям ение ания ения ание ению анию ений аний ении ании
  иями ости остью остей ость ого его ому ему ыми ими ами ями ием иях иям ать ять ить еть уть ует уют ают яют
  ишь ешь ите ете ах ях ам ям ом ем ой ей ий ый ое ее ая яя ые ие ым им ых их ую юю ою ею ов ев ия ья ию ью ии ть
  и ы ь ю я а о е у й`
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);
const fewestLetters = 3;
/** What looks like an ending here is none. */
const whole = set("прием заем съем");

function stem(word: string): string {
  const base = word.length > 5 ? word.replace(/(?:ся|сь)$/, "") : word;
  const ending = whole.has(base)
    ? undefined
    : endings.find((each) => base.endsWith(each) && base.length - each.length >= fewestLetters);
  const cut = ending === undefined ? base : base.slice(0, -ending.length);
  // «заявок» and «заявка», «регистрированный» and «регистрированная».
  return cut.length > fewestLetters ? cut.replace(/([бвгджзклмнпрстфхцчшщ])[оеё]к$/, "$1к").replace(/нн$/, "н") : cut;
}

const ordinals = `первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый`;

const month: SearchLanguage["month"] = (word, months) => {
  const at = (fits: (name: string, inDate: string) => boolean): number | undefined => {
    const index = months.findIndex(([name, inDate]) => fits(name, inDate));
    return index < 0 ? undefined : index + 1;
  };
  // «в июне», «к маю», «в августе»: the name without its last letter, or whole, and a letter of another case.
  const base = /[еюу]$/.test(word) ? word.slice(0, -1) : undefined;
  return (
    at((name, inDate) => word === name || word === inDate) ??
    at((name, inDate) => base !== undefined && (base === name || base === inDate.slice(0, -1)))
  );
};

/** Russian as people type it. */
export const russian: SearchLanguage = {
  stem,
  idle: set(
    "и в во на по до с со к ко о об от для за из у при или не это как что чего когда где кто кого какой какая какие надо " +
      "нужно можно делать сделать отвечает ответственный ли мне нам я мы мой наш все весь план плана плане пункт пункта срок срока сроки сроков дата даты год года",
  ),
  ordinals: new Map([
    ...ordinals.split(" ").map((word, index): [string, string] => [stem(word), String(index + 1)]),
    ["треть", "3"],
  ]),
  month,
  relative: new Map([
    ["сегодня", 0],
    ["завтра", 1],
    ["послезавтра", 2],
  ]),
  numberOf: set("пункт пункта пункте п пп № номер строка"),
};
