/** A proposal taken to a forge: branch, commit, request to merge. Requests go out and answers come in as data. */
import { isDone, wordsIn } from "./answers.ts";
import { requestsBeside, type Beside } from "./requests-beside.ts";
import type { FileThere, FileToCommit, ForgeAnswer, ForgeApi, ForgeRequest } from "./forge-api.ts";

/** The branch that plans are published from, as the pipelines have it. */
const published = "main";

/** A file of a proposal: as it was when the proposal was made (undefined: there was none), and as it would be. */
export interface ChangedFile {
  readonly path: string;
  readonly was?: string | undefined;
  readonly text: string;
}

/** What is taken to a forge. The branch is named by what is in it: the same proposal has the same one. */
export interface Change {
  readonly branch: string;
  readonly message: string;
  readonly title: string;
  readonly text: string;
  readonly files: readonly ChangedFile[];
  /** The rows that it changes. */
  readonly touched: readonly string[];
}

/** What came of it. */
export type Outcome =
  | { readonly kind: "opened"; readonly number: number }
  /** There is such a request already; or one was opened, and the answer does not name it. */
  | { readonly kind: "already" | "unnamed" }
  /** Somebody has changed these files meanwhile; nothing was written. */
  | { readonly kind: "newer"; readonly files: readonly string[] }
  /** Others are open for the same rows; nothing was written. */
  | { readonly kind: "beside"; readonly requests: readonly Beside[] }
  /** A branch of this name holds something else; it was not touched. */
  | { readonly kind: "branch" }
  /** The branch is there, the request is not. */
  | { readonly kind: "half"; readonly said: string }
  | { readonly kind: "expired" | "noRight" | "noProject" }
  | { readonly kind: "refused"; readonly said: string };

type Steps<T> = Generator<ForgeRequest, T, ForgeAnswer>;

/** What an answer means that is not the one that was hoped for. */
function failure({ status, body }: ForgeAnswer): Outcome {
  if (status === 401) return { kind: "expired" };
  if (status === 403) return { kind: "noRight" };
  return { kind: "refused", said: wordsIn(status, body) };
}

const isOutcome = (value: object): value is Outcome => "kind" in value;

/** The files of a change as a branch has them, null where it has none; an outcome where the forge does not say. */
function* filesOn(
  api: ForgeApi,
  project: string,
  { files }: Change,
  branch: string,
): Steps<readonly (FileThere | null)[] | Outcome> {
  const found: (FileThere | null)[] = [];
  for (const { path } of files) {
    const answer = yield api.file(project, path, branch);
    if (answer.status !== 404 && !isDone(answer)) return failure(answer);
    const file = answer.status === 404 ? null : api.readFile(answer.body);
    // Something that is no text of ours: a link, a file that is too long, an answer of something else.
    if (file === undefined) return { kind: "refused", said: `${path}: ${wordsIn(answer.status, answer.body)}` };
    found.push(file);
  }
  return found;
}

/** The files to commit, each with the version that it replaces; an outcome where one is newer than the proposal. */
function* filesToCommit(api: ForgeApi, project: string, change: Change): Steps<readonly FileToCommit[] | Outcome> {
  const there = yield* filesOn(api, project, change, published);
  if (isOutcome(there)) return there;
  const newer = change.files.filter(({ was }, index) => there[index]?.text !== was);
  if (newer.length > 0) return { kind: "newer", files: newer.map(({ path }) => path) };
  return change.files.map(({ path, text }, index) => ({ path, text, version: there[index]?.version }));
}

/** Makes the branch with its commit; undefined when that is done. */
function* commit(api: ForgeApi, project: string, change: Change): Steps<Outcome | undefined> {
  const files = yield* filesToCommit(api, project, change);
  if (isOutcome(files)) return files;
  const { branch, message } = change;
  const answer = yield api.commit(project, { branch, from: published, message, files });
  if (isDone(answer)) return undefined;
  // A repository that may be read is not there for who may not write.
  if (answer.status === 404) return { kind: "noRight" };
  // What was changed between the question and the commit is refused by its version.
  const again = [400, 409, 422].includes(answer.status) ? yield* filesToCommit(api, project, change) : [];
  return isOutcome(again) ? again : failure(answer);
}

/** Whether the branch that is there holds this change: then an earlier try came as far as that. Undefined where it does. */
function* branchHolds(api: ForgeApi, project: string, change: Change): Steps<Outcome | undefined> {
  const there = yield* filesOn(api, project, change, change.branch);
  if (isOutcome(there)) return there;
  return change.files.every(({ text }, index) => there[index]?.text === text) ? undefined : { kind: "branch" };
}

/** Makes the branch where nothing stands against that; undefined when it is there. */
function* makeBranch(
  api: ForgeApi,
  project: string,
  change: Change,
  seen: ReadonlySet<number>,
): Steps<Outcome | undefined> {
  const requests = yield* requestsBeside(api, project, { ...change, into: published, seen });
  return requests.length > 0 ? { kind: "beside", requests } : yield* commit(api, project, change);
}

/**
 * Takes a change to a repository; whoever drives it sends each request and hands its answer in. It goes no further where requests are
 * open for the same rows, but for those that somebody has `seen` and goes on all the same.
 */
export function* proposeOn(
  api: ForgeApi,
  project: string,
  change: Change,
  seen: ReadonlySet<number> = new Set(),
): Steps<Outcome> {
  const base = yield api.branch(project, published);
  if (base.status === 404) return { kind: "noProject" };
  if (!isDone(base)) return failure(base);
  const own = yield api.branch(project, change.branch);
  if (own.status !== 404 && !isDone(own)) return failure(own);
  // What an earlier try has begun is ended; nothing is asked about it any more.
  const hindrance =
    own.status === 404 ? yield* makeBranch(api, project, change, seen) : yield* branchHolds(api, project, change);
  if (hindrance !== undefined) return hindrance;
  const { branch, title, text } = change;
  const opened = yield api.merge(project, { branch, into: published, title, text });
  if (opened.status === 409) return { kind: "already" };
  if (opened.status === 401) return { kind: "expired" };
  if (!isDone(opened)) return { kind: "half", said: wordsIn(opened.status, opened.body) };
  const number = api.readNumber(opened.body);
  return number === undefined ? { kind: "unnamed" } : { kind: "opened", number };
}
