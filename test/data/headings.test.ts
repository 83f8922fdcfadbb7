import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { roleTable } from "../../compiler/data/role-table.ts";
import { datesTable, planTable } from "../../compiler/data/tables.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

test("tables of a plan that no order approves name no order", () => {
  const { plans } = compile(sourcesOf(join(casesFolder, "good", "school-year"))).value;
  const headings = plans.map((plan) => {
    const tables = [planTable(plan), datesTable(plan), roleTable(plan, plan.parties.ids[0]!)];
    return [plan.plan.hasOrder, tables.map(({ headings: own }) => own.some((text) => /приказ/i.test(text)))];
  });
  expect(headings.toSorted()).toEqual([[false, [false, false, false]]]);
});
