import { SaxesParser } from "saxes";
import { DocumentError } from "../document-error.ts";
import type { Level, Numberings } from "../numbering.ts";

/**
 * Reads `word/numbering.xml`.
 * @throws DocumentError where it is no XML
 */
export function readNumberings(xml: string): Numberings {
  const parser = new SaxesParser();
  const abstract = new Map<string, Level[]>();
  const numberings = new Map<string, Level[]>();
  let [levels, level, list]: [
    Level[] | undefined,
    { format: string; text: string; start: number } | undefined,
    string,
  ] = [undefined, undefined, ""];
  const fail = (): never => {
    throw new DocumentError("document-broken", { what: { terms: ["broken-xml"] } });
  };
  parser.on("doctype", fail);
  parser.on("error", fail);
  parser.on("opentag", ({ name, attributes }) => {
    const value = (attributes as Readonly<Record<string, string>>)["w:val"] ?? "";
    const own = (key: string): string => (attributes as Readonly<Record<string, string>>)[key] ?? "";
    switch (name.replace(/^.*:/, "")) {
      case "abstractNum":
        abstract.set(own("w:abstractNumId"), (levels = []));
        break;
      case "num":
        [levels, list] = [undefined, own("w:numId")];
        break;
      case "abstractNumId":
        numberings.set(list, abstract.get(value) ?? []);
        break;
      case "lvl":
        if (levels !== undefined) level = { format: "decimal", text: "", start: 1 };
        break;
      case "start":
        if (level) level.start = Number(value) || 0;
        break;
      case "numFmt":
        if (level) level.format = value;
        break;
      case "lvlText":
        if (level) level.text = value;
        break;
      default:
    }
  });
  parser.on("closetag", ({ name }) => {
    if (!name.endsWith("lvl") || level === undefined) return;
    levels?.push(level);
    level = undefined;
  });
  parser.write(xml).close();
  return numberings;
}
