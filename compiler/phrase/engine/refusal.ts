import type { PhraseFaultCode } from "../faults.ts";

/** Why a phrase is refused although its words are known (31 февраля), and at which tokens; `to` is exclusive. */
export class Refusal {
  readonly code: PhraseFaultCode;
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: PhraseFaultCode, from: number, to: number, values: Readonly<Record<string, string | number>> = {}) {
    this.code = code;
    this.from = from;
    this.to = to;
    this.values = values;
  }
}

/** Values that were made one by one, or why the first of those that could not be was refused. */
export const allOrRefusal = <T>(made: readonly (T | Refusal)[]): readonly T[] | Refusal =>
  made.find((entry) => entry instanceof Refusal) ?? (made as readonly T[]);
