import type { ResolvedItem, ResolvedPlan } from "../../resolve/model.ts";
import { unknownName } from "./select-plan.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The item that a word on the command line means; its final dot may be written. */
export function selectItem(word: string, plan: ResolvedPlan, terminal: Terminal): ResolvedItem {
  const id = word.replace(/\.$/, "");
  const item = plan.byId.get(id);
  if (item === undefined) throw unknownName(terminal.messages.unknownItem, id, { known: plan.byId.keys() }, terminal);
  return item;
}
