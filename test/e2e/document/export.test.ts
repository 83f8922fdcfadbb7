import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plan2024Folder, repository } from "../../plan-files.ts";

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
