/** Prints what the compiler makes of a plan's folder: `node test/e2e/command/print-compiled.ts FOLDER [--shuffled]`. For determinism.test.ts. */
import { compile } from "../../../compiler/compile.ts";
import { describe, inReadingOrder } from "../../../compiler/diagnostics/render.ts";
import { goldenPlan } from "../../cases/golden-plan.ts";
import { readPlan } from "../../plan-files.ts";

const [folder = "", order] = process.argv.slice(2);
const sources = readPlan(folder);
// Every seventh first, backwards: an order that no file system hands out.
const shuffled = [...sources].reverse().sort((a, b) => (sources.indexOf(a) % 7) - (sources.indexOf(b) % 7));
const { value, diagnostics } = compile(order === "--shuffled" ? shuffled : sources);
const told = inReadingOrder(diagnostics).map((diagnostic) => ({ ...diagnostic, ...describe(diagnostic, "ru") }));
process.stdout.write(JSON.stringify({ plans: value.plans.map(goldenPlan), told }));
