import { isoDate, type Day } from "../../calendar/day.ts";
import { isError } from "../../compile.ts";
import { severityOf } from "../../diagnostics/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { weekdayDate, languages } from "../../locale/languages.ts";
import { acceptable } from "../../ledger/contract.ts";
import { lastPublished } from "../../ledger/check-publication.ts";
import { uidParts, type NewsLine } from "../../ledger/ledger.ts";
import { readdressed, type Readdressed } from "../../ledger/publication-counts.ts";
import type { Publication } from "../../ledger/publication.ts";
import { flagOption, requiredDay, stringOption, textOption, type Options } from "../terminal/arguments.ts";
import { readTarget } from "../output/target.ts";
import type { Command } from "../terminal/command.ts";
import { SystemError, UsageError, type Terminal } from "../terminal/terminal.ts";
import { compilePlan, printFindings, type Findings } from "../work/findings.ts";
import { checkLedgers, publicationLine } from "../work/check-ledger.ts";
import { refuseLostLedgers } from "../work/ledger-history.ts";
import { writeLedgerFiles } from "../files/ledger-files.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { preparePublication } from "../work/published-files.ts";
import { publishMessages } from "../messages/publish-messages.ts";

const messagesByLanguage = {
  ru: {
    accepted: "--accept: «{value}» – не то, с чем можно согласиться; бывает: {expected}",
    past: "публикация {today} раньше последней, {last}: часы отстают или день назван не тот",
    future:
      "день {today} ещё не наступил (сегодня {now}): после такой записи в журнале до него ничего не опубликовать; посмотреть, что изменится, – --dry-run",
    stopped: "Не опубликовано: {count} требует решения (--accept {codes})",
    failed: "Не опубликовано",
    done: "Опубликовано {today}",
  },
  en: {
    accepted: "--accept: “{value}” cannot be agreed to; there is: {expected}",
    past: "a publication on {today} is before the last one, {last}: the clock is slow or the day is wrong",
    future:
      "{today} has not come yet (today is {now}): once it stands in the ledger nothing can be published before it; to see what would change use --dry-run",
    stopped: "Not published: {count} to be decided (--accept {codes})",
    failed: "Not published",
    done: "Published on {today}",
  },
};

const publishOptions = {
  "as-of": stringOption,
  accept: stringOption,
  against: stringOption,
  first: flagOption,
  site: stringOption,
  base: stringOption,
  "dry-run": flagOption,
} as const;

/** The codes of `--accept`. Throws a UsageError for one that cannot be accepted. */
function acceptedCodes(options: Options, { language }: Terminal): string[] {
  const codes = (textOption(options, "accept") ?? "")
    .split(",")
    .map((code) => code.trim())
    .filter((code) => code !== "");
  const unknown = codes.find((code) => !acceptable.some((known) => known === code));
  if (unknown !== undefined)
    throw new UsageError(
      filled(messagesByLanguage[language].accepted, { value: unknown, expected: acceptable.join(", ") }),
    );
  return codes;
}

/** Warnings of the ledgers that stop a publication until they are accepted. */
const undecided = ({ diagnostics }: Findings): Diagnostic[] =>
  diagnostics.filter(({ code }) => severityOf(code) === "warning" && acceptable.includes(code));

/** One change in a line: its row, the days before and after, the words of the entry. */
function newsText({ kind, uid, from, to, summary }: NewsLine, { language, paint }: Terminal): string {
  const days = (span: NewsLine["from"]): string =>
    span === null ? "" : [...new Set(span)].map((day) => weekdayDate(languages[language], day)).join(" – ");
  const dates = [days(from), days(to)].filter((text) => text !== "").join(" → ");
  return `  ${paint("strong", uidParts(uid).item)} ${publishMessages[language].kinds[kind]}: ${dates} ${paint("soft", summary)}`;
}

/** The calendars that an entry comes into and leaves, a line each. */
function readdressedLines({ uid, joined, left }: Readdressed, { language }: Terminal): string[] {
  const texts = publishMessages[language];
  return [
    { text: texts.joined, feeds: joined },
    { text: texts.left, feeds: left },
  ]
    .filter(({ feeds }) => feeds.length > 0)
    .map(({ text, feeds }) => filled(text, { item: uidParts(uid).item, feeds: feeds.join(", ") }));
}

/** A publication as of a day; a dry one is not written. */
interface Outcome {
  readonly publications: readonly Publication[];
  readonly today: Day;
  readonly isDry: boolean;
}

/** Prints what a publication changed, or would change where it is not carried out. */
function printNews({ publications, today, isDry }: Outcome, terminal: Terminal): void {
  const own = messagesByLanguage[terminal.language];
  const { same, would } = publishMessages[terminal.language];
  for (const { news } of publications)
    for (const line of news) if (line.kind !== "year") terminal.print(newsText(line, terminal));
  const lines = publications.flatMap(readdressed).flatMap((each) => readdressedLines(each, terminal));
  for (const line of new Set(lines)) terminal.print(line);
  const lead = isDry ? would : filled(own.done, { today: isoDate(today) });
  const isChanged = publications.some(({ before, after }) => after.some((ledger) => !before.includes(ledger)));
  terminal.print(isChanged ? publicationLine(publications, terminal, lead) : `${same}.`);
}

const msInDay = 86_400_000;

/**
 * Throws a SystemError for a day that has not begun anywhere on Earth: a slip in the year would close the ledger until
 * that year.
 */
function refuseFuture(today: Day, terminal: Terminal): void {
  const now = Math.floor(Date.now() / msInDay);
  if (today > now + 1)
    throw new SystemError(
      filled(messagesByLanguage[terminal.language].future, { today: isoDate(today), now: isoDate(now) }),
    );
}

/** Throws a SystemError for a day before the last publication. */
function refusePast(publications: readonly Publication[], today: Day, { language }: Terminal): void {
  for (const { before } of publications) {
    const last = before.length === 0 ? today : lastPublished(before);
    if (today < last)
      throw new SystemError(filled(messagesByLanguage[language].past, { today: isoDate(today), last: isoDate(last) }));
  }
}

/** Prints which warnings stop the publication; false where none does. */
function printUndecided(findings: Findings, terminal: Terminal): boolean {
  const open = undecided(findings);
  if (open.length === 0) return false;
  const { stopped } = messagesByLanguage[terminal.language];
  const codes = [...new Set(open.map(({ code }) => code))].join(",");
  terminal.print(`${filled(stopped, { count: open.length, codes })}; ${publishMessages[terminal.language].unchanged}.`);
  return true;
}

const usage: Localized = {
  ru: `srok publish --as-of ДАТА – довести журнал публикаций до нынешнего плана

  --as-of ДАТА      день публикации: 2024-04-26; его называет тот, кто публикует
  --accept КОД,…    согласиться с тем, что останавливает публикацию: feed-shrinks, feed-ends, published-key-changed,
                    uncited-change, uncited-cause, uncited-addressee
  --against ОТКУДА  сверить новые календари с теми, что опубликованы на самом деле: адрес сайта или папка
  --first           публикуется впервые: журнала нет не потому, что он потерян (git и сайт этого сказать не могут)
  --site АДРЕС, --base ПУТЬ – как у srok build, нужны для --against
  --dry-run         только показать, что изменится

Журнал (ledger.json в папке года) пишет только эта команда, и только там, откуда публикуют. Сайт собирает srok build.
Выход: 0 – опубликовано, 1 – публиковать нельзя, 2 – неверная команда.`,
  en: `srok publish --as-of DATE – bring the ledger of publications up to the plan

  --as-of DATE      the day of publication: 2024-04-26; whoever publishes names it
  --accept CODE,…   agree to what stops a publication: feed-shrinks, feed-ends, published-key-changed,
                    uncited-change, uncited-cause, uncited-addressee
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
    const today = requiredDay(options, "as-of", terminal);
    const isDry = options["dry-run"] === true;
    if (!isDry) refuseFuture(today, terminal);
    const accept = acceptedCodes(options, terminal);
    const checked = checkLedgers(compilePlan(options, terminal), options, terminal, { today, accept });
    const { publications, ledgers } = checked;
    const { findings, files } = preparePublication(checked, readTarget(options, terminal), undefined);
    printFindings(findings, terminal);
    if (findings.diagnostics.some(isError)) {
      const { failed } = messagesByLanguage[terminal.language];
      terminal.print(`${failed}: ${publishMessages[terminal.language].unchanged}.`);
      return 1;
    }
    refusePast(publications, today, terminal);
    const place = textOption(options, "against");
    const comparison = place === undefined ? undefined : { place, files, plans: findings.value.plans, publications };
    const compare = comparison === undefined ? undefined : await import("../work/compare-published.ts");
    const live = comparison && (await compare!.liveFeeds(comparison, terminal));
    const liveUids = live && new Set([...live.values()].flatMap((feed) => [...feed.keys()]));
    refuseLostLedgers(publications, { first: options["first"] === true, live: liveUids }, terminal);
    if (printUndecided(findings, terminal)) return 1;
    if (comparison !== undefined && !compare!.comparePublished(live!, comparison, terminal)) return 1;
    if (!isDry)
      writeLedgerFiles(
        publications.flatMap(({ after }) => after),
        ledgers,
        terminal,
      );
    printNews({ publications, today, isDry }, terminal);
    return 0;
  },
};
