import type { IStylesOptions } from "docx";
import type { LanguageCode } from "../../locale/languages.ts";
import { documentWording } from "../document-wording.ts";

/** Millimetres in twentieths of a point, the unit of WordprocessingML. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Sizes in half points. */
export const size = { text: 26, table: 22, small: 18 } as const;

/** Times New Roman and single spacing, the language that spelling is checked by. */
export const stylesFor = (language: LanguageCode): IStylesOptions => ({
  default: {
    document: {
      run: { font: "Times New Roman", size: size.text, language: { value: documentWording[language].locale } },
      paragraph: { spacing: { before: 0, after: 0, line: 248 } },
    },
  },
});
