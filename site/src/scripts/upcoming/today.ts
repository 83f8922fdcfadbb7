interface DatesOfZones {
  readonly Temporal?: {
    readonly Instant: {
      fromEpochMilliseconds(at: number): { toZonedDateTimeISO(timeZone: string): { toPlainDate(): object } };
    };
  };
}

/**
 * Today where the plan is in force, as `YYYY-MM-DD`. The first `Intl.DateTimeFormat` of a page keeps a phone from answering for a tenth of
 * a second, so it is asked only where there is no `Temporal`.
 */
export function todayIn(timeZone: string): string {
  const { Temporal } = globalThis as DatesOfZones;
  if (Temporal !== undefined)
    return String(Temporal.Instant.fromEpochMilliseconds(Date.now()).toZonedDateTimeISO(timeZone).toPlainDate());
  const form = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-CA", form).format(new Date());
}
