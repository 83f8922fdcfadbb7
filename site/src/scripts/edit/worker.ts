/** The compiler at work beside the page: it considers drafts and makes what is handed over. */
import { load } from "../../../../compiler/load/load.ts";
import { insist, openDesk, type Desk } from "../../../../compiler/propose/desk.ts";
import { filesAfter } from "../../../../compiler/propose/operations.ts";
import { withFiles } from "../../../../compiler/propose/judge.ts";
import { changedFiles } from "../../../../compiler/propose/plan-files.ts";
import { applyProposal } from "../../../../compiler/propose/apply.ts";
import { proposalMarkdown } from "../../../../compiler/propose/markdown.ts";
import { commitMessage, patchOf } from "../../../../compiler/propose/patch.ts";
import { proposalText } from "../../../../compiler/propose/proposal-text.ts";
import { touchedRows } from "../../../../compiler/propose/touched-rows.ts";
import { consider, readForm } from "./consider.ts";
import { loadReader, ReaderNeeded } from "./full-reader.ts";
import type { Answers, Draft, Handed, Request } from "./protocol.ts";

let desk: Desk | undefined;
let published = false;

function handed(now: Desk, draft: Draft): Handed {
  const { language, base } = now;
  const proposal = consider({ desk: now, published }, draft).proposal!;
  const { subject, body } = commitMessage(proposal, language);
  const { files: after } = applyProposal(base.sources, proposal)!;
  return {
    subject,
    body,
    json: proposalText(proposal),
    patch: patchOf(proposal, { before: base.texts, after }, language),
    markdown: proposalMarkdown(proposal, language),
    touched: touchedRows(now.series, now.files, filesAfter(now.files, proposal.operations)),
    files: after.map(({ path, text }) => ({ path, text, isNew: !base.texts.has(path), was: base.texts.get(path) })),
  };
}

type Asked<K extends Request["kind"]> = Extract<Request, { readonly kind: K }>;

/** What can be written at a place; names are those of the plan as the edits before leave it. */
async function completions(now: Desk, { path, text, at, draft }: Asked<"complete">): Promise<Answers["complete"]> {
  const { complete } = await import("../../../../compiler/complete/complete.ts");
  const changed = changedFiles(now.files, filesAfter(now.files, draft.operations));
  const { value } = load(withFiles(now.base.sources, changed));
  return complete({ path: `${now.files.folder}${path}`, text }, at, value) ?? null;
}

const answers: { readonly [K in Request["kind"]]: (request: Asked<K>) => Answers[K] | Promise<Answers[K]> } = {
  open({ file, plan }) {
    desk = openDesk(file.sources, { series: file.series, plan, language: file.language });
    published = file.published.includes(plan);
    const own = [...desk!.files.texts.keys()].filter((path) => !path.includes("/") || path.startsWith(`${plan}/`));
    return { files: own.sort() };
  },
  read: ({ draft }) => readForm(desk!, draft),
  consider({ draft }) {
    const { proposal: _, ...found } = consider({ desk: desk!, published }, draft);
    return found;
  },
  hand: ({ draft }) => handed(desk!, draft),
  text({ path, draft }) {
    // Whoever edits a text may write any YAML, and mistakes: the reader that explains them is on its way.
    loadReader().catch(() => undefined);
    return filesAfter(desk!.files, draft.operations).texts.get(path) ?? "";
  },
  complete: (request) => completions(desk!, request),
  insist: ({ index, draft: { operations } }) =>
    operations.with(index, insist(desk!, operations[index]!, operations.slice(0, index))),
};

/** The answer to a request; where a file needs the reader of all of YAML, once that is loaded. */
async function answerTo(request: Request): Promise<Answers[Request["kind"]]> {
  try {
    return await answers[request.kind](request as never);
  } catch (error) {
    if (!(error instanceof ReaderNeeded)) throw error;
    await loadReader();
    return await answers[request.kind](request as never);
  }
}

async function answer({ id, request }: { readonly id: number; readonly request: Request }): Promise<void> {
  try {
    postMessage({ id, answer: await answerTo(request) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
}

addEventListener("message", ({ data }: MessageEvent<Parameters<typeof answer>[0]>) => void answer(data));
