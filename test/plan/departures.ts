import { compile } from "../../compiler/compile.ts";
import { readPlan } from "../plan-files.ts";
import { departuresFromOrder, keyOf } from "./key.ts";

/** Where the plan in a folder is not what its order says, a line each; nothing where another order has amended it, or it is not there. */
export function departuresIn(folder: string): readonly string[] {
  const { plans } = compile(readPlan(folder, (path) => path.endsWith(".yaml"))).value;
  const plan = plans.find(({ series, id }) => series.data.slug === keyOf.series && id === String(keyOf.year));
  return plan === undefined ? [] : departuresFromOrder(plan);
}
