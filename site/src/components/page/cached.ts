import { memoizeByPlan } from "../../../../compiler/query/plan-index.ts";

const texts = memoizeByPlan(() => new Map<string, string | Promise<string>>());

/** A rendered text that many pages of a plan share, by its name: rendered once, then at hand without waiting. */
export function cached(
  plan: Parameters<typeof texts>[0],
  name: string,
  render: () => Promise<string>,
): string | Promise<string> {
  const known = texts(plan).get(name);
  if (known !== undefined) return known;
  const rendering = render();
  texts(plan).set(name, rendering);
  void rendering.then(
    (text) => texts(plan).set(name, text),
    () => texts(plan).delete(name),
  );
  return rendering;
}
