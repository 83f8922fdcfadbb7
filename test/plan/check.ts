/**
 * `npm run check:plan`: all that a change of the plan is held to. `srok check` finds its errors and holds it to what was published; a
 * plan that its order alone made is held to the words and dates of that order. Words given here go to `srok check`.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { shown } from "../../compiler/cli/terminal/terminal.ts";
import { repository } from "../plan-files.ts";
import { departuresIn } from "./departures.ts";

const words = process.argv.slice(2);
const folder = words.includes("--plan") ? words[words.indexOf("--plan") + 1]! : "plan";

const checked = spawnSync(process.execPath, [join(repository, "compiler", "srok.js"), "check", ...words], {
  stdio: "inherit",
});
process.exitCode = checked.status ?? 1;

if (checked.status === 0) {
  const departures = departuresIn(folder);
  for (const line of departures) console.log(shown(line));
  if (departures.length > 0) {
    console.log(
      `План расходится с приказом, мест – ${departures.length}. Если план изменён приказом, назовите приказ: amendments в order.yaml. Если ошиблись мы сами, назовите ошибку у пункта: corrected.`,
    );
    process.exitCode = 1;
  }
}
