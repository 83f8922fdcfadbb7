/** A piece of a printed text; a slip of the original carries its note. */
export interface TextPiece {
  readonly text: string;
  readonly slip: string | null;
}

export interface Slip {
  readonly text: string;
  readonly note: string;
}

/** A text cut at the slips that stand in it; a slip that is not in this text is left to others. */
export function piecesOf(text: string, slips: readonly Slip[]): TextPiece[] {
  const found = slips
    .map((slip) => ({ ...slip, at: text.indexOf(slip.text) }))
    .filter(({ at, text: slip }) => at !== -1 && slip !== "")
    .sort((a, b) => a.at - b.at);
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { at, text: slip, note } of found) {
    if (at < from) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), slip: null });
    pieces.push({ text: slip, slip: note });
    from = at + slip.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), slip: null });
  return pieces;
}
