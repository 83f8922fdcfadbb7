/** The tokens around a place of a phrase; beyond its ends there is an empty one. */
import type { ParseState } from "./symbol.ts";
import type { Token } from "./token.ts";

const nothing: Token = { kind: "sign", start: 0, end: 0, norm: "", value: 0 };

/** The token at a place. */
export const tokenAt = ({ tokens }: ParseState, at: number): Token => tokens[at] ?? nothing;

/** The normal form of the token at a place. */
export const normAt = (state: ParseState, at: number): string => tokenAt(state, at).norm;

/** Whether a token stands between spaces: a dash that is no hyphen. */
export const isSpaced = ({ text, tokens }: ParseState, at: number): boolean =>
  /\s$/.test(text.slice(0, tokens[at]!.start)) && /^\s/.test(text.slice(tokens[at]!.end));
