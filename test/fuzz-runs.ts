/**
 * How much of their work the random tests do: a tenth in a fast run, a quarter in that of all tests, all of it and more in `npm run test:long`
 * (`FUZZ=50 SEED=7 npx vitest run test/hostile` for a night).
 */
export const times = Number(process.env["FUZZ"] ?? 0.25);

/** Whether nobody waits for the run, so that everything is tried in every variant. */
export const thorough = times > 1;

/** Of the variants of one thing, all where nobody waits, else the first. */
export const variantsOf = <T>(all: readonly T[]): readonly T[] => (thorough ? all : all.slice(0, 1));

/** The cases that are tried with one of some variants: all where nobody waits; else the variants are dealt out to the cases in turn. */
export const casesFor = <V, T>(variant: V, variants: readonly V[], cases: readonly T[]): readonly T[] =>
  thorough ? cases : cases.filter((_, index) => variants[index % variants.length] === variant);

/** How often a property is tried, for fast-check: `whole` times where nobody waits. */
export const runs = (whole: number): { readonly numRuns: number } => ({ numRuns: Math.ceil(whole * times) });
