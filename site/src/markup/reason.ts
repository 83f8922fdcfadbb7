import { capitalised } from "../../../compiler/source/capitalised.ts";
import type { DueView } from "../../../compiler/views/dues.ts";
import type { Strings } from "../i18n/strings.ts";

/** What a day off does to a date that stands under `shown`: the named day is told, and what comes of it. */
function offReason(t: Strings, due: DueView, shown: string): readonly string[] {
  const { day, rolled, rollSource } = due;
  if (due.snapshot || (!day.off && shown === day.iso)) return [];
  if (rolled !== null && shown === rolled.iso) return [t.answer.rolled(day, rolled, rollSource ?? "")];
  const safe = due.planBy ?? due.lastWorking;
  if (safe === null) return [];
  return shown === safe.iso ? [t.answer.safe(day, safe)] : [t.answer.safePassed(day, safe)];
}

/** Why a date stands under a day: the plan's own words, who checks, and what a day off does to it. */
export function reasonText(t: Strings, due: DueView, shown: string, controller: string | null): string {
  const named = t.answer.named(t.quote(due.wording));
  return [
    due.kind === "control" ? t.answer.checked(controller, named) : `${capitalised(named)}.`,
    ...(due.conditional === null ? [] : [t.answer.onCondition(due.conditional)]),
    ...offReason(t, due, shown),
  ].join(" ");
}
