/** An error keeps a plan from being published; a warning asks for a decision; an info asks for nothing. */
export type Severity = "error" | "warning" | "info";
