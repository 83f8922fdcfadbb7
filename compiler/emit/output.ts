/** A file to publish: its path under the site's root, "/" on every system, and its text (UTF-8). */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}
