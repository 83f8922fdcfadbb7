import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { feedPaths } from "../../compiler/feeds/feed-paths.ts";
import { eachFeed } from "../../compiler/feeds/feeds.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";
import { plan2024 } from "../plan-files.ts";

const plansOf = (sources: Parameters<typeof compile>[0]) => [
  ...Map.groupBy(compile(sources).value.plans, ({ series }) => series.folder).values(),
];

test("the feeds that are said to be there are those that are written", () => {
  const side = sourcesOf(join(casesFolder, "good", "releases-side-by-side")).map((file) =>
    file.path.endsWith("releases/parties.yaml")
      ? { ...file, text: `${file.text}  - { id: idle, label: Idle, name: Idle }\n` }
      : file,
  );
  for (const plans of [...plansOf(plan2024()), ...plansOf(side)])
    expect([...feedPaths(plans)].sort()).toEqual([...eachFeed(plans)].map(({ path }) => path).sort());
});
