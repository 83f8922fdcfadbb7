/** A plan by its id in a sentence: a calendar year as one, what is none by its name. */
const isYear = (plan: string): boolean => /^\d{4}$/.test(plan);

/** «2024 год». */
export const named = (plan: string): string => (isYear(plan) ? `${plan} год` : plan);

/** «2024 года», «плана „2.1“». */
export const of = (plan: string): string => (isYear(plan) ? `${plan} года` : `плана «${plan}»`);

/** After «план», «плане»: «на 2024 год», «„2.1“». */
export const on = (plan: string): string => (isYear(plan) ? `на ${plan} год` : `«${plan}»`);

/** «в 2024 году», «по плану „2.1“». */
export const within = (plan: string): string => (isYear(plan) ? `в ${plan} году` : `по плану «${plan}»`);
