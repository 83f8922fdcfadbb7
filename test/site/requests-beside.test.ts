/** A request that is open for the same row is told before another is opened: on a forge of each kind, whatever stands in its list. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { touchesLine } from "../../compiler/propose/touches.ts";
import { drive } from "../../site/src/scripts/edit/sign-in/ask-forge.ts";
import type { ForgeKind } from "../../site/src/scripts/edit/sign-in/forge-api.ts";
import { gitea } from "../../site/src/scripts/edit/sign-in/gitea.ts";
import { gitlab } from "../../site/src/scripts/edit/sign-in/gitlab.ts";
import { proposeOn, type Change, type Outcome } from "../../site/src/scripts/edit/sign-in/propose-on.ts";
import { projectOf, startForge, type FakeForge } from "./fake-forge.ts";
import type { Opened } from "./fake-requests.ts";

const apis = { gitlab, gitea };
const section = "plan/school/2026/section-1.yaml";
const item = "school/2026/items/1.1";
const change: Change = {
  branch: "proposal-1.1-a1b2c3",
  message: "Перенести срок 1.1\n",
  title: "Перенести срок 1.1",
  text: `${touchesLine([item, "school/2026/items/1.2"])}### Перенести срок 1.1\n`,
  files: [{ path: section, was: "срок: до 1 мая\n", text: "срок: до 5 мая\n" }],
  touched: [item, "school/2026/items/1.2"],
};
/** A request of a proposal that touches something. */
const open = (touched: readonly string[], more: Partial<Opened> = {}): Opened => ({
  branch: "proposal-of-another",
  into: "main",
  title: "Перенести срок",
  text: `${touchesLine(touched)}### Перенести срок\n`,
  ...more,
});

describe.each<ForgeKind>(["gitlab", "gitea"])("on %s", (kind) => {
  let forge: FakeForge;
  beforeEach(async () => {
    forge = await startForge(kind, { [section]: "срок: до 1 мая\n" });
    forge.tokens.add("token");
  });
  afterEach(() => forge.close());

  const propose = (seen?: ReadonlySet<number>): Promise<Outcome> =>
    drive(proposeOn(apis[kind], projectOf(kind), change, seen), { root: forge.root, token: "token" });
  const isList = (line: string): boolean => /^GET .*(merge_requests|pulls)$/.test(line);

  test("one for the same item is told with what both touch, and nothing is written", async () => {
    forge.merges.push(open(["school/2026/items/2.2"], { branch: "a" }), open([item, "school/2026/items/3.3"]));
    expect(await propose()).toEqual({
      kind: "beside",
      requests: [{ number: 2, title: "Перенести срок", touched: [item] }],
    });
    expect([...forge.branches.keys()]).toEqual(["main"]);
    expect(forge.merges).toHaveLength(2);
  });

  test("who has seen it opens hers all the same, and is told of one that came meanwhile", async () => {
    forge.merges.push(open([item]));
    expect(await propose(new Set([1]))).toEqual({ kind: "opened", number: 2 });
    forge.merges.pop();
    forge.branches.delete(change.branch);
    forge.merges.push(open([item], { branch: "later" }));
    expect(await propose(new Set([1]))).toMatchObject({ kind: "beside", requests: [{ number: 2 }] });
  });

  test.each<[string, Opened]>([
    ["for another item", open(["school/2026/items/1.10"])],
    ["for the item of that number in another plan", open(["school/2025/items/1.1"])],
    ["into another branch", open([item], { into: "draft" })],
    ["from a copy of the repository", open([item], { isOfCopy: true })],
    ["that says nothing of what it touches", open([])],
    ["that says so further down", open([], { text: `### Срок\n${touchesLine([item])}` })],
    ["with markup in the line", open([], { text: `<!-- srok-touches: ${item} <script>alert(1)</script> -->\n` })],
    ["whose line has no end", open([], { text: `<!-- srok-touches:${` ${item}`.repeat(20_000)}` })],
  ])("one %s is no reason to ask", async (_, request) => {
    forge.merges.push(request);
    expect(await propose()).toEqual({ kind: "opened", number: 2 });
  });

  test("a title is one short line of what can be seen", async () => {
    forge.merges.push(open([item], { title: `<b>Срок\u202e\u0000\n\n1.1</b> ${"x".repeat(10_000)}` }));
    const { requests } = (await propose()) as Extract<Outcome, { readonly kind: "beside" }>;
    expect(requests[0]!.title).toMatch(/^<b>Срок 1\.1<\/b> x+…$/);
    expect(requests[0]!.title.length).toBeLessThan(110);
  });

  test("one among many is found, five are told", async () => {
    forge.merges.push(open([item]));
    for (let n = 0; n < 120; n++) forge.merges.push(open(["school/2026/items/9.9"], { branch: `other-${n}` }));
    expect(await propose()).toMatchObject({ requests: [{ number: 1 }] });
    expect(forge.asked.filter(isList)).toHaveLength(3);
    for (let n = 0; n < 20; n++) forge.merges.push(open([item], { branch: `same-${n}` }));
    expect(((await propose()) as Extract<Outcome, { readonly kind: "beside" }>).requests).toHaveLength(5);
  });

  test.each([
    ["no JSON", 200, "<html>"],
    ["no list", 200, { message: "ok" }],
    ["a refusal", 403, { message: "no" }],
    ["a list of anything", 200, [null, 7, "x", [], { iid: "1", number: "1" }, { iid: 5, number: 5 }]],
    ["a fault", 500, null],
  ])("where the list is %s nothing is known, and nothing told", async (_, status, body) => {
    forge.merges.push(open([item]));
    forge.instead = (line) => (isList(line) ? { status, body } : undefined);
    expect(await propose()).toEqual({ kind: "opened", number: 2 });
  });

  test("an earlier try that came as far as the branch is ended without asking", async () => {
    forge.merges.push(open([item]));
    forge.branches.set(change.branch, new Map([[section, "срок: до 5 мая\n"]]));
    expect(await propose()).toEqual({ kind: "opened", number: 2 });
    expect(forge.asked.filter(isList)).toEqual([]);
  });
});
