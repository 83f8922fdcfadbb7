/** The cards of a series: which there are, where they stand, which of them shows a page. */
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { DayView } from "../../../compiler/views/days.ts";
import { shownDays } from "../../../compiler/views/item/card.ts";
import type { SeriesSite } from "../context/site.ts";
import { dayCard, seriesCard } from "./cards.ts";

/** A picture for previews, its path below the series. */
export interface Preview {
  readonly path: string;
  /** What it shows, for who does not see it. */
  readonly alt: string;
}

/** «пятница», «рабочая суббота». */
const weekdayOf = ({ t }: SeriesSite, { kind, isoWeekday, weekdayName }: DayView): string =>
  kind === "working-weekend" ? t.dayPage.working(isoWeekday, weekdayName) : weekdayName;

const ofDay = (series: SeriesSite, plan: ResolvedPlan, day: DayView): Preview => ({
  path: `${plan.id}/cards/${day.iso}.png`,
  alt: `${day.fullDate}, ${weekdayOf(series, day)}`,
});
const ofSeries = ({ plan }: SeriesSite): Preview => ({ path: "card.png", alt: plan.series.data.name });

/** The picture of a page about a day, or about none: a day has one where it is all that an item answers. */
export function previewOf(series: SeriesSite, plan: ResolvedPlan, day: DayView | undefined): Preview {
  const shown = day === undefined ? undefined : shownDays(plan).get(day.iso);
  return shown === undefined ? ofSeries(series) : ofDay(series, plan, shown);
}

/** The pictures of a series, each drawn when it is asked for. */
export function previews(series: SeriesSite): readonly (Preview & { readonly bytes: () => Uint8Array })[] {
  return [
    { ...ofSeries(series), bytes: () => seriesCard(series.plan) },
    ...series.plans.flatMap((plan) =>
      [...shownDays(plan).values()].map((day) => ({
        ...ofDay(series, plan, day),
        bytes: () => dayCard(plan, day, weekdayOf(series, day)),
      })),
    ),
  ];
}
