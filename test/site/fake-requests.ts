/** The lists of open requests as GitLab and Gitea answer them. */

/** A request to merge, as it was opened. */
export interface Opened {
  readonly branch: string;
  readonly into: string;
  readonly title: string;
  readonly text: string;
  /** Whether its branch lies in a copy of the repository. */
  readonly isOfCopy?: boolean;
}

type Numbered = Opened & { readonly number: number };

/** A page of requests, the newest first; numbers are those in the order of opening. */
function pageOf(
  merges: readonly Opened[],
  query: URLSearchParams,
  most: string,
  fits: (request: Numbered) => boolean = () => true,
): readonly Numbered[] {
  const [page, size] = [Number(query.get("page")), Number(query.get(most))];
  const open = merges.map((each, index) => ({ ...each, number: index + 1 })).reverse();
  return open.filter(fits).slice((page - 1) * size, page * size);
}

const [here, copy] = [7, 8];

/** `GET /projects/:id/merge_requests`. */
export const listOfGitlab = (merges: readonly Opened[], query: URLSearchParams): readonly object[] =>
  pageOf(merges, query, "per_page", ({ into }) => into === query.get("target_branch")).map(
    ({ number, branch, into, title, text, isOfCopy = false }) => ({
      iid: number,
      title,
      description: text,
      state: query.get("state"),
      source_branch: branch,
      target_branch: into,
      source_project_id: isOfCopy ? copy : here,
      target_project_id: here,
      web_url: "javascript:alert(1)",
    }),
  );

/** `GET /repos/:owner/:repo/pulls`. */
export const listOfGitea = (merges: readonly Opened[], query: URLSearchParams): readonly object[] =>
  pageOf(merges, query, "limit").map(({ number, branch, into, title, text, isOfCopy = false }) => ({
    number,
    title,
    body: text,
    state: query.get("state"),
    head: { ref: branch, repo_id: isOfCopy ? copy : here },
    base: { ref: into, repo_id: here },
    html_url: "javascript:alert(1)",
  }));
