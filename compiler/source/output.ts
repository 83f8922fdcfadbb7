/** A file to publish: its path under the site's root, "/" on every system, and its text (UTF-8). */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** A file that may be too long to be held at once: it is made while it is written. */
export interface LongFile {
  readonly path: string;
  readonly pieces: () => Iterable<string>;
}

/** A long file, put together. */
export const textOf = ({ path, pieces }: LongFile): OutputFile => ({ path, text: [...pieces()].join("") });
