import type { IStylesOptions } from "docx";

/** Millimetres in twentieths of a point, the unit of WordprocessingML. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Sizes in half points. */
export const size = { text: 26, table: 22, small: 18 } as const;

export const styles: IStylesOptions = {
  default: {
    document: { run: { font: "Times New Roman", size: size.text, language: { value: "ru-RU" } }, paragraph: { spacing: { before: 0, after: 0, line: 248 } } },
  },
};
