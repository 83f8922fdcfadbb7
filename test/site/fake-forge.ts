/** A forge that answers as GitLab or Gitea does where the editing page asks: sign-in, branches, files, commits, requests. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ForgeKind } from "../../site/src/scripts/edit/sign-in/forge-api.ts";
import { listOfGitea, listOfGitlab, type Opened } from "./fake-requests.ts";

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

type Files = Map<string, string>;

/** A running forge with one repository; what is in it can be changed from outside. */
export interface FakeForge {
  readonly root: string;
  readonly client: string;
  readonly branches: Map<string, Files>;
  readonly messages: string[];
  readonly merges: Opened[];
  /** Requests of the API: method and path. */
  readonly asked: string[];
  canPush: boolean;
  /** Stands in for an answer: by request, before it is carried out. `"drop"` breaks the connection. */
  instead: (line: string) => Reply | "drop" | undefined;
  /** Runs before a request is carried out: what somebody else does meanwhile. */
  meanwhile: (line: string) => void;
  /** The tokens that hold. */
  readonly tokens: Set<string>;
  close(): void;
}

/** What the API is asked, its parts read. */
interface Asked {
  readonly forge: FakeForge;
  readonly project: string;
  readonly method: string;
  /** What stands below the repository. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

const blob = (text: string): string =>
  createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
const of64 = (text: string): string => Buffer.from(text).toString("base64");
const no = (status: number, message: unknown): Reply => ({ status, body: { message } });

/** One file of a commit, whatever the API calls its parts. */
interface Action {
  readonly path: string;
  readonly text: string;
  readonly isNew: boolean;
  readonly version: unknown;
}

/** Commits to a new branch; the message of the refusal where it cannot be. */
function commit(
  { branches, messages }: FakeForge,
  { branch, from, message, actions }: { branch: string; from: string; message: string; actions: readonly Action[] },
): string | undefined {
  if (branches.has(branch)) return `A branch called '${branch}' already exists`;
  const files: Files = new Map(branches.get(from));
  for (const { path, text, isNew, version } of actions) {
    if (isNew && files.has(path)) return "A file with this name already exists";
    if (!isNew && version !== blob(files.get(path) ?? "")) return `${path} has changed since you started editing it`;
    files.set(path, text);
  }
  branches.set(branch, files);
  messages.push(message);
  return undefined;
}

function merge({ merges }: FakeForge, opened: Opened): number | undefined {
  if (merges.some(({ branch }) => branch === opened.branch)) return undefined;
  return merges.push(opened);
}

function asGitlab({ forge, method, path, query, body }: Asked): Reply {
  if (method === "GET" && path === "merge_requests") return { status: 200, body: listOfGitlab(forge.merges, query) };
  const [kind = "", name = ""] = path
    .replace(/^repository\//, "")
    .split("/")
    .map(decodeURIComponent);
  if (method === "GET" && kind === "branches")
    return forge.branches.has(name) ? { status: 200, body: { name } } : no(404, "404 Branch Not Found");
  if (method === "GET" && kind === "files") {
    const text = forge.branches.get(query.get("ref")!)?.get(name);
    if (text === undefined) return no(404, "404 File Not Found");
    return {
      status: 200,
      body: { file_path: name, encoding: "base64", content: of64(text), last_commit_id: blob(text) },
    };
  }
  if (!forge.canPush) return no(403, "403 Forbidden");
  if (method === "POST" && kind === "commits") {
    const actions = (body["actions"] as Record<string, string>[]).map((each) => ({
      path: each["file_path"]!,
      text: each["content"]!,
      isNew: each["action"] === "create",
      version: each["last_commit_id"],
    }));
    const [branch, from, message] = ["branch", "start_branch", "commit_message"].map((key) => body[key] as string);
    const refused = commit(forge, { branch: branch!, from: from!, message: message!, actions });
    return refused === undefined ? { status: 201, body: { id: "c0ffee" } } : no(400, refused);
  }
  if (method !== "POST" || kind !== "merge_requests") return no(404, "404 Not Found");
  const [branch, into, title, text] = ["source_branch", "target_branch", "title", "description"].map(
    (key) => body[key] as string,
  );
  const iid = merge(forge, { branch: branch!, into: into!, title: title!, text: text! });
  if (iid === undefined) return no(409, ["Another open merge request already exists for this source branch: !1"]);
  return { status: 201, body: { iid, web_url: "javascript:alert(1)" } };
}

function asGitea({ forge, method, path, query, body }: Asked): Reply {
  if (method === "GET" && path === "pulls") return { status: 200, body: listOfGitea(forge.merges, query) };
  const [kind = "", ...rest] = path.split("/").map(decodeURIComponent);
  const name = rest.join("/");
  if (method === "GET" && kind === "branches")
    return forge.branches.has(name) ? { status: 200, body: { name } } : no(404, "branch does not exist");
  if (method === "GET" && kind === "contents") {
    const text = forge.branches.get(query.get("ref")!)?.get(name);
    if (text === undefined) return no(404, "object does not exist");
    return {
      status: 200,
      body: { type: "file", path: name, encoding: "base64", content: of64(text), sha: blob(text) },
    };
  }
  if (!forge.canPush) return no(403, "user should have a permission to write to this branch");
  if (method === "POST" && kind === "contents") {
    const actions = (body["files"] as Record<string, string>[]).map((each) => ({
      path: each["path"]!,
      text: Buffer.from(each["content"]!, "base64").toString(),
      isNew: each["operation"] === "create",
      version: each["sha"],
    }));
    const [branch, from, message] = ["new_branch", "branch", "message"].map((key) => body[key] as string);
    const refused = commit(forge, { branch: branch!, from: from!, message: message!, actions });
    return refused === undefined ? { status: 201, body: { commit: { sha: "c0ffee" } } } : no(422, refused);
  }
  if (method !== "POST" || kind !== "pulls") return no(404, "not found");
  const [branch, into, title, text] = ["head", "base", "title", "body"].map((key) => body[key] as string);
  const number = merge(forge, { branch: branch!, into: into!, title: title!, text: text! });
  if (number === undefined) return no(409, "pull request already exists for these targets");
  return { status: 201, body: { number, html_url: "javascript:alert(1)" } };
}

const kinds = {
  gitlab: {
    authorize: "/oauth/authorize",
    token: "/oauth/token",
    project: "region/plans/school",
    below: "/api/v4/projects/region%2Fplans%2Fschool/",
    answer: asGitlab,
  },
  gitea: {
    authorize: "/login/oauth/authorize",
    token: "/login/oauth/access_token",
    project: "region/school",
    below: "/api/v1/repos/region/school/",
    answer: asGitea,
  },
} as const;

/** The repository that a forge of a kind has. */
export const projectOf = (kind: ForgeKind): string => kinds[kind].project;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Starts a forge with files on `main`. */
export async function startForge(kind: ForgeKind, files: Readonly<Record<string, string>>): Promise<FakeForge> {
  const { authorize, token, project, below, answer } = kinds[kind];
  /** What was asked for at the sign-in, by the code that was given for it. */
  const granted = new Map<string, URLSearchParams>();

  function signIn(query: URLSearchParams, response: ServerResponse): void {
    const code = `code-${granted.size + 1}`;
    granted.set(code, query);
    const back = (answered: Record<string, string>): string =>
      `${query.get("redirect_uri")}?${new URLSearchParams({ ...answered, state: query.get("state")! })}`.replace(
        /&/g,
        "&amp;",
      );
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><title>Forge</title><a href="${back({ code })}">Authorize</a> <a href="${back({ error: "access_denied" })}">Deny</a>`,
    );
  }

  function grant(form: URLSearchParams): Reply {
    const asked = granted.get(form.get("code") ?? "");
    granted.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const holds =
      asked !== undefined &&
      form.get("grant_type") === "authorization_code" &&
      asked.get("response_type") === "code" &&
      asked.get("code_challenge_method") === "S256" &&
      asked.get("code_challenge") === challenge &&
      [asked.get("client_id"), form.get("client_id")].every((client) => client === forge.client) &&
      asked.get("redirect_uri") === form.get("redirect_uri");
    if (!holds) return { status: 400, body: { error: "invalid_grant", error_description: "The grant is invalid" } };
    const given = `token-${forge.tokens.size + 1}`;
    forge.tokens.add(given);
    return {
      status: 200,
      body: { access_token: given, token_type: "bearer", expires_in: 3600, scope: asked.get("scope") },
    };
  }

  async function api(request: IncomingMessage, url: URL): Promise<Reply | "drop"> {
    const { method = "" } = request;
    const text = await bodyOf(request);
    if (url.pathname === token) return forge.instead(`${method} ${token}`) ?? grant(new URLSearchParams(text));
    const line = `${method} ${url.pathname}`;
    forge.asked.push(line);
    forge.meanwhile(line);
    const instead = forge.instead(line);
    if (instead !== undefined) return instead;
    const bearer = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    if (!forge.tokens.has(bearer)) return no(401, "401 Unauthorized");
    if (!url.pathname.startsWith(below)) return no(404, "404 Project Not Found");
    const body = (text === "" ? {} : JSON.parse(text)) as Asked["body"];
    return answer({ forge, project, method, path: url.pathname.slice(below.length), query: url.searchParams, body });
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, "http://forge");
    if (url.pathname === authorize) return signIn(url.searchParams, response);
    const open = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "Authorization, Content-Type" };
    if (request.method === "OPTIONS") return void response.writeHead(204, open).end();
    const reply = await api(request, url);
    if (reply === "drop") return void request.socket.destroy();
    const body = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
    response.writeHead(reply.status, { ...open, "Content-Type": "application/json" }).end(body);
  }

  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const forge: FakeForge = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    client: "0f5c1e2a-7b3d-4c8e-9a61-2d4f6b8c0e13",
    branches: new Map([["main", new Map(Object.entries(files))]]),
    messages: [],
    merges: [],
    asked: [],
    canPush: true,
    instead: () => undefined,
    meanwhile: () => undefined,
    tokens: new Set(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return forge;
}
