/** Every id is unique, stands in its section, and comes after the smaller ones. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { spanOf, type Located } from "../load/yaml/parsed-yaml.ts";
import type { Plan, PlanItem } from "../load/workspace.ts";

/** Reports ids that stand twice among some rows, with the first of them. */
export function reportDuplicates(rows: readonly Located<{ readonly id: string }>[], report: Report): void {
  const first = new Map<string, Located<{ readonly id: string }>>();
  for (const row of rows) {
    const { id } = row.data;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row);
    else
      report({
        code: "duplicate-id",
        values: { id },
        span: spanOf(row.origin, ["id"]),
        related: [{ span: spanOf(earlier.origin, ["id"]), code: "first-here" }],
      });
  }
}

/** Segments of an id as numbers: "3.5.12-1" → [3, 5, 12, 1]. */
const segments = (id: string): number[] => id.split(/[.-]/).map(Number);

/** The order of ids: by their numbers, level by level. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [segments(a), segments(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const sectionOf = (id: string): string => String(segments(id)[0]);
/** Whether an item stands in the section that its id begins with. */
export const standsInItsSection = ({ data, section }: PlanItem): boolean => sectionOf(data.id) === section.data.id;

/** Reports a section all of whose items are of another one: its own number is the slip. Returns the numbers of such sections. */
function misnumberedSections({ items }: Plan, report: Report): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [heading, rows] of Map.groupBy(items, ({ section }) => section)) {
    const [expected = "", ...others] = new Set(rows.map(({ data }) => sectionOf(data.id)));
    const { id } = heading.data;
    if (rows.length < 2 || others.length > 0 || expected === id) continue;
    found.add(id);
    report({ code: "wrong-section-id", values: { id, expected }, span: spanOf(heading.origin, ["id"]) });
  }
  return found;
}

/** Reports items outside their section and out of the order of ids. */
export function checkOrder(plan: Plan, report: Report): void {
  let previous = "";
  let section = "";
  const misnumbered = misnumberedSections(plan, report);
  for (const item of plan.items) {
    const { data, origin, section: heading } = item;
    if (misnumbered.has(heading.data.id)) continue;
    if (!standsInItsSection(item)) {
      report({
        code: "wrong-section",
        values: { id: data.id, section: heading.data.id, expected: sectionOf(data.id) },
        span: spanOf(origin, ["id"]),
      });
      continue;
    }
    if (section === heading.data.id && compareIds(data.id, previous) < 0) {
      report({ code: "number-out-of-order", values: { id: data.id, previous }, span: spanOf(origin, ["id"]) });
    }
    [previous, section] = [data.id, heading.data.id];
  }
}
