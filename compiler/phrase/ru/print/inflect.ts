/** Endings of adjectives in the nominative, with those of the genitive and the instrumental. */
const adjectives: readonly (readonly [nominative: RegExp, genitive: string, instrumental: string])[] = [
  [/([гкхжчшщ])ий$/, "$1ого", "$1им"],
  [/ий$/, "его", "им"],
  [/[ыо]й$/, "ого", "ым"],
  [/ее$/, "его", "им"],
  [/ое$/, "ого", "ым"],
  [/яя$/, "ей", "ей"],
  [/ая$/, "ой", "ой"],
  [/ие$/, "их", "ими"],
  [/ые$/, "ых", "ыми"],
];

/** Endings of nouns, likewise; the first that fits decides. */
const nouns: readonly (readonly [nominative: RegExp, genitive: string, instrumental: string])[] = [
  [/^(?:день)$/, "дня", "днем"],
  [/^(конец)$/, "конца", "концом"],
  [/каникулы$/, "каникул", "каникулами"],
  [/сроки$/, "сроков", "сроками"],
  [/правила$/, "правил", "правилами"],
  [/результаты$/, "результатов", "результатами"],
  [/требования$/, "требований", "требованиями"],
  [/указания$/, "указаний", "указаниями"],
  [/рекомендации$/, "рекомендаций", "рекомендациями"],
  [/порядок$/, "порядка", "порядком"],
  [/(ост|знь|ств)ь$/, "$1и", "$1ью"],
  [/([бвдзлмнпрстф]ь|запись|модель|печать)$/, "", ""],
  [/(и)е$/, "$1я", "$1ем"],
  [/(и)я$/, "$1и", "$1ей"],
  [/([гкхжчшщ])а$/, "$1и", "$1ой"],
  [/а$/, "ы", "ой"],
  [/я$/, "и", "ей"],
  [/о$/, "а", "ом"],
  [/е$/, "я", "ем"],
  [/й$/, "я", "ем"],
  [/([бвгдзклмнпрстфхцчшщж])$/, "$1а", "$1ом"],
];
/** Masculine nouns in -ь; the rest are feminine. */
const masculine =
  /^(?:календарь|лагерь|контроль|словарь|показатель|день|январь|февраль|апрель|июнь|июль|сентябрь|октябрь|ноябрь|декабрь)$/;

type Case = "genitive" | "instrumental";

const isAdjective = (word: string): boolean =>
  /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$/.test(word) &&
  !/(?:ние|тие|вие|щие|бие|ствие|сие|рий|ций|гий|дие|лие|шие|пие|чие|зие)$/.test(word);

function lowered(word: string): string {
  return word.toLowerCase().replace(/ё/g, "е");
}

function noun(word: string, to: Case): string | undefined {
  const plain = lowered(word);
  if (/ь$/.test(plain) && plain !== "день")
    return masculine.test(plain)
      ? word.replace(/ь$/, to === "genitive" ? "я" : "ем")
      : word.replace(/ь$/, to === "genitive" ? "и" : "ью");
  for (const [shape, genitive, instrumental] of nouns) {
    if (shape.test(plain)) return word.replace(shape, to === "genitive" ? genitive : instrumental);
  }
  return undefined;
}

/** Puts the words up to the first noun into a case; undefined where the noun's ending is not known. */
function inflected(title: string, to: Case): string | undefined {
  const words = title.trim().split(/\s+/);
  const head = words.findIndex((word) => !isAdjective(lowered(word)));
  if (head < 0) return undefined;
  const result = words.slice(0, head).map((word) => {
    const row = adjectives.find(([shape]) => shape.test(word));
    return row === undefined ? word : word.replace(row[0], to === "genitive" ? row[1] : row[2]);
  });
  const changed = noun(words[head]!, to);
  return changed === undefined ? undefined : [...result, changed, ...words.slice(head + 1)].join(" ");
}

/** «опубликование результатов» → «опубликования результатов»; undefined where the ending is not known. */
export const genitive = (title: string): string | undefined => inflected(title, "genitive");
/** «порядок приема» → «порядком приема»; undefined where the ending is not known. */
export const instrumental = (title: string): string | undefined => inflected(title, "instrumental");

/** Acts in the instrumental, as orders refer to them, and their nominative. */
const acts: readonly (readonly [instrumental: string, nominative: string, gender: "m" | "f" | "n" | "pl"])[] = [
  ["порядком", "порядок", "m"],
  ["правилами", "правила", "pl"],
  ["календарем", "календарь", "m"],
  ["регламентом", "регламент", "m"],
  ["приказом", "приказ", "m"],
  ["приказами", "приказы", "pl"],
  ["графиком", "график", "m"],
  ["графиками", "графики", "pl"],
  ["планом", "план", "m"],
  ["положением", "положение", "n"],
  ["договором", "договор", "m"],
  ["соглашением", "соглашение", "n"],
  ["законом", "закон", "m"],
  ["постановлением", "постановление", "n"],
  ["распоряжением", "распоряжение", "n"],
  ["расписанием", "расписание", "n"],
  ["письмом", "письмо", "n"],
  ["программой", "программа", "f"],
  ["инструкцией", "инструкция", "f"],
  ["законодательством", "законодательство", "n"],
  ["требованиями", "требования", "pl"],
  ["уставом", "устав", "m"],
  ["протоколом", "протокол", "m"],
  ["контрактом", "контракт", "m"],
  ["решением", "решение", "n"],
  ["сроками", "сроки", "pl"],
];
const adjectiveEndings = { m: ["ый", "ий"], f: ["ая", "яя"], n: ["ое", "ее"], pl: ["ые", "ие"] } as const;

/** The dative that stands after «согласно». */
function dative(nominative: string): string {
  if (nominative === "порядок") return "порядку";
  if (/[иы]$/.test(nominative)) return nominative.replace(/[иы]$/, "ам");
  if (nominative === "правила") return "правилам";
  return nominative
    .replace(/ия$/, "ии")
    .replace(/ие$/, "ию")
    .replace(/ь$/, "ю")
    .replace(/во$/, "ву")
    .replace(/о$/, "у")
    .replace(/ма$/, "ме")
    .replace(/([бвгдзклмнпрстфх])$/, "$1у");
}

/** «административным регламентом предоставления …» → «административный регламент предоставления …»; other words stay as they are. */
export function nominativeAct(words: string): string {
  const list = words.split(" ");
  const named = (word: string): (typeof acts)[number] | undefined =>
    acts.find(([form, nominative]) => form === lowered(word) || dative(nominative) === lowered(word));
  const head = list.findIndex((word) => named(word) !== undefined);
  if (head < 0 || head > 3) return words;
  const [, nominative, gender] = named(list[head]!)!;
  const [hard, soft] = adjectiveEndings[gender];
  const before = list.slice(0, head).map((word) =>
    word
      .replace(/(?:ым|ыми|ому)$/, hard)
      .replace(/(?:им|ими|ему)$/, soft)
      .replace(/ой$/, "ая"),
  );
  return [...before, nominative, ...list.slice(head + 1)].join(" ");
}
