import { join } from "node:path";
import { compile, isError } from "../../compiler/compile.ts";
import type { ResolveOptions } from "../../compiler/resolve/resolve.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { plan2024, readPlan, repository, shippedFiles } from "../plan-files.ts";

function compiled(sources: readonly SourceFile[], options: ResolveOptions = {}): readonly ResolvedPlan[] {
  const { value, diagnostics } = compile(sources, options);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0)
    throw new Error(
      `the test's plan has errors: ${JSON.stringify(errors.map(({ code, values }) => ({ code, values })))}`,
    );
  return value.plans;
}

let real: readonly ResolvedPlan[] | undefined;

/** The plan of 2024. */
export const realPlans = (): readonly ResolvedPlan[] => (real ??= compiled(plan2024()));

/** The plan of 2024 as if it were of another year. */
export const realPlansOf = (asYear: number): readonly ResolvedPlan[] => compiled(plan2024(), { asYear });

/** Everything of a small plan that a test may replace, by its file in the series' folder. */
export interface TinyPlan {
  /** The rows, as YAML under `items:`. */
  readonly items: string;
  readonly section?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Text of the series file to replace. */
  readonly series?: readonly (readonly [find: string, replacement: string])[];
}

/** A plan of a few rows over the base of the corpus, on the shipped calendar and rules. */
export function tinyPlans({
  items,
  section = '{ id: "1", number: I, title: Пособия }',
  files = {},
  series = [],
}: TinyPlan): readonly ResolvedPlan[] {
  const base = readPlan(join(repository, "test", "cases", "base", "plan"), (path) => path.startsWith("demo/"));
  const shipped = shippedFiles();
  const replaced = new Map([...shipped, ...base].map((file) => [file.path, file.text]));
  replaced.set("plan/demo/2024/section-1.yaml", `section: ${section}\nitems:\n${items}\n`);
  for (const [path, text] of Object.entries(files)) replaced.set(`plan/demo/${path}`, text);
  const name = "plan/demo/series.yaml";
  const settings = [["calendar: base", "calendar: ru"], ["rules: base", "rules: ru-gk"], ...series] as const;
  replaced.set(
    name,
    settings.reduce((text, [find, replacement]) => text.replace(find, () => replacement), replaced.get(name)!),
  );
  return compiled([...replaced].map(([path, text]) => ({ path, text })));
}

/** One row without control, its deadline as flow YAML. */
export const row = (deadline: string, more = ""): string =>
  `  - { id: "1.1", activity: Заказать пособия, responsible: [school], deadline: ${deadline}${more} }`;
