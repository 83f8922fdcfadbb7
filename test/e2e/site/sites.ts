/** The folder where test files share the sites that they build, for the time of one run. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    sites: string;
  }
}

/** Called by vitest before the tests that open pages; what it returns is called after them. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "srok-sites-"));
  project.provide("sites", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
