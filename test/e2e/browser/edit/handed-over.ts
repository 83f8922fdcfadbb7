/** What the page hands over, held to the program that takes it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { plan2024Folder } from "../../../plan-files.ts";
import { deskIn, type Desk } from "../../command/srok.ts";
import { words } from "./edit-page.ts";

/** Presses the button of a way to hand over and returns what is downloaded. */
export async function downloaded(page: Page, press: () => Promise<unknown>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

export const proposeButton = (page: Page): Locator => page.getByRole("button", { name: "Предложить изменение" });

/** A checkout of the frozen plan. */
function checkout(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "srok-edit-"));
  cpSync(plan2024Folder, join(folder, "plan"), { recursive: true });
  const desk = deskIn(folder);
  desk.git("init", "--quiet", "--initial-branch=main");
  desk.git("add", "--all");
  desk.git("commit", "--quiet", "--message", "Начало");
  return desk;
}

/**
 * Proposes and holds what comes to the program: `srok propose` takes the file onto a branch, `git am` the patch, both give the same
 * files, and `srok diff` says of them what the page said. Returns the message of the commit.
 */
export async function handedOver(
  page: Page,
  press = (button: Locator): Promise<unknown> => button.click(),
): Promise<string> {
  const file = await downloaded(page, () => press(proposeButton(page)));
  const patch = await downloaded(page, () => press(page.getByRole("button", { name: "Сохранить патч" })));
  const said = await words(page, "[data-effect]");
  const desk = checkout();
  try {
    writeFileSync(join(desk.folder, "p.json"), file.text);
    writeFileSync(join(desk.folder, "p.patch"), patch.text);
    expect(desk.srok("propose", "p.json", "--branch", "proposal").status).toBe(0);
    desk.git("am", "--quiet", "p.patch");
    expect(desk.git("diff", "proposal", "HEAD")).toBe("");
    const { out, status } = desk.srok("diff", "HEAD~1");
    expect(status).toBe(0);
    const summary = out.replace(/\s+/g, " ").split(" Кого касается")[0]!;
    // The command names the files too of a change that moves nothing.
    const same = summary.startsWith("Сроки, пункты и ответственные не меняются.");
    expect(said).toContain(same ? "Ни одна дата не меняется." : summary);
    for (const date of out.matchAll(/→ ((?:до )?(?:пн|вт|ср|чт|пт|сб|вс)\s\d+\s[а-я]+)$/gm))
      expect(said).toContain(date[1]!.replace(/\s+/g, " "));
    return desk.git("log", "-1", "--format=%B");
  } finally {
    rmSync(desk.folder, { recursive: true, force: true });
  }
}
