import { readFileSync } from "node:fs";
import { commentMark, markdownLimit } from "../../diff/render-markdown.ts";
import { numberOption, stringOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled, type Localized } from "../messages/messages.ts";

const messagesByLanguage = {
  ru: {
    noToken: "нет токена: задайте {names}",
    failed: "сервер ответил {status} на {what}",
    created: "Комментарий создан.",
    updated: "Комментарий обновлён.",
  },
  en: {
    noToken: "no token: set {names}",
    failed: "the server answered {status} to {what}",
    created: "Comment created.",
    updated: "Comment updated.",
  },
};

/** The addresses of the comments of one pull request, and the headers that the host asks for. */
interface Host {
  /** Lists the comments, a page at a time. */
  readonly list: (page: number) => string;
  readonly create: string;
  readonly update: (id: number) => readonly [method: "PATCH" | "PUT", address: string];
  readonly headers: Readonly<Record<string, string>>;
  /** Tells the comments that the token's own bot wrote; everybody can write what they begin with. */
  readonly own: () => Promise<(comment: Comment) => boolean>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The values of environment variables. Throws a UsageError for those that are not set. */
function needed(environment: Environment, names: readonly string[], terminal: Terminal): string[] {
  const missing = names.filter((name) => !environment[name]);
  if (missing.length > 0)
    throw new UsageError(filled(messagesByLanguage[terminal.language].noToken, { names: missing.join(", ") }));
  return names.map((name) => environment[name]!);
}

function github(pull: number, environment: Environment, terminal: Terminal): Host {
  const [token, repository] = needed(environment, ["GITHUB_TOKEN", "GITHUB_REPOSITORY"], terminal) as [string, string];
  const api = `${environment["GITHUB_API_URL"] ?? "https://api.github.com"}/repos/${repository}/issues`;
  return {
    list: (page) => `${api}/${pull}/comments?per_page=100&page=${page}`,
    create: `${api}/${pull}/comments`,
    update: (id) => ["PATCH", `${api}/comments/${id}`],
    // The token of a workflow may not ask whose it is.
    own: () => Promise.resolve(({ user }) => user?.type === "Bot" && user.login === githubBot),
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
    },
  };
}

function gitlab(pull: number, environment: Environment, terminal: Terminal): Host {
  const [token, api, project] = needed(
    environment,
    ["SROK_COMMENT_TOKEN", "CI_API_V4_URL", "CI_PROJECT_ID"],
    terminal,
  ) as [string, string, string];
  const headers = { "private-token": token };
  const notes = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${pull}/notes`;
  return {
    list: (page) => `${notes}?per_page=100&page=${page}`,
    create: notes,
    update: (id) => ["PUT", `${notes}/${id}`],
    own: async () => {
      const me = (await send({ headers }, { method: "GET", address: `${api}/user` }, terminal)) as { id: number };
      return ({ author }) => author?.id === me.id;
    },
    headers,
  };
}

interface Comment {
  readonly id: number;
  readonly body: string;
  /** Who wrote it, on GitHub. */
  readonly user?: { readonly login: string; readonly type: string } | null;
  /** Who wrote it, on GitLab. */
  readonly author?: { readonly id: number };
}

/** Under which name GitHub's own token of a workflow writes. */
const githubBot = "github-actions[bot]";

/** A request to the host; `text` is the text of the comment that it writes. */
interface HostRequest {
  readonly method: "GET" | "POST" | "PATCH" | "PUT";
  readonly address: string;
  readonly text?: string;
}

/** Asks the host. Throws a SystemError for an answer that is not a success; the token is never part of its message. */
async function send(
  host: Pick<Host, "headers">,
  { method, address, text }: HostRequest,
  terminal: Terminal,
): Promise<unknown> {
  const response = await fetch(address, {
    method,
    headers: { ...host.headers, "content-type": "application/json" },
    ...(text === undefined ? {} : { body: JSON.stringify({ body: text }) }),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => {
    throw new SystemError(`${new URL(address).host}: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (!response.ok)
    throw new SystemError(
      filled(messagesByLanguage[terminal.language].failed, {
        status: response.status,
        what: `${method} ${new URL(address).pathname}`,
      }),
    );
  return await response.json();
}

/** The comment that an earlier run left: written by the same bot, and begun with our mark. */
async function earlier(host: Host, terminal: Terminal): Promise<Comment | undefined> {
  const isOwn = await host.own();
  for (let page = 1; ; page++) {
    const comments = (await send(host, { method: "GET", address: host.list(page) }, terminal)) as readonly Comment[];
    const found = comments.find((each) => each.body.startsWith(commentMark) && isOwn(each));
    if (found !== undefined || comments.length < 100) return found;
  }
}

const usage: Localized = {
  ru: `srok comment ФАЙЛ – поместить текст из файла в запрос на слияние; свой прежний комментарий обновляется, чужие не трогаются

  GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY и --pull НОМЕР. GitLab: SROK_COMMENT_TOKEN и переменные CI_*.
  --pull НОМЕР      номер запроса`,
  en: `srok comment FILE – put a file's text into a pull request; its own earlier comment is updated, those of others are left alone

  GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY and --pull NUMBER. GitLab: SROK_COMMENT_TOKEN and the CI_* variables.
  --pull NUMBER     the number of the request`,
};

/** `srok comment FILE`: puts the file's text into a pull request, once: what an earlier run wrote is replaced. */
export const comment: Command = {
  name: "comment",
  usage,
  options: { pull: stringOption },
  positionals: ["FILE"],
  async run({ options, positionals }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const environment = process.env;
    const onGitlab = environment["GITLAB_CI"] === "true";
    const pull =
      numberOption(options, "pull", [1, 999_999_999], terminal) ??
      (/^\d+$/.test(environment["CI_MERGE_REQUEST_IID"] ?? "")
        ? Number(environment["CI_MERGE_REQUEST_IID"])
        : undefined);
    if (pull === undefined) throw new UsageError(filled(terminal.messages.missingArgument, { name: "--pull" }));
    const host = (onGitlab ? gitlab : github)(pull, environment, terminal);
    let text: string;
    try {
      text = readFileSync(positionals[0]!, "utf8");
    } catch {
      throw new SystemError(filled(terminal.messages.cannotRead, { path: positionals[0]! }));
    }
    const marked = text.startsWith(commentMark) ? text : `${commentMark}\n${text}`;
    const body = marked.slice(0, markdownLimit + commentMark.length + 100);
    const before = await earlier(host, terminal);
    const [method, address] = before === undefined ? (["POST", host.create] as const) : host.update(before.id);
    if (before?.body.trim() !== body.trim()) await send(host, { method, address, text: body }, terminal);
    terminal.print(before === undefined ? own.created : own.updated);
    return 0;
  },
};
