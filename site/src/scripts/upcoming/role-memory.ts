/** The role that was chosen, remembered on this device alone; nothing is remembered where storage is closed. */
const key = "srok-role";

type Roles = Readonly<Record<string, string>>;

function read(): Roles {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Roles;
  } catch {
    return {};
  }
}

/** The role remembered for the series whose home is at `home`. */
export const rememberedRole = (home: string): string | undefined => read()[home];

/** Remembers a role, or with `undefined` forgets it. */
export function rememberRole(home: string, role: string | undefined): void {
  const { [home]: _, ...rest } = read();
  try {
    localStorage.setItem(key, JSON.stringify(role === undefined ? rest : { ...rest, [home]: role }));
  } catch {
    // Storage is closed to this page: the link leads to the role all the same.
  }
}
