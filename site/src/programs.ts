import type { Strings } from "./strings/strings.ts";

/** A program that people keep their calendar in. */
export type Program = keyof Strings["subscribe"]["programs"];

/** The programs in the order of the block, each with its maker's page on subscribing; all of these addresses choose the reader's language. */
export const programs: readonly { readonly key: Program; readonly help: string }[] = [
  { key: "apple", help: "https://support.apple.com/102301" },
  { key: "google", help: "https://support.google.com/calendar/answer/37100" },
  { key: "yandex", help: "https://yandex.ru/support/calendar/" },
  { key: "outlook", help: "https://support.microsoft.com/office/cff1429c-5af6-41ec-a5b4-74f2c278e98c" },
  { key: "thunderbird", help: "https://support.mozilla.org/kb/creating-new-calendars" },
];
