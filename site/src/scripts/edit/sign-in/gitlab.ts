import { asRecord, textIn, versionIn } from "./answers.ts";
import { isSameId, numberIn, requestsIn, type ForgeApi } from "./forge-api.ts";

const projectPath = (project: string): string => `/api/v4/projects/${encodeURIComponent(project)}`;

/** GitLab, API v4: https://docs.gitlab.com/api/commits/, …/repository_files/, …/merge_requests/, …/oauth2/. */
export const gitlab: ForgeApi = {
  authorize: "/oauth/authorize",
  token: "/oauth/token",
  // No narrower scope may open a merge request.
  scope: "api",
  branch: (project, name) => ({
    method: "GET",
    path: `${projectPath(project)}/repository/branches/${encodeURIComponent(name)}`,
  }),
  file: (project, path, branch) => ({
    method: "GET",
    path: `${projectPath(project)}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(branch)}`,
  }),
  commit: (project, { branch, from, message, files }) => ({
    method: "POST",
    path: `${projectPath(project)}/repository/commits`,
    body: {
      branch,
      start_branch: from,
      commit_message: message,
      actions: files.map(({ path, text, version }) => ({
        action: version === undefined ? "create" : "update",
        file_path: path,
        content: text,
        ...(version === undefined ? {} : { last_commit_id: version }),
      })),
    },
  }),
  merge: (project, { branch, into, title, text }) => ({
    method: "POST",
    path: `${projectPath(project)}/merge_requests`,
    body: { source_branch: branch, target_branch: into, title, description: text, remove_source_branch: true },
  }),
  requests: (project, into, { page, most }) => ({
    method: "GET",
    path: `${projectPath(project)}/merge_requests?${new URLSearchParams({
      state: "opened",
      target_branch: into,
      per_page: String(most),
      page: String(page),
    })}`,
  }),
  readRequests: (body) =>
    requestsIn(body, (each) => ({
      number: each["iid"],
      title: each["title"],
      branch: each["source_branch"],
      into: each["target_branch"],
      isOwn: isSameId(each["source_project_id"], each["target_project_id"]),
      text: each["description"],
    })),
  readFile(body) {
    const { content, encoding, last_commit_id: commit } = asRecord(body);
    const [text, version] = [encoding === "base64" ? textIn(content) : undefined, versionIn(commit)];
    return text === undefined || version === undefined ? undefined : { text, version };
  },
  readNumber: (body) => numberIn(body, "iid"),
  page: (number) => (number === undefined ? "/-/merge_requests" : `/-/merge_requests/${number}`),
};
