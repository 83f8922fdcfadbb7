import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../../plan-files.ts";

const guide = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8");

describe("the editors' guide", () => {
  test("leads only to what is there", () => {
    const links = [...guide.matchAll(/\]\((?!https?:)([^)#]*)(#[^)]*)?\)/g)];
    expect(links.length).toBeGreaterThan(10);
    for (const [, path = "", anchor = ""] of links) {
      expect(path === "" || existsSync(join(repository, path)), path).toBe(true);
      const text = path === "" ? guide : readFileSync(join(repository, path), "utf8");
      const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(
        ([, title]) =>
          `#${title!
            .toLowerCase()
            .replace(/[^\p{L}\p{N} -]/gu, "")
            .replace(/ /g, "-")}`,
      );
      if (anchor !== "") expect(anchors, `${path}${anchor}`).toContain(anchor);
    }
  });
});
