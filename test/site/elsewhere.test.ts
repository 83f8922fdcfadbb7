import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startSrok, withPlan } from "../serving/srok.ts";

test("a plan that lies outside the checkout is built and served where it lies, until it is stopped", async () => {
  await withPlan(async (folder) => {
    const child = startSrok(folder, ["ignore", "pipe", "inherit"], "serve", "--port", "46210");
    let said = "";
    for await (const chunk of child.stdout!) if ((said += String(chunk)).includes("http://localhost:")) break;
    expect(said).toMatch(/Сайт: http:\/\/localhost:\d+\//);
    expect(["index.html", "roles/doo/index.html", "feeds/doo.ics"].filter((path) => !existsSync(join(folder, "dist", path)))).toEqual([]);
    child.kill("SIGTERM");
    const [, signal] = (await once(child, "exit")) as [number | null, string | null];
    expect(signal).toBe("SIGTERM");
  });
});
