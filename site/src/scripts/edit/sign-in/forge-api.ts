/** What a forge is asked and what it answers, as data; nothing here touches the network. */
import { asRecord, lineIn } from "./answers.ts";

/** The kinds of forges that a page without a server of its own can sign in to. */
export type ForgeKind = "gitlab" | "gitea";

/** A repository on a forge. */
export interface Place {
  /** Where the forge begins: `https://forge.example`. */
  readonly root: string;
  /** The repository's path below it: `group/plan`. */
  readonly project: string;
}

/** Where the page signs in, and as which application. */
export interface SignInPlace extends Place {
  readonly forge: ForgeKind;
  readonly client: string;
}

/** A request below the root of a forge; a body is sent as JSON. */
export interface ForgeRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
}

/** What came back; the body is null where it was no JSON. */
export interface ForgeAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A file on a branch: its text, and the version that the forge knows it by. */
export interface FileThere {
  readonly text: string;
  readonly version: string;
}

/** A file to commit: with the version that it replaces, or new. */
export interface FileToCommit {
  readonly path: string;
  readonly text: string;
  readonly version?: string | undefined;
}

/** A commit on a new branch that leaves `from`. */
export interface Commit {
  readonly branch: string;
  readonly from: string;
  readonly message: string;
  readonly files: readonly FileToCommit[];
}

/** A request to take one branch into another. */
export interface Merge {
  readonly branch: string;
  readonly into: string;
  readonly title: string;
  readonly text: string;
}

/** A request that is open. */
export interface OpenRequest {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  readonly into: string;
  /** Whether its branch lies in the repository itself, so that only who may write there made it. */
  readonly isOwn: boolean;
  /** Its text, whatever stands in it. */
  readonly text: unknown;
}

/** The ways of one kind of forge. */
export interface ForgeApi {
  readonly authorize: string;
  readonly token: string;
  /** The least that commits and requests need. */
  readonly scope: string;
  branch(project: string, name: string): ForgeRequest;
  file(project: string, path: string, branch: string): ForgeRequest;
  commit(project: string, commit: Commit): ForgeRequest;
  merge(project: string, merge: Merge): ForgeRequest;
  /** A page of the requests that are open to be taken into a branch, at most `most` of them; the first page is 1. */
  requests(project: string, into: string, asked: { readonly page: number; readonly most: number }): ForgeRequest;
  /** Undefined where the answer is no list; what is no request in it is left out. */
  readRequests(body: unknown): readonly OpenRequest[] | undefined;
  /** Undefined where the answer holds no text. */
  readFile(body: unknown): FileThere | undefined;
  /** The number of the request that was opened; undefined where the answer names none. */
  readNumber(body: unknown): number | undefined;
  /** The page of a request, or of all; below the repository. */
  page(number?: number): string;
}

/** A whole number of a record; undefined where it holds none. */
export function numberIn(body: unknown, key: string): number | undefined {
  const value = asRecord(body)[key];
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
}

/** Whether two numbers that name repositories are there and the same. */
export const isSameId = (one: unknown, other: unknown): boolean => typeof one === "number" && one === other;

/** The longest title of a request that is shown. */
const longestTitle = 100;

/** Reads a list of requests, each by `parts`: undefined where the answer is no list; what has no number is left out. */
export const requestsIn = (
  body: unknown,
  parts: (request: Readonly<Record<string, unknown>>) => Readonly<Record<keyof OpenRequest, unknown>>,
): readonly OpenRequest[] | undefined =>
  Array.isArray(body)
    ? body.flatMap((each) => {
        const { number, title, branch, into, isOwn, text } = parts(asRecord(each));
        if (!Number.isSafeInteger(number) || (number as number) <= 0) return [];
        const line = lineIn(title, longestTitle);
        return [
          {
            number: number as number,
            title: line,
            branch: String(branch),
            into: String(into),
            isOwn: isOwn === true,
            text,
          },
        ];
      })
    : undefined;

/** What steps of a repository's path are made of. */
const step = /^[\w.~-]+$/;

/** The repository that an address names; undefined where it names none. */
export function placeOf(kind: ForgeKind, repository: string): Place | undefined {
  if (!URL.canParse(repository)) return undefined;
  const { origin, pathname, protocol } = new URL(repository);
  const path = pathname.replace(/\/+$/, "").replace(/\.git$/, "");
  const steps = path.split("/").filter((each) => each !== "");
  if (protocol !== "https:" || steps.length < 2 || !steps.every((each) => step.test(each))) return undefined;
  // Gitea may stand in a folder of a host; groups of GitLab may be several deep.
  const folder = kind === "gitea" ? steps.slice(0, -2) : [];
  return { root: [origin, ...folder].join("/"), project: steps.slice(folder.length).join("/") };
}
