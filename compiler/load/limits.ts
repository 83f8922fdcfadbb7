/**
 * How much a plan may ask for. Each is far beyond what a plan of a whole country needs, and small enough that no file of a
 * stranger keeps the compiler busy for long. What exceeds a limit is reported, never processed in part.
 */
export interface Limits {
  /** Files below `plan/`. */
  readonly files: number;
  /** The largest file, in millions of characters. */
  readonly fileMegabytes: number;
  /** The largest file with a mistake or with YAML that plans seldom use, in millions of characters: `yaml` may need 15 s for one. */
  readonly unusualFileMegabytes: number;
  /** Levels of brackets, and of maps and lists without brackets. */
  readonly depth: number;
  /** Characters of one text. */
  readonly textLength: number;
  /** Rows of one list in a file: items, events, occurrences … */
  readonly rows: number;
  /** Rows of a file that all pages and feeds depend on: parties, profiles, terms of the glossary. */
  readonly parties: number;
  /** Links of a chain of deadlines that count from one another. */
  readonly chain: number;
  /** Dates of one deadline. */
  readonly windows: number;
  /** Dates of all deadlines of one plan. */
  readonly allWindows: number;
  /** Errors that are reported, and as many warnings. */
  readonly findings: number;
}

export const defaultLimits: Limits = {
  files: 20_000,
  fileMegabytes: 16,
  unusualFileMegabytes: 1,
  depth: 40,
  textLength: 10_000,
  rows: 150_000,
  parties: 1_000,
  chain: 200,
  windows: 2_000,
  allWindows: 1_000_000,
  findings: 1_000,
};
