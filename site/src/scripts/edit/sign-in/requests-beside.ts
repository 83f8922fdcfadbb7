/** Requests that are open on the forge for rows that a change touches too. */
import { readTouches, touchedByBoth } from "../../../../../compiler/propose/touches.ts";
import { isDone } from "./answers.ts";
import type { ForgeAnswer, ForgeApi, ForgeRequest } from "./forge-api.ts";

/** A request that touches the same. */
export interface Beside {
  readonly number: number;
  /** As the forge has it: one short line of anybody's. */
  readonly title: string;
  /** What both touch. */
  readonly touched: readonly string[];
}

/** What is looked for: what touches the same and is to be taken into the same branch, from another one. */
interface Sought {
  readonly branch: string;
  readonly into: string;
  readonly touched: readonly string[];
  /** Requests that are known already. */
  readonly seen: ReadonlySet<number>;
}

/** How many requests are asked for at a time (Gitea gives no more), and how often: the newest come first. */
const [most, pages] = [50, 10];
/** How many are told of. */
const told = 5;

/**
 * Looks for requests that touch what a change touches, by the line that this page writes into their texts. One from a copy of the
 * repository is passed over: anybody can open such a request and write into it what they like. Where the forge does not give its list,
 * nothing is known, and nothing found.
 */
export function* requestsBeside(
  api: ForgeApi,
  project: string,
  { branch, into, touched, seen }: Sought,
): Generator<ForgeRequest, readonly Beside[], ForgeAnswer> {
  const found: Beside[] = [];
  for (let page = 1; page <= pages && found.length < told; page++) {
    const answer = yield api.requests(project, into, { page, most });
    const open = isDone(answer) ? api.readRequests(answer.body) : undefined;
    for (const { number, title, text, ...request } of open ?? []) {
      const both = touchedByBoth(touched, readTouches(text));
      const isOther = request.isOwn && request.into === into && request.branch !== branch && !seen.has(number);
      if (isOther && both.length > 0) found.push({ number, title, touched: both });
    }
    if (open === undefined || open.length < most) break;
  }
  return found.slice(0, told);
}
