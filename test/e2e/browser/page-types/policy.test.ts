import type { Request } from "playwright-core";
import { expect, test } from "vitest";
import { needsServer, nginx, startServer } from "../../serving/servers.ts";
import { openSite } from "../open-site.ts";
import { pageTypes } from "./page-types.ts";

const opened = openSite();

test("behind nginx, under the policy that it sends, every page type runs whole: styles, fonts, scripts, and nothing refused", async (context) => {
  needsServer(nginx, context);
  const running = await startServer(nginx, opened.site.out);
  try {
    const page = await opened.browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404"))
        faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    for (const path of pageTypes) {
      const response = await page.goto(`${running.address}/${path}`, { waitUntil: "load" });
      expect(response!.headers()["content-security-policy"], path).toContain("default-src 'none'");
      const runs = await page.evaluate(async () => ({
        font: (await document.fonts.ready, document.fonts.check("16px 'Golos Text'")),
        ruled: getComputedStyle(document.body).containerType,
      }));
      expect(runs, path).toEqual({ font: true, ruled: "inline-size" });
    }
    await page.goto(`${running.address}/roles/doo/`);
    await page.locator(".answer.ready").waitFor();
    await page.goto(`${running.address}/roles/doo/sheet/`);
    expect(await page.locator("button.print").isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await page.close();
  } finally {
    await running.stop();
  }
});

test("a page with everything that it asks for, fonts too, weighs 120 kB at most as nginx sends it, the document aside", async (context) => {
  needsServer(nginx, context);
  const running = await startServer(nginx, opened.site.out);
  try {
    for (const path of pageTypes.filter((each) => !each.includes("document"))) {
      // A context of its own: nothing is in its cache.
      const fresh = await opened.browser.newContext({ viewport: { width: 375, height: 667 } });
      const page = await fresh.newPage();
      const finished: Request[] = [];
      page.on("requestfinished", (request) => finished.push(request));
      await page.goto(`${running.address}/${path}`, { waitUntil: "networkidle" });
      const sizes = await Promise.all(finished.map((request) => request.sizes()));
      const weight = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
      expect(sizes.length, path).toBeGreaterThan(3);
      expect(weight, path).toBeLessThanOrEqual(120_000);
      await fresh.close();
    }
  } finally {
    await running.stop();
  }
});
