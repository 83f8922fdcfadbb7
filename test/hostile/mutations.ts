import fc from "fast-check";
import type { SourceFile } from "../../compiler/source/span.ts";
import { plan2024 } from "../plan-files.ts";

/** What a text may be cut into or filled with: YAML's own signs, words of the plan's language, and what is meant to hurt. */
export const tokens = [
  "\n",
  "\n\n",
  " ",
  "  ",
  "    ",
  "\t",
  "\r\n",
  "\r",
  "- ",
  "-",
  ": ",
  ":",
  "? ",
  ", ",
  ",",
  "[",
  "]",
  "{",
  "}",
  "[]",
  "{}",
  '"',
  "'",
  "''",
  "\\",
  "\\n",
  "\\u0000",
  "\\x",
  "#",
  " #",
  ">",
  ">-",
  "|",
  "|+",
  "|2",
  ">1-",
  "&a ",
  "*a",
  "!!str ",
  "!",
  "%YAML 1.1\n",
  "---\n",
  "...\n",
  "<<: ",
  "@",
  "`",
  "null",
  "~",
  "true",
  "No",
  "0",
  "-1",
  "007",
  "0x1F",
  "0o17",
  "1e3",
  "1e999",
  ".5",
  ".inf",
  ".NaN",
  "99999999999999999999",
  "2024-02-31",
  "02-30",
  "13-01",
  "2024-13",
  "00:00",
  "id",
  "text",
  "until",
  "from",
  "to",
  "within",
  "after",
  "any",
  "each",
  "every",
  "on",
  "month",
  "month: 2-1",
  "period",
  "external",
  "continuous",
  "audience",
  "control",
  "deadline",
  "responsible",
  'same-cells-as: "1.1"',
  'latest: "3.5.12"',
  "accept",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__proto__: { x: 1 }",
  "../../x",
  "CON",
  "NUL",
  "..",
  "/etc/passwd",
  "\u0000",
  "\u0007",
  "\u001b[31m",
  "\u0085",
  "\u2028",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\u00a0",
  "й",
  "ё",
  "🏳️‍🌈",
  "\u0301",
  "\ud83d",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "=1+1",
  "@SUM(A1)",
  "BEGIN:VEVENT",
  "](javascript:alert(1))",
  "{{x}}",
  "${x}",
  "%s%n",
] as const;

type Mutate = (text: string, at: number, length: number, token: string, to: number) => string;

/** What a careless hand, a bad merge or an enemy does to a file. */
const mutations: readonly Mutate[] = [
  (text, at, length) => text.slice(0, at) + text.slice(at + length),
  (text, at, _, token) => text.slice(0, at) + token + text.slice(at),
  (text, at, length, token) => text.slice(0, at) + token + text.slice(at + length),
  (text, at, length, _, to) => text.slice(0, to) + text.slice(at, at + length) + text.slice(to),
  (text, at) => text.slice(0, at),
  (text, at, length, _, to) => {
    const lines = text.split("\n");
    const from = at % lines.length;
    return [
      ...lines.slice(0, to % lines.length),
      ...lines.slice(from, from + 1 + (length % 5)),
      ...lines.slice(to % lines.length),
    ].join("\n");
  },
  (text, at, length) => {
    const lines = text.split("\n");
    lines.splice(at % lines.length, 1 + (length % 3));
    return lines.join("\n");
  },
  (text, at, length) => {
    const lines = text.split("\n");
    const line = at % lines.length;
    lines[line] = " ".repeat(length % 5) + lines[line]!;
    return lines.join("\n");
  },
];

const step = fc.record({
  kind: fc.nat(mutations.length - 1),
  at: fc.nat(),
  length: fc.oneof(fc.nat(4), fc.nat(60)),
  token: fc.constantFrom(...tokens),
  to: fc.nat(),
});

/** A text after some mutations. */
export function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .array(step, { minLength: 1, maxLength: 4 })
    .map((steps) =>
      steps.reduce(
        (now, { kind, at, length, token, to }) =>
          mutations[kind]!(now, at % (now.length + 1), length, token, to % (now.length + 1)),
        text,
      ),
    );
}

type Damage = (bytes: number[], at: number, value: number, length: number) => void;

/** What a bad disk, a wrong encoding or a program that knows nothing of texts does to bytes. */
const damages: readonly Damage[] = [
  (bytes, at, value) => {
    bytes[at] = value;
  },
  (bytes, at, value) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (value % 8));
  },
  (bytes, at, value) => {
    bytes.splice(at, 0, value);
  },
  (bytes, at, _, length) => {
    bytes.splice(at, length);
  },
  (bytes, at, _, length) => {
    bytes.splice(at, 0, ...bytes.slice(at, at + length));
  },
  (bytes, at, value, length) => {
    bytes.splice(at, length, ...Array.from({ length }, () => value));
  },
];

/** A text whose bytes were damaged, as a file of them is read: UTF-8, what is none replaced. */
export function damaged(text: string): fc.Arbitrary<string> {
  const whole = [...new TextEncoder().encode(text)];
  const damage = fc.record({
    kind: fc.nat(damages.length - 1),
    at: fc.nat(),
    value: fc.nat(255),
    length: fc.integer({ min: 1, max: 40 }),
  });
  return fc.array(damage, { minLength: 1, maxLength: 6 }).map((list) => {
    const bytes = [...whole];
    for (const { kind, at, value, length } of list) damages[kind]!(bytes, at % (bytes.length + 1), value, length);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  });
}

const real = plan2024();

/** The files of the plan of 2024 with some of them mutated, and the paths of those. */
export const mutatedPlan: fc.Arbitrary<readonly SourceFile[]> = fc
  .array(fc.nat(real.length - 1), { minLength: 1, maxLength: 3 })
  .chain((indexes) =>
    fc.tuple(...[...new Set(indexes)].map((index) => mutated(real[index]!.text).map((text) => ({ index, text })))),
  )
  .map((changes) =>
    real.map((file, index) => ({
      path: file.path,
      text: changes.find((change) => change.index === index)?.text ?? file.text,
    })),
  );

/** The files of the plan of 2024, the bytes of one of them damaged; mostly read as if each byte were a letter, else the file is refused for its encoding. */
export const damagedPlan: fc.Arbitrary<readonly SourceFile[]> = fc.nat(real.length - 1).chain((index) =>
  fc
    .tuple(damaged(real[index]!.text), fc.nat(3))
    .map(([bytes, kind]) => (kind === 0 ? bytes : bytes.replaceAll("\ufffd", "\u00bf").replaceAll("\u0000", "0")))
    .map((text) => real.map((file, place) => (place === index ? { path: file.path, text } : file))),
);

/** One file of the plan of 2024, mutated. */
export const mutatedFile: fc.Arbitrary<SourceFile> = fc
  .nat(real.length - 1)
  .chain((index) => mutated(real[index]!.text).map((text) => ({ path: real[index]!.path, text })));
