import type { NamedEntity } from "../../../names.ts";
import { matchNamedPeriod } from "../../../sense/named-period.ts";
import { grammar } from "../../grammar.ts";
import { finder, particles, stems } from "../../words/stems.ts";

/** “the admissions campaign”, “school year”: the periods that the longest run of words from here can mean. */
export const namedPeriod = grammar.terminal<readonly NamedEntity[]>(
  "named-period",
  matchNamedPeriod({ stems, particles: new Set([...particles].filter((word) => word.length > 3)), finder }),
  ({ kind }) => kind === "word" || kind === "roman",
);
