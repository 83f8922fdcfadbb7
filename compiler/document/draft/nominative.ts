/** Endings of adjectives in the genitive, and in the nominative by the gender of their noun. */
const adjectives = {
  neuter: [
    [/ого$/, "ое"],
    [/его$/, "ее"],
  ],
  feminine: [
    [/ой$/, "ая"],
    [/ей$/, "яя"],
  ],
  masculine: [
    [/ого$/, "ый"],
    [/его$/, "ий"],
  ],
} as const;

/** Nouns of acts and periods in the genitive: how they end, and in the nominative. */
const nouns: readonly { readonly from: RegExp; readonly to: string; readonly gender: keyof typeof adjectives }[] = [
  { from: /(?<=[нтвс])ия$/, to: "ие", gender: "neuter" },
  { from: /(?<=[нч]ал)а$/, to: "о", gender: "neuter" },
  { from: /(?<=[гкмнсц])ии$/, to: "ия", gender: "feminine" },
  { from: /(?<=ост)и$/, to: "ь", gender: "feminine" },
  { from: /(?<=период|этап|сезон|приказ|доступ|договор)а$/, to: "", gender: "masculine" },
];

/** How far from its beginning a phrase's noun is looked for. */
const furthest = 3;

/** «официального опубликования результатов» → «официальное опубликование результатов»; unknown words stay as they are. */
export function nominative(words: string): string {
  const list = words.split(" ");
  for (const [index, word] of list.slice(0, furthest).entries()) {
    const noun = nouns.find(({ from }) => from.test(word));
    if (noun === undefined) {
      if (!/(?:ого|его|ой|ей)$/.test(word)) return words;
      continue;
    }
    const before = list.slice(0, index).map((adjective) => {
      const ending = adjectives[noun.gender].find(([from]) => from.test(adjective));
      return ending === undefined ? adjective : adjective.replace(ending[0], ending[1]);
    });
    return [...before, word.replace(noun.from, noun.to), ...list.slice(index + 1)].join(" ");
  }
  return words;
}
