import { describe, expect, test } from "vitest";
import { commandNames, generalUsage, loadCommand } from "../../compiler/cli/commands/registry.ts";
import { runCommand } from "../../compiler/cli/terminal/command.ts";
import { openTerminal } from "../../compiler/cli/terminal/terminal.ts";

const languages = ["ru", "en"] as const;
const terminals = { ru: openTerminal("ru"), en: openTerminal("en") };

/** What a command prints for its words, and its exit status. */
async function answer(name: string, words: readonly string[], language: "ru" | "en"): Promise<[string, number]> {
  const lines: string[] = [];
  const terminal = { ...terminals[language], print: (text: string) => void lines.push(text) };
  const command = (await loadCommand(name))!;
  const status = await runCommand(command, words, terminal);
  return [lines.join("\n"), status];
}

describe("usage", () => {
  test.each(commandNames)("srok %s --help names the command, and the same options in both languages", async (name) => {
    const { options } = (await loadCommand(name))!;
    const usages = await Promise.all(languages.map((language) => answer(name, ["--help"], language)));
    for (const [text, status] of usages) {
      expect(status).toBe(0);
      expect(text).toMatch(new RegExp(`^srok ${name}( .*)? – `));
    }
    const named = usages.map(([text]) => Object.keys(options).filter((option) => text.includes(`--${option}`)));
    expect(named[0]).toEqual(named[1]);
  });

  test.each(languages)("the general usage names every command that people call (%s)", (language) => {
    const lines = generalUsage(terminals[language]).split("\n");
    const listed = commandNames.filter((name) => lines.some((line) => line.startsWith(`  srok ${name} `)));
    expect(commandNames.filter((name) => !listed.includes(name))).toEqual(["comment"]);
    for (const line of lines.filter((each) => each.startsWith("  srok "))) expect(line).toMatch(/^.{25} \S/);
  });

  test("a name that no command has is none, though objects have it", async () => {
    expect(await loadCommand("constructor")).toBeUndefined();
  });
});
