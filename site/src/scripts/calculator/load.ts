import type { Counting } from "../../../../compiler/calculate/open.ts";
import type { CalculatorTexts, CountingFile } from "./data.ts";

type Engine = typeof import("./engine.ts");

/** Everything that a date is computed with. */
export interface Ready {
  readonly engine: Engine;
  readonly counting: Counting;
  readonly texts: CalculatorTexts;
}

/** A file of data of this site. */
export async function load<T>(href: string): Promise<T> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** The same with every form that a rule can have. */
export async function whole(tools: Ready): Promise<Ready> {
  const { allForms } = await import("./forms.ts");
  return { ...tools, counting: { ...tools.counting, forms: allForms } };
}

const open = new Map<string, Promise<Ready>>();

/** The engine with the counting of a plan's year, loaded once a page; what failed may be tried again. */
export function ready(href: string): Promise<Ready> {
  const known = open.get(href);
  if (known !== undefined) return known;
  const made = Promise.all([import("./engine.ts"), load<CountingFile>(href)]).then(
    ([engine, { counting, texts }]): Ready => ({
      engine,
      texts,
      counting: engine.openCounting(counting, engine.countingForms),
    }),
  );
  made.catch(() => open.delete(href));
  open.set(href, made);
  return made;
}
