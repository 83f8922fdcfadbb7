import { expect, test } from "vitest";
import { editorHref } from "../../site/src/scripts/edit/by-hand.ts";

const github = {
  edit: "https://github.com/a/b/edit/main/{path}",
  create: "https://github.com/a/b/new/main/{folder}?filename={name}",
};
const gitea = {
  edit: "https://codeberg.org/a/b/_edit/main/{path}",
  create: "https://codeberg.org/a/b/_new/main/{folder}",
};

test.each([
  [github, "plan/own/2024/section-1.yaml", false, "https://github.com/a/b/edit/main/plan/own/2024/section-1.yaml"],
  [
    github,
    "plan/own/2024/occurrences.yaml",
    true,
    "https://github.com/a/b/new/main/plan/own/2024?filename=occurrences.yaml",
  ],
  [gitea, "plan/own/2024/section-1.yaml", false, "https://codeberg.org/a/b/_edit/main/plan/own/2024/section-1.yaml"],
  [gitea, "plan/own/2024/occurrences.yaml", true, "https://codeberg.org/a/b/_new/main/plan/own/2024"],
] as const)("%o edits %s, new: %s", (forms, path, isNew, href) => expect(editorHref(forms, path, isNew)).toBe(href));
