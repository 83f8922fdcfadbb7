/** What axe finds wrong on a page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const program = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules to run: all, those that axe runs by itself (without sizes of targets, WCAG 2.2), or those that colours can break. */
const chosen = {
  all: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  usual: undefined,
  // What can be wrong in other colours alone: nothing else of a page changes with them.
  colours: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
} satisfies Readonly<Record<string, axe.RunOnly | undefined>>;

/**
 * Each rule that the open page breaks, as `rule: the first three elements`. axe runs in the page itself and hands over what is
 * wrong alone: a record of everything that is right takes several times as long.
 */
export async function axeFindings(page: Page, which: keyof typeof chosen = "all"): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(program);
  const runOnly = chosen[which];
  const violations = await page.evaluate(
    async (options) => {
      const { violations: found } = await (window as unknown as { readonly axe: typeof axe }).axe.run(options);
      return found.map(({ id, nodes }) => ({ id, elements: nodes.slice(0, 3).map(({ html }) => html) }));
    },
    { resultTypes: ["violations"], ...(runOnly === undefined ? {} : { runOnly }) } satisfies axe.RunOptions,
  );
  return violations.map(({ id, elements }) => `${id}: ${elements.join(" | ")}`);
}
