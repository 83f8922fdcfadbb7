/** Lines by day: a line with `after` stands under its day only once that earlier one has passed. */
interface Listed {
  readonly iso: string;
  readonly lines: readonly { readonly after?: string | null }[];
}

/** The days from a date on, each with the lines that stand under it on that date; a day without any is left out. */
export function comingFrom<Day extends Listed>(days: readonly Day[], date: string): Day[] {
  return days
    .filter(({ iso }) => iso >= date)
    .map((day) => ({ ...day, lines: day.lines.filter(({ after }) => (after ?? "") < date) }))
    .filter(({ lines }) => lines.length > 0);
}
