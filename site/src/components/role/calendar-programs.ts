/** The programs that people keep their calendar in, and what the steps for each were held against: what can be read of that is not the same for all. */
import type { Strings } from "../../i18n/strings.ts";

/** A program that people keep their calendar in. */
export type Program = keyof Strings["subscribe"]["programs"];

/** A text that the steps or the interval were held against. */
export interface Source {
  /** What a reader knows it by, as it names itself. */
  readonly title: string;
  readonly address: string;
  /** ISO day on which the page says it was last changed; where it says none, the day on which a copy of it was read stands alone. */
  readonly updated?: string;
}

/** A program with its maker's page on subscribing, whose address chooses the reader's language, and the sources of its steps. */
export interface ProgramEntry {
  readonly key: Program;
  readonly help: string;
  readonly sources: readonly Source[];
}

/** ISO day on which the sources were read. */
export const sourcesRead = "2026-11-25";

const thunderbird = (repository: string, commit: string, path: string): string =>
  `https://github.com/${repository}/blob/${commit}/${path}`;

/** The programs in the order of the block. Whose words the sources are is said in the strings: the maker's, somebody else's, or nobody's. */
export const programs: readonly ProgramEntry[] = [
  {
    key: "apple",
    help: "https://support.apple.com/102301",
    sources: [
      {
        title: "nocal.app",
        address: "https://nocal.app/help/apple-calendar/subscribe-on-iphone-and-mac",
        updated: "2026-06-03",
      },
      { title: "sync2cal.com", address: "https://www.sync2cal.com/help/apple-calendar" },
    ],
  },
  {
    key: "google",
    help: "https://support.google.com/calendar/answer/37100",
    sources: [
      {
        title: "support.google.com",
        address: "https://support.google.com/calendar/answer/37100?co=GENIE.Platform%3DDesktop&hl=en",
      },
    ],
  },
  { key: "yandex", help: "https://yandex.ru/support/calendar/", sources: [] },
  {
    key: "outlook",
    help: "https://support.microsoft.com/office/cff1429c-5af6-41ec-a5b4-74f2c278e98c",
    sources: [
      { title: "hetk.io", address: "https://www.hetk.io/blog/how-to-subscribe-ics-calendar-outlook/" },
      { title: "docs.casecalendar.net", address: "https://docs.casecalendar.net/subscribing.html" },
    ],
  },
  {
    key: "thunderbird",
    help: "https://support.mozilla.org/kb/creating-new-calendars",
    sources: [
      {
        title: "calendar-creation.ftl",
        address: thunderbird(
          "thunderbird/thunderbird-l10n",
          "1eff9edce73e3c4dd5e23d67ac01ab1b1ee92479",
          "ru/calendar/calendar/calendar-creation.ftl",
        ),
      },
      {
        title: "CalCalendarManager.sys.mjs",
        address: thunderbird(
          "mozilla/releases-comm-central",
          "9e8c3329af255dfebdf396395e542204aea0fee8",
          "calendar/base/src/CalCalendarManager.sys.mjs",
        ),
      },
    ],
  },
];
