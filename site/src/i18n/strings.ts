import type { LanguageCode } from "../../../compiler/locale/languages.ts";
import { english } from "./en.ts";
import { ofKind, type PlanKind } from "./plan-kinds.ts";
import { russian } from "./ru.ts";
import type { Strings } from "./ru.ts";
import { typeset } from "./typeset.ts";

export type { Strings } from "./ru.ts";

const tables: Readonly<Record<LanguageCode, Strings>> = { ru: russian, en: english };

/** The site's own words by language, typeset. */
export const strings: Readonly<Record<LanguageCode, Strings>> = { ru: typeset(russian), en: typeset(english) };

/** The site's own words for a kind of plan, typeset. */
export const stringsFor = (language: LanguageCode, kind: PlanKind): Strings =>
  kind.hasOrder && kind.isYear ? strings[language] : typeset(ofKind(tables[language], language, kind));
