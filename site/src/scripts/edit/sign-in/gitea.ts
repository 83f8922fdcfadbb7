import { asRecord, base64, textIn, versionIn } from "./answers.ts";
import { isSameId, numberIn, requestsIn, type ForgeApi } from "./forge-api.ts";

const steps = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
const repositoryPath = (project: string): string => `/api/v1/repos/${steps(project)}`;

/** Gitea since 1.20 and Forgejo, API v1: https://docs.gitea.com/api/, https://docs.gitea.com/development/oauth2-provider. */
export const gitea: ForgeApi = {
  authorize: "/login/oauth/authorize",
  token: "/login/oauth/access_token",
  scope: "write:repository",
  branch: (project, name) => ({
    method: "GET",
    path: `${repositoryPath(project)}/branches/${encodeURIComponent(name)}`,
  }),
  file: (project, path, branch) => ({
    method: "GET",
    path: `${repositoryPath(project)}/contents/${steps(path)}?ref=${encodeURIComponent(branch)}`,
  }),
  commit: (project, { branch, from, message, files }) => ({
    method: "POST",
    path: `${repositoryPath(project)}/contents`,
    body: {
      branch: from,
      new_branch: branch,
      message,
      files: files.map(({ path, text, version }) => ({
        operation: version === undefined ? "create" : "update",
        path,
        content: base64(new TextEncoder().encode(text)),
        ...(version === undefined ? {} : { sha: version }),
      })),
    },
  }),
  merge: (project, { branch, into, title, text }) => ({
    method: "POST",
    path: `${repositoryPath(project)}/pulls`,
    body: { head: branch, base: into, title, body: text },
  }),
  requests: (project, _, { page, most }) => ({
    method: "GET",
    path: `${repositoryPath(project)}/pulls?state=open&limit=${most}&page=${page}`,
  }),
  readRequests: (body) =>
    requestsIn(body, (each) => {
      const [head, base] = [asRecord(each["head"]), asRecord(each["base"])];
      return {
        number: each["number"],
        title: each["title"],
        branch: head["ref"],
        into: base["ref"],
        isOwn: isSameId(head["repo_id"], base["repo_id"]),
        text: each["body"],
      };
    }),
  readFile(body) {
    const { type, encoding, content, sha } = asRecord(body);
    const [text, version] = [type === "file" && encoding === "base64" ? textIn(content) : undefined, versionIn(sha)];
    return text === undefined || version === undefined ? undefined : { text, version };
  },
  readNumber: (body) => numberIn(body, "number"),
  page: (number) => (number === undefined ? "/pulls" : `/pulls/${number}`),
};
