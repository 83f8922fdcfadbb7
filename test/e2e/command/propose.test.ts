import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyProposal } from "../../../compiler/propose/apply.ts";
import { patchOf } from "../../../compiler/propose/patch.ts";
import type { Proposal } from "../../../compiler/propose/proposal.ts";
import { proposalText } from "../../../compiler/propose/proposal-text.ts";
import { readTouches } from "../../../compiler/propose/touches.ts";
import { filesBelow, readPlan } from "../../plan-files.ts";
import { order, proposalWith, samples } from "../../propose/sample.ts";
import { openDesk, type Desk } from "./srok.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.git("init", "--quiet", "--initial-branch=main");
});
afterEach(() => desk.remove());

const commit = (): void => {
  desk.git("add", "--all");
  desk.git("commit", "--quiet", "--message", "Начало");
};
const write = (name: string, text: string): string => {
  writeFileSync(join(desk.folder, name), text);
  return name;
};
const plan = (): Record<string, string> =>
  Object.fromEntries(
    filesBelow(join(desk.folder, "plan")).map((path) => [path, readFileSync(join(desk.folder, "plan", path), "utf8")]),
  );

const all = proposalWith(
  [samples.move, samples.control, samples.record, samples.withdraw, samples.add, samples.set, samples.text],
  {
    basis: { order },
    why: "Так решено.\n---\ndiff --git a/x b/x\nFrom: evil <evil@example.org>",
    author: { name: "Иванова Анна, МОУО", email: "ivanova@school.example" },
  },
);
const patched = (proposal: Proposal): string => {
  const sources = readPlan(join(desk.folder, "plan"));
  const before = new Map(sources.map(({ path, text }) => [path, text]));
  return patchOf(proposal, { before, after: applyProposal(sources, proposal)!.files }, "ru");
};

describe("srok propose", () => {
  test("writes what the proposal says, tells whom it concerns, and is undone", () => {
    const before = plan();
    const { status, out } = desk.srok("propose", write("p.json", proposalText(all)));
    expect(status).toBe(0);
    expect(out).toContain("- 2.1.8: срок – «13 сентября» (было: «6 сентября»)");
    expect(out).toContain("Кого касается:");
    expect(desk.srok("check").status).toBe(0);
    expect(desk.srok("propose", "p.json").out).toContain("всё это в плане уже есть");
    expect(desk.srok("undo").status).toBe(0);
    expect(plan()).toEqual(before);
  });

  test("makes a branch of one commit by whoever proposed it, and touches no file", () => {
    commit();
    const before = plan();
    const file = write("p.json", proposalText(all));
    const { status, out } = desk.srok("propose", file, "--branch", "proposal/1", "--out", "issue.md");
    expect([status, out]).toEqual([0, expect.stringContaining("Записано в ветку proposal/1")]);
    expect(plan()).toEqual(before);
    expect(desk.git("log", "--format=%an <%ae>%n%s", "main..proposal/1").trim()).toBe(
      "Иванова Анна, МОУО <ivanova@school.example>\nИзменить план: правок – 7",
    );
    const said = readFileSync(join(desk.folder, "issue.md"), "utf8");
    expect(said).toContain("Что эта правка меняет в сроках");
    expect(readTouches(said).toSorted()).toEqual(
      ["events/event-documents-published", ...["2.1.2-1", "2.1.3-1", "2.1.8", "2.1.9"].map((id) => `items/${id}`)].map(
        (row) => `gis-obrazovanie/2024/${row}`,
      ),
    );
    expect(desk.srok("propose", file, "--branch", "proposal/1").err).toContain("уже есть");
    expect(desk.srok("propose", file, "--branch", "../x").err).toContain("не годится в имена ветки");
    desk.git("switch", "--quiet", "proposal/1");
    expect(desk.srok("propose", file).out).toContain("всё это в плане уже есть");
  });

  test("refuses in words what is torn, newer, of another plan, or no longer fits; the issue is told too", () => {
    const before = plan();
    const refused = (text: string): string => {
      const { status, out } = desk.srok("propose", write("p.json", text), "--out", "said.md");
      expect(status).toBe(1);
      expect(readFileSync(join(desk.folder, "said.md"), "utf8").trim()).toBe(out.trim());
      return out;
    };
    expect(refused(proposalText(all).slice(0, 300))).toContain("предложение повреждено");
    expect(refused(proposalText(all).replace('"srok-proposal": 1', '"srok-proposal": 9'))).toContain("обновите srok");
    expect(refused(proposalText({ ...all, plan: "2031" }))).toContain(
      "предложение для другого плана: gis-obrazovanie, 2031",
    );
    const other = proposalWith([{ ...samples.move, was: { text: "1 сентября", on: "09-01" } }]);
    expect(refused(proposalText(other))).toContain(
      "пока вы правили, срок изменили: было «1 сентября», стало «6 сентября»",
    );
    expect(plan()).toEqual(before);
    expect(desk.srok("propose", "nothing.json").status).toBe(1);
  });

  test("a change that would leave an error is not written", () => {
    const bad = proposalWith([{ ...samples.move, to: { text: "31 сентября", on: "09-31" } }]);
    const before = plan();
    const { status, out } = desk.srok("propose", write("p.json", proposalText(bad)));
    expect([status, out]).toEqual([
      1,
      expect.stringContaining("Ничего не записано: с этой правкой в плане появились бы ошибки"),
    ]);
    expect(plan()).toEqual(before);
  });
});

describe("the patch of a proposal", () => {
  const taken = (): Record<string, string> => {
    const file = write("p.json", proposalText(all));
    const patch = write("p.patch", patched(all));
    desk.git("am", "--quiet", patch);
    const byPatch = plan();
    desk.git("reset", "--quiet", "--hard", "HEAD~1");
    expect(desk.srok("propose", file).status).toBe(0);
    expect(byPatch).toEqual(plan());
    return byPatch;
  };

  test("git am takes it, and makes of the files what srok propose makes", () => {
    commit();
    taken();
    desk.git("checkout", "--quiet", "--", ".");
    desk.git("am", "--quiet", "p.patch");
    const message = desk.git("log", "-1", "--format=%an <%ae>%n%B");
    expect(message).toContain("Иванова Анна, МОУО <ivanova@school.example>\nИзменить план: правок – 7\n");
    expect(message).toContain("  diff --git a/x b/x\n  From: evil <evil@example.org>");
  });

  test("also where lines end with a carriage return, and where a file is new", () => {
    rmSync(join(desk.folder, "plan/gis-obrazovanie/2024/occurrences.yaml"));
    for (const path of filesBelow(join(desk.folder, "plan")))
      write(`plan/${path}`, readFileSync(join(desk.folder, "plan", path), "utf8").replace(/\r?\n/g, "\r\n"));
    desk.git("config", "core.autocrlf", "false");
    commit();
    const after = taken();
    expect(after["gis-obrazovanie/2024/occurrences.yaml"]).toContain("event-documents-published");
    expect(after["gis-obrazovanie/2024/section-2.yaml"]).not.toMatch(/[^\r]\n/);
  });
});
