/**
 * What other programs may use of the compiler: the package `srok`. Its changes follow semver, like the language of plans, the
 * published JSON, uids, addresses and the command.
 */
export { compile, isError, type Compiled, type CompileOptions } from "./compile.ts";
export { severityOf } from "./diagnostics/catalogue.ts";
export type { Diagnostic, Outcome } from "./diagnostics/diagnostic.ts";
export { describe, render } from "./diagnostics/render.ts";
export { explain } from "./explain/explain.ts";
export { dataFiles, emit, feedFiles, type Address } from "./data/emit.ts";
export type { ResolvedItem, ResolvedPlan } from "./resolve/model.ts";
export type { SourceFile, Span } from "./source/span.ts";
