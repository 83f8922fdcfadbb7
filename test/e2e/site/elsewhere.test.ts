import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { casesFolder, sourcesOf } from "../../cases/case.ts";
import { startSrok } from "../serving/srok.ts";
import { planFolder } from "./plan-folder.ts";

test("a plan that lies outside the checkout is built and served where it lies, until it is stopped", async () => {
  const folder = dirname(planFolder(sourcesOf(join(casesFolder, "good", "hours"))));
  try {
    const child = startSrok(folder, ["ignore", "pipe", "ignore"], "serve", "--port", "46210");
    try {
      let said = "";
      for await (const chunk of child.stdout!)
        if (/Сайт: http:\/\/localhost:\d+\//.test((said += String(chunk)))) break;
      expect(said).toContain("Сайт: http://localhost:");
      expect(
        ["index.html", "2024/items/1.1/index.html", "feeds/all.ics"].filter(
          (path) => !existsSync(join(folder, "dist", path)),
        ),
      ).toEqual([]);
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      expect(await Promise.race([ended, new Promise((late) => setTimeout(late, 10_000, "still there"))])).toEqual([
        null,
        "SIGTERM",
      ]);
    } finally {
      child.kill("SIGKILL");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
