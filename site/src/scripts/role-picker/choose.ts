/** A role as the choice of several knows it. */
export interface Role {
  readonly id: string;
  readonly name: string;
  /** Its abbreviation; empty where that only repeats the name. */
  readonly mark: string;
  readonly href: string;
  /** The address of its feed; null when nothing of it is dated. */
  readonly feed: string | null;
  /** Roles whose whole feed is in this one's. */
  readonly covers: readonly string[];
}

export interface Profile {
  readonly name: string;
  readonly href: string;
  readonly feed: string | null;
  readonly parties: readonly string[];
}

/** What the page hands over, every word included. */
export interface RolePickerData {
  readonly roles: readonly Role[];
  readonly profiles: readonly Profile[];
  /** The page that puts the calendar of several roles together. */
  readonly my: string;
  readonly texts: {
    readonly pick: string;
    readonly one: string;
    readonly exact: string;
    readonly wider: string;
    readonly none: string;
    readonly apart: string;
    readonly covered: string;
    readonly noFeed: string;
    readonly my: string;
  };
}

/** What to subscribe to for some roles. */
export interface Choice {
  /** Chosen roles that need no feed of their own, each with the chosen one that has its entries already. */
  readonly covered: readonly { readonly role: Role; readonly by: Role }[];
  /** The chosen roles that remain. */
  readonly needed: readonly Role[];
  /** The profile that has all of them and least beside; undefined when none has. */
  readonly profile: Profile | undefined;
  /** What that profile has beside them. */
  readonly extra: readonly Role[];
}

function withCovered(roles: readonly Role[]): ReadonlySet<string> {
  return new Set(roles.flatMap(({ id, covers }) => [id, ...covers]));
}

/** Finds what covers the chosen roles with the fewest subscriptions. */
export function choose(
  { roles, profiles }: Pick<RolePickerData, "roles" | "profiles">,
  chosen: ReadonlySet<string>,
): Choice {
  let needed = roles.filter(({ id }) => chosen.has(id));
  const covered: { role: Role; by: Role }[] = [];
  for (const role of needed) {
    const by = needed.find((other) => other !== role && other.covers.includes(role.id));
    if (by === undefined) continue;
    covered.push({ role, by });
    needed = needed.filter((other) => other !== role);
  }
  const has = withCovered(needed);
  const rolesOf = ({ parties }: Profile): Role[] => roles.filter(({ id }) => parties.includes(id));
  const fitting =
    needed.length < 2
      ? []
      : profiles.filter((profile) => needed.every(({ id }) => withCovered(rolesOf(profile)).has(id)));
  const extraOf = (profile: Profile): Role[] => rolesOf(profile).filter(({ id }) => !has.has(id));
  const profile = fitting.toSorted((a, b) => extraOf(a).length - extraOf(b).length)[0];
  return { covered, needed, profile, extra: profile === undefined ? [] : extraOf(profile) };
}
