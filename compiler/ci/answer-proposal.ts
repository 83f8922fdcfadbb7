#!/usr/bin/env node
/**
 * `srok-answer-proposal ISSUE ANSWER [BRANCH]` – answers an issue in which somebody proposed a change of the plan. With a BRANCH the
 * proposal fits: a request from it is opened, unless one is, with the text of the file ANSWER, and the issue is told its address; both
 * name other open requests for the same rows. Without one the text says why nothing came of it, and goes into the issue. It needs
 * Node alone: no script of a package runs beside the token. GITHUB_TOKEN, GITHUB_REPOSITORY.
 */
import { readFileSync } from "node:fs";
import { placeOfTouched, readTouches, touchedByBoth, type TouchedPlace } from "../propose/touches.ts";
import { ask, github, needed } from "./ask-forge.ts";

const repository = needed("GITHUB_REPOSITORY");
const { headers, api } = github();
const askForge = (method: string, path: string, data?: object): Promise<unknown> =>
  ask(headers, method, `${api}${path}`, data);

interface Request {
  readonly number: number;
  readonly html_url: string;
}

/** A request in the list of those that are open; its text may hold anything. */
interface Listed extends Request {
  readonly body: unknown;
  readonly head: { readonly ref: string; readonly repo: { readonly full_name: string } | null };
}

const base = process.env["SROK_BRANCH"] ?? "main";
/** How many requests are asked for at a time, how often, and how many are named. */
const [most, pages, named] = [100, 5, 20];

const kinds: Readonly<Record<TouchedPlace["kind"], string>> = {
  item: "пункт",
  event: "событие",
  row: "строка",
  file: "файл",
};

/** What two proposals touch both, in words. */
const placesText = (touched: readonly string[]): string =>
  touched
    .slice(0, 5)
    .map(placeOfTouched)
    .map(({ kind, name }) => `${kinds[kind]} ${name}`)
    .join(", ");

/**
 * A sentence that names other open requests for what an answer says that it touches; empty where there are none. Those from copies of
 * the repository are passed over: anybody can open one and write into it what they like.
 */
async function besideText(answer: string, branch: string): Promise<string> {
  const own = readTouches(answer);
  const found: string[] = [];
  for (let page = 1; page <= pages && own.length > 0; page++) {
    const query = `state=open&base=${encodeURIComponent(base)}&per_page=${most}&page=${page}`;
    const open = (await askForge("GET", `/pulls?${query}`)) as readonly Listed[];
    for (const { number, body, head } of open) {
      const both = touchedByBoth(own, readTouches(body));
      const isOther = head.repo?.full_name === repository && head.ref !== branch;
      if (isOther && both.length > 0) found.push(`#${number} (${placesText(both)})`);
    }
    if (open.length < most) break;
  }
  if (found.length === 0) return "";
  const open = found.length === 1 ? "уже открыт запрос" : "уже открыты запросы";
  return `\n\nО том же ${open}: ${found.slice(0, named).join(", ")}.`;
}

const [issue = "", answerFile = "", branch] = process.argv.slice(2);
if (!/^\d{1,9}$/.test(issue)) throw new Error("the number of the issue");
/** A comment holds 65,536 characters; the whole is in the request's own files. */
const answer = readFileSync(answerFile, "utf8").slice(0, 60_000);
const tell = (body: string): Promise<unknown> => askForge("POST", `/issues/${issue}/comments`, { body });

if (branch === undefined || branch === "") await tell(answer);
else {
  const head = encodeURIComponent(`${repository.split("/")[0]}:${branch}`);
  const [known] = (await askForge("GET", `/pulls?state=open&head=${head}`)) as readonly Request[];
  // Where the list cannot be had, nothing is said of others.
  const beside = await besideText(answer, branch).catch(() => "");
  const body = `${answer}${beside}\n\nИз обращения #${issue}. Closes #${issue}\n`;
  const request = known
    ? ((await askForge("PATCH", `/pulls/${known.number}`, { body })) as Request)
    : ((await askForge("POST", "/pulls", {
        title: `Предложение из обращения ${issue}`,
        head: branch,
        base,
        body,
      })) as Request);
  await tell(`Предложение сошлось с планом; оно ждёт решения редактора: ${request.html_url}${beside}`);
}
