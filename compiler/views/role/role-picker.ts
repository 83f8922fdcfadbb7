import type { ResolvedPlan } from "../../resolve/model.ts";
import { duesOfParty } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { roleEntries, type RoleEntry } from "./role.ts";

/** A role that can be chosen beside others. */
export interface PickableRole extends RoleEntry {
  readonly hasFeed: boolean;
  /** Roles whose whole feed is in this one's: its groups, its officers, those it oversees. */
  readonly covers: readonly string[];
}

/** A named union of roles. */
export interface PickableProfile extends PartyRef {
  readonly hasFeed: boolean;
  readonly parties: readonly PartyRef[];
}

/** What somebody with several roles chooses from. */
export interface RolePickerView {
  readonly roles: readonly PickableRole[];
  readonly profiles: readonly PickableProfile[];
}

/** The related parties whose entries this party has all of. Parties without a relation are left out, even where entries coincide this year. */
function coveredBy(plan: ResolvedPlan, id: string): string[] {
  const related = new Set([
    ...plan.parties.groupsOf(id),
    ...plan.parties.officersOf(id),
    ...plan.parties.overseenBy(id),
  ]);
  const own = new Set(duesOfParty(plan, id).map(({ uid }) => uid));
  return plan.parties.ids.filter(
    (other) => other !== id && related.has(other) && duesOfParty(plan, other).every(({ uid }) => own.has(uid)),
  );
}

/** The roles and the profiles of a plan for who has several roles. */
export function rolePickerView(plan: ResolvedPlan): RolePickerView {
  return {
    roles: roleEntries(plan).map((role) => ({
      ...role,
      hasFeed: duesOfParty(plan, role.id).length > 0,
      covers: coveredBy(plan, role.id),
    })),
    profiles: plan.series.profiles.map(({ data }) => ({
      ...partyRef(plan, data.id),
      hasFeed: duesOfParty(plan, data.id).length > 0,
      parties: data.parties.map((id) => partyRef(plan, id)),
    })),
  };
}
