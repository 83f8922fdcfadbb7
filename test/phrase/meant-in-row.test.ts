import { expect, test } from "vitest";
import { isMeantInRow } from "../../compiler/lint/meant-in-row.ts";
import { phraseLanguages } from "../../compiler/phrase/languages.ts";

const ru = phraseLanguages.ru.stems;
const en = phraseLanguages.en.stems;

test.each([
  // The row has a word of the one title and none of the other.
  [
    "Регистрация исполнителя услуг",
    "получение заявки на регистрацию исполнителя",
    "получение заявки на карточку",
    true,
  ],
  // The row has words of both.
  [
    "Заявка на карточку исполнителя",
    "получение заявки на регистрацию исполнителя",
    "получение заявки на карточку",
    false,
  ],
  // The row has a word of the other alone.
  ["Публикация карточки", "получение заявки на регистрацию исполнителя", "получение заявки на карточку", false],
  // The row has a word that both share: it says nothing of which.
  ["Рассмотрение заявки", "получение заявки на регистрацию", "получение заявки на карточку", false],
  // A title that the other holds whole has no word of its own.
  ["Заявка", "получение заявки", "получение заявки на карточку", false],
])("«%s»: «%s», not «%s» – %s", (row, meant, other, expected) => {
  expect(isMeantInRow(row, meant, other, ru)).toBe(expected);
});

test("in English too", () => {
  const [copy, complaint] = ["service of a copy", "service of the complaint"];
  expect(isMeantInRow("Answer the complaint", complaint, copy, en)).toBe(true);
  expect(isMeantInRow("Answer the complaint", copy, complaint, en)).toBe(false);
});
