import type { my } from "../../i18n/my-ru.ts";
import type { RolePickerData } from "../role-picker/choose.ts";

/** A deadline or a control that counts from an event, and whose it is. */
export interface MyCell {
  readonly item: string;
  readonly kind: "work" | "control";
  /** Where its data for the calculator stand. */
  readonly href: string;
  readonly roles: readonly string[];
}

/** An event that comes to each on a day of its own. */
export interface MyEvent {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly MyCell[];
}

/** What the page hands over. */
export interface MyData extends Pick<RolePickerData, "roles" | "profiles"> {
  /** The feed of each role that has one, on this site. */
  readonly files: Readonly<Record<string, string>>;
  readonly events: readonly MyEvent[];
  /** How the plan counts, for the calculator. */
  readonly counting: string;
  readonly language: string;
  readonly timeZone: string;
  /** Of the files that are saved. */
  readonly prodid: string;
  /** What the addresses of items begin with, and where the same stands on this site. */
  readonly address: string;
  readonly home: string;
  readonly edit: string;
  readonly texts: (typeof my)["texts"];
}

/** What somebody has ticked and named. */
export interface Choice {
  readonly roles: readonly string[];
  /** Days of events, `YYYY-MM-DD`, by the event's id. */
  readonly days: Readonly<Record<string, readonly string[]>>;
}
