#!/usr/bin/env node
/**
 * `srok-tell-publication success|failure ADDRESS` – tells the editors whether a publication worked: the first that fails opens an
 * issue with the address of its log, the next that works closes it. It needs Node alone: no script of a package runs
 * beside the token. GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY; GitLab: SROK_COMMENT_TOKEN and the CI_* variables.
 */
import { ask, github, needed } from "./ask-forge.ts";

/** Known by it, an open issue is found again. */
const mark = "<!-- srok publication -->";
const title = "Публикация не прошла";

const opened = (log: string): string =>
  `${mark}\n**Сайт и календари не обновлены**: у подписчиков остаётся то, что было опубликовано раньше.\n\nЧто случилось – в журнале: ${log}\n\nПосле исправления публикация пойдёт сама (при слиянии в main и каждое утро); запись закроется, когда она пройдёт.`;
const closed = (log: string): string => `Публикация снова прошла: ${log}`;

interface Issue {
  readonly number: number;
  readonly body: string;
}

/** The issues of a project on one forge. */
interface Issues {
  /** The open issue that this script opened. */
  readonly find: () => Promise<Issue | undefined>;
  readonly open: (body: string) => Promise<unknown>;
  readonly close: (issue: Issue, comment: string) => Promise<unknown>;
}

function onGithub(): Issues {
  const { headers, api: repository } = github();
  const api = `${repository}/issues`;
  type Found = Issue & { readonly user: { readonly login: string; readonly type: string } | null };
  return {
    find: async () => {
      const query = `state=open&per_page=100&creator=${encodeURIComponent("github-actions[bot]")}`;
      const found = (await ask(headers, "GET", `${api}?${query}`)) as readonly Found[];
      return found.find(
        ({ body, user }) => body?.startsWith(mark) && user?.type === "Bot" && user.login === "github-actions[bot]",
      );
    },
    open: (body) => ask(headers, "POST", api, { title, body }),
    close: async ({ number }, body) => {
      await ask(headers, "POST", `${api}/${number}/comments`, { body });
      await ask(headers, "PATCH", `${api}/${number}`, { state: "closed", state_reason: "completed" });
    },
  };
}

function onGitlab(): Issues {
  const headers = { "private-token": needed("SROK_COMMENT_TOKEN") };
  const root = needed("CI_API_V4_URL");
  const api = `${root}/projects/${encodeURIComponent(needed("CI_PROJECT_ID"))}/issues`;
  type Found = { readonly iid: number; readonly description: string | null };
  return {
    find: async () => {
      const me = (await ask(headers, "GET", `${root}/user`)) as { readonly id: number };
      const query = `state=opened&per_page=100&author_id=${me.id}&scope=all`;
      const found = (await ask(headers, "GET", `${api}?${query}`)) as readonly Found[];
      const own = found.find(({ description }) => description?.startsWith(mark));
      return own && { number: own.iid, body: own.description ?? "" };
    },
    open: (description) => ask(headers, "POST", api, { title, description }),
    close: async ({ number }, body) => {
      await ask(headers, "POST", `${api}/${number}/notes`, { body });
      await ask(headers, "PUT", `${api}/${number}`, { state_event: "close" });
    },
  };
}

const [result, log = ""] = process.argv.slice(2);
const issues = process.env["GITLAB_CI"] === "true" ? onGitlab() : onGithub();
const known = await issues.find();
if (result === "failure" && known === undefined) await issues.open(opened(log));
if (result === "success" && known !== undefined) await issues.close(known, closed(log));
