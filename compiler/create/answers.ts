import type { LanguageCode } from "../locale/languages.ts";

/** Where the repository of a plan lives; `none` for a folder on a desk or a server of one's own. */
export const forges = ["github", "gitlab", "none"] as const;
export type Forge = (typeof forges)[number];

/** The name for a plan that follows no country's calendar: it begins with weekends only. */
export const noCalendar = "none";

/** What a new plan is made from. */
export interface Answers {
  readonly language: LanguageCode;
  /** The title of the plan without its year. */
  readonly title: string;
  /** Who publishes the plan. */
  readonly organisation: string;
  /** The plan's name in Latin letters; it stands in addresses and in every entry's uid, and never changes. */
  readonly slug: string;
  /** A name that only this organisation uses: the part of every uid (RFC 5545, 3.8.4.7) after `@`; it never changes. */
  readonly domain: string;
  /** IANA, `Europe/Moscow`. */
  readonly timeZone: string;
  /** The name of a shipped calendar, or `none`. */
  readonly calendar: string;
  readonly year: number;
  readonly forge: Forge;
}

/** What comes with the program: its calendars, each with its years, and how its package is had. */
export interface Release {
  readonly version: string;
  readonly calendars: Readonly<Record<string, readonly number[]>>;
  /** The package as `package.json` of a plan names it: a version, an address or a path. */
  readonly dependency: string;
  /** What the package at that address has to be: its digest (Subresource Integrity) and what its manifest says. */
  readonly locked?: { readonly integrity: string; readonly manifest: Readonly<Record<string, unknown>> };
  /** The repository of the program on GitHub, `owner/name`, and its address on any forge. */
  readonly repository: string;
  readonly address: string;
}
