/** A case that joining words put a name in. */
export type ObliqueCase = "genitive" | "instrumental" | "dative";

type Gender = "masculine" | "neuter" | "feminine" | "plural";

interface Ending {
  readonly from: RegExp;
  readonly to: string;
  readonly gender: Gender;
}

/** Endings of nouns that name people and bodies, and their nominative; the first that fits decides. */
const nouns: Readonly<Record<ObliqueCase, readonly Ending[]>> = {
  genitive: [
    { from: /(?<=учител)ей$/, to: "я", gender: "plural" },
    { from: /(?<=директор|доктор|мастер|профессор)ов$/, to: "а", gender: "plural" },
    { from: /(?<=[гкхжчшщ])ов$/, to: "и", gender: "plural" },
    { from: /ов$/, to: "ы", gender: "plural" },
    { from: /(?<=[лрнтдвсж])ей$/, to: "и", gender: "plural" },
    { from: /ений$/, to: "ения", gender: "plural" },
    { from: /(?<=[кс])ций$|(?<=ц)ий$/, to: "ии", gender: "plural" },
    { from: /(?<=[лнсртз])ия$/, to: "ие", gender: "neuter" },
    { from: /ии$/, to: "ия", gender: "feminine" },
    { from: /(?<=ц|с|т)тва$|(?<=ст)ва$/, to: "во", gender: "neuter" },
    { from: /(?<=(?:тел|рар|тар|дар|вар|кар|сар))я$/, to: "ь", gender: "masculine" },
    { from: /(?<=[еуао])я$/, to: "й", gender: "masculine" },
    { from: /(?<=[гкхжчшщ])и$/, to: "а", gender: "feminine" },
    { from: /ы$/, to: "а", gender: "feminine" },
    { from: /а$/, to: "", gender: "masculine" },
  ],
  instrumental: [
    { from: /(?<=учител)ями$/, to: "я", gender: "plural" },
    { from: /(?<=и)ями$/, to: "и", gender: "plural" },
    { from: /ями$/, to: "и", gender: "plural" },
    { from: /(?<=[гкхжчшщ])ами$/, to: "и", gender: "plural" },
    { from: /ами$/, to: "ы", gender: "plural" },
    { from: /(?<=и)ем$/, to: "е", gender: "neuter" },
    { from: /(?<=и)ей$/, to: "я", gender: "feminine" },
    { from: /(?<=ств)ом$/, to: "о", gender: "neuter" },
    { from: /(?<=(?:тел|рар|тар|дар|вар|кар|сар))ем$/, to: "ь", gender: "masculine" },
    { from: /(?<=[еуао])ем$/, to: "й", gender: "masculine" },
    { from: /ом$/, to: "", gender: "masculine" },
    { from: /ой$/, to: "а", gender: "feminine" },
    { from: /ей$/, to: "я", gender: "feminine" },
  ],
  dative: [
    { from: /(?<=тел|тар|кар)ю$/, to: "ь", gender: "masculine" },
    { from: /(?<=ени)ю$/, to: "е", gender: "neuter" },
    { from: /(?<=ст)ву$/, to: "во", gender: "neuter" },
    { from: /(?<=ор|ник|ист|ер|ент|ог|дел|тет|вет|лог|тр)у$/, to: "", gender: "masculine" },
    { from: /(?<=тел)ям$/, to: "и", gender: "plural" },
    { from: /(?<=ник|ог)ам$/, to: "и", gender: "plural" },
    { from: /(?<=ист|ер|ор|ент)ам$/, to: "ы", gender: "plural" },
  ],
};

/** Endings of adjectives in any of the cases. */
const oblique = /(?:ого|его|ому|ему|ыми|ими|ой|ей|ым|им|ых|их)$/;
const soft = /[гкхжчшщ](?=(?:ого|его|ому|ему|ыми|ими|ой|ей|ым|им|ых|их)$)/;

function adjective(word: string, gender: Gender): string {
  const stem = word.replace(oblique, "");
  const hushed = soft.test(word);
  const gentle = /(?:его|ему|ей|ими|им|их)$/.test(word) && !hushed;
  const endings: Readonly<Record<Gender, string>> = {
    masculine: hushed || gentle ? "ий" : "ый",
    neuter: gentle || /[жчшщ]$/.test(stem) ? "ее" : "ое",
    feminine: gentle ? "яя" : "ая",
    plural: hushed || gentle ? "ие" : "ые",
  };
  return `${stem}${endings[gender]}`;
}

/** How many adjectives may stand before the noun. */
const mostAdjectives = 3;

/**
 * A name in the nominative: «дорожной службы» → «дорожная служба», «отделом полиции» → «отдел полиции». Where the case is not
 * known, only the dative is recognised by its endings; other names are returned unchanged.
 */
export function nominativeName(name: string, known: ObliqueCase | undefined): string {
  const words = name.split(" ");
  for (const [index, word] of words.slice(0, mostAdjectives + 1).entries()) {
    const plain = word.toLowerCase();
    const isAdjective = oblique.test(plain) && index + 1 < words.length && /^\p{L}/u.test(words[index + 1]!);
    const noun = nouns[known ?? "dative"].find(({ from }) => from.test(plain));
    // «службой», «комиссией» end like adjectives: a noun that nothing follows in its case is one.
    const next = words[index + 1]?.toLowerCase() ?? "";
    const followed = isAdjective && nouns[known ?? "dative"].some(({ from }) => from.test(next));
    if (isAdjective && (noun === undefined || followed)) continue;
    if (noun === undefined) return name;
    const before = words.slice(0, index).map((each) => adjective(each, noun.gender));
    return [...before, word.replace(new RegExp(noun.from.source, "iu"), noun.to), ...words.slice(index + 1)].join(" ");
  }
  return name;
}
