/** The compiled code of the build, for the browser: loaded when somebody asks for a date. */
export { answerWaiting } from "../../../../compiler/calculate/answer.ts";
export { openCounting } from "../../../../compiler/calculate/open.ts";
export { countingForms } from "../../../../compiler/resolve/forms/counting-forms.ts";
