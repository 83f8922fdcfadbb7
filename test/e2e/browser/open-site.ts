import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { buildForTest, serveSite, type BuiltSite, type SiteOptions } from "../site/built-site.ts";
import { openBrowser } from "./browser.ts";

interface OpenSite {
  readonly site: BuiltSite;
  /** Ends with a slash. */
  readonly address: string;
  readonly browser: Browser;
}

/**
 * A site as `buildForTest` builds it of the same options, served, and one browser for all tests of a file: there from the first test to
 * the last. A plan that is written in a `beforeAll` is written above this call.
 */
export function openSite(options: SiteOptions = {}): OpenSite {
  let opened: (OpenSite & { readonly server: Server }) | undefined;
  beforeAll(async () => {
    const site = await buildForTest(options);
    opened = { site, ...(await serveSite(site)), browser: await openBrowser() };
  });
  afterAll(async () => {
    await opened?.browser.close();
    opened?.server.close();
    opened?.site.remove();
  });
  const now = (): OpenSite => {
    if (opened === undefined) throw new Error("the site is there while tests run");
    return opened;
  };
  return {
    get site() {
      return now().site;
    },
    get address() {
      return now().address;
    },
    get browser() {
      return now().browser;
    },
  };
}
