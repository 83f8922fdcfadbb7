import { expect, test } from "vitest";
import { srok } from "./serving/srok.ts";
import { repository } from "./plan-files.ts";

/** What a wrong call is answered with: status 2, one line, in the reader's language. */
test.each([
  [["explain"], "не указано: ПУНКТ"],
  [["import", "--lang", "en"], "missing: FILE"],
  [["chek"], "команды «chek» нет; возможно, srok check"],
  [["check", "--frmat", "json"], "ключа --frmat у этой команды нет; возможно, --format"],
  [["list", "--party", "ДОО"], "стороны «ДОО» нет; возможно, doo"],
  [["list", "--party", "школы"], "стороны «школы» нет; возможно, ooo"],
  [["list", "--from", "01.04.2024"], "--from: «01.04.2024» не годится; нужно: 2024-04-01"],
  [["list", "--from", "2024-05-01", "--to", "2024-04-01"], "--from (2024-05-01) позже, чем --to (2024-04-01)"],
  [["explain", "1.1.55"], "пункта 1.1.55 в плане нет; возможно, 1.1.5"],
] as const)("srok %j", (words, answer) => {
  expect(srok(repository, ...words)).toEqual({ status: 2, output: `srok: ${answer}\n` });
});
