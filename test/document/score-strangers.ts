/** Prints how well documents of strangers are read: node test/document/score-strangers.ts [FOLDER]. */
import { join } from "node:path";
import { repository } from "../plan-files.ts";
import { scoreOf } from "./strangers.ts";

const folder = process.argv[2] ?? join(repository, "test", "document", "fixtures", "strangers");
const scores = scoreOf(folder);
for (const { document, head, rows, extra } of scores) {
  console.log(
    `${document}: ${rows.filter(({ deadline }) => deadline === "right").length}/${rows.length} ${head.join("; ")}${extra > 0 ? ` extra rows: ${extra}` : ""}`,
  );
  for (const { row, deadline, differs, got } of rows)
    if (deadline !== "right" || differs.length > 0)
      console.log(
        `   ${deadline.padEnd(18)} ${row.padEnd(44)} ${differs.join("; ")} ${deadline === "right" ? "" : got}`,
      );
}
const all = scores.flatMap(({ rows }) => rows);
const count = (verdict: string): number => all.filter(({ deadline }) => deadline === verdict).length;
console.log(
  `taken ${scores.filter(({ taken }) => taken).length} of ${scores.length}; rows ${all.length}: right ${count("right")}, asked ${count("asked")}, wrong ${count("wrong")}, wrong and certain ${count("wrong-and-certain")}, lost ${count("lost")}; otherwise different ${all.filter(({ differs }) => differs.length > 0).length}`,
);
