/** The role that was chosen, remembered on this device alone; nothing is remembered where storage is closed. */
import { readStored, store } from "../storage.ts";

const key = "srok-role";

const read = (): Readonly<Record<string, string>> => (readStored(key) ?? {}) as Readonly<Record<string, string>>;

/** The role remembered for the series whose home is at `home`. */
export const rememberedRole = (home: string): string | undefined => read()[home];

/** Remembers a role, or with `undefined` forgets it; where storage is closed the link leads to the role all the same. */
export function rememberRole(home: string, role: string | undefined): void {
  const { [home]: _, ...rest } = read();
  store(key, role === undefined ? rest : { ...rest, [home]: role });
}
