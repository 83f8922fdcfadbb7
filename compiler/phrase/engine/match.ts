import type { PhraseFaultCode } from "../faults.ts";
import { Refusal } from "./refusal.ts";
import type { GrammarSymbol, LabelledValue, ParseState } from "./symbol.ts";

/** What a production has matched: the values of its symbols, by their labels, and the tokens from `from` up to `to`. */
export class GrammarMatch {
  readonly from: number;
  readonly to: number;
  readonly state: ParseState;
  readonly #values: readonly LabelledValue[];
  constructor(state: ParseState, from: number, to: number, values: readonly LabelledValue[]) {
    this.state = state;
    this.from = from;
    this.to = to;
    this.#values = values;
  }
  /** The plan's year, where it is known. */
  get planYear(): number | undefined {
    return this.state.context.year;
  }
  /** The normal forms of its tokens. */
  get norms(): readonly string[] {
    return this.state.tokens.slice(this.from, this.to).map(({ norm }) => norm);
  }
  /** The value under a label; undefined where that part was left out. */
  get<T>(symbol: GrammarSymbol<T>, label: string = symbol.name): T | undefined {
    return this.#values.find(([name]) => name === label)?.[1] as T | undefined;
  }
  /** The value under a label that the pattern always has. */
  one<T>(symbol: GrammarSymbol<T>, label: string = symbol.name): T {
    return this.get(symbol, label) as T;
  }
  /** The values under a label, in the order of the phrase. */
  all<T>(symbol: GrammarSymbol<T>, label: string = symbol.name): T[] {
    return this.#values.filter(([name]) => name === label).map(([, value]) => value as T);
  }
  has(label: string): boolean {
    return this.#values.some(([name]) => name === label);
  }
  refuse(code: PhraseFaultCode, values: Readonly<Record<string, string | number>> = {}): Refusal {
    return new Refusal(code, this.from, this.to, values);
  }
}
