/** A build or a publication that dies at any of its steps leaves what was there before, or what it was to make: whole. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../../plan-files.ts";
import { srokWell, withPlan } from "./srok.ts";
import { expectEach } from "../../expect-each.ts";
import { times } from "../../fuzz-runs.ts";

const script = join(repository, "compiler", "srok.js");
const dying = new URL("die-at.js", import.meta.url).href;

/** Runs the command until its n-th change of a file; 0: to the end. */
function run(folder: string, step: number, words: readonly string[]): { signal: string | null; changes: number } {
  const { signal, stderr } = spawnSync(process.execPath, ["--import", dying, script, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, SROK_SITE: "", SROK_BASE: "", SROK_DIE_AT: String(step) },
  });
  return { signal, changes: Number(/changes: (\d+)/.exec(stderr)?.[1] ?? 0) };
}

/** Some steps of many: the first, the last ones, which put things in place, and one or more between. */
function chosen(changes: number): number[] {
  const last = Array.from({ length: times < 1 ? 4 : 12 }, (_, index) => changes - index);
  const between = times < 1 ? [0.5] : [0.2, 0.4, 0.6, 0.8];
  return [...new Set([1, ...between.map((share) => Math.round(share * changes)), ...last])]
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
}

/** Every file below a folder with its text. */
const contents = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, "utf8")]),
  );

const rename = (folder: string, label: string): void => {
  const parties = join(folder, "plan/gis-obrazovanie/parties.yaml");
  writeFileSync(parties, readFileSync(parties, "utf8").replace(/label: Учреждения ДПО.*/, `label: ${label}`));
};

test("a build behind a web server: the old release or the new one, never a part", async () => {
  await withPlan((folder) => {
    const words = ["build", "--no-site", "--releases", "srv"];
    const current = join(folder, "srv", "current");
    srokWell(folder, ...words);
    rename(folder, "Учреждения ДПО и прочие");
    const { changes } = run(folder, 0, words);
    let before = contents(current);
    expect(changes).toBeGreaterThan(20);
    for (const [index, step] of chosen(changes).entries()) {
      rename(folder, `Учреждения ДПО ${index}`);
      expect(run(folder, step, words).signal, `step ${step} of ${changes}`).toBe("SIGKILL");
      const left = contents(current);
      srokWell(folder, ...words);
      const after = contents(current);
      expect(after).not.toEqual(before);
      expect([before, after], `step ${step} of ${changes}`).toContainEqual(left);
      expect(readdirSync(join(folder, "srv")).sort()).toEqual(["current", "releases"]);
      expectEach(readdirSync(join(folder, "srv", "releases")), (name) => /^\d+$/.test(name));
      before = after;
    }
  });
});

test("a build into a folder: after the next one there is nothing left of it", async () => {
  await withPlan((folder) => {
    const words = ["build", "--no-site", "--out", "dist"];
    srokWell(folder, ...words);
    const { changes } = run(folder, 0, words);
    for (const step of chosen(changes)) {
      expect(run(folder, step, words).signal, `step ${step} of ${changes}`).toBe("SIGKILL");
      srokWell(folder, ...words);
      expect(
        readdirSync(folder).filter((name) => name.startsWith("dist")),
        `step ${step} of ${changes}`,
      ).toEqual(["dist"]);
    }
  });
});

test("a publication: the ledger of before or of after, whole", async () => {
  await withPlan((folder) => {
    const ledger = join(folder, "plan/gis-obrazovanie/2024/ledger.json");
    srokWell(folder, "publish", "--first", "--as-of", "2024-02-20");
    const before = readFileSync(ledger, "utf8");
    const section = join(folder, "plan/gis-obrazovanie/2024/section-2.yaml");
    writeFileSync(
      section,
      readFileSync(section, "utf8").replace("text: до 24 мая, until: 05-24", "text: до 31 мая, until: 05-31"),
    );
    const words = ["publish", "--as-of", "2024-03-01", "--accept", "uncited-change"];
    const { changes } = run(folder, 0, words);
    const after = readFileSync(ledger, "utf8");
    expect(after).not.toBe(before);
    for (let step = 1; step <= changes; step++) {
      writeFileSync(ledger, before);
      expect(run(folder, step, words).signal, `step ${step} of ${changes}`).toBe("SIGKILL");
      expect([before, after], `step ${step} of ${changes}`).toContain(readFileSync(ledger, "utf8"));
      srokWell(folder, ...words);
      expect(readFileSync(ledger, "utf8"), `step ${step} of ${changes}`).toBe(after);
    }
    expect(readdirSync(join(folder, "plan/gis-obrazovanie/2024")).filter((name) => name.startsWith("ledger"))).toEqual([
      "ledger.json",
    ]);
    rmSync(ledger);
  });
});
