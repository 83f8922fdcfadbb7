/**
 * `npm run bench:edit`: how long the editing page takes from a key to the dates of the words that are typed, in a real browser, on
 * plans of growing size. Prints medians in milliseconds and whether each is within its limit; fails where one is not.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../test/e2e/browser/browser.ts";
import { buildForTest, serveSite } from "../test/e2e/site/built-site.ts";
import { writePlan } from "./generate.ts";
import { median } from "./measure.ts";

/** From a question to the dates in the Worker, at most, by items of the plan. */
const limits = [
  [127, 150],
  [1000, 500],
] as const;
const keys = 30;

/** What the page's Worker answered, in milliseconds, by the kind of question. */
type Answers = Readonly<Record<"read" | "consider", number[]>>;

/** What the Worker answers, as far as it is looked into. */
interface Answered {
  readonly id: number;
  readonly answer?: {
    readonly cells?: Readonly<Record<string, { readonly read?: { readonly readings?: readonly unknown[] } }>>;
  };
}

/** Runs in the page: notes how long the Worker takes to answer each question. */
function noteAnswers(): void {
  const answers: Record<string, number[]> = { read: [], consider: [] };
  Object.assign(window, { answers });
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    readonly #asked = new Map<number, { readonly kind: string; readonly at: number }>();

    constructor(...given: ConstructorParameters<typeof Plain>) {
      super(...given);
      this.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
        const { kind, at } = this.#asked.get(data.id)!;
        // Words that say no day yet are answered at once.
        if (data.answer?.cells?.["deadline"]?.read?.readings === undefined) return;
        answers[kind]?.push(performance.now() - at);
      });
    }

    override postMessage(message: { readonly id: number; readonly request: { readonly kind: string } }): void {
      this.#asked.set(message.id, { kind: message.request.kind, at: performance.now() });
      super.postMessage(message);
    }
  };
}

/** Types a day in the deadline of an item, one after another, each once the page says it; returns the times from key to date. */
async function typeDays(page: Page): Promise<number[]> {
  const field = page.locator("[name=deadline-text]");
  const taken: number[] = [];
  for (let n = 0; n < keys; n++) {
    // A new day each time: words that were read before are known.
    const [day, month] = [10 + (n % 19), n < 19 ? "октябр" : "ноябр"];
    await field.fill(`до ${day} ${month}`);
    await page.waitForTimeout(300);
    const began = performance.now();
    await field.fill(`до ${day} ${month}я`);
    await page.locator("[data-cell=deadline] .read b", { hasText: new RegExp(`${day}\\s${month}я`) }).waitFor();
    taken.push(performance.now() - began);
    await page.locator("[data-effect]:not([hidden])").waitFor();
  }
  return taken;
}

async function measure(browser: Browser, plan: string): Promise<Answers & { readonly drawn: number[] }> {
  const site = await buildForTest({ plan });
  const { server, address } = await serveSite(site);
  try {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(noteAnswers);
    await page.goto(`${address}edit/?item=2.1.8`);
    await page.waitForSelector("form[data-ready]", { timeout: 120_000 });
    const drawn = await typeDays(page);
    const answers = await page.evaluate(() => (window as unknown as { readonly answers: Answers }).answers);
    return { ...answers, drawn };
  } finally {
    server.close();
    site.remove();
  }
}

const browser = await openBrowser();
try {
  for (const [items, limit] of limits) {
    const plan = mkdtempSync(join(tmpdir(), "srok-bench-edit-"));
    writePlan(items, plan);
    const { read, consider, drawn } = await measure(browser, plan);
    rmSync(plan, { recursive: true });
    const [dates, whole, seen] = [read, consider, drawn].map((times) => Math.round(median(times))) as [
      number,
      number,
      number,
    ];
    if (dates > limit) process.exitCode = 1;
    console.log(
      `${items} items: dates in the Worker ${dates} ms (at most ${limit}: ${dates <= limit ? "met" : "missed"}), the whole draft ${whole} ms, from a key to dates on the page ${seen} ms`,
    );
  }
} finally {
  await browser.close();
}
