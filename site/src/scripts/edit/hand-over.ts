/** The ways out of the page: a file, a patch, a letter, the device's own list of programs. */
import { fill } from "../calculator/data.ts";
import type { EditTexts, Handed } from "./protocol.ts";

/** A name for the file of a proposal: what it is about, in letters that every system has. */
export function fileName({ json }: Handed, texts: EditTexts): string {
  const { operations } = JSON.parse(json) as {
    readonly operations: readonly { readonly item?: string; readonly row?: { readonly id: string } }[];
  };
  const about = operations.flatMap(({ item, row }) => item ?? row?.id ?? [])[0];
  return `${texts.fileName}${about === undefined ? "" : `-${about.replace(/[^\w.-]+/g, "-")}`}`;
}

/** The longest address that every mail program takes. */
const longestLetter = 1800;

/** A letter with the summary; the file has to be attached by hand, which no address can do. */
export function letterHref(to: string, { subject, body }: Handed, name: string, texts: EditTexts): string {
  const address = (text: string): string =>
    `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(fill(texts.letterBody, { body: text, name }))}`;
  let text = body;
  while (address(text).length > longestLetter && text.length > 20)
    text = `${text.slice(0, Math.floor(text.length * 0.8))}…`;
  return address(text);
}

const proposalFile = (name: string, { json }: Handed): File =>
  new File([json], `${name}.json`, { type: "application/json" });
/** Programs take texts where they refuse JSON. */
const textFile = (name: string, { json }: Handed): File => new File([json], `${name}.txt`, { type: "text/plain" });

/** Whether the device can hand a file to another program. */
export function canShare(): boolean {
  try {
    return navigator.canShare?.({ files: [new File(["{}"], "x.txt", { type: "text/plain" })] }) === true;
  } catch {
    return false;
  }
}

/** Opens the device's list of programs. */
export async function share(name: string, handed: Handed): Promise<void> {
  const files = [[proposalFile(name, handed)], [textFile(name, handed)]].find((each) =>
    navigator.canShare({ files: each }),
  );
  await navigator.share({ title: handed.subject, text: handed.body, files: files ?? [] });
}

/** The longest address that a forge takes (GitHub refuses at 8 kB). */
const longestIssue = 7500;

/** The address of an issue with the proposal in it; undefined where that is too long. */
export function issueHref(form: string, { subject, markdown }: Handed): string | undefined {
  const address = form.replace("{title}", encodeURIComponent(subject)).replace("{body}", encodeURIComponent(markdown));
  return address.length <= longestIssue ? address : undefined;
}

/** The same without the data, which is attached as a file. */
export const shortIssueHref = (form: string, { subject, body }: Handed): string =>
  form.replace("{title}", encodeURIComponent(subject)).replace("{body}", encodeURIComponent(body.slice(0, 1000)));
