/** What a test needs of a page's markup, without a browser. */
export interface PageText {
  /** Addresses in links, forms and what scripts ask for. */
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

const unescape = (text: string): string =>
  text
    .replace(/&amp;/g, "&")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#38;/g, "&");
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => unescape(match[1]!));

/** Reads links and anchors of a page. */
export function load(html: string): PageText {
  return {
    links: all(html, /\s(?:href|src|action|data-near|data-engine)="([^"]*)"/g),
    ids: new Set(all(html, /\sid="([^"]*)"/g)),
  };
}

/** The words of a page, spaces between them. */
export const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0|\s+/g, " ");
