/**
 * What a new plan consists of: paths below `plan/`, and texts. `{slug}`, `{title}`, `{titleOfYear}`, `{organisation}`, `{domain}`,
 * `{zone}`, `{calendar}`, `{rules}` and `{year}` are filled in, as scalars of YAML.
 */
export type Starter = Readonly<Record<string, string>>;
