/** The page «Предложить изменение»: fields, what the Worker says of them, and the ways out. */
import type { Operation } from "../../../../compiler/propose/proposal.ts";
import { fill } from "../calculator/data.ts";
import { load } from "../calculator/load.ts";
import { saveFile } from "../save-file.ts";
import { drawByHand, type EditorForms } from "./by-hand.ts";
import { startClient, type Client } from "./client.ts";
import { openDrafts } from "./draft-store.ts";
import { button, drawCell, drawFaults, drawList, drawTodo, drawView, nowText } from "./draw.ts";
import { fieldsOf, fillIn, isFilled, lastingFields, plainText, targetOf } from "./form.ts";
import { canShare, fileName, issueHref, letterHref, share, shortIssueHref } from "./hand-over.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import { arrive } from "./sign-in/trip.ts";
import { openTextView } from "./text-view.ts";
import type { Consideration, Draft, EditFile, EditTexts, Fields, Handed, WordsRead } from "./protocol.ts";

const form = document.querySelector<HTMLFormElement>("form.edit")!;
const texts = JSON.parse(form.dataset["texts"]!) as EditTexts;
const part = (name: string): HTMLElement => form.querySelector<HTMLElement>(`[data-${name}]`)!;
const drafts = openDrafts(
  `${new URL(form.dataset["sources"]!, location.href).pathname.replace(/[^/]*$/, "")}${form.dataset["plan"]}`,
);

const fileText = form.querySelector<HTMLTextAreaElement>("[name=text]")!;
const textView = openTextView(fileText, {
  ...texts.editor,
  label: fileText.labels[0]!.textContent.trim(),
  phrases: texts.editor,
  explain: () => (meanings ??= load<Readonly<Record<string, string>>>(form.dataset["keys"]!).catch(() => ({}))),
  complete: (text, at) =>
    client!.ask({ kind: "complete", path: fieldsOf(form)["file"] ?? "", text, at, draft: draft() }).catch(() => null),
});

const signIn = form.dataset["signIn"] === undefined ? undefined : (JSON.parse(form.dataset["signIn"]) as SignIn);
const query = new URLSearchParams(location.search);
const { isBack, trip } = signIn === undefined ? { isBack: false, trip: undefined } : arrive(signIn.back);

/** The meanings of keys, loaded once; without them keys are offered as they are. */
let meanings: Promise<Readonly<Record<string, string>>> | undefined;

let operations: readonly Operation[] = [];
let client: Client | undefined;
let kept = true;
/** Another tab has written a draft of its own: nothing takes its place until somebody has chosen. */
let elsewhere = false;
/** The number of the last question to the Worker. */
let asked = 0;

const draft = (): Draft => ({ operations, fields: fieldsOf(form) });
const say = (text: string): void => part("status").replaceChildren(text);

function keep(): void {
  const now = draft();
  const hasSomething = operations.length > 0 || isFilled(now.fields);
  if (elsewhere) return;
  if (!hasSomething) drafts.clear();
  else if (drafts.write(now) !== kept) kept = !kept;
  if (client !== undefined) say(hasSomething ? (kept ? texts.kept : texts.notKept) : "");
}

/** The parts of a cell: how its words are read, the event to choose, the day to name. */
function showCell(name: string, found: WordsRead): void {
  const cell = form.querySelector<HTMLElement>(`[data-cell="${name}"]`)!;
  const answer = found.cells[name];
  const input = cell.querySelector<HTMLInputElement>(`[name="${name}-text"]`)!;
  const inside = (key: string): HTMLElement => cell.querySelector<HTMLElement>(`[data-${key}]`)!;
  const take = (text: string): void => {
    input.value = text;
    input.focus();
    void update();
  };
  const now =
    name === "new" || found.item === undefined ? "" : nowText(found.item[name as "deadline" | "control"], texts);
  inside("now").replaceChildren(now);
  const chosen = fieldsOf(form)[`${name}-reading`] ?? "";
  const focused =
    document.activeElement instanceof HTMLInputElement && document.activeElement.name === `${name}-reading`;
  const drawn = answer === undefined ? [] : drawCell({ name, words: input.value, chosen }, answer, texts, take);
  inside("read").replaceChildren(...drawn);
  // A choice that is drawn anew keeps the focus that it had.
  if (focused) inside("read").querySelector<HTMLInputElement>("input:checked")?.focus();
  const readings = answer?.read?.readings;
  const named = readings?.length === 1 ? readings[0] : readings?.find(({ rule }) => JSON.stringify(rule) === chosen);
  const event = named?.event ?? null;
  inside("event").hidden = event === null;
  inside("event-label").replaceChildren(
    event === null || event === "" ? texts.eventAsk : fill(texts.eventWords, { event }),
  );
  inside("day").hidden = answer?.read === undefined || readings !== undefined;
}

function remove(index: number): void {
  const [removed] = operations.slice(index, index + 1) as [Operation];
  operations = operations.toSpliced(index, 1);
  void update().then(() => {
    const back = button(texts.restore, () => {
      operations = operations.toSpliced(index, 0, removed);
      say("");
      void update();
    });
    part("status").replaceChildren(`${texts.removed} `, back);
    back.focus();
  });
}

async function insist(index: number): Promise<void> {
  operations = await client!.ask({ kind: "insist", index, draft: draft() });
  await update();
}

function showWords(found: WordsRead): void {
  for (const name of ["deadline", "control", "new"]) showCell(name, found);
}

function show(found: Consideration): void {
  showWords(found);
  part("has-control").classList.toggle("without-control", found.item !== undefined && found.item.control === null);
  const responsible = form.querySelector<HTMLInputElement>("[name=responsible]")!;
  const isOwn = responsible.dataset["of"] === found.item?.id;
  // An answer that comes late takes the place of nothing that was written meanwhile.
  const isUntouched = responsible.value === "" || responsible.value === responsible.dataset["filled"];
  if (found.item !== undefined && !isOwn && isUntouched)
    responsible.dataset["filled"] = responsible.value = found.item.responsible;
  if (found.item !== undefined) responsible.dataset["of"] = found.item.id;
  const { kind, file } = fieldsOf(form);
  if (kind === "text" && file !== undefined) textView.show(file, found.view);
  const views = found.view?.operations ?? [];
  part("list").hidden = operations.length === 0;
  part("list")
    .querySelector("ol")!
    .replaceChildren(
      ...drawList(views.slice(0, operations.length), texts, { remove, mine: (index) => void insist(index) }),
    );
  const { view, faults = [] } = found;
  part("effect").hidden = view === undefined && faults.length === 0;
  const drawn = view === undefined ? drawFaults(faults, texts) : drawView(view, operations.length, texts);
  part("view").replaceChildren(...drawn);
  part("more").hidden = found.operations.length === 0;
  const basis = form.querySelector<HTMLElement>("[data-basis]");
  if (basis !== null) basis.hidden = found.view !== undefined && !found.takesBasis;
}

/**
 * Asks what the form means by now and draws it: the dates of its words first, then what they do to the plan. Undefined without a
 * Worker, and where somebody types on, who is not waited for.
 */
async function update({ typed = false } = {}): Promise<Consideration | undefined> {
  keep();
  if (client === undefined) return undefined;
  const mine = ++asked;
  const now = draft();
  const words = await client.ask({ kind: "read", draft: now }).catch(() => undefined);
  if (typed && mine !== asked) return undefined;
  if (mine === asked && words !== undefined) showWords(words);
  const found = await client.ask({ kind: "consider", draft: now }).catch(() => undefined);
  if (found === undefined) {
    say(texts.broken);
    return undefined;
  }
  // What is older than a later question is not drawn.
  if (mine === asked) show(found);
  return found;
}

/** Says what is still open, with a way to each; returns whether nothing is. */
function settled(found: Consideration, isOpen: (field: string) => boolean = () => true): boolean {
  for (const each of form.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  const open = found.questions.filter(({ field }) => isOpen(field));
  const questions = open.map(({ field, ask }) => ({ target: targetOf(form, field), text: texts.ask[ask] }));
  for (const { target } of questions) if ("value" in target) target.setAttribute("aria-invalid", "true");
  const todo = part("todo");
  todo.hidden = questions.length === 0;
  todo.replaceChildren(...(questions.length === 0 ? [] : drawTodo(questions, texts)));
  if (questions.length > 0) {
    todo.focus();
    todo.scrollIntoView({ block: "start" });
  }
  return questions.length === 0;
}

/** What the address asked for is done: the page opened again does not ask for it once more. */
const forgetAddress = (): void => history.replaceState(null, "", location.pathname);

/** Fields that belong to the proposal and not to one of its edits. */
const ofProposal = /^(basis|order-.*|correction|author|email|why|conflict)$/;

async function addAnother(): Promise<void> {
  const found = await update();
  if (found === undefined || !settled(found, (field) => !ofProposal.test(field))) return;
  operations = [...operations, ...found.operations];
  fillIn(form, lastingFields(fieldsOf(form)));
  forgetAddress();
  delete form.querySelector<HTMLElement>("[name=responsible]")!.dataset["of"];
  await update();
  say(texts.added);
  form.querySelector<HTMLElement>("[name=kind]")!.focus();
}

/** A link that looks like a button. */
function way(text: string, href: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.className = "btn";
  link.href = href;
  link.textContent = text;
  return link;
}

/** The same, to a page of the forge in a tab of its own. */
const outward = (text: string, href: string): HTMLAnchorElement =>
  Object.assign(way(text, href), { target: "_blank", rel: "noopener" });

/** What was done, what is still to be done, and the other forms in which the proposal can be had. */
function tell(text: string, name: string, handed: Handed, first: readonly Node[] = []): void {
  const letter = way(texts.letter, letterHref(form.dataset["contact"] ?? "", handed, `${name}.json`, texts));
  const patch = button(texts.patch, () => saveFile(`${name}.patch`, handed.patch, "text/x-patch"));
  part("done").replaceChildren(text, document.createElement("br"), ...first, letter, patch);
}

const saveProposal = (name: string, { json }: Handed): void => saveFile(`${name}.json`, json, "application/json");

/** An issue with the proposal in it, or with the file to attach: opened by whoever sends it. */
function openIssue(name: string, handed: Handed, issue: string): void {
  const whole = issueHref(issue, handed);
  if (whole === undefined) saveProposal(name, handed);
  const link = outward(texts.openIssue, whole ?? shortIssueHref(issue, handed));
  tell(whole === undefined ? fill(texts.tooLong, { name: `${name}.json` }) : texts.opened, name, handed, [link]);
  link.focus();
}

/** Hands a proposal to the server of `srok dev`, which writes it into the plan's files. */
async function writeHere(name: string, handed: Handed): Promise<void> {
  const headers = { "content-type": "application/json" };
  try {
    const answer = await fetch(location.pathname, { method: "POST", headers, body: handed.json });
    tell(answer.ok ? fill(texts.written, { files: await answer.text() }) : await answer.text(), name, handed);
  } catch {
    tell(texts.notWritten, name, handed);
  }
}

/** Takes a proposal to the forge; the program that can is loaded when this is chosen. */
async function handToForge(name: string, handed: Handed): Promise<void> {
  const program = await import("./sign-in/sign-in.ts").catch(() => undefined);
  if (program === undefined) return tell(texts.failed, name, handed);
  await program.send(signIn!, {
    name,
    handed,
    draft: draft(),
    again() {
      // The button that was pressed is about to go.
      form.querySelector<HTMLElement>(".send .go")!.focus();
      void send();
    },
    say({ text, links = [], anyway }) {
      const go = anyway === undefined ? [] : [button(anyway.text, anyway.go)];
      tell(text, name, handed, [...links.map((link) => outward(link.text, link.href)), ...go]);
    },
    leaving: () => (kept = true),
  });
}

/** Somebody is back from signing in: what she wanted to hand over goes on its way. */
async function finishSignIn(): Promise<void> {
  const done = part("done");
  const program = await import("./sign-in/sign-in.ts").catch(() => undefined);
  const { isIn, text } = (await program?.comeBack(signIn!, query, trip)) ?? { isIn: false, text: texts.failed };
  done.replaceChildren(text);
  done.scrollIntoView({ block: "center" });
  if (isIn) await send();
}

/** The ways to hand over, by the value of their choice; a file where none is chosen. */
const ways: Readonly<Record<string, (name: string, handed: Handed) => void | Promise<void>>> = {
  share: (name, handed) =>
    share(name, handed).then(
      () => tell(texts.shared, name, handed),
      (error: unknown) => tell((error as Error).name === "AbortError" ? "" : texts.shareFailed, name, handed),
    ),
  issue: (name, handed) => openIssue(name, handed, form.dataset["issue"]!),
  editor: (name, handed) => {
    const forms = JSON.parse(form.dataset["editor"]!) as EditorForms;
    tell(texts.byHand, name, handed, [drawByHand(handed.files, forms, texts)]);
  },
  desk: writeHere,
  forge: handToForge,
};

async function hand(handed: Handed): Promise<void> {
  const name = fileName(handed, texts);
  const other = ways[fieldsOf(form)["hand"] ?? "file"];
  if (other !== undefined) return await other(name, handed);
  saveProposal(name, handed);
  tell(fill(texts.done, { name: `${name}.json` }), name, handed);
}

async function send(): Promise<void> {
  const found = await update();
  // Without the program, or where it fails, the words of the form are what can be handed over.
  if (client === undefined || found === undefined)
    return saveFile(`${texts.fileName}.txt`, `${plainText(form)}\n`, "text/plain");
  if (settled(found)) await hand(await client.ask({ kind: "hand", draft: draft() }));
}

async function openText(): Promise<void> {
  const path = fieldsOf(form)["file"];
  if (path === undefined || client === undefined) return;
  fileText.value = await client.ask({ kind: "text", path, draft: draft() });
  form.querySelector<HTMLTextAreaElement>("[name=text-was]")!.value = fileText.value;
  await update();
}

/** What the address can ask for, and the kind of edit that it belongs to. */
const askedFor = [
  ["event", "record"],
  ["parties", "profile"],
  ["item", "move"],
] as const;

/** The fields as they were when the page was opened. */
let restored: Fields = {};

/** What the address asks for stands before what was written earlier about something else. */
function restore(): void {
  const known = (isBack ? trip?.draft : undefined) ?? drafts.read() ?? trip?.draft ?? { operations: [], fields: {} };
  ({ operations } = known);
  restored = known.fields;
  // A code is good for one use, and is not to lie in the history.
  if (isBack) forgetAddress();
  const found = askedFor.find(([key]) => query.has(key));
  if (found === undefined || isBack) return fillIn(form, known.fields);
  const [key, kind] = found;
  const value = query.get(key)!;
  const isOther = known.fields[key] !== value;
  fillIn(form, isOther ? { ...lastingFields(known.fields), kind, [key]: value } : known.fields);
}

async function start(): Promise<void> {
  const started = startClient();
  const file = await load<EditFile>(form.dataset["sources"]!);
  const { files } = await started.ask({ kind: "open", file, plan: form.dataset["plan"]! });
  const choice = form.querySelector<HTMLSelectElement>("[name=file]")!;
  choice.append(...files.map((path) => new Option(path, path)));
  choice.value = restored["file"] ?? "";
  client = started;
  form.dataset["ready"] = "";
  say("");
  await update();
}

restore();
form.querySelector<HTMLElement>("[name=hand][value=share]")!.closest("label")!.hidden = !canShare();
say(texts.loading);
start()
  .then(() => (isBack ? finishSignIn() : undefined))
  .catch(() => say(texts.failed));

let timer: ReturnType<typeof setTimeout> | undefined;
form.addEventListener("input", ({ target }) => {
  clearTimeout(timer);
  keep();
  if (target instanceof HTMLSelectElement && target.name === "file") return void openText();
  timer = setTimeout(() => void update({ typed: true }), 80);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  void send();
});
part("add").addEventListener("click", () => void addAnother());
part("drop").addEventListener("click", () => {
  operations = [];
  forgetAddress();
  fillIn(form, { hand: fieldsOf(form)["hand"] ?? "file" });
  part("done").replaceChildren();
  part("todo").hidden = true;
  void update();
  form.querySelector<HTMLElement>("[name=kind]")!.focus();
});
drafts.onOther(() => {
  elsewhere = true;
  kept = operations.length === 0 && !isFilled(fieldsOf(form));
  const choose = (stays: boolean): void => {
    kept = true;
    if (!stays) return location.reload();
    elsewhere = false;
    keep();
  };
  part("status").replaceChildren(
    `${texts.otherTab} `,
    button(texts.takeOther, () => choose(false)),
    button(texts.stayHere, () => choose(true)),
  );
});
addEventListener("beforeunload", (event) => {
  if (!kept && (operations.length > 0 || isFilled(fieldsOf(form)))) event.preventDefault();
});
