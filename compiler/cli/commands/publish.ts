import { isoDate, type Day } from "../../calendar/day.ts";
import { isError } from "../../compile.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { weekdayDate, languages } from "../../locale/languages.ts";
import { acceptable } from "../../ledger/contract.ts";
import { lastPublished } from "../../ledger/check-publication.ts";
import { uidParts, type NewsLine } from "../../ledger/ledger.ts";
import type { Publication } from "../../ledger/publication.ts";
import { dayOption, readArguments, textOption, type Options } from "../terminal/arguments.ts";
import { readTarget, siteAddress } from "../output/target.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, type Findings } from "../work/findings.ts";
import { holdPlan, publicationLine } from "../work/check-ledger.ts";
import { noLastBuild } from "../output/last-build.ts";
import { writeLedgerFiles } from "../files/ledger-files.ts";
import { filled } from "../messages/messages.ts";
import { publishedFiles } from "../work/published-files.ts";
import { publishMessages } from "../messages/publish-messages.ts";

const publishOptions = {
  "as-of": { type: "string" },
  accept: { type: "string" },
  against: { type: "string" },
  site: { type: "string" },
  base: { type: "string" },
  "dry-run": { type: "boolean" },
} as const;

function acceptedCodes(options: Options, { language }: Terminal): string[] {
  const codes = (textOption(options, "accept") ?? "")
    .split(",")
    .map((code) => code.trim())
    .filter((code) => code !== "");
  const unknown = codes.find((code) => !acceptable.some((known) => known === code));
  if (unknown !== undefined)
    throw new UsageError(
      filled(publishMessages[language].accepted, { value: unknown, expected: acceptable.join(", ") }),
    );
  return codes;
}

/** Findings of the ledgers that are no mistakes and still stop a publication until somebody agrees. */
const undecided = ({ diagnostics }: Findings): Diagnostic[] =>
  diagnostics.filter(({ code }) => severityOf(code) === "warning" && acceptable.includes(code));

/** One change as a person reads it: the row, its days before and after, its words. */
function newsText({ kind, uid, from, to, summary }: NewsLine, { language, paint }: Terminal): string {
  const days = (span: NewsLine["from"]): string =>
    span === null ? "" : [...new Set(span)].map((day) => weekdayDate(languages[language], day)).join(" – ");
  const dates = [days(from), days(to)].filter((text) => text !== "").join(" → ");
  return `  ${paint("strong", uidParts(uid).item)} ${publishMessages[language].kinds[kind]}: ${dates} ${paint("soft", summary)}`;
}

function print(publications: readonly Publication[], terminal: Terminal, today: number, dry: boolean): void {
  const say = publishMessages[terminal.language];
  for (const { news } of publications)
    for (const line of news) if (line.kind !== "year") terminal.print(newsText(line, terminal));
  const lead = dry ? say.would : filled(say.done, { today: isoDate(today) });
  const changed = publications.some(({ before, after }) => after.some((ledger) => !before.includes(ledger)));
  terminal.print(changed ? publicationLine(publications, terminal, lead) : `${say.same}.`);
}

const msInDay = 86_400_000;

/** Refuses a day that is tomorrow nowhere on Earth: a slip in the year would close the ledger until that year. */
function refuseFuture(today: Day, terminal: Terminal): void {
  const now = Math.floor(Date.now() / msInDay);
  if (today > now + 1)
    throw new SystemError(
      filled(publishMessages[terminal.language].future, { today: isoDate(today), now: isoDate(now) }),
    );
}

/** `srok publish`: brings the ledgers up to the plan, as of a day that is given; the only command that writes them. */
export const publish: Command = async (words, terminal) => {
  const say = publishMessages[terminal.language];
  const { options } = readArguments(words, publishOptions, [], terminal);
  if (options["help"] === true) return (terminal.print(say.help), 0);
  const today = dayOption(options, "as-of", terminal);
  if (today === undefined) throw new UsageError(filled(terminal.say.missingArgument, { name: "--as-of" }));
  const dry = options["dry-run"] === true;
  if (!dry) refuseFuture(today, terminal);
  const {
    findings: held,
    publications,
    ledgers,
  } = holdPlan(compilePlan(options, terminal), options, terminal, { today, accept: acceptedCodes(options, terminal) });
  const target = readTarget(options, terminal);
  const { plans } = held.value;
  const { files, limits } = held.diagnostics.some(isError)
    ? { files: [], limits: [] }
    : publishedFiles(plans, publications, { site: siteAddress(target) }, { last: noLastBuild, madeFrom: "" });
  const findings = { ...held, diagnostics: [...held.diagnostics, ...limits] };
  printFindings(findings, terminal);
  if (findings.diagnostics.some(isError)) return (terminal.print(`${say.failed}: ${say.unchanged}.`), 1);
  for (const { before } of publications) {
    const last = before.length === 0 ? today : lastPublished(before);
    if (today < last) throw new SystemError(filled(say.past, { today: isoDate(today), last: isoDate(last) }));
  }
  const open = undecided(findings);
  if (open.length > 0) {
    const codes = [...new Set(open.map(({ code }) => code))].join(",");
    return (terminal.print(`${filled(say.stopped, { count: open.length, codes })}; ${say.unchanged}.`), 1);
  }
  const against = textOption(options, "against");
  if (
    against !== undefined &&
    !(await (await import("../work/compare-published.ts")).agrees(against, files, plans, publications, terminal))
  )
    return 1;
  if (!dry)
    writeLedgerFiles(
      publications.flatMap(({ after }) => after),
      ledgers,
      terminal,
    );
  print(publications, terminal, today, dry);
  return 0;
};
