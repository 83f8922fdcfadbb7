/**
 * Tries mutants in one process: the tests are loaded once, and each mutant is switched on for the tests that run its code. `run.ts`
 * sends the mutants. Started with a mutant switched on, it loads the tests with it: some code runs only then.
 */
import { globSync } from "node:fs";
import { registerHooks } from "node:module";

export interface Tried {
  readonly id: string;
  readonly isFound: boolean;
}
/** What the tests run before any mutant is switched on: mutants that a test reaches, and those that loading reaches. */
export interface Ready {
  readonly tested: readonly string[];
  readonly loaded: readonly string[];
}
/** What Stryker's instrumented code reads and writes. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { readonly static: Record<string, number>; readonly perTest: Record<string, Record<string, number>> };
}

/** The cases come first: they are quick and find most. */
const quickFirst = ["test/cases.test.ts", "test/resolve/*.test.ts", "test/calendar/*.test.ts", "test/wording/reading.test.ts"];
const patterns = process.env["MUTATION_TESTS"]?.split(" ") ?? quickFirst;

const standIn = new URL("collected.ts", import.meta.url).href;
registerHooks({ resolve: (name, context, next) => next(name === "vitest" ? standIn : name, context) });

const board: Switchboard = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});
const tellRun = (message: Tried | Ready): void => void process.send!(message);

async function passes(test: () => unknown): Promise<boolean> {
  try {
    await test();
    return true;
  } catch {
    return false;
  }
}

async function loadTests(): Promise<readonly (() => unknown)[]> {
  await import("../../test/fixed-seed.ts");
  for (const pattern of patterns) for (const path of globSync(pattern).sort()) await import(new URL(`../../${path}`, import.meta.url).href);
  const { collected } = await import("./collected.ts");
  return collected;
}

/** Loops that a mutant makes endless end here: so many times as often as the code ran without it. */
const mostHits = (hits: number): number => hits * 100 + 1000;

async function tryOneByOne(tests: readonly (() => unknown)[]): Promise<void> {
  const loaded = Object.keys(board.mutantCoverage?.static ?? {});
  const reached = new Map<string, { readonly tests: number[]; hits: number }>();
  for (const [index, test] of tests.entries()) {
    board.currentTestId = String(index);
    if (!(await passes(test))) throw new Error(`test ${index} fails without a mutant`);
    for (const [id, hits] of Object.entries(board.mutantCoverage?.perTest[index] ?? {})) {
      const known = reached.get(id) ?? { tests: [], hits: 0 };
      reached.set(id, known);
      known.tests.push(index);
      known.hits += hits;
    }
  }
  board.currentTestId = undefined;
  const isFound = async (id: string): Promise<boolean> => {
    const { tests: list, hits } = reached.get(id)!;
    board.activeMutant = id;
    board.hitLimit = mostHits(hits);
    for (const index of list) {
      board.hitCount = 0;
      if (!(await passes(tests[index]!))) return true;
    }
    return false;
  };
  process.on("message", (id: string) => void isFound(id).then((found) => tellRun({ id, isFound: found })));
  tellRun({ tested: [...reached.keys()], loaded });
}

async function tryFromTheStart(id: string): Promise<void> {
  const isSound = await passes(async () => {
    for (const test of await loadTests()) if (!(await passes(test))) throw new Error("found");
  });
  tellRun({ id, isFound: !isSound });
}

const started = process.env["__STRYKER_ACTIVE_MUTANT__"];
if (started === undefined) await tryOneByOne(await loadTests());
else await tryFromTheStart(started);
