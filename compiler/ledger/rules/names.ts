import { retainedPlans } from "../../feeds/entries.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Clause } from "../clause.ts";

/**
 * Parties and profiles share one name space, and an address once published is never given to another: not to one of the
 * other kind, nor, once nobody had it, to one of another label.
 */
export const checkNames: Clause = {
  codes: ["name-reused"],
  check: ({ plans, ledgers }, _, report) => {
    const newest = retainedPlans(plans).at(-1);
    if (newest === undefined) return;
    const { parties, profiles } = newest.series;
    const published = new Map(ledgers.flatMap(({ names }) => names.map((each) => [each.name, each] as const)));
    const rows = [
      ...parties.map((row) => ({ row, kind: "party" as const })),
      ...profiles.map((row) => ({ row, kind: "profile" as const })),
    ];
    for (const { row, kind } of rows) {
      const earlier = published.get(row.data.id);
      const isAnother =
        earlier !== undefined && (earlier.kind !== kind || (earlier.gone !== null && earlier.label !== row.data.label));
      if (isAnother)
        report({
          code: "name-reused",
          values: { name: row.data.id, label: earlier.label },
          span: spanOf(row.origin, ["id"]),
        });
    }
  },
};
