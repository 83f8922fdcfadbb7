import { escapeMarkdown } from "../diff/escape-markdown.ts";
import type { LanguageCode } from "../locale/languages.ts";
import type { Answers, Release } from "./answers.ts";
import { filledIn } from "./filled-in.ts";
import { gitlabPipeline, githubWorkflows } from "./repository/workflows.ts";
import { english } from "./repository/en.ts";
import type { RepositoryTexts } from "./repository/texts.ts";
import { dockerfile } from "./repository/dockerfile.ts";
import { russian } from "./repository/ru.ts";

const texts: Readonly<Record<LanguageCode, RepositoryTexts>> = { ru: russian, en: english };

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function packageJson({ slug }: Answers, { dependency }: Release): object {
  return {
    name: slug,
    private: true,
    scripts: { start: "srok serve", dev: "srok dev", check: "srok check", build: "srok build" },
    dependencies: { srok: dependency },
    // It comes with the bundler, and what its script does is not needed: npm need not ask about it.
    allowScripts: { esbuild: false },
  };
}

/**
 * The lock file that holds the program at an address to its digest; npm adds what it depends on. None where the program comes
 * from a registry, or from a file of one's own.
 */
function lockFile({ slug }: Answers, { dependency, locked }: Release): Record<string, string> {
  if (locked === undefined) return {};
  const { manifest, integrity } = locked;
  const root = { name: slug, dependencies: { srok: dependency } };
  const packages = { "": root, "node_modules/srok": { ...manifest, resolved: dependency, integrity } };
  return { "package-lock.json": json({ name: slug, lockfileVersion: 3, requires: true, packages }) };
}

const forgeFiles: Readonly<Record<Answers["forge"], (answers: Answers, release: Release) => Record<string, string>>> = {
  github: githubWorkflows,
  gitlab: gitlabPipeline,
  none: ({ language }) => ({ Dockerfile: dockerfile(language), ".dockerignore": "node_modules\ndist\n.git\n" }),
};

/** The files of a plan's repository beside `plan/`, by path. */
export function repositoryFiles(answers: Answers, release: Release): ReadonlyMap<string, string> {
  const { readme, guide, hosting } = texts[answers.language];
  const values = {
    title: escapeMarkdown(answers.title),
    organisation: escapeMarkdown(answers.organisation),
    slug: answers.slug,
    year: String(answers.year),
    nextYear: String(answers.year + 1),
    hosting: hosting[answers.forge].trim(),
    version: release.version,
  };
  return new Map(
    Object.entries({
      "package.json": json(packageJson(answers, release)),
      ...lockFile(answers, release),
      ".gitignore": "node_modules/\ndist/\n",
      ".vscode/extensions.json": json({ recommendations: ["redhat.vscode-yaml"] }),
      "README.md": filledIn(readme, values),
      "CONTRIBUTING.md": filledIn(guide, values),
      ...forgeFiles[answers.forge](answers, release),
    }),
  );
}
