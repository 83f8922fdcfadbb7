import type { UpcomingHead } from "../../../site/src/scripts/upcoming/data.ts";

/** What a test needs of a page's markup, without a browser. */
export interface PageText {
  /** Addresses in links, forms and what scripts ask for. */
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

const unescape = (text: string): string =>
  text
    .replace(/&amp;/g, "&")
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#38;/g, "&");
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => unescape(match[1]!));

/** Where an answer leads, and the days that its script asks for. */
function linksOfAnswer(json: string): string[] {
  const { folder, parts, over, role } = JSON.parse(json) as UpcomingHead;
  return [
    over.href,
    ...(role === null ? [] : [role.href, role.subscribe]),
    ...parts.map((part) => `${folder}${part}.json`),
  ];
}

/** Reads links and anchors of a page. */
export function load(html: string): PageText {
  return {
    links: [
      ...all(html, /\s(?:href|src|action|data-engine)="([^"]*)"/g),
      ...all(html, /\sdata-near="([^"]*)"/g).flatMap(linksOfAnswer),
    ],
    ids: new Set(all(html, /\sid="([^"]*)"/g)),
  };
}

/** The words of a page, a space between them. */
export const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/(?:&nbsp;|\s)+/g, " ");
