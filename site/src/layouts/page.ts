/** A link of the path from the home page down. */
export interface Crumb {
  readonly title: string;
  /** Absent on the page itself. */
  readonly href?: string;
}

/** Where the pages' scripts, styles and data may come from: this site, and nothing inline. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");
