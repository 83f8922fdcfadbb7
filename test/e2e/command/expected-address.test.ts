import { afterAll, expect, test, vi } from "vitest";
import { expectedAddress, type Target } from "../../../compiler/cli/output/target.ts";
import { deskIn, scratch } from "./srok.ts";

/** With which address of the site `srok check` sizes the feeds. */
const desk = deskIn(scratch());
desk.git("init", "--quiet");
desk.git("remote", "add", "origin", "https://example.org/");
afterAll(() => {
  desk.remove();
  vi.unstubAllEnvs();
});

const target: Target = { out: "dist", site: undefined, base: "/" };
const expected = (remote: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof expectedAddress> => {
  for (const name of ["CI_PAGES_URL", "GITHUB_REPOSITORY"]) vi.stubEnv(name, env[name]);
  desk.git("remote", "set-url", "origin", remote);
  return expectedAddress(target, desk.folder);
};

const addressOf = (...words: Parameters<typeof expected>): string => expected(...words).site;

test.each([
  ["git@github.com:Minobr74/gis-plan.git", "https://minobr74.github.io/gis-plan"],
  ["https://github.com/minobr74/gis-plan", "https://minobr74.github.io/gis-plan"],
  ["https://name:token@github.com/minobr74/minobr74.github.io.git", "https://minobr74.github.io"],
  ["ssh://git@gitlab.com/group/sub/plan.git", "https://group.gitlab.io/sub/plan"],
])("%s is published at %s", (remote, address) => {
  expect(expected(remote)).toEqual({ site: address, assumed: false });
});

test.each(["/srv/git/plan.git", "https://git.example.org/group/plan.git", "../github.com/a"])(
  "of %s it is not known: a long one is assumed",
  (remote) => {
    const { site, assumed } = expected(remote);
    expect([site.length > 100, assumed]).toEqual([true, true]);
  },
);

test("what the forge says of itself, and whoever calls, come first", () => {
  const remote = "git@github.com:other/other.git";
  expect(addressOf(remote, { GITHUB_REPOSITORY: "minobr74/gis-plan" })).toBe("https://minobr74.github.io/gis-plan");
  expect(addressOf(remote, { CI_PAGES_URL: "https://pages.example/plan" })).toBe("https://pages.example/plan");
  expect(expectedAddress({ ...target, site: "https://plan.example", base: "/x/" }, desk.folder).site).toBe(
    "https://plan.example/x",
  );
});
