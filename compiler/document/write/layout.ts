/** A4 and the margins of an official document: left 20 or more, right 10, top and bottom 20 (ГОСТ Р 7.0.97-2016, 3.10), in millimetres. */
export const sheet = { short: 210, long: 297, left: 20, right: 10, top: 20, bottom: 20, binding: 30 } as const;

/** Widths of the six columns, in millimetres; together they fill a landscape page. */
export const columnWidths = [16, 82, 48, 40, 46, 35] as const;

/** Widths of an abbreviation and its meaning. */
export const glossaryWidths = [60, 207] as const;
