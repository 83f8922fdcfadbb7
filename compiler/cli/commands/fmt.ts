import { format } from "../../edit/format.ts";
import { classifyPath } from "../../load/file-layout.ts";
import { planFolder, flagOption } from "../terminal/arguments.ts";
import type { Command } from "../terminal/command.ts";
import { writeEdited } from "../work/undo.ts";
import { gapFiller, gapLines } from "../work/complete-deadlines.ts";
import { filled, type Localized } from "../messages/messages.ts";
import { readPlan } from "../files/sources.ts";
import { mendModeline } from "../files/mend-modeline.ts";
import { writeNames } from "../files/write-names.ts";

const messagesByLanguage = {
  ru: {
    formatted: "Приведено к виду: {path}",
    notFormatted: "Отличается от принятого вида: {path} (исправить: srok fmt)",
    allFormatted: "Все файлы в принятом виде.",
    cannotFormat: "Не тронут, в нём ошибка или вид не сохранил бы комментарии: {path}",
  },
  en: {
    formatted: "Formatted: {path}",
    notFormatted: "Not in the canonical style: {path} (srok fmt corrects it)",
    allFormatted: "All files are in the canonical style.",
    cannotFormat: "Left alone, it has an error or would lose comments: {path}",
  },
};

const usage: Localized = {
  ru: `srok fmt – привести файлы плана к одному порядку ключей и одному виду; комментарии остаются

  Срок, записанный одними словами (deadline: до 1 марта), получает правило; записанный одним правилом – слова.
  Что читается по-разному или не читается, остаётся как было и называется с местом (выход 1).
  --check           ничего не менять, только назвать файлы, которые отличаются (выход 1); проверкой плана не служит
  --style           только вид: слов и правил не дописывать; файл, который не привести, остаётся как был (выход 0)
  --names           только обновить имена сторон, событий, периодов и пунктов, которые подсказывает редактор`,
  en: `srok fmt – put the plan's files into one order of keys and one style; comments stay

  A deadline that has only its words (deadline: до 1 марта) gets its rule, one that has only its rule gets the words.
  What can be read in several ways, or not at all, is left and told with its place (exit status 1).
  --check           change nothing, name the files that differ (exit status 1); no part of the plan's check
  --style           style alone: write no words and no rules; a file that cannot be formatted stays as it was (exit status 0)
  --names           only bring up to date the names of parties, events, periods and items that editors complete`,
};

/**
 * `srok fmt`: the plan's files in one order of keys and one style, deadlines with both their words and their rule; with
 * `--check` only says which are not. The names that editor programs complete follow.
 */
export const fmt: Command = {
  name: "fmt",
  usage,
  options: { check: flagOption, names: flagOption, style: flagOption },
  positionals: [],
  run({ options }, terminal) {
    const own = messagesByLanguage[terminal.language];
    const plan = planFolder(options);
    const sources = readPlan(options, terminal);
    if (options["names"] === true) return (writeNames(plan, sources, terminal), 0);
    const check = options["check"] === true;
    const fill = options["style"] === true ? () => undefined : gapFiller(sources);
    const all = sources.flatMap((source) => {
      const { path, text } = source;
      const place = classifyPath(path);
      if (place === undefined) return [];
      const whole = fill(source, place);
      const after = format(mendModeline({ path, text: whole?.text ?? text }, plan), place.kind);
      // A gap that is left is reported at its place in the file as it will be written.
      const shown = { path, text: check || after === undefined ? text : after };
      return [
        {
          path,
          before: text,
          after,
          left: whole === undefined ? [] : gapLines(shown, fill(shown, place)?.gaps ?? [], terminal),
        },
      ];
    });
    for (const { path, after } of all) if (after === undefined) terminal.note(filled(own.cannotFormat, { path }));
    const edited = all.flatMap(({ path, before, after }) =>
      after === undefined || after === before ? [] : [{ path, text: after }],
    );
    if (!check && edited.length > 0) writeEdited(edited, options, terminal);
    if (!check) writeNames(plan, sources, terminal);
    for (const { path } of edited) terminal.print(filled(check ? own.notFormatted : own.formatted, { path }));
    const left = all.flatMap((file) => file.left);
    for (const line of left) terminal.print(line);
    if (edited.length === 0 && left.length === 0) terminal.print(own.allFormatted);
    return left.length > 0 || (check && edited.length > 0) ? 1 : 0;
  },
};
