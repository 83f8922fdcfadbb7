import { counted, type Forms } from "../../locale/languages.ts";
import { russian } from "../../locale/ru.ts";
import type { FeedMessages } from "./feed-messages.ts";
import { quote } from "../../explain/ru.ts";

const points: Forms = ["пункт", "пункта", "пунктов"];

/** Russian. */
export const russianFeedMessages: FeedMessages = {
  name: (party, plan) => `${party} – ${plan}`,
  coordinates: (party) => `${party} (координация)`,
  withAlarms: (name) => `${name} (с напоминаниями)`,
  all: "Все сроки",
  lead: (party, plan) => `${party}. Сроки и контроль. ${plan}.`,
  leadAll: (plan) => `Все сроки и контроли. ${plan}.`,
  ofGroups: (groups) => `Здесь и то, что поручено группам, в которые входит организация: ${groups}.`,
  ofOfficers: (officers) => `Здесь и обязанности специалистов: ${officers}.`,
  ofController: "Здесь и все контроли по плану.",
  ofOverseen: (parties, clause, scope) =>
    `В порядке координации${clause === undefined ? "" : ` (пункт ${clause} приказа)`}: исполняют ${parties ?? "все, кто назван в плане"}.${scope.length === 0 ? "" : ` Словами приказа: ${scope.map(quote).join("; ")}.`}`,
  ended: (party, plan) => `${party}: этого календаря больше нет, его записи отменены. ${plan}.`,
  ofParties: (parties) => `Здесь собраны, без повторов: ${parties}.`,
  ofMembers: (members) =>
    `Здесь то, что поручено группе целиком: ${members}. В собственных календарях участников это тоже есть.`,
  undated: ({ onEvent, continuous, external, none }, plan) => {
    const parts = [
      onEvent > 0 ? `${counted(russian, onEvent, points)} – по событию` : "",
      continuous > 0 ? `${counted(russian, continuous, points)} – постоянно` : "",
      external > 0 ? `${counted(russian, external, points)} – по срокам другого акта` : "",
      none > 0 ? `${counted(russian, none, points)} – без срока` : "",
    ].filter((text) => text !== "");
    return parts.length === 0
      ? ""
      : `Не в календаре, потому что без даты (${/^\d{4}$/.test(plan) ? `${plan}\u00a0год` : `план ${russian.named(plan)}`}): ${parts.join(", ")}.`;
  },
  shortened:
    "Чтобы календарь поместился в программы, описания записей здесь короче: слова приказа, ответственные и расчёт – на страницах пунктов, по ссылке в записи.",
  pastLeftOut: (day) =>
    `Чтобы календарь поместился в программы, сроков, прошедших до ${day}, здесь нет: они на страницах пунктов.`,
  verified: (day) => `Сверено с планом ${day}.`,
  page: (address) => `Все сроки и как они посчитаны: ${address}`,
};
