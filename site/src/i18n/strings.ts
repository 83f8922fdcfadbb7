import type { LanguageCode } from "../../../compiler/locale/languages.ts";
import { english } from "./en.ts";
import { russian } from "./ru.ts";
import type { Strings } from "./ru.ts";
import { typeset } from "./typeset.ts";

export type { Strings } from "./ru.ts";

/** The site's own words by language, typeset. */
export const strings: Readonly<Record<LanguageCode, Strings>> = { ru: typeset(russian), en: typeset(english) };
