import fc from "fast-check";

/** More CPU time than any input may take, in seconds: what takes longer is as good as hanging. */
const longest = 30;

let began = process.cpuUsage();

// The same cases on every run; `SEED=7 FUZZ=50 npx vitest run` tries others, fifty times as many.
fc.configureGlobal({
  seed: Number(process.env["SEED"] ?? 1),
  beforeEach: () => {
    began = process.cpuUsage();
  },
  afterEach: () => {
    const { user, system } = process.cpuUsage(began);
    if (user + system > longest * 1e6)
      throw new Error(`One input took ${((user + system) / 1e6).toFixed(1)} s of CPU time, more than ${longest} s`);
  },
});
