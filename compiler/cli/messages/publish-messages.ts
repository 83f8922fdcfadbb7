import type { LanguageCode } from "../../locale/languages.ts";

/** What publishing says, by language. */
const russian = {
  accepted: "--accept: «{value}» – не то, с чем можно согласиться; бывает: {expected}",
  past: "публикация {today} раньше последней, {last}: часы отстают или день назван не тот",
  future:
    "день {today} ещё не наступил (сегодня {now}): после такой записи в журнале до него ничего не опубликовать; посмотреть, что изменится, – --dry-run",
  stopped: "Не опубликовано: {count} требует решения (--accept {codes})",
  failed: "Не опубликовано",
  unchanged: "журнал не тронут",
  done: "Опубликовано {today}",
  same: "Для подписчиков ничего не изменилось",
  would: "Публикация изменит календари",
  wouldNothing: "Публикация ничего не изменит для подписчиков",
  lost: "журнала {path} нет, а публикация уже была: он есть в {commit}; верните его: git checkout {commit} -- {path}",
  lostLive:
    "журнала {path} нет, а этот год уже опубликован: в календарях на сайте {count} его записей; верните журнал из копии",
  perhapsLost:
    "журнала {path} нет, и неизвестно, не потерян ли он: {why}. Публикуется впервые – скажите это: --first; нет – верните журнал. Проверить по сайту: --against АДРЕС",
  noHistory: "git этого плана не знает",
  shallow: "история в git неполная (git fetch --unshallow)",
  older: "журнал {path} старше опубликованного: в {commit} он новее; верните его: git checkout {commit} -- {path}",
  notFirst: "--first – для первой публикации, а журнал есть у каждого года",
  nothingLive: "По адресу {place} календарей ещё нет.",
  kinds: {
    year: "год опубликован впервые, записей",
    new: "новые",
    moved: "с другой датой",
    reworded: "с другими словами",
    withdrawn: "отменены",
    restored: "возвращены",
    texts: "с другим описанием",
    expired: "ушли с прошлыми годами",
  },
  reasons: {
    noNetwork: "{url}: нет ответа: {reason}",
    status: "{url}: ответ {status}",
    unreadable: "{path}: опубликованный календарь не читается: {reason}",
    noFeeds: "в «{place}» нет ни одного календаря",
  },
  against: {
    same: "Опубликованные календари сверены: {count}",
    missing: "{feed}: опубликованного календаря больше не будет ни с записями, ни с отменами",
    lost: "{feed}: запись {uid} опубликована, а в новом календаре её нет ни живой, ни отменённой",
    lower: "{feed}: у записи {uid} опубликован SEQUENCE {published}, новый – {value}",
    still: "{feed}: запись {uid} изменилась, а SEQUENCE остался {value}",
  },
  againstFailed: "Не опубликовано: журнал и сайт расходятся",
};

type Table = typeof russian;

const english: Table = {
  accepted: "--accept: “{value}” cannot be agreed to; there is: {expected}",
  past: "a publication on {today} is before the last one, {last}: the clock is slow or the day is wrong",
  future:
    "{today} has not come yet (today is {now}): once it stands in the ledger nothing can be published before it; to see what would change use --dry-run",
  stopped: "Not published: {count} to be decided (--accept {codes})",
  failed: "Not published",
  unchanged: "the ledger is untouched",
  done: "Published on {today}",
  same: "Nothing has changed for subscribers",
  would: "A publication would change the calendars",
  wouldNothing: "A publication would change nothing for subscribers",
  lost: "there is no ledger {path}, and there was a publication: it is in {commit}; restore it: git checkout {commit} -- {path}",
  lostLive:
    "there is no ledger {path}, and this year is published: the calendars on the site have {count} of its entries; restore the ledger from a copy",
  perhapsLost:
    "there is no ledger {path}, and whether it was lost is not known: {why}. Where this is the first publication say so: --first; otherwise restore the ledger. To ask the site: --against ADDRESS",
  noHistory: "git does not know this plan",
  shallow: "git has a part of the history only (git fetch --unshallow)",
  older:
    "ledger {path} is older than what was published: it is newer in {commit}; restore it: git checkout {commit} -- {path}",
  notFirst: "--first is for a first publication, and every year has its ledger",
  nothingLive: "There are no calendars at {place} yet.",
  kinds: {
    year: "first publication of the year, entries",
    new: "new",
    moved: "on another date",
    reworded: "in other words",
    withdrawn: "cancelled",
    restored: "restored",
    texts: "with another description",
    expired: "gone with past years",
  },
  reasons: {
    noNetwork: "{url}: no answer: {reason}",
    status: "{url}: answer {status}",
    unreadable: "{path}: the published calendar cannot be read: {reason}",
    noFeeds: "there is no calendar in “{place}”",
  },
  against: {
    same: "Published calendars compared: {count}",
    missing: "{feed}: the published calendar would have neither entries nor cancellations",
    lost: "{feed}: entry {uid} is published and is in the new calendar neither live nor cancelled",
    lower: "{feed}: entry {uid} is published with SEQUENCE {published}, the new one is {value}",
    still: "{feed}: entry {uid} has changed and SEQUENCE is still {value}",
  },
  againstFailed: "Not published: ledger and site disagree",
};

export const publishMessages: Readonly<Record<LanguageCode, Table>> = { ru: russian, en: english };
