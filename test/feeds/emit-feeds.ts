import { eachFeed, type FeedOptions } from "../../compiler/feeds/feeds.ts";
import { textIn } from "../../compiler/ical/entry-bytes.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";
import type { OutputFile } from "../../compiler/source/output.ts";

/** The feeds of one series as texts. */
export const emitFeeds = (plans: readonly ResolvedPlan[], options: FeedOptions = {}): OutputFile[] =>
  [...eachFeed(plans, options)].map(({ path, pieces }) => ({ path, text: textIn(pieces()) }));
