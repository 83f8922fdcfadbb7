import { keepForEdits } from "../../compiler/compile.ts";

/** What one compile leaves for the next: `srok dev` compiles the plan whenever one of its files is saved. Outlives compiled.ts. */
export const compileMemory = keepForEdits();
