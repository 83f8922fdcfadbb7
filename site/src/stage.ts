/** What a build of the site is at, for whoever measures it (`bench/own-cpu.ts`): without a listener nothing is done. */
import { channel } from "node:diagnostics_channel";

/** Before the first of them Astro bundles the pages; after the last the pages are put in their place. */
export const stages = {
  compile: "reading and compiling the plan",
  items: "pages of items",
  pages: "all other pages",
  files: "files of data beside the pages",
  search: "handing records to the search",
  put: "putting it in place",
} as const;

export type Stage = keyof typeof stages;

/** The channel that stages are told on. */
export const stageChannel = "srok:site-stage";

const listeners = channel(stageChannel);

/** From here on the build is at this stage. */
export function entering(stage: Stage): void {
  if (listeners.hasSubscribers) listeners.publish(stage);
}
