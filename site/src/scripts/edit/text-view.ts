/** The text of a file on the page: the plain field, and the editor in its place once that is loaded. */
import type { DraftView } from "../../../../compiler/propose/draft-view.ts";
import { element } from "../element.ts";
import type { EditorNeeds, TextEditor } from "./editor.ts";
import { marksIn } from "./marks.ts";

/** Whether style sheets can be constructed for a shadow root; without that the editor would need what the policy forbids. */
const canHold = (): boolean => "attachShadow" in Element.prototype && "adoptedStyleSheets" in Document.prototype;

/** The field with its editor. */
export interface TextView {
  /** Shows what was found in a file, in the text as it is written by now. */
  readonly show: (file: string, view: DraftView | undefined) => void;
}

/** Prepares a field; the editor is loaded when `show` is first called, and where it cannot be, the field stays as it is. */
export function openTextView(
  field: HTMLTextAreaElement,
  { keys, ...needs }: EditorNeeds & { readonly keys: string },
): TextView {
  let editor: TextEditor | undefined;
  let loading: Promise<void> | undefined;
  let last: (() => void) | undefined;
  async function open(): Promise<void> {
    const { openEditor } = await import("./editor.ts");
    editor = openEditor(field, needs);
    field.before(element("p", "hint", keys));
    last?.();
  }
  return {
    show(file, view) {
      last = () => {
        editor?.take();
        editor?.mark(marksIn(field.value, file, view?.findings ?? []));
      };
      if (editor !== undefined) last();
      else if (canHold()) loading ??= open().catch(() => undefined);
    },
  };
}
