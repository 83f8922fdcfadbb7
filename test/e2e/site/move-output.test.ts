import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { moveInto } from "../../../site/move-output.ts";
import { filesBelow } from "../../plan-files.ts";

test("a build is put beside what lies in the folder already", () => {
  const place = mkdtempSync(join(tmpdir(), "srok-again-"));
  try {
    const [from, to] = [join(place, "from"), join(place, "to")];
    for (const path of ["data", "pages/a"]) mkdirSync(join(from, path), { recursive: true });
    mkdirSync(join(to, "data"), { recursive: true });
    writeFileSync(join(from, "data", "new.txt"), "new");
    writeFileSync(join(from, "pages", "a", "index.html"), "page");
    writeFileSync(join(to, "data", "old.txt"), "old");
    writeFileSync(join(to, "CNAME"), "plan.example");
    moveInto(from, to);
    expect(filesBelow(to)).toEqual(["CNAME", "data/new.txt", "data/old.txt", "pages/a/index.html"]);
    expect(readdirSync(place)).toEqual(["to"]);
  } finally {
    rmSync(place, { recursive: true });
  }
});
