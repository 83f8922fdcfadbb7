/** The plan of 2024 with a second series, in English; a role of it has nothing to do, and the words of an item are hostile. */
import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { casesFolder } from "../../cases/case.ts";
import { plan2024Folder } from "../../plan-files.ts";
import type { SharedPlan } from "./built-site.ts";

/** What the item 6.9 of the first series says besides «Гиперссылка», and what no page may take for markup. */
export const evil = '<img src=x onerror=alert(1)> <mark>&lt;b&gt;</mark> " onfocus=alert(1)';

export const twoSeries: SharedPlan = {
  name: "two-series",
  write: (folder) => {
    cpSync(plan2024Folder, folder, { recursive: true });
    cpSync(join(casesFolder, "good", "second-series-in-english", "plan"), folder, { recursive: true });
    appendFileSync(
      join(folder, "gis-obrazovanie", "parties.yaml"),
      "  - { id: museum, label: Музеи, name: Школьные музеи }\n",
    );
    appendFileSync(
      join(folder, "gis-obrazovanie", "2024", "section-6.yaml"),
      `  - { id: "6.9", activity: ${JSON.stringify(`Гиперссылка ${evil}`)}, responsible: [operator], deadline: { text: "3 июня", on: 06-03 } }\n`,
    );
  },
};
