import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { commentMark } from "../../diff/render-markdown.ts";
import type { SourceFile } from "../../source/span.ts";
import { commitOf, lastPublication, mergeBase, sourcesAt } from "../files/git.ts";
import { readSources } from "../files/sources.ts";
import type { Localized } from "../messages/messages.ts";
import { writeOut } from "../output/write-output.ts";
import { formatOption, flagOption, planFolder, stringOption, textOption, type Options } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { checkLedgers } from "../work/check-ledger.ts";
import { describeDifference, diffFormats } from "../work/describe-difference.ts";
import { compileSources } from "../work/findings.ts";

const oneBase: Localized = {
  ru: "сравнивать можно с чем-то одним: или ревизия, или --published",
  en: "compare with one thing: a revision or --published",
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The plan's sources in a folder, with paths as if they were in `plan`, so that both sides have the same paths. */
function sourcesIn(folder: string, plan: string, terminal: Terminal): SourceFile[] {
  const inner = isFolder(resolve(folder, "plan")) ? resolve(folder, "plan") : resolve(folder);
  const prefix = `${relative(process.cwd(), inner).split(sep).join("/")}/`;
  return readSources(inner, terminal).map(({ path, text }) => ({
    path: `${plan.replace(/\/+$/, "")}/${path.slice(prefix.length)}`,
    text,
  }));
}

/** The sources to compare: before, and after (the files of the folder, or of the commit that `--head` names). */
function bothSides(
  base: string | undefined,
  options: Options,
  terminal: Terminal,
): { before: SourceFile[]; after: SourceFile[] } {
  const plan = planFolder(options);
  const head = textOption(options, "head");
  if (head !== undefined) commitOf(plan, head, terminal);
  const after =
    head === undefined ? readSources(plan, terminal) : sourcesAt(plan, commitOf(plan, head, terminal), terminal);
  if (base !== undefined && options["published"] === true) throw new UsageError(oneBase[terminal.language]);
  if (base !== undefined && isFolder(base)) return { before: sourcesIn(base, plan, terminal), after };
  const commit =
    options["published"] === true
      ? lastPublication(plan, terminal)
      : base === undefined
        ? mergeBase(plan, terminal, head)
        : commitOf(plan, base, terminal);
  return { before: sourcesAt(plan, commit, terminal), after };
}

const usage: Localized = {
  ru: `srok diff [С ЧЕМ] – что правка меняет в сроках: по сторонам, с причинами

  С ЧЕМ             ревизия git (main, HEAD~1) или папка; по умолчанию – место, где правка отошла от main
  --published       сравнить с последней публикацией: что увидят подписчики после следующей
  --head РЕВИЗИЯ    сравнить её вместо файлов, как они лежат сейчас
  --format text|md|json
  --out ФАЙЛ        записать в файл

Выход: 0 – сравнено, 1 – в плане есть ошибки, 2 – неверная команда.`,
  en: `srok diff [BASE] – what a change does to the dates: by party, with the causes

  BASE              a git revision (main, HEAD~1) or a folder; by default where the change left main
  --published       compare with the last publication: what subscribers will see after the next one
  --head REVISION   compare this one instead of the files as they lie here
  --format text|md|json
  --out FILE        write to a file

Exit status: 0 – compared, 1 – the plan has errors, 2 – wrong usage.`,
};

/** `srok diff [BASE]`: compares the plan with that of a commit or a folder, party by party. */
export const diff: Command = {
  name: "diff",
  usage,
  options: { format: stringOption, head: stringOption, out: stringOption, published: flagOption },
  positionals: ["[BASE]"],
  run({ options, positionals }, terminal) {
    const format = formatOption(options, diffFormats, terminal);
    const { before, after } = bothSides(positionals[0], options, terminal);
    const states = {
      before: compileSources(before, { drafts: true }),
      after: compileSources(after, { drafts: true }),
    };
    // Whoever reviews a change sees all that the check says of it, the contract with subscribers included.
    const held = format === "md" ? checkLedgers(states.after, options, terminal).findings : states.after;
    const { text, status } = describeDifference({ ...states, held }, format, terminal);
    const whole = format === "md" ? `${commentMark}\n${text}` : text;
    const out = textOption(options, "out");
    if (out === undefined) terminal.print(whole);
    else writeOut(out, `${whole}\n`, terminal);
    return status;
  },
};
