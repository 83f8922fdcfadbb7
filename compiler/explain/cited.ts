/** A source in brackets behind what it says; nothing where none is named, as in a rule set without law. */
export const cited = (source: string | undefined): string =>
  source === undefined || source === "" ? "" : ` (${source})`;
