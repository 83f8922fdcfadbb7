import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { obtainBrowser, type Way } from "./obtain-browser.ts";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "srok-browser-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that ends with a status. */
function program(name: string, status: number, says = ""): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `#!${process.execPath}\nconsole.error(${JSON.stringify(says)});\nprocess.exitCode = ${status};\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

const way = (name: string, part: Partial<Way>): Way => ({
  name,
  fits: () => true,
  commands: [],
  program: () => undefined,
  ...part,
});
const nothing = (): undefined => undefined;

test.runIf(process.platform !== "win32")("a browser that is there is taken, and nothing is installed", () => {
  const there = program("there", 0);
  const said: string[] = [];
  expect(
    obtainBrowser(
      (text) => said.push(text),
      [way("never", { program: () => "no" })],
      () => there,
    ),
  ).toEqual({ program: there });
  expect(said).toEqual([]);
});

test.runIf(process.platform !== "win32")(
  "ways are tried in turn, those that do not fit are not, and the first that gives a browser that starts is the last",
  () => {
    const [broken, good, installer] = [
      program("broken", 127),
      program("good", 0),
      program("installer", 100, "E: Unable to locate package"),
    ];
    const said: string[] = [];
    const obtained = obtainBrowser(
      (text) => said.push(text),
      [
        way("elsewhere", { fits: () => false, program: () => good }),
        way("fails", { commands: [[installer]] }),
        way("broken", { program: () => broken }),
        way("good", { program: () => good }),
        way("not needed", {}),
      ],
      nothing,
    );
    expect(obtained).toEqual({ program: good });
    expect(said.map((text) => /: (.*) …$/.exec(text)?.[1])).toEqual(["fails", "broken", "good"]);
  },
);

test.runIf(process.platform !== "win32")("where no way works, each says what stood in it", () => {
  const [broken, installer] = [
    program("broken", 127),
    program("installer", 100, "Reading lists\nE: Unable to locate package\nmore"),
  ];
  const ways = [
    way("apt", { commands: [[installer]] }),
    way("download", { program: () => broken }),
    way("none", { commands: [[join(folder, "absent")]] }),
  ];
  expect(
    obtainBrowser(
      () => {},
      ways,
      () => broken,
    ),
  ).toEqual({
    reasons: [
      `${broken} does not start`,
      "apt: E: Unable to locate package",
      `download: ${broken} does not start`,
      expect.stringMatching(/^none: .*ENOENT/),
    ],
  });
});
