/**
 * The ways to hand a proposal over: a file, the device's own list of programs, an issue, the forge's editor, signing in at the forge,
 * and the plan's own folder at the desk. Each tells what was done and what is still to be done.
 */
import { fill } from "../calculator/data.ts";
import { element } from "../element.ts";
import { saveFile } from "../save-file.ts";
import { drawByHand, type EditorForms } from "./by-hand.ts";
import { button } from "./draw.ts";
import { fieldsOf } from "./form.ts";
import { canShare, fileName, issueHref, letterHref, share, shortIssueHref } from "./hand-over.ts";
import type { EditPage } from "./page.ts";
import type { Draft, Handed } from "./protocol.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import { arrive } from "./sign-in/trip.ts";

/** What handing over asks of the page. */
export interface Needs {
  readonly draft: () => Draft;
  /** Hands over what the form holds by then. */
  readonly send: () => void;
  /** The page is about to be left, with the draft kept. */
  readonly leaving: () => void;
}

/** The ways of a page. */
export interface Ways {
  /** Whether the forge has led back here after signing in. */
  readonly isBack: boolean;
  /** The draft that was kept while somebody was away to sign in. */
  readonly kept: Draft | undefined;
  /** Ends the trip to the forge, and returns whether the proposal can go on its way. */
  readonly comeBack: () => Promise<boolean>;
  /** Hands a proposal over by the way that is chosen on the form. */
  readonly hand: (handed: Handed) => Promise<void>;
}

/** A proposal on its way, with the name of its file. */
interface Sent {
  readonly name: string;
  readonly handed: Handed;
}

type Way = (page: EditPage, sent: Sent) => void | Promise<void>;

/** A link that looks like a button. */
function linkTo(text: string, href: string): HTMLAnchorElement {
  const link = element("a", "btn", text);
  link.href = href;
  return link;
}

const pageOfForge = (text: string, href: string): HTMLAnchorElement =>
  Object.assign(linkTo(text, href), { target: "_blank", rel: "noopener" });

/** What was done, what is still to be done, and the other forms in which the proposal can be had. */
function tell(
  { form, texts, part }: EditPage,
  { name, handed }: Sent,
  text: string,
  first: readonly Node[] = [],
): void {
  const letter = linkTo(texts.letter, letterHref(form.dataset["contact"] ?? "", handed, `${name}.json`, texts));
  const patch = button(texts.patch, () => saveFile(`${name}.patch`, handed.patch, "text/x-patch"));
  part("done").replaceChildren(text, document.createElement("br"), ...first, letter, patch);
}

const saveProposal = ({ name, handed }: Sent): void => saveFile(`${name}.json`, handed.json, "application/json");

function toFile(page: EditPage, sent: Sent): void {
  saveProposal(sent);
  tell(page, sent, fill(page.texts.done, { name: `${sent.name}.json` }));
}

async function toProgram(page: EditPage, sent: Sent): Promise<void> {
  const { shared, shareFailed } = page.texts;
  try {
    await share(sent.name, sent.handed);
    tell(page, sent, shared);
  } catch (error) {
    tell(page, sent, (error as Error).name === "AbortError" ? "" : shareFailed);
  }
}

/** An issue with the proposal in it, or with the file to attach: opened by whoever sends it. */
function toIssue(page: EditPage, sent: Sent): void {
  const { form, texts } = page;
  const issue = form.dataset["issue"]!;
  const whole = issueHref(issue, sent.handed);
  if (whole === undefined) saveProposal(sent);
  const link = pageOfForge(texts.openIssue, whole ?? shortIssueHref(issue, sent.handed));
  tell(page, sent, whole === undefined ? fill(texts.tooLong, { name: `${sent.name}.json` }) : texts.opened, [link]);
  link.focus();
}

function toEditor(page: EditPage, sent: Sent): void {
  const { form, texts } = page;
  const addresses = JSON.parse(form.dataset["editor"]!) as EditorForms;
  tell(page, sent, texts.byHand, [drawByHand(sent.handed.files, addresses, texts)]);
}

/** To the server of `srok dev`, which writes the proposal into the plan's files. */
async function toDesk(page: EditPage, sent: Sent): Promise<void> {
  const { written, notWritten } = page.texts;
  const headers = { "content-type": "application/json" };
  try {
    const answer = await fetch(location.pathname, { method: "POST", headers, body: sent.handed.json });
    const said = await answer.text();
    tell(page, sent, answer.ok ? fill(written, { files: said }) : said);
  } catch {
    tell(page, sent, notWritten);
  }
}

/** The program that signs in and sends; undefined where it cannot be loaded. */
const loadSignIn = () => import("./sign-in/sign-in.ts").catch(() => undefined);

const toForge =
  (signIn: SignIn, { draft, send, leaving }: Needs): Way =>
  async (page, sent) => {
    const program = await loadSignIn();
    if (program === undefined) return tell(page, sent, page.texts.failed);
    await program.send(signIn, {
      ...sent,
      draft: draft(),
      again() {
        // The button that was pressed is about to go.
        page.form.querySelector<HTMLElement>(".send .go")!.focus();
        send();
      },
      say({ text, links = [], anyway }) {
        const go = anyway === undefined ? [] : [button(anyway.text, anyway.go)];
        tell(page, sent, text, [...links.map((link) => pageOfForge(link.text, link.href)), ...go]);
      },
      leaving,
    });
  };

/** Opens the ways of a page; one that the device does not have is not offered. */
export function openWays(page: EditPage, needs: Needs): Ways {
  const { form, texts, part } = page;
  // What the forge says; the address forgets it as soon as the form is filled in.
  const query = new URLSearchParams(location.search);
  const signIn = form.dataset["signIn"] === undefined ? undefined : (JSON.parse(form.dataset["signIn"]) as SignIn);
  const { isBack, trip } = signIn === undefined ? { isBack: false, trip: undefined } : arrive(signIn.back);
  const ways: Readonly<Record<string, Way>> = {
    share: toProgram,
    issue: toIssue,
    editor: toEditor,
    desk: toDesk,
    ...(signIn === undefined ? {} : { forge: toForge(signIn, needs) }),
  };
  form.querySelector<HTMLElement>("[name=hand][value=share]")!.closest("label")!.hidden = !canShare();
  return {
    isBack,
    kept: trip?.draft,
    async comeBack() {
      const program = await loadSignIn();
      const { isIn, text } = (await program?.comeBack(signIn!, query, trip)) ?? { isIn: false, text: texts.failed };
      part("done").replaceChildren(text);
      part("done").scrollIntoView({ block: "center" });
      return isIn;
    },
    async hand(handed) {
      const way = ways[fieldsOf(form)["hand"] ?? ""] ?? toFile;
      await way(page, { name: fileName(handed, texts), handed });
    },
  };
}
