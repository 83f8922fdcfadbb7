/** Stands in for `vitest` where mutants are tried (`trial.ts`): tests are gathered while their files are loaded, and run as often as it takes. */
import * as chai from "chai";

/** Not among the project's packages: `run.ts` installs it into its copy. */
const matchers = "@vitest/expect";
const { JestAsymmetricMatchers, JestChaiExpect, JestExtend } = await import(matchers);
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = chai.expect;

type Body = (...values: unknown[]) => unknown;
type Each = (table: readonly unknown[]) => (name: string, body: Body) => void;

export const collected: (() => unknown)[] = [];

function withTable(one: (name: string, body: Body) => void): typeof one & { readonly each: Each } {
  const each: Each = (table) => (name, body) => {
    for (const row of table) one(name, () => body(...(Array.isArray(row) ? row : [row])));
  };
  return Object.assign(one, { each });
}

export const test = withTable((_name, body) => void collected.push(() => body()));
export const describe = withTable((_name, body) => void body());
