/** How much more than usual the properties are tried: `FUZZ=50 SEED=7 npx vitest run test/hostile` for a night. */
export const times = Number(process.env["FUZZ"] ?? 1);

/** How often a property is tried, for fast-check. */
export const runs = (usual: number): { readonly numRuns: number } => ({ numRuns: usual * times });
