import { unzipSync, zipSync, type Zippable } from "fflate";

/** The first moment that a ZIP can hold, in local terms, as ZIP means it: the bytes are the same in every time zone. */
const firstMoment = (): Date => new Date(1980, 0, 1, 0, 0, 0);

/**
 * Writes the files of a package anew: fixed times, the content types first, then by name; so the same content is the
 * same bytes. `rewrite` replaces the text of single files.
 */
export function sealZip(zip: Uint8Array, rewrite: Readonly<Record<string, (text: string) => string>> = {}): Uint8Array {
  const files = unzipSync(zip);
  const first = (name: string): number => (name === "[Content_Types].xml" ? 0 : 1);
  const names = Object.keys(files)
    .filter((name) => !name.endsWith("/"))
    .sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
  const sealed: Zippable = {};
  for (const name of names) {
    const change = rewrite[name];
    const bytes =
      change === undefined ? files[name]! : new TextEncoder().encode(change(new TextDecoder().decode(files[name])));
    sealed[name] = [bytes, { mtime: firstMoment(), level: 9, os: 0 }];
  }
  return zipSync(sealed);
}
