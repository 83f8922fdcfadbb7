/** Handing over by the forge's own editor: the new text of each file to copy, and the address to paste it at. */
import { fill } from "../calculator/data.ts";
import { element } from "../element.ts";
import type { EditTexts, Handed } from "./protocol.ts";

/** The addresses of a forge's editor, as the page has them. */
export interface EditorForms {
  readonly edit: string;
  readonly create: string;
}

/** The address at which a forge edits a file, or makes it. */
export function editorHref({ edit, create }: EditorForms, path: string, isNew: boolean): string {
  const steps = path.split("/").map(encodeURIComponent);
  if (!isNew) return fill(edit, { path: steps.join("/") });
  return fill(create, { folder: steps.slice(0, -1).join("/"), name: steps.at(-1)! });
}

/** Copies a text; where the browser refuses, the text is shown and chosen, to be copied by hand. */
async function copy(text: string, button: HTMLButtonElement, texts: EditTexts): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = texts.copied;
  } catch {
    const field = element("textarea");
    Object.assign(field, { value: text, readOnly: true, rows: 6, ariaLabel: texts.copySelf });
    button.replaceWith(element("p", "hint", texts.copySelf), field);
    field.select();
  }
}

/** The files of a proposal, each with its text to copy and its editor. */
export function drawByHand(files: Handed["files"], forms: EditorForms, texts: EditTexts): HTMLElement {
  const rows = files.map(({ path, text, isNew }) => {
    const button = element("button", "btn", texts.copy);
    button.type = "button";
    button.addEventListener("click", () => void copy(text, button, texts));
    const link = element("a", "btn", isNew ? texts.openNew : texts.openFile);
    Object.assign(link, { href: editorHref(forms, path, isNew), target: "_blank", rel: "noopener" });
    return element("li", "", element("b", "", path), element("br"), button, link);
  });
  return element("ol", "plain", ...rows);
}
