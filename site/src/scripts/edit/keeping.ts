/** Keeping the draft that somebody works on: on the device, by one tab at a time, and never left without a question. */
import { openDrafts } from "./draft-store.ts";
import { button } from "./draw.ts";
import { isFilled } from "./form.ts";
import type { EditPage } from "./page.ts";
import type { Draft } from "./protocol.ts";

/** The draft of the page as the device keeps it. */
export interface Keeping {
  /** What was kept earlier. */
  readonly read: () => Draft | undefined;
  /** Keeps the draft as it is by now, and says whether that could be done. */
  readonly keep: () => void;
  /** The draft is kept elsewhere: the page is left without a question. */
  readonly letGo: () => void;
}

const isEmpty = ({ operations, fields }: Draft): boolean => operations.length === 0 && !isFilled(fields);

/** Opens what is kept for the plan of the page; `draft` is asked for the draft as it is. */
export function openKeeping({ form, texts, say }: EditPage, draft: () => Draft): Keeping {
  const folder = new URL(form.dataset["sources"]!, location.href).pathname.replace(/[^/]*$/, "");
  const drafts = openDrafts(`${folder}${form.dataset["plan"]}`);
  let kept = true;
  /** Another tab has written a draft of its own: nothing takes its place until somebody has chosen. */
  let elsewhere = false;

  function keep(): void {
    if (elsewhere) return;
    const now = draft();
    if (isEmpty(now)) drafts.clear();
    else kept = drafts.write(now);
    // Until the Worker is there, the line says that it is on its way.
    if (form.dataset["ready"] !== undefined) say(isEmpty(now) ? "" : kept ? texts.kept : texts.notKept);
  }

  drafts.onOther(() => {
    elsewhere = true;
    kept = isEmpty(draft());
    const choose = (stays: boolean): void => {
      kept = true;
      if (!stays) return location.reload();
      elsewhere = false;
      keep();
    };
    say(
      `${texts.otherTab} `,
      button(texts.takeOther, () => choose(false)),
      button(texts.stayHere, () => choose(true)),
    );
  });
  addEventListener("beforeunload", (event) => {
    if (!kept && !isEmpty(draft())) event.preventDefault();
  });

  return { read: () => drafts.read(), keep, letGo: () => void (kept = true) };
}
