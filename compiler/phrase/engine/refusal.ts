import type { FaultCode } from "../faults.ts";

/** Why a phrase is refused although its words are known (31 февраля), and at which tokens. */
export class Refusal {
  readonly code: FaultCode;
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: FaultCode, from: number, to: number, values: Readonly<Record<string, string | number>> = {}) {
    this.code = code;
    this.from = from;
    this.to = to;
    this.values = values;
  }
}
