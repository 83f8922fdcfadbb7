import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { repository } from "../../plan-files.ts";
import { openDesk } from "./srok.ts";

const guide = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8");
const blocks = [...guide.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, text]) => text!);
const desk = openDesk();
afterAll(() => desk.remove());

/** The words of a line as a shell reads them: quotes hold spaces. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!);

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

  const commands = blocks
    .flatMap((block) => block.split("\n"))
    .filter((line) => /^npx srok (record|move|withdraw|add|new-year)/.test(line));
  test("shows every command that edits", () => {
    expect(new Set(commands.map((line) => line.split(" ")[2]))).toEqual(
      new Set(["record", "move", "withdraw", "add", "new-year"]),
    );
  });

  // The plan of 2024 has no amending order yet: the commands are tried without the name of one.
  test.each(commands)("%s", (line) => {
    const words = wordsOf(line)
      .slice(2)
      .filter((word, index, all) => word !== "--amendment" && all[index - 1] !== "--amendment");
    const { status, err } = desk.srok(...words, "--dry-run");
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });
});
