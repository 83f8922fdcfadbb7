/** A common calendar as somebody wants it, made an operation. */
import { isTaken } from "../resolve/checks/reserved-names.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import type { ProfileOperation } from "./proposal.ts";

/** The longest name that a feed may have. */
const longest = 40;

/** A name for the feed of some parties that nothing of the series has: theirs, cut to what a name may hold. */
function profileId(parties: readonly string[], taken: ReadonlySet<string>): string {
  const head = parties
    .join("-")
    .slice(0, longest - 3)
    .replace(/-+$/, "");
  for (let n = 1; ; n++) {
    const id = n === 1 ? head : `${head}-${n}`;
    if (!taken.has(id) && !isTaken(id)) return id;
  }
}

/** The common calendar of some parties, which stand in the order of the plan; those that it has not are left out. */
export function newProfile(
  { series }: ResolvedPlan,
  { parties: wanted, name }: { readonly parties: ReadonlySet<string>; readonly name: string },
): ProfileOperation {
  const parties = series.parties.flatMap(({ data: { id } }) => (wanted.has(id) ? [id] : []));
  const known = [...series.parties, ...series.profiles].map(({ data }) => data.id);
  return { op: "profile", profile: profileId(parties, new Set(known)), label: name, name, parties };
}
