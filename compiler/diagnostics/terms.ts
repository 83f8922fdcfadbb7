import type { LanguageCode } from "../locale/languages.ts";

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
  "those-of-the-row": { ru: "ответственные пункта", en: "the responsible of the item" },
  tag: { ru: "безопасность", en: "safety" },
  "all-or-parties": { ru: "all или список сторон", en: "all or a list of parties" },
  // What is wrong with a line of YAML, and what to do about it
  "yaml-indent": {
    ru: "отступ не совпадает с соседними строками",
    en: "the indentation does not match the lines around it",
  },
  "yaml-indent-fix": {
    ru: "выровняйте строку по соседним: два пробела на уровень",
    en: "line it up with its neighbours: two spaces a level",
  },
  "yaml-hash": {
    ru: "знак # после пробела начинает примечание, и эти слова в план не попадут",
    en: "a # after a space begins a comment, and these words would not be part of the plan",
  },
  "yaml-hash-fix": {
    ru: "если это слова плана, возьмите весь текст в кавычки; если примечание, поставьте пробел после #",
    en: "where these are words of the plan, put the whole text in quotes; where it is a comment, put a space behind the #",
  },
  "yaml-hard-space": { ru: "отступ сделан неразрывными пробелами", en: "hard spaces are used for indentation" },
  "yaml-hard-space-fix": {
    ru: "замените их обычными: два пробела на уровень; их приносит текст, вставленный из Word",
    en: "use ordinary spaces, two for each level; they come with text pasted from a word processor",
  },
  "yaml-hard-space-in-line": {
    ru: "здесь неразрывный пробел (U+00A0), а нужен обычный",
    en: "there is a hard space (U+00A0) here in the place of an ordinary one",
  },
  "yaml-hard-space-in-line-fix": {
    ru: "сотрите его и поставьте обычный; его приносит текст, вставленный из Word",
    en: "type an ordinary space; it comes with text pasted from a word processor",
  },
  "yaml-long-dash": {
    ru: "в начале строки тире, а нужен дефис «-»",
    en: "a dash begins the line in the place of a hyphen “-”",
  },
  "yaml-long-dash-fix": { ru: "поставьте дефис и пробел: «- »", en: "put a hyphen and a space: “- ”" },
  "yaml-wide-colon": { ru: "двоеточие не то: оно шире обычного", en: "the colon is a wide one, not the ordinary" },
  "yaml-wide-colon-fix": { ru: "наберите обычное двоеточие и пробел", en: "type an ordinary colon and a space" },
  "yaml-slashes": { ru: "примечание начато с //", en: "a comment begins with //" },
  "yaml-slashes-fix": { ru: "начните его с # и пробела", en: "begin it with # and a space" },
  "yaml-row": {
    ru: "ключи предыдущей строки списка повторяются: перед этой строкой нет «-»",
    en: "the keys of the row above are repeated: there is no “-” before this line",
  },
  "yaml-row-fix": {
    ru: "если здесь начинается новая строка списка, поставьте перед ней «- »; если нет, уберите повторы",
    en: "where a new row begins, put “- ” before it; otherwise remove the repeated keys",
  },
  "yaml-empty-left": {
    ru: "здесь осталось «пусто», а ниже идут строки",
    en: "this says that there is nothing, and rows follow",
  },
  "yaml-empty-left-fix": {
    ru: "уберите скобки: строки ниже встанут на их место",
    en: "remove the brackets: the rows below take their place",
  },
  "yaml-quote": { ru: "не закрыта кавычка", en: "a quote is not closed" },
  "yaml-quote-fix": { ru: "поставьте вторую кавычку в конце текста", en: "close the quote at the end of the text" },
  "yaml-bracket": { ru: "не закрыта скобка", en: "a bracket is not closed" },
  "yaml-bracket-fix": { ru: "закройте её: ] или }", en: "close it: ] or }" },
  "yaml-bracket-extra": { ru: "лишняя закрывающая скобка", en: "a closing bracket too many" },
  "yaml-bracket-extra-fix": { ru: "уберите её", en: "remove it" },
  "yaml-colon": { ru: "после ключа нет двоеточия с пробелом", en: "no colon with a space after the key" },
  "yaml-colon-fix": {
    ru: "напишите: ключ, двоеточие, пробел, значение",
    en: "write the key, a colon, a space, the value",
  },
  "yaml-dash": { ru: "после «-» в начале строки нет пробела", en: "no space after the “-” that begins a row" },
  "yaml-dash-fix": { ru: "поставьте пробел после «-»", en: "put a space after the “-”" },
  "yaml-two-colons": { ru: "двоеточие с пробелом внутри текста", en: "a colon with a space inside a text" },
  "yaml-two-colons-fix": { ru: "возьмите весь текст в кавычки", en: "put the whole text in quotes" },
  "yaml-comma": { ru: "между ключами в скобках нет запятой", en: "no comma between keys inside brackets" },
  "yaml-comma-fix": { ru: "поставьте запятую перед следующим ключом", en: "put a comma before the next key" },
  "yaml-after-quote": { ru: "текст после закрывающей кавычки", en: "text after a closing quote" },
  "yaml-after-quote-fix": {
    ru: "возьмите в кавычки весь текст, а внутри пишите «ёлочки»",
    en: "put the whole text in quotes and use “…” inside",
  },
  "yaml-after-bracket": { ru: "текст после закрывающей скобки", en: "text after a closing bracket" },
  "yaml-after-bracket-fix": {
    ru: "если скобки – часть слов, возьмите весь текст в кавычки",
    en: "where the brackets are part of the words, put the whole text in quotes",
  },
  "yaml-comma-extra": { ru: "лишняя запятая", en: "a comma too many" },
  "yaml-comma-extra-fix": { ru: "уберите её", en: "remove it" },
  "yaml-reserved": { ru: "текст не может начинаться с этого знака", en: "a text cannot begin with this character" },
  "yaml-reserved-fix": { ru: "возьмите текст в кавычки", en: "put the text in quotes" },
  "yaml-escape": { ru: "в двойных кавычках знак \\ – служебный", en: "inside double quotes \\ is reserved" },
  "yaml-escape-fix": { ru: "возьмите текст в одинарные кавычки", en: "use single quotes" },
  "yaml-documents": {
    ru: "строка --- начинает второй документ, а в файле плана он один",
    en: "the line --- begins a second document; a file of the plan has one",
  },
  "yaml-documents-fix": { ru: "уберите эту строку", en: "remove this line" },
  "yaml-tag": {
    ru: "слово с ! в начале – тег YAML, они не поддерживаются",
    en: "a word that begins with ! is a YAML tag, which is not supported",
  },
  "yaml-tag-fix": { ru: "возьмите текст в кавычки", en: "put the text in quotes" },
  "yaml-conflict": { ru: "остались отметки неразрешённого слияния git", en: "conflict markers of git are left" },
  "yaml-conflict-fix": {
    ru: "оставьте одну из двух версий и уберите строки <<<<<<<, =======, >>>>>>>",
    en: "keep one of the two versions and remove the lines <<<<<<<, =======, >>>>>>>",
  },
  "yaml-key": { ru: "ключом стоит список или ещё одни ключи", en: "a list or a map stands as a key" },
  "yaml-key-fix": { ru: "напишите ключ одним словом", en: "write the key as one word" },
  "yaml-token": { ru: "здесь стоит лишнее", en: "this does not belong here" },
  // Why a document is not read
  "format-rtf": { ru: "это RTF", en: "this is an RTF" },
  "format-doc": { ru: "это документ Word 97–2003 (.doc)", en: "this is a Word 97–2003 document (.doc)" },
  "format-xls": { ru: "это книга Excel 97–2003 (.xls)", en: "this is an Excel 97–2003 workbook (.xls)" },
  "format-ole": { ru: "это файл OLE, но не документ Word или Excel", en: "this is an OLE file, not of Word or Excel" },
  "format-archive": { ru: "это архив", en: "this is an archive" },
  "format-password": { ru: "документ под паролем", en: "the document has a password" },
  "format-no-sheet": { ru: "в книге нет видимых листов", en: "the workbook has no visible sheet" },
  "format-zip": { ru: "это ZIP, но не DOCX, XLSX или ODT", en: "this is a ZIP, not a DOCX, XLSX or ODT" },
  "format-binary": { ru: "это не текст", en: "this is not a text" },
  "broken-zip": {
    ru: "архив внутри файла повреждён или обрывается",
    en: "the archive inside the file is damaged or cut off",
  },
  "broken-xml": {
    ru: "разметка внутри файла повреждена или обрывается",
    en: "the markup inside the file is damaged or cut off",
  },
  "broken-utf8": {
    ru: "это UTF-8, но часть байтов в нём не читается",
    en: "this is UTF-8 with bytes that cannot be read",
  },
  "broken-quote": { ru: "кавычка открыта и не закрыта", en: "a quote is opened and never closed" },
  "column-number": { ru: "№ п/п", en: "No." },
  "column-activity": { ru: "мероприятие", en: "activity" },
  "column-deadline": { ru: "срок", en: "deadline" },
  "column-responsible": { ru: "ответственные", en: "responsible" },
  "limit-rows": { ru: "строк в таблице", en: "rows in a table" },
  "limit-cells": { ru: "ячеек в таблице", en: "cells in a table" },
  "limit-columns": { ru: "граф в таблице", en: "columns in a table" },
  "limit-parties": { ru: "разных сторон или сокращений", en: "different parties or abbreviations" },
  "limit-cell": { ru: "знаков в ячейке или абзаце", en: "characters in a cell or paragraph" },
  "limit-depth": { ru: "вложенных друг в друга частей", en: "parts inside one another" },
  "limit-parts": { ru: "частей в файле", en: "parts in the file" },
  "yaml-token-fix": {
    ru: "сравните с соседними строками: кавычки, скобки, запятые",
    en: "compare with the lines around it: quotes, brackets, commas",
  },
  // Dates
  until: { ru: "до", en: "until" },
  supposing: { ru: "если событие", en: "if the event is on" },
  undated: { ru: "без дат", en: "no dates" },
  // What is wrong with a ledger
  "ledger-conflict": { ru: "остались отметки неразрешённого слияния git", en: "conflict markers of git are left" },
  "ledger-torn": { ru: "файл оборван или повреждён", en: "the file is torn or damaged" },
  "ledger-shape": { ru: "записи не того вида", en: "its rows are not of the right kind" },
  "ledger-twice": { ru: "запись стоит дважды:", en: "an entry stands twice:" },
  "ledger-edited": { ru: "файл правили руками", en: "the file was edited by hand" },
} as const satisfies Readonly<Record<string, Readonly<Record<LanguageCode, string>>>>;

export type Term = keyof typeof terms;
/** A mistake of YAML; each has a term of what to do. */
export type SyntaxTerm = Extract<Term, `yaml-${string}-fix`> extends `${infer What}-fix` ? What : never;

const alternatives: Readonly<Record<LanguageCode, string>> = { ru: " или ", en: " or " };

/** Terms in words: «текст или список», `all` of them: «срок, ответственные»; with the value that was found: «число 5». */
export function termText(names: readonly Term[], of: string | undefined, language: LanguageCode, all = false): string {
  const text = names.map((name) => terms[name][language]).join(all ? ", " : alternatives[language]);
  return of === undefined ? text : `${text} ${of}`;
}
