import type { Located, Origin, ParsedFile } from "./parsed-file.ts";

/** A file that nobody wrote: where values stand that come from no file of the plan. */
export const nowhere: ParsedFile = { source: { path: "", text: "" }, data: {}, spans: [0, 0, -1, -1] };

const origin: Origin = { file: nowhere, path: [] };

/** A value that stands in no file. */
export const unwritten = <T>(data: T): Located<T> => ({ data, origin });
