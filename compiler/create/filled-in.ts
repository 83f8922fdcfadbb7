/** A text with the values of its `{names}`; throws for a name that has none, which is a slip of a template. */
export const filledIn = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([a-z][A-Za-z]*)\}/g, (_, name: string) => {
    if (!(name in values)) throw new Error(`{${name}} has no value`);
    return values[name]!;
  });
