import type { YamlValue } from "../edit/yaml-text.ts";

/** Why an operation cannot be applied: what stands in its way in the files as they are now. */
export type ConflictKind =
  | "changed"
  | "no-item"
  | "is-withdrawn"
  | "withdrawn-otherwise"
  | "item-exists"
  | "profile-exists"
  | "same-profile"
  | "no-section"
  | "no-event"
  | "no-file"
  | "no-row"
  | "fixed"
  | "no-place"
  | "lines-changed"
  | "lines-repeat"
  | "amendment-differs"
  | "no-amendment"
  | "amended-later"
  | "numberless"
  | "needs-number";

/** A conflict: its kind, and the names and values that say where. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** What it is about: an item, an event, a file, an amendment. */
  readonly name: string;
  /** The key at which values differ. */
  readonly key?: string | undefined;
  /** What stands there now, and what the proposal took for it. */
  readonly now?: unknown;
  readonly was?: YamlValue | undefined;
}

/** What became of an operation: the files after it, the same where it was made by somebody already, or a conflict. */
export type Step<Files> =
  | { readonly files: Files; readonly already?: true; readonly conflict?: undefined }
  | { readonly conflict: Conflict; readonly files?: undefined };

/** A conflict as the outcome of a step. */
export const inConflict = (kind: ConflictKind, name: string, more: Omit<Conflict, "kind" | "name"> = {}) => ({
  conflict: { kind, name, ...more },
});
