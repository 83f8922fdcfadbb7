/** Runs calls of the command, a word of `process.argv` each, and prints last how often each has called `compile`. For compiled-once.test.ts. */
import { Session } from "node:inspector/promises";

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true });
const counts: number[] = [];
for (const call of process.argv.slice(2)) {
  process.argv.splice(2, Infinity, ...call.split(" "));
  await import(`../../../compiler/cli/main.ts?${counts.length}`);
  if (process.exitCode !== 0) throw new Error(`srok ${call} ended with ${process.exitCode}`);
  // Counts begin anew when they are taken.
  const { result } = await session.post("Profiler.takePreciseCoverage");
  counts.push(
    result
      .filter(({ url }) => url.endsWith("/compiler/compile.ts"))
      .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName === "compile"))
      .reduce((sum, { ranges }) => sum + ranges[0]!.count, 0),
  );
}
process.stdout.write(`${JSON.stringify(counts)}\n`);
