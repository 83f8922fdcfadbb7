/** Questions to parts of a plan, as a browser asks them: what the package offers as `srok/calculate`. */
export { answerWaiting, type Answer } from "./answer.ts";
export { countingData, waitingCells, waitingData } from "./cut.ts";
export { openCounting, type Counting } from "./open.ts";
export { questionOf, type ReadPhrase } from "./phrase.ts";
export { readPhrase } from "./read-phrase.ts";
export { answerRule, countRule } from "./rule.ts";
