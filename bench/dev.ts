/** How long `srok dev` takes from a save to the page that shows it. */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { median } from "./measure.ts";

const section = join("gis-obrazovanie", "2024", "section-1.yaml");
/** The first row whose activity is a plain scalar, up to its words. */
const firstRow = /^ {2}- id: "(?<id>[\d.]+)"\n {4}activity: (?=\p{L})/mu;
const patience = 120_000;

/** Asks for a page until it says something; gives how long that took, in seconds. Throws when it does not. */
async function untilSaid(address: string, words: string): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < patience) {
    const text = await fetch(address).then(
      (answer) => answer.text(),
      () => "",
    );
    if (text.includes(words)) return (performance.now() - began) / 1000;
    await setTimeout(5);
  }
  throw new Error(`${address} does not say «${words}»`);
}

/** The median of some saves of a plan under the command of a checkout, in seconds of wall time; the plan is left alone. */
export async function saveToAnswer(checkout: string, plan: string, port: number, saves: number): Promise<number> {
  const own = mkdtempSync(join(tmpdir(), "srok-bench-dev-"));
  cpSync(plan, own, { recursive: true });
  const file = join(own, section);
  const original = readFileSync(file, "utf8");
  const [row, id] = firstRow.exec(original)!;
  const server = spawn(
    process.execPath,
    [join(checkout, "compiler", "srok.js"), "dev", "--plan", own, "--port", String(port)],
    { cwd: checkout, stdio: "ignore" },
  );
  try {
    const address = `http://localhost:${port}/2024/items/${id}/`;
    await untilSaid(address, "</html>");
    const taken: number[] = [];
    for (let save = 0; save < saves; save++) {
      writeFileSync(file, original.replace(row, `${row}Правка ${save} `));
      taken.push(await untilSaid(address, `Правка ${save} `));
    }
    return median(taken);
  } finally {
    server.kill();
    rmSync(own, { recursive: true, force: true });
  }
}
