/** The page «Предложить изменение»: its fields, what the Worker says of them, and the ways out. */
import type { Operation } from "../../../../compiler/propose/proposal.ts";
import { load } from "../calculator/load.ts";
import { saveFile } from "../save-file.ts";
import { fieldsToBegin } from "./asked-for.ts";
import { showCells } from "./cells.ts";
import { startClient, type Client } from "./client.ts";
import { button } from "./draw.ts";
import { settled, showEffect } from "./effect.ts";
import { fieldsOf, fillIn, lastingFields, plainText } from "./form.ts";
import { openKeeping } from "./keeping.ts";
import { forgetAddress, openPage } from "./page.ts";
import type { Consideration, Draft, EditFile, WordsRead } from "./protocol.ts";
import { openTextView } from "./text-view.ts";
import { openWays } from "./ways.ts";

const page = openPage();
const { form, texts, part, say } = page;

let operations: readonly Operation[] = [];
let client: Client | undefined;
/** The number of the last question to the Worker. */
let asked = 0;

const draft = (): Draft => ({ operations, fields: fieldsOf(form) });
const keeping = openKeeping(page, draft);
const ways = openWays(page, { draft, send: () => void send(), leaving: keeping.letGo });

/** The meanings of keys, loaded once; without them keys are offered as they are. */
let meanings: Promise<Readonly<Record<string, string>>> | undefined;
const fileText = form.querySelector<HTMLTextAreaElement>("[name=text]")!;
const textView = openTextView(fileText, {
  ...texts.editor,
  label: fileText.labels[0]!.textContent.trim(),
  phrases: texts.editor,
  explain: () => (meanings ??= load<Readonly<Record<string, string>>>(form.dataset["keys"]!).catch(() => ({}))),
  complete: (text, at) =>
    client!.ask({ kind: "complete", path: fieldsOf(form)["file"] ?? "", text, at, draft: draft() }).catch(() => null),
});

function remove(index: number): void {
  const [removed] = operations.slice(index, index + 1) as [Operation];
  operations = operations.toSpliced(index, 1);
  void update().then(() => {
    const back = button(texts.restore, () => {
      operations = operations.toSpliced(index, 0, removed);
      say("");
      void update();
    });
    say(`${texts.removed} `, back);
    back.focus();
  });
}

async function insist(index: number): Promise<void> {
  operations = await client!.ask({ kind: "insist", index, draft: draft() });
  await update();
}

const showWords = (found: WordsRead): void => showCells(page, found, () => void update());

function show(found: Consideration): void {
  showWords(found);
  showEffect(page, found, operations.length, { remove, mine: (index) => void insist(index) });
  const { kind, file } = fieldsOf(form);
  if (kind === "text" && file !== undefined) textView.show(file, found.view);
}

/**
 * Asks what the form means by now and draws it: the dates of its words first, then what they do to the plan. Undefined without a
 * Worker, and where somebody types on, who is not waited for.
 */
async function update({ typed = false } = {}): Promise<Consideration | undefined> {
  keeping.keep();
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

/** Fields that belong to the proposal and not to one of its edits. */
const ofProposal = /^(basis|order-.*|correction|author|email|why|conflict)$/;

async function addAnother(): Promise<void> {
  const found = await update();
  if (found === undefined || !settled(page, found, (field) => !ofProposal.test(field))) return;
  operations = [...operations, ...found.operations];
  fillIn(form, lastingFields(fieldsOf(form)));
  forgetAddress();
  delete form.querySelector<HTMLElement>("[name=responsible]")!.dataset["of"];
  await update();
  say(texts.added);
  form.querySelector<HTMLElement>("[name=kind]")!.focus();
}

function dropAll(): void {
  operations = [];
  forgetAddress();
  fillIn(form, { hand: fieldsOf(form)["hand"] ?? "file" });
  part("done").replaceChildren();
  part("todo").hidden = true;
  void update();
  form.querySelector<HTMLElement>("[name=kind]")!.focus();
}

async function send(): Promise<void> {
  const found = await update();
  // Without the program, or where it fails, the words of the form are what can be handed over.
  if (client === undefined || found === undefined)
    return saveFile(`${texts.fileName}.txt`, `${plainText(form)}\n`, "text/plain");
  if (settled(page, found)) await ways.hand(await client.ask({ kind: "hand", draft: draft() }));
}

async function openText(): Promise<void> {
  const path = fieldsOf(form)["file"];
  if (path === undefined || client === undefined) return;
  fileText.value = await client.ask({ kind: "text", path, draft: draft() });
  form.querySelector<HTMLTextAreaElement>("[name=text-was]")!.value = fileText.value;
  await update();
}

/** Fills the form in with what was written earlier, and with what the address asks for; returns the former. */
function restore(): Draft {
  const earlier = (ways.isBack ? ways.kept : undefined) ??
    keeping.read() ??
    ways.kept ?? { operations: [], fields: {} };
  operations = earlier.operations;
  fillIn(form, ways.isBack ? earlier.fields : fieldsToBegin(earlier.fields, new URLSearchParams(location.search)));
  // A code is good for one use, and is not to lie in the history.
  if (ways.isBack) forgetAddress();
  return earlier;
}

async function start({ fields }: Draft): Promise<void> {
  const started = startClient();
  const file = await load<EditFile>(form.dataset["sources"]!);
  const { files } = await started.ask({ kind: "open", file, plan: form.dataset["plan"]! });
  const choice = form.querySelector<HTMLSelectElement>("[name=file]")!;
  choice.append(...files.map((path) => new Option(path, path)));
  choice.value = fields["file"] ?? "";
  client = started;
  form.dataset["ready"] = "";
  say("");
  await update();
  if (ways.isBack && (await ways.comeBack())) await send();
}

const earlier = restore();
say(texts.loading);
start(earlier).catch(() => say(texts.failed));

let timer: ReturnType<typeof setTimeout> | undefined;
form.addEventListener("input", ({ target }) => {
  clearTimeout(timer);
  keeping.keep();
  if (target instanceof HTMLSelectElement && target.name === "file") return void openText();
  timer = setTimeout(() => void update({ typed: true }), 80);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  void send();
});
part("add").addEventListener("click", () => void addAnother());
part("drop").addEventListener("click", dropAll);
