const [first, second] = [0x9e3779b1, 0x85ebca6b] as const;

/** Two lanes of 32 bits over the code units of a text, mixed at the end (after MurmurHash3's finaliser). */
export function fingerprint(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, first);
    b = Math.imul(b ^ unit, second);
  }
  a = Math.imul(a ^ (a >>> 16), second) ^ Math.imul(b ^ (b >>> 13), first);
  b = Math.imul(b ^ (b >>> 16), second) ^ Math.imul(a ^ (a >>> 13), first);
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
