import { createHash } from "node:crypto";
import type { SeriesSite } from "../context/site.ts";

/** A file of data: its name says what is in it, so it may be kept for good. */
export interface DataFile {
  /** Below the series. */
  readonly path: string;
  readonly text: string;
  readonly href: string;
}

/** A file of a series in a folder, under a name of its content. */
export function dataFile(series: SeriesSite, folder: string, label: string, content: unknown): DataFile {
  const text = JSON.stringify(content);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const path = `${folder}/${label}.${hash}.json`;
  return { path, text, href: series.href(path) };
}
