import { escapeMarkup } from "../../../compiler/source/markup.ts";

/** Markup that is printed as it is (`set:html`): whatever came into it from a plan is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between the markup: text, which is escaped, or markup; null prints nothing. */
type Printed = string | Html | readonly Html[] | null;

/** Pieces of markup one after another. */
export const joined = (pieces: readonly Html[]): string => pieces.map(({ text }) => text).join("");

const printed = (value: Printed): string =>
  value === null
    ? ""
    : typeof value === "string"
      ? escapeMarkup(value)
      : value instanceof Html
        ? value.text
        : joined(value);

/** Markup as a template. For what stands on many pages and is cached; all else is a component's. */
export const html = (markup: TemplateStringsArray, ...values: readonly Printed[]): Html =>
  new Html(markup.reduce((text, next, index) => `${text}${printed(values[index - 1]!)}${next}`));
