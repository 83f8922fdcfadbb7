/** Long files are written, read and compared in pieces: where a piece ends shows nowhere. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { haveSameBytes, wholeText, writePieces, type Piece } from "../../../compiler/cli/output/stream-file.ts";

const folder = mkdtempSync(join(tmpdir(), "pieces-"));
afterAll(() => rmSync(folder, { recursive: true }));
const [one, other] = [join(folder, "one"), join(folder, "other")];

/** What is handed to the system at a time. */
const chunk = 1 << 20;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("pieces", () => {
  test.each<[string, readonly Piece[]]>([
    ["none", []],
    ["of nothing", ["", new Uint8Array()]],
    ["of text and of bytes in turns", ["Срок: ", bytes("сдать «отчёт» 👨‍👩‍👧"), "\r\n", bytes("")]],
    ["that fill a chunk to the octet", ["a".repeat(chunk - 2), "я", bytes("b")]],
    ["of which one crosses the end of a chunk inside a character", ["a".repeat(chunk - 1), "я", "b"]],
    ["longer than a chunk, between short ones", ["a", "я".repeat(chunk), "b", bytes("щ".repeat(chunk)), "c"]],
    [
      "many",
      Array.from({ length: 300_000 }, (_, index) =>
        index % 2 === 0 ? `${index} строка\n` : bytes(`${index} строка\n`),
      ),
    ],
  ])("%s: the file holds them in their order", (_, pieces) => {
    writePieces(one, pieces);
    const expected = Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
    expect(readFileSync(one).equals(expected)).toBe(true);

    expect(wholeText(pieces) === expected.toString()).toBe(true);
  });

  const long = "s".repeat(2 * chunk);
  test.each<[string, string, string, boolean]>([
    ["two empty files", "", "", true],
    ["two of the same bytes", `${long}a`, `${long}a`, true],
    ["two of whole chunks", long, long, true],
    ["one that goes on", long, `${long}a`, false],
    ["one that ends before", `${long}a`, long, false],
    ["a difference in the first octet", `a${long}`, `b${long}`, false],
    ["a difference in the last octet", `${long}a`, `${long}b`, false],
  ])("%s", (_, first, second, same) => {
    writeFileSync(one, first);
    writeFileSync(other, second);
    expect(haveSameBytes(one, other)).toBe(same);
  });

  test.runIf(process.platform === "linux")("however a comparison ends, no file stays open", () => {
    const open = (): number => readdirSync("/proc/self/fd").length;
    writeFileSync(one, "s");
    writeFileSync(other, long);
    const before = open();
    for (let turn = 0; turn < 20; turn++)
      expect([haveSameBytes(one, other), haveSameBytes(other, one)]).toEqual([false, false]);
    writeFileSync(one, "");
    for (let turn = 0; turn < 20; turn++) expect(haveSameBytes(one, other)).toBe(false);
    expect(open()).toBe(before);
  });
});
