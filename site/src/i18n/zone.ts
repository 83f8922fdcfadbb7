/** What people call a time zone: «Екатеринбург» rather than its name in a database. The same in summer and in winter. */
export function zoneName(language: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(
    new Date(0),
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
