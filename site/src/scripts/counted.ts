/** Texts with a number, by the plural categories of a language (CLDR). */
export type Counted = Readonly<Record<string, string>>;

/** The text for a number, which stands in the place of `{n}`. */
export const counted = (n: number, forms: Counted, language: string): string =>
  (forms[new Intl.PluralRules(language).select(n)] ?? forms["other"] ?? "").replace("{n}", String(n));

const dayLength = 86_400_000;

/** How far a day is from another: «сегодня», «завтра», «через 7 дней»; `passed` for one before it. */
export function distance(
  from: string,
  to: string,
  texts: { readonly today: string; readonly tomorrow: string; readonly inDays: Counted; readonly passed?: string },
  language: string,
): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
  if (days < 0 && texts.passed !== undefined) return texts.passed;
  if (days === 0) return texts.today;
  return days === 1 ? texts.tomorrow : counted(days, texts.inDays, language);
}
