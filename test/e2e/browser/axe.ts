/** What axe finds wrong on a page. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can be wrong in other colours alone: nothing else of a page changes with them. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Each rule that the open page breaks, as `rule: the first three elements`: of all rules, of those that axe runs by itself
 * (without sizes of targets, WCAG 2.2), or of those that colours can break.
 */
export async function axeFindings(page: Page, which: "all" | "usual" | "colours" = "all"): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const chosen = { all: () => axe.withTags(rules), usual: () => axe, colours: () => axe.withRules(colourRules) };
  const { violations } = await chosen[which]().analyze();
  return violations.map(({ id, nodes }) => {
    const elements = nodes.slice(0, 3).map(({ html }) => html);
    return `${id}: ${elements.join(" | ")}`;
  });
}
