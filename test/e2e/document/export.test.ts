import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plan2024Folder, repository } from "../../plan-files.ts";
import { srokWell, withPlan } from "../serving/srok.ts";

describe("srok export", () => {
  const folder = mkdtempSync(join(tmpdir(), "srok-export-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const exported = (format: string, zone: string): Buffer => {
    const out = join(folder, `${zone.replace("/", "-")}.${format}`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(repository, "compiler", "srok.js"), "export", "--plan", plan2024Folder, "--out", out],
      { cwd: folder, encoding: "utf8", env: { ...process.env, TZ: zone, LC_ALL: "C" } },
    );
    expect(status, stderr).toBe(0);
    return readFileSync(out);
  };
  test.each(["docx", "xlsx"])("%s is the same bytes in another time zone", (format) => {
    expect(Buffer.compare(exported(format, "Pacific/Auckland"), exported(format, "America/Anchorage"))).toBe(0);
  });
});

test("after an amendment the document is the edition, and as approved what it was before", async () => {
  await withPlan((folder) => {
    const text = (path: string): string => readFileSync(join(folder, path), "utf8");
    srokWell(folder, "export", "--out", "before.html");
    srokWell(folder, "amend", "may", "--date", "2024-05-14", "--number", "5", "--title", "О внесении изменений");
    srokWell(folder, "move", "2.1.8", "--to", "2024-09-05", "--text", "5 сентября", "--amendment", "may");
    srokWell(folder, "export", "--out", "edition.html");
    expect(text("edition.html")).toContain("(в редакции приказа от 14.05.2024 № 5)");
    expect(text("edition.html").match(/\(в ред\. приказа от 14\.05\.2024 № 5\)/g)).toHaveLength(1);
    srokWell(folder, "export", "--as-approved", "--out", "approved.html");
    expect(text("approved.html")).toBe(text("before.html"));
  });
});
