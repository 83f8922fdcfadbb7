/**
 * How much of their work the random tests do: a tenth in a fast run, a quarter in that of all tests, all of it and more in `npm run test:long`
 * (`FUZZ=50 SEED=7 npx vitest run test/hostile` for a night).
 */
export const times = Number(process.env["FUZZ"] ?? 0.25);

/** How often a property is tried, for fast-check: `whole` times where nobody waits. */
export const runs = (whole: number): { readonly numRuns: number } => ({ numRuns: Math.ceil(whole * times) });
