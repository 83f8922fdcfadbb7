import { element } from "./element.ts";

/** Saves a text under a name. */
export function saveFile(name: string, text: string, type: string): void {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has begun to read the file by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
