/** The forms of rules that count from nothing, for the browser: loaded when a rule, or a row that it leans on, is of such a form. */
export { allForms } from "../../../../compiler/resolve/forms/all-forms.ts";
