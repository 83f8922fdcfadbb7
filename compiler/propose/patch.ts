/** A proposal as a patch in the form of a letter, which `git am` takes: header, message, differences. */
import { createTwoFilesPatch } from "diff";
import type { SourceFile } from "../source/span.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { basisText, operationText, subjectOf } from "./describe.ts";
import { proposalMessages } from "./messages.ts";
import type { Proposal } from "./proposal.ts";

/** A line break or an invisible character inside a line of a header or a message would make it another line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\u00a0]+/gu, " ").trim();

/** Lines of somebody's own words, each behind two spaces: none of them can be taken for a header or for a difference. */
const indented = (text: string): string[] => text.split(/\r?\n/).map((line) => `  ${oneLine(line)}`.trimEnd());

/** The message of the commit: what is done, on what basis, and why. */
export function commitMessage(
  proposal: Proposal,
  language: LanguageCode,
): { readonly subject: string; readonly body: string } {
  const { basisHeading, why } = proposalMessages(language);
  const lines = [
    ...proposal.operations.map((operation) => `- ${oneLine(operationText(operation, language))}`),
    ...(proposal.basis === undefined ? [] : ["", `${basisHeading}: ${oneLine(basisText(proposal.basis, language))}`]),
    ...(proposal.why === undefined || proposal.why.trim() === "" ? [] : ["", `${why}:`, ...indented(proposal.why)]),
  ];
  return { subject: subjectOf(proposal, language), body: lines.join("\n") };
}

/** Who a commit is by: the name that was given, else that it came from the site. */
export const authorOf = (
  { author }: Proposal,
  language: LanguageCode,
): { readonly name: string; readonly email: string } => ({
  name: oneLine(author?.name ?? "").replace(/[<>"]/g, "") || proposalMessages(language).anonymous,
  email: author?.email ?? "proposal@srok.invalid",
});

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

/** Words of a header (RFC 2047): encoded, a word of at most 75 characters a line, unless they are ASCII. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes("=?")) return text;
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (new TextEncoder().encode(word + character).length > 45) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${base64(each)}?=`).join("\n ");
}

/** The difference of one file; `before` is undefined for a new one. */
function difference(path: string, before: string | undefined, after: string): string {
  const [old, now] = [`a/${path}`, `b/${path}`];
  const text = createTwoFilesPatch(
    before === undefined ? "/dev/null" : old,
    now,
    before ?? "",
    after,
    undefined,
    undefined,
    {
      context: 3,
    },
  );
  const body = text.slice(text.indexOf("---"));
  return `diff --git ${old} ${now}\n${before === undefined ? "new file mode 100644\n" : ""}${body}`;
}

/** A change of files: their paths from the top of the repository, and their texts before it. */
export interface PatchedFiles {
  readonly before: ReadonlyMap<string, string>;
  readonly after: readonly SourceFile[];
}

/** The patch of a proposal. Texts with carriage returns travel encoded: programs of mail take those away. */
export function patchOf(proposal: Proposal, { before, after }: PatchedFiles, language: LanguageCode): string {
  const { subject, body } = commitMessage(proposal, language);
  const { name, email } = authorOf(proposal, language);
  const differences = after.map(({ path, text }) => difference(path, before.get(path), text)).join("");
  const content = `${body}\n---\n${differences}-- \nsrok\n`;
  const encoded = content.includes("\r");
  return [
    "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001",
    `From: ${encodedWords(name)} <${email}>`,
    `Subject: [PATCH] ${encodedWords(subject)}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    `Content-Transfer-Encoding: ${encoded ? "base64" : "8bit"}`,
    "",
    encoded ? `${base64(content).replace(/.{76}/g, "$&\n")}\n` : content,
  ].join("\n");
}
