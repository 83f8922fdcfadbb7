/** The two ways in which people without a mouse work on a page: each does the same few things to it. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { patience, type Opening } from "./edit-page.ts";

export interface Hands {
  readonly opening: Opening;
  /** A button or a link. */
  press(target: Locator): Promise<void>;
  /** One of several round marks. */
  choose(radio: Locator): Promise<void>;
  /** The first line of a list that begins with these letters. */
  pick(list: Locator, start: string): Promise<void>;
  /** Writes in place of what a field holds. */
  write(field: Locator, text: string): Promise<void>;
  /** A day as YYYY-MM-DD in a date field. */
  date(field: Locator, day: string): Promise<void>;
}

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((node) => node === document.activeElement);

/** Whether the focus is in the group of a radio button. */
const isInGroup = (radio: Locator): Promise<boolean> =>
  radio.evaluate(
    (node) =>
      document.activeElement instanceof HTMLInputElement &&
      document.activeElement.type === "radio" &&
      document.activeElement.name === (node as HTMLInputElement).name,
  );

/** More than a page has places for the focus. */
const places = 250;

/** Presses a key until something is so. */
async function until(done: () => Promise<boolean>, { key, target }: { key: string; target: Locator }): Promise<void> {
  for (let pressed = 0; !(await done()); pressed += 1) {
    if (pressed === places) throw new Error(`no ${key} leads to ${target.toString()}`);
    await target.page().keyboard.press(key);
  }
}

const tabTo = (target: Locator): Promise<void> => until(() => isFocused(target), { key: "Tab", target });

const chosenLine = (list: Locator): Promise<string> =>
  list.evaluate((node) => (node as HTMLSelectElement).selectedOptions[0]?.text ?? "");

/** The keyboard alone: no place is reached but by Tab and the arrows. */
const keyboard: Hands = {
  opening: { width: 1280 },
  async press(target) {
    await tabTo(target);
    await target.page().keyboard.press("Enter");
  },
  async choose(radio) {
    await until(() => isInGroup(radio), { key: "Tab", target: radio });
    await until(() => isFocused(radio), { key: "ArrowDown", target: radio });
    // The first of a group in which nothing is chosen has the focus without being chosen.
    if (!(await radio.isChecked())) await radio.page().keyboard.press("Space");
    await expect.poll(() => radio.isChecked(), patience).toBe(true);
  },
  async pick(list, start) {
    await tabTo(list);
    const isChosen = async (): Promise<boolean> => (await chosenLine(list)).startsWith(start);
    await until(isChosen, { key: "ArrowDown", target: list });
  },
  async write(field, text) {
    await tabTo(field);
    await field.page().keyboard.press("Control+A");
    await field.page().keyboard.type(text);
  },
  async date(field, day) {
    await tabTo(field);
    const [year, month, date] = day.split("-") as [string, string, string];
    // A date field takes its parts in the order of the browser's language.
    await field.page().keyboard.type(`${month}${date}${year}`);
    expect(await field.inputValue()).toBe(day);
  },
};

/** A phone's screen: everything is tapped; lists and days are chosen on what the phone itself lays over the page. */
const phone: Hands = {
  opening: { width: 375 },
  press: (target) => target.tap(),
  async choose(radio) {
    await radio.locator("xpath=..").tap();
    await expect.poll(() => radio.isChecked(), patience).toBe(true);
  },
  async pick(list, start) {
    const lines = await list.locator("option").allInnerTexts();
    await list.selectOption({ index: lines.findIndex((line) => line.startsWith(start)) });
  },
  async write(field, text) {
    await field.tap();
    await field.selectText();
    await field.page().keyboard.insertText(text);
  },
  date: (field, day) => field.fill(day),
};

export const hands = { "with the keyboard alone": keyboard, "on a phone": phone };
