import type { LanguageCode } from "../locale/languages.ts";
import { englishProposal } from "./messages-en.ts";
import { russianProposal } from "./messages-ru.ts";
import type { ProposalMessages } from "./proposal-messages.ts";

const tables: Readonly<Record<LanguageCode, ProposalMessages>> = { ru: russianProposal, en: englishProposal };

/** The texts of proposals in a language. */
export const proposalMessages = (language: LanguageCode): ProposalMessages => tables[language];
