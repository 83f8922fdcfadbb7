import { isoDate, type Day } from "../../calendar/day.ts";
import { isError } from "../../compile.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { weekdayDate, languages } from "../../locale/languages.ts";
import { acceptable } from "../../ledger/contract.ts";
import { lastPublished } from "../../ledger/check-publication.ts";
import { uidParts, type NewsLine } from "../../ledger/ledger.ts";
import type { Publication } from "../../ledger/publication.ts";
import { dayOption, textOption, type Options } from "../terminal/arguments.ts";
import { readTarget, siteAddress } from "../output/target.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, type Findings } from "../work/findings.ts";
import { holdPlan, publicationLine } from "../work/check-ledger.ts";
import { refuseLostLedgers } from "../work/ledger-history.ts";
import { writeLedgerFiles } from "../files/ledger-files.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { publishedFiles } from "../work/published-files.ts";
import { publishMessages } from "../messages/publish-messages.ts";

const publishOptions = {
  "as-of": { type: "string" },
  accept: { type: "string" },
  against: { type: "string" },
  first: { type: "boolean" },
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
  const messages = publishMessages[terminal.language];
  for (const { news } of publications)
    for (const line of news) if (line.kind !== "year") terminal.print(newsText(line, terminal));
  const lead = dry ? messages.would : filled(messages.done, { today: isoDate(today) });
  const changed = publications.some(({ before, after }) => after.some((ledger) => !before.includes(ledger)));
  terminal.print(changed ? publicationLine(publications, terminal, lead) : `${messages.same}.`);
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

const usage: Localized = {
  ru: `srok publish --as-of ДАТА – довести журнал публикаций до нынешнего плана

  --as-of ДАТА      день публикации: 2024-04-26; его называет тот, кто публикует
  --accept КОД,…    согласиться с тем, что останавливает публикацию: feed-shrinks, feed-ends, published-key-changed, uncited-change
  --against ОТКУДА  сверить новые календари с теми, что опубликованы на самом деле: адрес сайта или папка
  --first           публикуется впервые: журнала нет не потому, что он потерян (git и сайт этого сказать не могут)
  --site АДРЕС, --base ПУТЬ – как у srok build, нужны для --against
  --dry-run         только показать, что изменится

Журнал (ledger.json в папке года) пишет только эта команда, и только там, откуда публикуют. Сайт собирает srok build.
Выход: 0 – опубликовано, 1 – публиковать нельзя, 2 – неверная команда.`,
  en: `srok publish --as-of DATE – bring the ledger of publications up to the plan

  --as-of DATE      the day of publication: 2024-04-26; whoever publishes names it
  --accept CODE,…   agree to what stops a publication: feed-shrinks, feed-ends, published-key-changed, uncited-change
  --against WHERE   hold the new calendars against those that are really out: the site's address, or a folder
  --first           this is the first publication: there is no ledger, and none was lost (neither git nor the site can tell)
  --site ADDRESS, --base PATH – as for srok build, needed for --against
  --dry-run         only show what would change

Only this command writes the ledger (ledger.json in a year's folder), and only where publication runs. srok build makes the site.
Exit status: 0 – published, 1 – cannot be published, 2 – wrong usage.`,
};

/** `srok publish`: brings the ledgers up to the plan, as of a day that is given; the only command that writes them. */
export const publish: Command = {
  name: "publish",
  usage,
  options: publishOptions,
  positionals: [],
  async run({ options }, terminal) {
    const messages = publishMessages[terminal.language];
    const today = dayOption(options, "as-of", terminal);
    if (today === undefined) throw new UsageError(filled(terminal.messages.missingArgument, { name: "--as-of" }));
    const dry = options["dry-run"] === true;
    if (!dry) refuseFuture(today, terminal);
    const {
      findings: held,
      publications,
      ledgers,
    } = holdPlan(compilePlan(options, terminal), options, terminal, {
      today,
      accept: acceptedCodes(options, terminal),
    });
    const target = readTarget(options, terminal);
    const { plans } = held.value;
    const { files, limits } = held.diagnostics.some(isError)
      ? { files: [], limits: [] }
      : publishedFiles(plans, publications, { site: siteAddress(target) }, undefined);
    const findings = { ...held, diagnostics: [...held.diagnostics, ...limits] };
    printFindings(findings, terminal);
    if (findings.diagnostics.some(isError)) return (terminal.print(`${messages.failed}: ${messages.unchanged}.`), 1);
    for (const { before } of publications) {
      const last = before.length === 0 ? today : lastPublished(before);
      if (today < last) throw new SystemError(filled(messages.past, { today: isoDate(today), last: isoDate(last) }));
    }
    const place = textOption(options, "against");
    const comparison = place === undefined ? undefined : { place, files, plans, publications };
    const compare = comparison === undefined ? undefined : await import("../work/compare-published.ts");
    const live = comparison && (await compare!.liveFeeds(comparison, terminal));
    refuseLostLedgers(
      publications,
      {
        first: options["first"] === true,
        live: live && new Set([...live.values()].flatMap((feed) => [...feed.keys()])),
      },
      terminal,
    );
    const open = undecided(findings);
    if (open.length > 0) {
      const codes = [...new Set(open.map(({ code }) => code))].join(",");
      return (terminal.print(`${filled(messages.stopped, { count: open.length, codes })}; ${messages.unchanged}.`), 1);
    }
    if (comparison !== undefined && !compare!.agrees(live!, comparison, terminal)) return 1;
    if (!dry)
      writeLedgerFiles(
        publications.flatMap(({ after }) => after),
        ledgers,
        terminal,
      );
    print(publications, terminal, today, dry);
    return 0;
  },
};
