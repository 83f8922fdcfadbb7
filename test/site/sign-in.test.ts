/** Signing in to a forge and taking a proposal there, over HTTP against a forge that answers as GitLab and Gitea do. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { drive, postForm } from "../../site/src/scripts/edit/sign-in/ask-forge.ts";
import { textIn, wordsIn } from "../../site/src/scripts/edit/sign-in/answers.ts";
import { placeOf, type ForgeKind } from "../../site/src/scripts/edit/sign-in/forge-api.ts";
import { gitea } from "../../site/src/scripts/edit/sign-in/gitea.ts";
import { gitlab } from "../../site/src/scripts/edit/sign-in/gitlab.ts";
import {
  authorizeHref,
  challengeOf,
  newSecret,
  readReturn,
  readToken,
  tokenForm,
} from "../../site/src/scripts/edit/sign-in/pkce.ts";
import { proposeOn, type Change, type Outcome } from "../../site/src/scripts/edit/sign-in/propose-on.ts";
import { projectOf, startForge, type FakeForge } from "./fake-forge.ts";

const apis = { gitlab, gitea };
const section = "plan/school/2026/section-1.yaml";
const profiles = "plan/school/profiles.yaml";
const redirect = "https://plan.example/edit/";
const change: Change = {
  branch: "proposal-1.1-a1b2c3",
  message: "Перенести срок 1.1\n\nПриказ № 5\n",
  title: "Перенести срок 1.1",
  text: "### Перенести срок 1.1\n",
  touched: ["school/2026/items/1.1", "school/profiles/school-and-camp"],
  files: [
    { path: section, was: "срок: до 1 мая\n", text: "срок: до 5 мая\n" },
    { path: profiles, text: "profiles: []\n" },
  ],
};

test("a challenge is that of RFC 7636, Appendix B; secrets are never the same", async () => {
  expect(await challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  );
  const secrets = new Set(Array.from({ length: 50 }, newSecret));
  expect(secrets.size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
});

test.each<[ForgeKind, string, string | undefined]>([
  ["gitlab", "https://gitlab.example/a/b/c", "https://gitlab.example a/b/c"],
  ["gitlab", "https://gitlab.example/a/b.git/", "https://gitlab.example a/b"],
  ["gitea", "https://git.example:3000/a/b/", "https://git.example:3000 a/b"],
  ["gitea", "https://git.example/forge/a/b", "https://git.example/forge a/b"],
  ["gitea", "https://git.example/a", undefined],
  ["gitea", "http://git.example/a/b", undefined],
  ["gitea", "https://git.example/a/%2e%2e", undefined],
  ["gitea", "https://git.example/a/b'c", undefined],
  ["gitlab", "no address", undefined],
])("%s at %s", (kind, repository, expected) => {
  const place = placeOf(kind, repository);
  expect(place && `${place.root} ${place.project}`).toBe(expected);
});

test.each([
  ["state=s&code=abc", "s", { code: "abc" }],
  ["state=t&code=abc", "s", { kind: "lost" }],
  ["code=abc", "s", { kind: "lost" }],
  ["state=s&code=abc", undefined, { kind: "lost" }],
  ["state=&code=abc", undefined, { kind: "lost" }],
  ["state=s", "s", { kind: "lost" }],
  ["state=s&code=a%0d%0ab", "s", { kind: "lost" }],
  ["state=s&error=access_denied", "s", { kind: "denied" }],
  ["state=s&error=server_error&code=abc", "s", { kind: "lost" }],
  ["state=t&error=access_denied", "s", { kind: "lost" }],
])("led back with %s while %s is awaited", (query, state, expected) => {
  expect(readReturn(new URLSearchParams(query), state)).toEqual(expected);
});

test.each([
  [200, { access_token: "abc", token_type: "Bearer" }, "abc"],
  [200, { access_token: "abc", token_type: "bearer" }, "abc"],
  [400, { access_token: "abc", token_type: "bearer" }, undefined],
  [200, { access_token: "a\r\nX: y", token_type: "bearer" }, undefined],
  [200, { access_token: "", token_type: "bearer" }, undefined],
  [200, { access_token: ["abc"], token_type: "bearer" }, undefined],
  [200, { access_token: "abc", token_type: "mac" }, undefined],
  [200, null, undefined],
  [200, "abc", undefined],
])("a token in an answer of %i: %j", (status, body, token) => {
  expect(readToken({ status, body })).toBe(token);
});

test("a forge's own words are one short line", () => {
  expect(wordsIn(400, { message: "no\u0007\u202e\n\nway" })).toBe("400 no way");
  expect(wordsIn(409, { message: ["first", "second"] })).toBe("409 first");
  expect(wordsIn(400, { error: "bad", error_description: "worse" })).toBe("400 worse");
  expect(wordsIn(502, null)).toBe("502");
  expect(wordsIn(400, { message: { of: "another kind" } })).toBe("400");
  expect(wordsIn(400, { message: "x".repeat(5000) }).length).toBeLessThan(210);
});

test("content that is no text is none", () => {
  expect(textIn("0L/Qu9Cw\n0L0=")).toBe("план");
  for (const odd of ["/w==", "???", 7, null, undefined, {}]) expect(textIn(odd)).toBeUndefined();
});

describe.each<ForgeKind>(["gitlab", "gitea"])("on %s", (kind) => {
  const api = apis[kind];
  let forge: FakeForge;
  beforeEach(async () => {
    forge = await startForge(kind, { [section]: "срок: до 1 мая\n", "plan/school/parties.yaml": "parties: []\n" });
    forge.tokens.add("token");
  });
  afterEach(() => forge.close());

  const propose = (changed: Change = change, token = "token", project = projectOf(kind)): Promise<Outcome> =>
    drive(proposeOn(api, project, changed), { root: forge.root, token });
  const on = (branch: string) => Object.fromEntries(forge.branches.get(branch) ?? []);
  const before = { [section]: "срок: до 1 мая\n", "plan/school/parties.yaml": "parties: []\n" };

  /** Nothing was written by a try that came to nothing. */
  function expectUntouched(main: Readonly<Record<string, string>> = before): void {
    expect([...forge.branches.keys()]).toEqual(["main"]);
    expect(on("main")).toEqual(main);
    expect(forge.merges).toEqual([]);
  }

  /** Signs in as a browser does; the token, or undefined. */
  async function signedIn(
    spoil: { readonly verifier?: string; readonly redirect?: string } = {},
  ): Promise<string | undefined> {
    const application = { root: forge.root, client: forge.client, redirect };
    const [state, verifier] = [newSecret(), newSecret()];
    const href = authorizeHref(api, application, { state, challenge: await challengeOf(verifier) });
    const html = await (await fetch(href)).text();
    const back = new URL(/href="([^"]+)">Authorize/.exec(html)![1]!.replaceAll("&amp;", "&"));
    expect(`${back.origin}${back.pathname}`).toBe(redirect);
    const led = readReturn(back.searchParams, state) as { readonly code: string };
    const form = tokenForm({ ...application, ...spoil }, { code: led.code, verifier, ...spoil });
    return readToken(await postForm(`${forge.root}${api.token}`, form));
  }

  test("signs in by a proof key, and by nothing else", async () => {
    const token = await signedIn();
    expect(await propose(change, token)).toEqual({ kind: "opened", number: 1 });
    expect(await signedIn({ verifier: newSecret() })).toBeUndefined();
    expect(await signedIn({ redirect: "https://evil.example/" })).toBeUndefined();
  });

  test("makes a branch with the changed files alone, and opens the request", async () => {
    expect(await propose()).toEqual({ kind: "opened", number: 1 });
    expect(on("main")).toEqual(before);
    expect(on(change.branch)).toEqual({ ...before, [section]: "срок: до 5 мая\n", [profiles]: "profiles: []\n" });
    expect(forge.messages).toEqual([change.message]);
    const { branch, title, text } = change;
    expect(forge.merges).toEqual([{ branch, into: "main", title, text }]);
  });

  test("the same once more opens nothing anew", async () => {
    await propose();
    expect(await propose()).toEqual({ kind: "already" });
    expect(forge.messages).toHaveLength(1);
  });

  test("files that somebody changed, made or took away meanwhile are named and left alone", async () => {
    const main = forge.branches.get("main")!;
    main.set(section, "срок: до 2 мая\n").set(profiles, "profiles: [x]\n");
    expect(await propose()).toEqual({ kind: "newer", files: [section, profiles] });
    main.delete(profiles);
    main.delete(section);
    expect(await propose()).toEqual({ kind: "newer", files: [section] });
    expectUntouched({ "plan/school/parties.yaml": "parties: []\n" });
  });

  test("files that change between the question and the commit are not overwritten", async () => {
    forge.meanwhile = (line) =>
      /POST .*(commits|contents)$/.test(line) && forge.branches.get("main")!.set(section, "срок: до 2 мая\n");
    expect(await propose()).toEqual({ kind: "newer", files: [section] });
    expectUntouched({ ...before, [section]: "срок: до 2 мая\n" });
  });

  test("a branch of the same name with something else in it is left alone", async () => {
    forge.branches.set(change.branch, new Map([[section, "чужое\n"]]));
    expect(await propose()).toEqual({ kind: "branch" });
    expect(on(change.branch)).toEqual({ [section]: "чужое\n" });
    expect(forge.merges).toEqual([]);
  });

  test("a request that does not open is opened by the next try, on the same branch", async () => {
    forge.instead = (line) =>
      /(merge_requests|pulls)$/.test(line) ? { status: 500, body: { message: "later" } } : undefined;
    expect(await propose()).toEqual({ kind: "half", said: "500 later" });
    forge.instead = (line) => (/(merge_requests|pulls)$/.test(line) ? "drop" : undefined);
    await expect(propose()).rejects.toThrow();
    forge.instead = () => undefined;
    expect(await propose()).toEqual({ kind: "opened", number: 1 });
    expect(forge.messages).toHaveLength(1);
  });

  test("a sign-in that no longer holds, no right to write, no repository", async () => {
    expect(await propose(change, "old")).toEqual({ kind: "expired" });
    expect(await propose(change, "token", "region/other")).toEqual({ kind: "noProject" });
    forge.canPush = false;
    expect(await propose()).toEqual({ kind: "noRight" });
    // A repository that all may read hides from writers who may not.
    forge.instead = (line) => (line.startsWith("POST") ? { status: 404, body: {} } : undefined);
    expect(await propose()).toEqual({ kind: "noRight" });
    expectUntouched();
  });

  test("a commit that is refused for another reason is told in the forge's words", async () => {
    forge.instead = (line) =>
      line.startsWith("POST") ? { status: 422, body: { message: "hook\nsays no" } } : undefined;
    expect(await propose()).toEqual({ kind: "refused", said: "422 hook says no" });
    expectUntouched();
  });

  test.each([
    ["no JSON", "<html>"],
    ["nothing", ""],
    ["a list", []],
    ["content of another kind", { type: "file", encoding: "base64", content: { a: 1 }, sha: "a".repeat(40) }],
    [
      "a version that is none",
      { type: "file", encoding: "base64", content: "eA==", sha: "x y", last_commit_id: "../x" },
    ],
    [
      "a folder",
      { type: "dir", encoding: "none", content: "eA==", sha: "a".repeat(40), last_commit_id: "a".repeat(40) },
    ],
  ])("a file that is answered with %s is not taken for one", async (_, body) => {
    forge.instead = (line) => (/GET .*(files|contents)\//.test(line) ? { status: 200, body } : undefined);
    expect(await propose()).toMatchObject({ kind: "refused" });
    expectUntouched();
  });

  test.each([null, { iid: "1", number: "1" }, { iid: -1, number: 0 }, { iid: 1.5, number: 1e300 }])(
    "a request whose number is %j was opened, and is not named",
    async (body) => {
      forge.instead = (line) => (/(merge_requests|pulls)$/.test(line) ? { status: 201, body } : undefined);
      expect(await propose()).toEqual({ kind: "unnamed" });
    },
  );

  test("a forge that does not answer, or leads elsewhere with the token, is an error of the connection", async () => {
    forge.instead = () => "drop";
    await expect(propose()).rejects.toThrow();
    expect(await Promise.allSettled([signedIn()])).toMatchObject([{ status: "rejected" }]);
  });
});
