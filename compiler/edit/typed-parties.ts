/** Parties as somebody types them: names with commas between are a list of parties, any other words are those of the order. */
export function typedParties(text: string): readonly string[] | string {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.every((name) => /^[a-z][a-z0-9-]*$/.test(name)) ? names : text;
}
