import type { Proposal } from "./proposal.ts";

/** The mark of a proposal inside a text for people: a letter, an issue. */
export const fence = "```json srok-proposal";

/** A proposal as its file. */
export const proposalText = (proposal: Proposal): string => `${JSON.stringify(proposal, null, 1)}\n`;
