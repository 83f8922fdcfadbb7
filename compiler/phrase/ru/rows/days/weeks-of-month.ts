/** «последняя неделя августа»: by the calendar or seven days in a row; one meaning where both are the same days. */
import type { GrammarMatch } from "../../../engine/match.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import type { Interpretation } from "../../../interpretation.ts";
import { weeksOfMonth } from "../../../sense/weeks.ts";
import { month } from "../../words/calendar-words.ts";
import { ordinal } from "../../words/numbers.ts";
import { year } from "../../words/years.ts";

export const weekOfMonth = (match: GrammarMatch): readonly Interpretation[] | Refusal | undefined =>
  weeksOfMonth({ month: match.one(month), year: match.get(year) }, match.get(ordinal), match);
