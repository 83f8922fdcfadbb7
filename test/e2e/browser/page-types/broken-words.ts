import type { Page } from "playwright-core";

/** The words of the open page that are broken in the middle: of which parts stand on several lines. */
export function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // Addresses and names of files are cut where the line ends; headings of tables on a phone are for ears only.
    const may = "code,a[download],noscript,script,.vh,thead,.steps-list,svg";
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (
        !(node instanceof Text) ||
        !node.parentElement!.checkVisibility() ||
        node.parentElement!.closest(may) !== null
      )
        continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = [...range.getClientRects()].filter((box) => box.width > 0).map(({ top }) => Math.round(top));
        if (new Set(lines).size > 1) found.push(word);
      }
    }
    return found;
  });
}
