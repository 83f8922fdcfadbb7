import type { LanguageCode } from "../../locale/languages.ts";
import type { ProofDeadline } from "./proof.ts";

type State = ProofDeadline["state"];

/** The words of a proof. */
export interface ProofWords {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly states: Readonly<Record<State, string>>;
  readonly certain: string;
  readonly toCheck: string;
  readonly toAsk: string;
  readonly empty: string;
  readonly until: string;
  readonly more: string;
  readonly tableColumns: string;
  readonly parties: string;
  readonly plan: string;
  readonly questions: string;
  readonly last: string;
}

/** What a proof says, by language. */
export const proofWords: Readonly<Record<LanguageCode, ProofWords>> = {
  ru: {
    heading: "Сверка",
    columns: ["№", "Мероприятие", "Ответственные", "Срок, как напечатан", "Как понят", "Дни", "Отметка", "Сверено"],
    states: {
      dated: "дни",
      "on-event": "по событию",
      continuous: "всё время плана",
      external: "назначат другие",
      unclear: "не понят",
      none: "срока нет",
    },
    certain: "уверенно",
    toCheck: "проверьте",
    toAsk: "спросите",
    empty: "срока нет",
    until: "до",
    more: "и ещё",
    tableColumns: "Графы таблицы",
    parties: "Стороны",
    plan: "План",
    questions: "Что спросить и проверить",
    last: "последний:",
  },
  en: {
    heading: "Proof",
    columns: ["No.", "Activity", "Responsible", "Deadline as printed", "Understood as", "Days", "Mark", "Read"],
    states: {
      dated: "days",
      "on-event": "on an event",
      continuous: "the whole plan",
      external: "set by others",
      unclear: "not understood",
      none: "no deadline",
    },
    certain: "certain",
    toCheck: "check",
    toAsk: "ask",
    empty: "no deadline",
    until: "until",
    more: "and",
    tableColumns: "Columns of the table",
    parties: "Parties",
    plan: "Plan",
    questions: "What to ask and to check",
    last: "the last:",
  },
};
