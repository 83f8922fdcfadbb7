/**
 * The patterns of test files that a run leaves out: those of `LEFT_OUT`, comma between them, and those that are given. vitest.config.ts
 * reads them there and test/run.ts hands them on so: `--exclude` of vitest's command line does not reach projects.
 */
export const leaveOut = (...patterns: readonly string[]): string[] =>
  [...(process.env["LEFT_OUT"] ?? "").split(","), ...patterns].filter((pattern) => pattern !== "");
