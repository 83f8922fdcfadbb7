import fc from "fast-check";

// The same cases on every run; `SEED=7 npx vitest run` tries others.
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 1) });
