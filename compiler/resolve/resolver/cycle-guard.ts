import { spanOf, type Located, type Path } from "../../load/yaml/parsed-yaml.ts";
import type { PlanItem } from "../../load/workspace.ts";
import type { ReportLog } from "./report-log.ts";
import type { RowIndex } from "./row-index.ts";

/** Where a reference to an item stands: the row or file that holds it, and the path inside. */
export interface ReferenceSite {
  readonly from: Located<unknown>;
  readonly at: Path;
}

/**
 * Follows how deadlines depend on one another. A cyclic dependency is reported with its path, and a chain that is too long
 * once; both resolve to no dates.
 */
export class CycleGuard {
  /** Number of links that a chain may have. */
  readonly limit: number;
  readonly #items: RowIndex["items"];
  readonly #log: ReportLog;
  /** Ids of the items being resolved, with the events between them. */
  readonly #path: string[] = [];
  readonly #reportedCycles = new Set<string>();
  #isChainReported = false;

  constructor(items: RowIndex["items"], limit: number, log: ReportLog) {
    this.#items = items;
    this.limit = limit;
    this.#log = log;
  }

  /** Resolves an item with it on the path; null, and reported, where the item is on the path already or the path too long. */
  enter<T>(item: PlanItem, site: ReferenceSite, resolve: () => T): T | null {
    const { id } = item.data;
    const via = this.#via(site);
    if (this.#path.includes(id)) {
      this.reportCycle([...this.#path.slice(this.#path.indexOf(id)), ...via, id], site);
      return null;
    }
    // A link is an event and an item.
    if (this.#path.length > 2 * this.limit) {
      this.reportLongChain(item, ["id"]);
      return null;
    }
    this.#path.push(...via, id);
    try {
      return resolve();
    } finally {
      this.#path.length -= via.length + 1;
    }
  }

  /** Reports a cycle; its path ends with the id that it began with. Links of one cycle are reported once. */
  reportCycle(path: readonly string[], { from, at }: ReferenceSite): void {
    const links = [...new Set(path)];
    const key = [...links].sort().join(" ");
    if (this.#reportedCycles.has(key)) {
      this.#log.reasonWasGiven();
      return;
    }
    this.#reportedCycles.add(key);
    const related = links
      .flatMap((link) => this.#items.get(link) ?? [])
      .map(({ origin }) => ({ span: spanOf(origin, ["id"]), code: "path-here" as const }));
    const values = { path: path.join(" → "), id: path.at(-1)! };
    this.#log.report({ code: "cycle", values, span: spanOf(from.origin, at), related });
  }

  /** Reports a chain that is too long, once: links that come after are resolved from the other side in their turn. */
  reportLongChain({ data, origin }: PlanItem, at: Path): void {
    if (this.#isChainReported) {
      this.#log.reasonWasGiven();
      return;
    }
    this.#isChainReported = true;
    const values = { limit: this.limit, id: data.id };
    this.#log.report({ code: "chain-too-long", values, span: spanOf(origin, at) });
  }

  /** The event or period that a reference stands in, by its id; nothing where an item refers to another. */
  #via({ from }: ReferenceSite): string[] {
    const { id } = from.data as { readonly id?: unknown };
    return typeof id === "string" && !this.#items.has(id) ? [id] : [];
  }
}
