/**
 * The feeds of a plan, made and written as a build does. One process, one build; prints its figures as one line of JSON, without
 * what the compile took.
 *
 *   node bench/feeds.ts PLAN-FOLDER OUT-FOLDER
 */
import { openTerminal } from "../compiler/cli/terminal/terminal.ts";
import { beginBuild } from "../compiler/cli/output/publish-folder.ts";
import { feedFiles } from "../compiler/data/emit.ts";
import { plansOf, readAll, timed } from "./sources.ts";

const [, , plan = "plan", out = "build"] = process.argv;
const plans = plansOf(readAll(plan));
const { value, cpu, wall } = timed(() => {
  const feeds = feedFiles(plans, { site: "https://plan.example" });
  const build = beginBuild(out, openTerminal("en"));
  build.write(feeds);
  build.swap();
  return feeds;
});
console.log(
  JSON.stringify({
    cpu,
    wall,
    entries: value.find(({ path }) => path === "feeds/all.ics")?.entries,
    megabytes: value.reduce((sum, { octets }) => sum + octets, 0) / 1e6,
  }),
);
