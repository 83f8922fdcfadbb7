/** Errors keep a plan from being published; warnings ask for a look; infos are good to know. */
export type Severity = "error" | "warning" | "info";
