import { createInterface } from "node:readline/promises";
import { answerValue, questions, type Context, type Question } from "../../create/questions.ts";
import type { Answers } from "../../create/answers.ts";
import type { LanguageCode } from "../../locale/languages.ts";
import { textOption, type Options } from "../terminal/arguments.ts";
import { UsageError, type Terminal } from "../terminal/terminal.ts";
import { filled } from "../messages/messages.ts";

/** What is known while a person is asked. */
interface Asking {
  readonly known: Partial<Answers>;
  readonly context: Context;
  /** The language of the questions. */
  readonly language: LanguageCode;
}

/** Asks one question of the person at the terminal until an answer fits; an empty one takes what is in brackets. */
async function askPerson(
  question: Question,
  { known, context, language }: Asking,
  terminal: Terminal,
  read: (prompt: string) => Promise<string>,
): Promise<string> {
  const fallback = question.fallback(known, context);
  const prompt = `${question.text[language]}${fallback === undefined ? "" : ` [${fallback}]`}: `;
  for (;;) {
    const answer = (await read(prompt)).trim() || (fallback ?? "");
    if (question.fits(answer, context)) return answer;
    const expected = question.expected(context)[language];
    terminal.note(filled(terminal.messages.badValue, { name: question.text[language], value: answer, expected }));
  }
}

/**
 * What a new plan is made from: each answer from its option, else from the person at the terminal, else what an empty answer
 * means. Throws a UsageError for an option that does not fit, and where nobody can be asked for what has no other answer.
 */
export async function ask(
  options: Options,
  context: Context,
  terminal: Terminal,
  given: Partial<Answers> = {},
): Promise<Answers> {
  const input = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : undefined;
  const known: Record<string, string | number> = { ...given };
  try {
    for (const question of questions) {
      const { key, flag } = question;
      const option = textOption(options, flag)?.trim();
      if (option === undefined && key in known) continue;
      const language = (known["language"] as LanguageCode | undefined) ?? terminal.language;
      if (option === undefined && input !== undefined) {
        const read = (prompt: string): Promise<string> => input.question(prompt);
        const answer = await askPerson(question, { known, context, language }, terminal, read);
        known[key] = answerValue(question, answer);
        continue;
      }
      const answer = option ?? question.fallback(known, context);
      const expected = question.expected(context)[terminal.language];
      if (answer === undefined)
        throw new UsageError(filled(terminal.messages.missingArgument, { name: `--${flag} (${expected})` }));
      if (!question.fits(answer, context))
        throw new UsageError(filled(terminal.messages.badValue, { name: `--${flag}`, value: answer, expected }));
      known[key] = answerValue(question, answer);
    }
  } finally {
    input?.close();
  }
  return known as unknown as Answers;
}
