import { limits } from "../limits.ts";
import { counterOf, type Counter, type Level } from "../numbering.ts";
import type { XmlAttributes } from "../xml.ts";

/** An open list; those inside one another have the same key. */
interface OpenList {
  readonly key: string;
  readonly style: string;
}

/**
 * Counts the numbered lists of an OpenDocument file (ODF 1.3 part 3, §5.3): a list counts anew unless it says which one it
 * continues.
 */
export class OpenDocumentLists {
  readonly #styles: ReadonlyMap<string, readonly Level[]>;
  readonly #numberings = new Map<string, readonly Level[]>();
  readonly #counter: Counter = counterOf(this.#numberings);
  readonly #open: OpenList[] = [];
  /** The key of a list by its id, and of the last list of a style. */
  readonly #byId = new Map<string, string>();
  readonly #lastOf = new Map<string, string>();
  #count = 0;
  /** The item whose number was not shown yet. */
  #item: { readonly from: number | undefined } | undefined;

  constructor(styles: ReadonlyMap<string, readonly Level[]>) {
    this.#styles = styles;
  }

  open(attributes: XmlAttributes): void {
    const around = this.#open.at(-1);
    const style = attributes.get("style-name") ?? around?.style ?? "";
    const continued =
      this.#byId.get(attributes.get("continue-list") ?? "") ??
      (attributes.get("continue-numbering") === "true" ? this.#lastOf.get(style) : undefined);
    const key = around?.key ?? continued ?? `list-${(this.#count += 1)}`;
    this.#open.push({ key, style });
    this.#numberings.set(key, this.#styles.get(style) ?? []);
    this.#lastOf.set(style, key);
    const id = attributes.get("id");
    if (id !== undefined && this.#byId.size < limits.rows) this.#byId.set(id, key);
  }

  close(): void {
    this.#open.pop();
  }

  openItem(attributes: XmlAttributes): void {
    const from = attributes.get("start-value");
    this.#item = { from: from === undefined ? undefined : Number(from) || 0 };
  }

  closeItem(): void {
    this.#item = undefined;
  }

  /** The number of the open item where it was not taken yet, as it is shown; else an empty text. */
  takeLabel(): string {
    const [item, list] = [this.#item, this.#open.at(-1)];
    this.#item = undefined;
    return item === undefined || list === undefined ? "" : this.#counter(list.key, this.#open.length - 1, item.from);
  }
}
