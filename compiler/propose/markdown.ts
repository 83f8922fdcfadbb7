/** A proposal for an issue or a request: what it does in words, and itself as data. */
import { escapeMarkdown } from "../diff/escape-markdown.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { basisText, operationText, subjectOf } from "./describe.ts";
import { proposalMessages } from "./messages.ts";
import type { Proposal } from "./proposal.ts";
import { fence, proposalText } from "./proposal-text.ts";

/** What a proposal does, on what basis and why, as Markdown. */
export function proposalSummary(proposal: Proposal, language: LanguageCode): string {
  const { basisHeading, why, from } = proposalMessages(language);
  const { basis, author } = proposal;
  const said = [
    ...(basis === undefined ? [] : [`**${basisHeading}:** ${escapeMarkdown(basisText(basis, language))}`]),
    ...(proposal.why?.trim() ? [`**${why}:** ${escapeMarkdown(proposal.why.trim())}`] : []),
    ...(author?.name === undefined ? [] : [`**${from}:** ${escapeMarkdown(author.name)}`]),
  ];
  return [
    `### ${escapeMarkdown(subjectOf(proposal, language))}`,
    proposal.operations.map((operation) => `- ${escapeMarkdown(operationText(operation, language))}`).join("\n"),
    ...said,
  ].join("\n\n");
}

/** The text of an issue that carries a proposal: people read its words, `srok propose` its data. */
export const proposalMarkdown = (proposal: Proposal, language: LanguageCode): string =>
  [
    proposalSummary(proposal, language),
    `<details><summary>${proposalMessages(language).fold}</summary>`,
    `${fence}\n${proposalText(proposal)}\`\`\``,
    "</details>",
    "",
  ].join("\n\n");
