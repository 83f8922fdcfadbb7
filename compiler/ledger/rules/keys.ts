import { spanAt } from "../../load/yaml/parsed-yaml.ts";
import { mainUid } from "../../feeds/entries.ts";
import { deadlineOfDueWindow } from "../../query/plan-index.ts";
import type { Clause } from "../clause.ts";
import { cellOf, uidParts } from "../ledger.ts";

/** The same day of the same cell under another name is the same entry: subscribers would see it cancelled and new at once. */
export const checkKeys: Clause = {
  codes: ["published-key-changed"],
  check: ({ ledgers }, { current }, report) => {
    const known = new Set(ledgers.flatMap(({ entries }) => entries.map(({ uid }) => uid)));
    const gone = new Map<string, string>();
    for (const { uid, state, start, end } of ledgers.flatMap(({ entries }) => entries)) {
      if (state === "live" && !current.has(uid) && mainUid(uid) === undefined)
        gone.set(`${cellOf(uid)} ${start} ${end}`, uidParts(uid).key);
    }
    for (const {
      entry: { uid, due },
      start,
      end,
    } of current.values()) {
      const key = known.has(uid) || mainUid(uid) !== undefined ? undefined : gone.get(`${cellOf(uid)} ${start} ${end}`);
      if (key === undefined || key === uidParts(uid).key) continue;
      const { file, path } = deadlineOfDueWindow(due).origin;
      report({
        code: "published-key-changed",
        values: { item: due.item, key, now: uidParts(uid).key },
        span: spanAt(file, [...path, ...due.window.path]),
      });
    }
  },
};
