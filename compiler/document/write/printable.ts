import { escapeMarkup } from "../../source/markup.ts";

/** Characters that XML 1.0 §2.2 does not allow, and lone surrogates: no document can hold them. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text of the plan as a document can hold it. */
export const printable = (text: string): string => text.replace(unprintable, "\ufffd");

/** The same inside an element or a quoted attribute. */
export const printableMarkup = (text: string): string => escapeMarkup(printable(text));
