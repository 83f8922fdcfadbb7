/**
 * What may stand after a stem: the endings of Russian nouns and adjectives, participles and adverbs in every case, gender and number. A stem
 * with anything else behind it is another word or a slip of the pen, and neither is guessed at.
 */
const endings: ReadonlySet<string> = new Set([
  "",
  ..."а я у ю ы и о е ь ой ей ом ем ам ям ов ев ами ями ах ях".split(" "),
  ..."ий ие ия ию ием иям иями иях".split(" "),
  ..."ый ого ому ым ая ую ое ые ых ыми".split(" "),
  ..."его ему им яя юю ее их ими".split(" "),
  // «этот», «этого»; «годовой», «годового».
  ..."от овой овый ового овому овым овая овую овое овые овых овыми".split(" "),
]);

/** Whether a word is a form of a stem. */
export const isFormOf = (word: string, stem: string): boolean =>
  word.startsWith(stem) && endings.has(word.slice(stem.length));
