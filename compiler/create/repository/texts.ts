import type { Forge } from "../answers.ts";

/** The pages of a plan's repository in one language, with `{names}` to fill in. */
export interface RepositoryTexts {
  readonly readme: string;
  readonly guide: string;
  /** How a change is proposed and published, by forge: a part of both. */
  readonly hosting: Readonly<Record<Forge, string>>;
}
