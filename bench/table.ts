/** The figures of a run as text. */
import { remindCannot } from "./peers/remind.ts";
import { taskJugglerCannot } from "./peers/taskjuggler.ts";
import { installHint, type Peer } from "./peers/install.ts";
import type { Row, Rows } from "./rows.ts";
import type { Target } from "./targets.ts";

/** What the naive program leaves out. */
export const naiveCannot =
  "schema, checks, places of mistakes, events and chains, periods of admission, parties, official days off, traces, more than one feed";

const number = (value: number | undefined, digits: number, width: number): string =>
  (value === undefined ? "" : Number.isNaN(value) ? "–" : value.toFixed(digits)).padStart(width);
const sized = (items: number): string => items.toLocaleString("en").padStart(8);

/** How often a figure of the next smaller size it is. */
function growth(rows: Rows, row: Row, figure: "cpu" | "wall" | "memory"): number | undefined {
  const smaller = rows.filter(({ title, items }) => title === row.title && items < row.items).at(-1);
  const [is, was] = [row[figure], smaller?.[figure]];
  return is === undefined || was === undefined ? undefined : is / was;
}

function rowText(rows: Rows, row: Row): string {
  const { items, title, cpu, wall, memory, note } = row;
  const times = (figure: "cpu" | "wall" | "memory"): string => number(growth(rows, row, figure), 1, 6);
  return `${sized(items)} ${number(cpu, 3, 9)} ${times("cpu")} ${number(wall, 2, 8)} ${times("wall")} ${number(memory, 0, 6)} ${times("memory")}  ${title}${note === undefined ? "" : ` (${note})`}`;
}

/** A table by size, the targets with what became of them, and what the peers were not asked. */
export function report(rows: Rows, targets: readonly Target[], missing: readonly Peer[]): string {
  return [
    "",
    "   items    CPU, s  times  wall, s  times     MB  times  work",
    ...rows.map((row) => rowText(rows, row)),
    "",
    "   value    most  target",
    ...targets.map(
      ({ title, at, most, met, why }) =>
        `${number(at, 3, 8)} ${number(most, 2, 7)}  ${title} – ${met}${met === "missed" && why !== undefined ? `: ${why}` : ""}`,
    ),
    "",
    "Medians, CPU of all threads; MB: the most that the process held, its compile too; «times»: against the size before.",
    "What a peer is not asked for, because it cannot:",
    `  remind: ${remindCannot}`,
    `  tj3: ${taskJugglerCannot}`,
    `  naive: ${naiveCannot}`,
    ...(missing.length > 0 ? [`Not installed, so not measured: ${missing.join(", ")} (${installHint(missing)})`] : []),
  ].join("\n");
}
