import type { ChosenColumns, ColumnRole } from "../../document/recognise/columns.ts";
import { filled } from "../messages/messages.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";

/** How columns are called on the command line. */
const columnNames: Readonly<Record<string, ColumnRole>> = {
  номер: "number",
  мероприятие: "activity",
  срок: "deadline",
  начало: "start",
  окончание: "end",
  время: "time",
  ответственные: "responsible",
  number: "number",
  activity: "activity",
  deadline: "deadline",
  start: "start",
  end: "end",
  time: "time",
  responsible: "responsible",
};

/** Columns chosen by hand: «срок=Период; ответственные=Кто». Throws a UsageError for a column that is none. */
export function chosenColumns(text: string | undefined, terminal: Terminal): ChosenColumns {
  return new Map(
    (text ?? "").split(";").flatMap((part): [ColumnRole, string][] => {
      if (part.trim() === "") return [];
      const [name = "", heading = ""] = part.split(/=(.*)/s).map((each) => each.trim());
      const role = columnNames[name.toLowerCase()];
      if (role === undefined || heading === "")
        throw new UsageError(
          filled(terminal.messages.badValue, {
            name: "--columns",
            value: part.trim(),
            expected: terminal.language === "ru" ? "срок=Период" : "deadline=Period",
          }),
        );
      return [[role, heading]];
    }),
  );
}
