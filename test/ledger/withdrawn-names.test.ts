/** A row that was withdrawn and comes back: what the contract with subscribers holds of the names that it had. */
import { expect, test } from "vitest";
import { parseDate } from "../../compiler/calendar/day.ts";
import { checkPublications } from "../../compiler/ledger/check-publication.ts";
import { writeLedger } from "../../compiler/ledger/write-ledger.ts";
import type { SourceFile } from "../../compiler/source/span.ts";
import { tinyPlans } from "../feeds/plans.ts";

const kept =
  '  - { id: "1.1", activity: Сверить, responsible: [school], deadline: { text: до 20 декабря, until: 12-20 } }';
const row = (dates: string, more = ""): string =>
  `${kept}\n  - { id: "1.2", activity: Сдать, responsible: [school], corrected: [CITED], deadline: { text: по датам, each: [${dates}] }${more} }`;
const withdrawn = ", withdrawn: { reason: не нужно }";

/** Publishes the row as it stands month after month: the codes that the contract has for the last time. */
function lastOf(states: readonly string[]): readonly string[] {
  let ledgers: SourceFile[] = [];
  let codes: readonly string[] = [];
  for (const [month, items] of states.entries()) {
    // Each change says what it rests on, so that names alone are in question.
    const { value, diagnostics } = checkPublications(
      tinyPlans({ items: items.replace("CITED", `правка ${month}`) }),
      ledgers,
      { today: parseDate(`2024-0${month + 2}-01`)! },
    );
    codes = diagnostics.map(({ code }) => code);
    ledgers = value.flatMap(({ after }) => after).map((ledger) => ({ path: ledger.path, text: writeLedger(ledger) }));
  }
  return codes;
}

const [named, renamed] = ["{ key: spring, on: 05-14 }", "{ key: may, on: 05-14 }"].map(
  (first) => `${first}, { key: autumn, on: 10-16 }`,
) as [string, string];
const [may, october] = ["{ on: 05-14 }", "{ on: 10-16 }"];

test("another name for a day is a change for subscribers while they hold the day, and is none once they were told that it is cancelled", () => {
  expect(lastOf([row(named), row(renamed)])).toEqual(["published-key-changed"]);
  expect(lastOf([row(named), row(named, withdrawn), row(renamed)])).toEqual([]);
});

test("places in a list stay names after a withdrawal: the row that comes back in another order is refused", () => {
  expect(lastOf([row(`${may}, ${october}`), row(`${may}, ${october}`, withdrawn), row(`${may}, ${october}`)])).toEqual(
    [],
  );
  expect(lastOf([row(`${may}, ${october}`), row(`${may}, ${october}`, withdrawn), row(`${october}, ${may}`)])).toEqual([
    "published-order-changed",
    "published-order-changed",
  ]);
});
