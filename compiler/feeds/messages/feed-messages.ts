/** The texts of feeds in one language. */

/** Numbers of items without a date, by the reason. */
export interface UndatedCounts {
  readonly onEvent: number;
  readonly continuous: number;
  readonly external: number;
  readonly none: number;
}

/** Texts of feeds. */
export interface FeedMessages {
  readonly name: (party: string, plan: string) => string;
  /** The name of a body that only coordinates. */
  readonly coordinates: (party: string) => string;
  readonly withAlarms: (name: string) => string;
  readonly all: string;
  readonly lead: (party: string, plan: string) => string;
  readonly leadAll: (plan: string) => string;
  /** Why a party's feed holds what is not assigned to it by name. */
  readonly ofGroups: (groups: string) => string;
  readonly ofOfficers: (officers: string) => string;
  readonly ofController: string;
  readonly ofOverseen: (parties: string | undefined, clause: string | undefined, scope: readonly string[]) => string;
  /** Of a feed of somebody who is in the plan no more. */
  readonly ended: (party: string, plan: string) => string;
  readonly ofParties: (parties: string) => string;
  readonly ofMembers: (members: string) => string;
  readonly undated: (counts: UndatedCounts, plan: string) => string;
  /** That the descriptions of entries are shorter than elsewhere, so that the feed is not too large for programs. */
  readonly shortened: string;
  /** That it leaves out what was over before a day, so that it is not too large. */
  readonly pastLeftOut: (day: string) => string;
  /** As of which day it is as planned. */
  readonly verified: (day: string) => string;
  readonly page: (address: string) => string;
}
