/** FNV-1a of the code points of a text: 32 bits, unsigned. Equal texts give equal numbers on every machine. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}
