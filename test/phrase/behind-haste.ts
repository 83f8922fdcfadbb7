import type { FormName } from "../../compiler/rule/kinds.ts";

/**
 * Whether the words of a form stand behind «незамедлительно, но …», “immediately, but …”: those that name a day or hang on something,
 * the rows of `dated` and `counted`. A row that is in `simple` alone does not combine with any words.
 */
export const standsBehindHaste: Readonly<Record<FormName, boolean>> = {
  on: true,
  from: true,
  until: true,
  month: true,
  period: false,
  every: false,
  within: true,
  "no-later-than": true,
  "on-day-of": true,
  before: true,
  exactly: true,
  continuous: false,
  external: false,
};
