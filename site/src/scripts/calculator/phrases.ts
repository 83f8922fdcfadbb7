/** The grammar of deadline phrases, for the browser: loaded when somebody types one. */
export { questionOf, readPhrase } from "../../../../compiler/calculate/phrase.ts";
