import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import { inReadingOrder, render } from "../../../compiler/diagnostics/render.ts";
import { positionAt } from "../../../compiler/source/span.ts";

/** The site's root while developing; Astro names files outside it from there. */
const siteRoot = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The plan's own mistakes, told where the site's program shows errors: in the page that `srok dev` serves they open the line of
 * the plan's file, not a line of this program.
 */
export class PlanError extends Error {
  override readonly name = "PlanError";
  readonly title = "В плане ошибка";
  readonly loc: { readonly file: string; readonly line: number; readonly column: number } | undefined;

  constructor(errors: readonly Diagnostic[], texts: ReadonlyMap<string, string>) {
    const ordered = inReadingOrder(errors);
    super(`${ordered.map((diagnostic) => render(diagnostic, texts, "ru")).join("\n\n")}\n`);
    const first = ordered[0]?.span;
    if (first !== undefined)
      this.loc = {
        file: relative(siteRoot, resolve(first.file)),
        ...positionAt(texts.get(first.file) ?? "", first.start),
      };
    this.stack = this.message;
  }
}
