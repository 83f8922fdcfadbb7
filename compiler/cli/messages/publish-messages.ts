import type { LanguageCode } from "../../locale/languages.ts";

/** Messages about a publication. */
const russian = {
  unchanged: "журнал не тронут",
  same: "Для подписчиков ничего не изменилось",
  would: "Публикация изменит календари",
  wouldNothing: "Публикация ничего не изменит для подписчиков",
  joined: "  {item}: появляется в календарях: {feeds}",
  left: "  {item}: уходит из календарей: {feeds}",
  kinds: {
    year: "год опубликован впервые, записей",
    new: "новые",
    moved: "с другой датой",
    reworded: "с другими словами",
    withdrawn: "отменены",
    restored: "возвращены",
    joined: "появились в других календарях",
    left: "ушли из чьих-то календарей",
    texts: "с другим описанием",
    expired: "ушли с прошлыми годами",
  },
};

type Table = typeof russian;

const english: Table = {
  unchanged: "the ledger is untouched",
  same: "Nothing has changed for subscribers",
  would: "A publication would change the calendars",
  wouldNothing: "A publication would change nothing for subscribers",
  joined: "  {item}: new in the calendars: {feeds}",
  left: "  {item}: gone from the calendars: {feeds}",
  kinds: {
    year: "first publication of the year, entries",
    new: "new",
    moved: "on another date",
    reworded: "in other words",
    withdrawn: "cancelled",
    restored: "restored",
    joined: "new to somebody's calendar",
    left: "gone from somebody's calendar",
    texts: "with another description",
    expired: "gone with past years",
  },
};

export const publishMessages: Readonly<Record<LanguageCode, Table>> = { ru: russian, en: english };
