/** «П Р И К А З» is «ПРИКАЗ»: single letters with spaces between; two spaces part words. */
export function unspaced(text: string): string {
  if (!/^(?:\p{L}\s+){2,}\p{L}[\s:]*$/u.test(text)) return text;
  return text
    .split(/\s{2,}/)
    .map((word) => word.replace(/\s/g, ""))
    .join(" ");
}
