/** Characters that Markdown or HTML give a meaning to, as entities: a text of the plan is only ever a text. */
const entities: Readonly<Record<string, string>> = Object.fromEntries(
  [..."&<>\"'`*_{}[]|\\~^"].map((character) => [character, `&#${character.charCodeAt(0)};`]),
);

/** An invisible joint (U+2060) after what would call a person, an issue or an address: both hosts look for those in the finished page. */
const joint = "\u2060";

/** A text for Markdown that is shown as HTML (comments on GitHub and GitLab): one line, no markup, no mention, no link. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/([@#!%$&~])(?=[\p{L}\p{N}])/gu, `$1${joint}`)
    .replace(/:(?=\/\/|[\p{L}+-][\p{L}\p{N}+-]*:)/gu, `:${joint}`)
    .replace(/www\./gi, `www${joint}.`)
    .replace(/[&<>"'`*_{}[\]|\\~^]/g, (character) => entities[character]!);
}
