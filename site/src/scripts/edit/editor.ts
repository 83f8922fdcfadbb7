/**
 * The text of a file with completion and underlined faults: CodeMirror, in a shadow root, where its style sheets are
 * constructed and no policy forbids them. The field of the form stays, hidden, and holds the text.
 */
import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Completion, Completions } from "../../../../compiler/complete/complete.ts";
import { element } from "../element.ts";
import { look } from "./editor-look.ts";
import type { Mark } from "./marks.ts";

/** The editor in the place of a field. */
export interface TextEditor {
  /** Takes over what was written into the field by the page. */
  readonly take: () => void;
  readonly mark: (marks: readonly Mark[]) => void;
}

/** What an editor asks of the page, and its words. */
export interface EditorNeeds {
  readonly label: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly complete: (text: string, at: number) => Promise<Completions | null>;
  /** What keys mean, by the names of their places in the schemas. */
  readonly explain: () => Promise<Readonly<Record<string, string>>>;
}

const types = { key: "property", name: "constant", value: "keyword" } as const;

/** Asks when a word has begun or where it was wanted; the same answer serves while the word goes on. */
const completing =
  ({ complete, explain }: EditorNeeds) =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    if (!context.explicit && context.matchBefore(/[\p{L}\p{N}._-]+$|[[,] ?$/u) === null) return null;
    const found = await complete(context.state.doc.toString(), context.pos);
    const meanings = await explain();
    if (found === null || context.aborted) return null;
    const beside = ({ detail, explained = [] }: Completion): string | undefined =>
      detail ?? explained.map((name) => meanings[name]).find((text) => text !== undefined);
    return {
      from: found.from,
      validFor: /^[\p{L}\p{N}._-]*$/u,
      options: found.options.map((option, index) => {
        const { label, kind, text } = option;
        const detail = beside(option);
        const boost = Math.max(-99, 99 - index);
        return { label, type: types[kind], apply: text, boost, ...(detail === undefined ? {} : { detail }) };
      }),
    };
  };

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--ctl)" },
  { tag: tags.comment, color: "var(--soft)" },
]);

/** What is typed over a selection: Chromium would keep the look of the replaced words by a style in an attribute. */
const typedOver = EditorView.domEventHandlers({
  beforeinput({ inputType, data, isComposing }, view) {
    if (inputType !== "insertText" || data === null || isComposing || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

const extensions = (needs: EditorNeeds, changed: (text: string) => void): Extension => [
  lineNumbers(),
  history(),
  typedOver,
  yaml(),
  syntaxHighlighting(colours),
  look,
  EditorView.lineWrapping,
  EditorState.phrases.of(needs.phrases),
  EditorView.contentAttributes.of({
    "aria-label": needs.label,
    tabindex: "0",
    spellcheck: "false",
    autocapitalize: "off",
  }),
  // What is offered is taken when it was chosen: Enter goes on breaking lines.
  autocompletion({ override: [completing(needs)], selectOnOpen: false, interactionDelay: 0, icons: false }),
  // Tab is not among them: it leaves the field.
  keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
  EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged) changed(state.doc.toString());
  }),
];

/** Opens an editor in the place of a field, which goes on holding the text and telling of its changes. */
export function openEditor(field: HTMLTextAreaElement, needs: EditorNeeds): TextEditor {
  const host = element("div", "code");
  const root = host.attachShadow({ mode: "open", delegatesFocus: true });
  const changed = (text: string): void => {
    if (field.value === text) return;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const all = extensions(needs, changed);
  const begin = (): EditorState => EditorState.create({ doc: field.value, extensions: all });
  const view = new EditorView({ root, parent: root, state: begin() });
  field.after(host);
  const hadFocus = document.activeElement === field;
  field.hidden = true;
  if (hadFocus) view.focus();
  for (const label of field.labels) label.addEventListener("click", () => view.focus());
  return {
    take() {
      // Another text begins a history of its own: undoing never brings back what was another file's.
      if (view.state.doc.toString() !== field.value) view.setState(begin());
    },
    mark: (marks) => view.dispatch(setDiagnostics(view.state, [...marks])),
  };
}
