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
      const faults: string[] = [];
      for (const path of pageTypes) {
        // A window of its own: nothing is in its cache.
        const fresh = await opened.browser.newContext({
          viewport: { width: 375, height: 667 },
          reducedMotion: "reduce",
        });
        const page = await fresh.newPage();
        page.on("console", (message) => {
          if (message.type() === "error" && !message.text().includes("404")) faults.push(`${path}: ${message.text()}`);
        });
        page.on("pageerror", (error) => faults.push(`${path}: ${error.message}`));
        const finished: Request[] = [];
        page.on("requestfinished", (request) => finished.push(request));
        const response = await openWhole(page, `${running.address}/${path}`);
        expect(response!.headers()["content-security-policy"], path).toContain("default-src 'none'");
        const runs = await page.evaluate(async () => ({
          font: (await document.fonts.ready, document.fonts.check("16px 'Golos Text'")),
          ruled: getComputedStyle(document.body).containerType,
        }));
        expect(runs, path).toEqual({ font: true, ruled: "inline-size" });
        if (path === "roles/doo/") await page.locator(".answer.ready").waitFor();
        if (path === "roles/doo/sheet/") expect(await page.locator("button.print").isVisible()).toBe(true);
        const bodies = (await Promise.all(finished.map((request) => request.sizes()))).map(
          ({ responseBodySize }) => responseBodySize,
        );
        expect(bodies.length, path).toBeGreaterThan(3);
        // What comes out of a cache has no size of its own.
        expect(Math.min(...bodies), path).toBeGreaterThan(0);
        if (!path.includes("document"))
          expect(
            bodies.reduce((sum, size) => sum + size, 0),
            path,
          ).toBeLessThanOrEqual(120_000);
        await fresh.close();
      }
      expect(faults).toEqual([]);
    } finally {
      await running.stop();
    }
  },
);
