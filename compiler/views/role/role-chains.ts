import type { ResolvedPlan } from "../../resolve/model.ts";
import { chainView, type ChainView } from "../item/chain.ts";
import { dutiesOf } from "./role.ts";

/** More chains than this do not explain a role: the pages of its items have them. */
const mostChains = 2;

/** The chains in which a party's own items stand, each once; none where there are too many to stand on its page. */
export function roleChains(plan: ResolvedPlan, party: string): ChainView[] {
  const chains = new Map<string, ChainView>();
  for (const { item, relation } of dutiesOf(plan, party).items) {
    const chain = relation === "own" ? chainView(plan, item) : null;
    if (chain === null) continue;
    const name = chain.steps.map((step) => step.item ?? step.title).sort();
    if (!chains.has(name.join())) chains.set(name.join(), chain);
  }
  return chains.size > mostChains ? [] : [...chains.values()];
}
