/** A link of the path from the home page down. */
export interface Crumb {
  readonly title: string;
  /** Absent on the page itself. */
  readonly href?: string;
}

/**
 * Where a page's scripts, styles and data may come from: this site, and nothing inline. `connect` is the one other place that its
 * scripts may ask.
 */
export const contentPolicy = (connect?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${connect === undefined ? "" : ` ${connect}`}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join("; ");
