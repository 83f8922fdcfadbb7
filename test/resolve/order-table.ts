import { readFileSync } from "node:fs";

/** A row of the order's table: the six cells as printed, and its id: the number, or what stands for it where the order has none. */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly italic: boolean;
  readonly cells: readonly [activity: string, deadline: string, responsible: string, form: string, control: string];
}

const withoutMarkup = (text: string): string =>
  text
    .replace(/<\/?i>/g, "")
    .replace(/\s+/g, " ")
    .trim();

/**
 * The rows under their ids: the printed number without its final dot; `2.1`… for the unnumbered italic headings of a section;
 * `N-1`, `N-2`… for the unnumbered rows under N.
 */
export function readOrderTable(): OrderRow[] {
  const lines = readFileSync(new URL("./fixtures/order-2024-table.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const rows: OrderRow[] = [];
  let [section, headings, above, below] = [0, 0, "", 0];
  for (const line of lines) {
    const [number = "", activity = "", deadline = "", responsible = "", form = "", control = ""] = line.split("\t");
    if (/^[IVX]+\. /.test(number)) {
      [section, headings] = [section + 1, 0];
      continue;
    }
    const italic = activity.startsWith("<i>");
    let id = number.replace(/\.$/, "");
    if (number === "" && italic) id = `${section}.${++headings}`;
    if (number === "" && !italic) id = `${above}-${++below}`;
    else [above, below] = [id, 0];
    rows.push({
      id,
      number,
      italic,
      cells: [
        withoutMarkup(activity),
        withoutMarkup(deadline),
        withoutMarkup(responsible),
        withoutMarkup(form),
        withoutMarkup(control),
      ],
    });
  }
  return rows;
}
