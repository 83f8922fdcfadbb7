import type { Request } from "playwright-core";
import { expect, test } from "vitest";
import { needsServer, nginx, startServer } from "../../serving/servers.ts";
import { openSite } from "../open-site.ts";
import { openWhole } from "../open-whole.ts";
import { pageTypes } from "./page-types.ts";

const opened = openSite();

test(
  "behind nginx, under the policy that it sends, every page type runs whole: styles, fonts, scripts, and nothing refused; " +
    "with everything that it asks for it weighs 120 kB at most, the document aside",
  async (context) => {
    needsServer(nginx, context);
    const running = await startServer(nginx, opened.site.out);
    try {
      const page = await opened.browser.newPage({ viewport: { width: 375, height: 667 }, reducedMotion: "reduce" });
      // Each page is weighed as by somebody who has nothing of the site yet.
      const devTools = await page.context().newCDPSession(page);
      await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
      const faults: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().includes("404"))
          faults.push(`${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
      let finished: Request[] = [];
      page.on("requestfinished", (request) => finished.push(request));
      for (const path of pageTypes) {
        finished = [];
        const response = await openWhole(page, `${running.address}/${path}`);
        expect(response!.headers()["content-security-policy"], path).toContain("default-src 'none'");
        const runs = await page.evaluate(async () => ({
          font: (await document.fonts.ready, document.fonts.check("16px 'Golos Text'")),
          ruled: getComputedStyle(document.body).containerType,
        }));
        expect(runs, path).toEqual({ font: true, ruled: "inline-size" });
        const sizes = await Promise.all(finished.map((request) => request.sizes()));
        expect(sizes.length, path).toBeGreaterThan(3);
        if (path.includes("document")) continue;
        expect(
          sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
          path,
        ).toBeLessThanOrEqual(120_000);
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
  },
);
