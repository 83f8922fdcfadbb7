/** Questions about rules of no plan, for the browser: loaded when somebody counts days or types a phrase. */
export { answerRule, countRule } from "../../../../compiler/calculate/rule.ts";
