import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startSrok, withPlan } from "../serving/srok.ts";

test("a plan that lies outside the checkout is built and served where it lies, until it is stopped", async () => {
  await withPlan(async (folder) => {
    const child = startSrok(folder, ["ignore", "pipe", "ignore"], "serve", "--port", "46210");
    try {
      let said = "";
      for await (const chunk of child.stdout!)
        if (/Сайт: http:\/\/localhost:\d+\//.test((said += String(chunk)))) break;
      expect(said).toContain("Сайт: http://localhost:");
      expect(
        ["index.html", "roles/doo/index.html", "feeds/doo.ics"].filter(
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
  });
});
