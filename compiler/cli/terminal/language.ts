import { languages, type LanguageCode } from "../../locale/languages.ts";
import { UsageError } from "./terminal.ts";

type Environment = Readonly<Record<string, string | undefined>>;
/** The language of the plan in a folder, of one of its series where that is named; undefined where there is no plan. */
type LanguageOfPlan = (folder: string, series: string | undefined) => LanguageCode | undefined;

const codes = Object.keys(languages) as readonly LanguageCode[];
/** The language where nothing says one. */
const first: LanguageCode = "ru";

const isCode = (text: string): text is LanguageCode => (codes as readonly string[]).includes(text);

/** The value of an option among the words of a call; undefined where it is left out, empty where its value is. */
function valueOf(words: readonly string[], name: string): string | undefined {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at === -1) return undefined;
  return words[at] === name ? (words[at + 1] ?? "") : words[at]!.slice(name.length + 1);
}

/** Throws a UsageError for what is no language. */
function code(name: string, value: string): LanguageCode {
  if (!isCode(value)) throw new UsageError(`${name}: ${codes.join(", ")}`);
  return value;
}

/** The language that a terminal is set to; undefined where it is set to none (`C`), and English where it is one of others. */
function ofTerminal(environment: Environment): LanguageCode | undefined {
  const set = [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].find((text) => text);
  const [name = ""] = (set ?? "").toLowerCase().split(/[_.@]/);
  if (name === "" || name === "c" || name === "posix") return undefined;
  return isCode(name) ? name : "en";
}

/** Whether a call writes a comment on a request, which is for everybody and speaks as the plan does. */
const isComment = (words: readonly string[]): boolean => words[0] === "diff" && valueOf(words, "--format") === "md";

/**
 * The language that the command speaks: that of `--lang`, else of SROK_LANG, else of the plan, else of the terminal. A comment on a
 * request is in the plan's whatever is set here. Throws a UsageError for a language that there is not.
 */
export function languageOf(
  words: readonly string[],
  environment: Environment,
  languageOfPlan: LanguageOfPlan,
): LanguageCode {
  const [asked, set] = [valueOf(words, "--lang"), environment["SROK_LANG"] ?? ""];
  if (asked !== undefined) return code("--lang", asked);
  if (set !== "" && !isComment(words)) return code("SROK_LANG", set);
  const plan = languageOfPlan(valueOf(words, "--plan") ?? "plan", valueOf(words, "--series"));
  return plan ?? ofTerminal(environment) ?? first;
}
