/** The compiled code of the build, for the browser: loaded when somebody asks for a date. */
export { answerRule, answerWaiting, countRule } from "../../../../compiler/calculate/answer.ts";
export { ruleFile, waitingFile } from "../../../../compiler/calculate/entries.ts";
export { openCounting } from "../../../../compiler/calculate/open.ts";
