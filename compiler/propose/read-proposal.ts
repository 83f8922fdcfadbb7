import { validateProposalFile } from "../generated/validators.js";
import { proposalFormat, type Proposal } from "./proposal.ts";
import { fence } from "./proposal-text.ts";

/** Why a text is no proposal that can be read. */
export type Refusal =
  | { readonly kind: "empty" | "too-large" | "torn" | "no-proposal" | "several" }
  | { readonly kind: "newer"; readonly format: number }
  /** Where in it stands what no proposal holds: `/operations/0/to`. */
  | { readonly kind: "malformed"; readonly at: string };

/** More characters than any proposal has. */
export const largestProposal = 1_000_000;

/** The JSON of a text: the text itself, or what stands in its only marked block. */
function jsonOf(text: string): string | Refusal {
  const whole = text.replace(/^\ufeff/, "").trim();
  if (whole === "") return { kind: "empty" };
  if (whole.startsWith("{")) return whole;
  const blocks = [...whole.matchAll(/^```json srok-proposal[^\S\n]*\r?\n([\s\S]*?)^```[^\S\n]*\r?$/gm)];
  if (blocks.length > 1) return { kind: "several" };
  return blocks[0]?.[1] ?? { kind: whole.includes(fence) ? "torn" : "no-proposal" };
}

const deepest = 12;

/** The path of the first value that no plan holds: null, a key that is none of YAML's plain ones, a nest too deep; else undefined. */
function strangeIn(value: unknown, at: string, depth = 0): string | undefined {
  if (value === null || depth > deepest) return at;
  if (typeof value !== "object") return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && !/^[a-z][a-z0-9-]*$/.test(key)) return `${at}/${key.slice(0, 40)}`;
    const found = strangeIn(inner, `${at}/${key}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const formatOf = (data: unknown): unknown => (data as { readonly "srok-proposal"?: unknown } | null)?.["srok-proposal"];

/** Why a value is no proposal; undefined for one that is. */
function fault(data: unknown): Refusal | undefined {
  const format = formatOf(data);
  if (typeof format !== "number") return { kind: "no-proposal" };
  if (Number.isInteger(format) && format > proposalFormat) return { kind: "newer", format };
  const { operations } = data as { readonly operations?: unknown };
  // The validator recurs as deep as its input does.
  const strange = strangeIn(operations ?? [], "/operations");
  if (strange !== undefined) return { kind: "malformed", at: strange };
  if (validateProposalFile(data)) return undefined;
  const paths = (validateProposalFile.errors ?? []).map(({ instancePath }) => instancePath);
  const at = paths.reduce((longest, path) => (path.length > longest.length ? path : longest), "");
  return { kind: "malformed", at: at === "" ? "/" : at };
}

/** Reads a proposal from its file, or from a text that holds one in a marked block. Never throws. */
export function readProposal(
  text: string,
):
  | { readonly proposal: Proposal; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly proposal?: undefined } {
  if (text.length > largestProposal) return { refusal: { kind: "too-large" } };
  const json = jsonOf(text);
  if (typeof json !== "string") return { refusal: json };
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return { refusal: { kind: "torn" } };
  }
  const refusal = fault(data);
  return refusal === undefined ? { proposal: data as Proposal } : { refusal };
}
