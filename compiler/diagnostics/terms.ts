import type { LanguageCode } from "../language/language.ts";

/** Words that a message is filled with and that are not the plan's own: kinds of values, and what is wrong with a line of YAML. */
export const terms = {
  // Kinds of values
  string: { ru: "текст", en: "a text" },
  integer: { ru: "целое число", en: "a whole number" },
  number: { ru: "число", en: "a number" },
  boolean: { ru: "да или нет (true, false)", en: "true or false" },
  array: { ru: "список", en: "a list" },
  object: { ru: "ключи со значениями", en: "keys with values" },
  null: { ru: "ничего (null)", en: "nothing (null)" },
  empty: { ru: "ничего", en: "nothing" },
  "all-or-parties": { ru: "all или список сторон", en: "all or a list of parties" },
  // YAML
  "yaml-indent": { ru: "отступ не совпадает с соседними строками", en: "the indentation does not match the lines around it" },
  "yaml-quote": { ru: "не закрыта кавычка", en: "a quote is not closed" },
  "yaml-bracket": { ru: "не закрыта скобка", en: "a bracket is not closed" },
  "yaml-bracket-extra": { ru: "лишняя закрывающая скобка", en: "a closing bracket too many" },
  "yaml-colon": { ru: "после ключа нужны двоеточие и пробел", en: "a key needs a colon and a space after it" },
  "yaml-dash": { ru: "здесь ждали «- » – начало строки списка", en: "expected “- ”, the beginning of a row" },
  "yaml-two-colons": { ru: "двоеточие с пробелом внутри текста; возьмите текст в кавычки", en: "a colon with a space inside a text; put the text in quotes" },
  "yaml-comma": { ru: "между ключами в скобках нужна запятая", en: "keys inside brackets need a comma between them" },
  "yaml-after-quote": { ru: "текст после закрывающей кавычки; возьмите в кавычки весь текст, а внутри пишите «ёлочки»", en: "text after a closing quote; put the whole text in quotes and use “…” inside" },
  "yaml-reserved": { ru: "текст не может начинаться с этого знака; возьмите его в кавычки", en: "a text cannot begin with this character; put it in quotes" },
  "yaml-escape": { ru: "в двойных кавычках знак \\ – служебный; возьмите текст в одинарные кавычки", en: "inside double quotes \\ is reserved; use single quotes" },
  "yaml-documents": { ru: "строка --- начинает второй документ, а в файле плана он один", en: "the line --- begins a second document; a file of the plan has one" },
  "yaml-tag": { ru: "слово с ! в начале – тег YAML, они не поддерживаются; возьмите текст в кавычки", en: "a word that begins with ! is a YAML tag, which is not supported; put the text in quotes" },
  "yaml-conflict": { ru: "остались отметки неразрешённого слияния git (<<<<<<<, =======, >>>>>>>)", en: "conflict markers of git are left (<<<<<<<, =======, >>>>>>>)" },
  "yaml-token": { ru: "здесь стоит лишнее", en: "this does not belong here" },
} as const satisfies Readonly<Record<string, Readonly<Record<LanguageCode, string>>>>;

export type Term = keyof typeof terms;

const alternatives: Readonly<Record<LanguageCode, string>> = { ru: " или ", en: " or " };

/** Terms in words: «текст или список»; with the value that was found: «число 5». */
export function termText(names: readonly Term[], of: string | undefined, language: LanguageCode): string {
  const text = names.map((name) => terms[name][language]).join(alternatives[language]);
  return of === undefined ? text : `${text} ${of}`;
}
