/** A printed text as one line, for titles and terminals: where the document broke its lines, a space stands. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ");
