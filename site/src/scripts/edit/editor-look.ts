import { EditorView } from "@codemirror/view";

/** A fault under its words, without the pictures that the editor brings: the pages' policy takes none from a style sheet. */
const underlined = (colour: string): Record<string, string> => ({
  backgroundImage: "none",
  textDecoration: `underline wavy var(${colour}) 1.5px`,
  textUnderlineOffset: "3px",
});

/** The editor in the colours and letters of the page, whose properties reach into it. */
export const look = EditorView.theme({
  "&": { backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "var(--s)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
    lineHeight: "1.5",
    maxHeight: "70vh",
    overflow: "auto",
  },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0" },
  ".cm-gutters": { backgroundColor: "var(--field)", color: "var(--soft)", border: "0" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--edge)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxWidth: "min(90vw, 34rem)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.35rem 0.6rem", lineHeight: "1.4" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--ink)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", fontFamily: "var(--sans)", color: "var(--soft)" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", padding: "0.4rem 0.75rem", maxWidth: "34rem" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--off)" },
  ".cm-diagnostic-warning, .cm-diagnostic-info": { borderLeft: "3px solid var(--wait)" },
  ".cm-lintRange-error": underlined("--off"),
  ".cm-lintRange-warning": underlined("--wait"),
  ".cm-lintRange-info": underlined("--wait"),
  ".cm-lintRange-active": { backgroundColor: "var(--off-bg)" },
  ".cm-panels": { backgroundColor: "var(--field)", color: "var(--ink)" },
});
