import type { ResolvedPlan } from "../../resolve/model.ts";
import { duesOfParty } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { roleEntries, type RoleEntry } from "./role.ts";

/** A role that can be chosen beside others. */
export interface PickableRole extends RoleEntry {
  /** Roles whose whole feed is in this one's: its groups, its officers, those it oversees. */
  readonly covers: readonly string[];
}

/** A named union of roles. */
export interface PickableProfile extends PartyRef {
  readonly parties: readonly PartyRef[];
}

/** What somebody with several roles chooses from. */
export interface RolePickerView {
  readonly roles: readonly PickableRole[];
  readonly profiles: readonly PickableProfile[];
}

/**
 * The related parties whose entries this party has all of, in each of `plans`. Parties without a relation are left out, even where
 * entries coincide this year.
 */
function coveredBy(plan: ResolvedPlan, plans: readonly ResolvedPlan[], id: string): string[] {
  const related = new Set([
    ...plan.parties.groupsOf(id),
    ...plan.parties.officersOf(id),
    ...plan.parties.overseenBy(id),
  ]);
  const uidsOf = (party: string): string[] => plans.flatMap((each) => duesOfParty(each, party).map(({ uid }) => uid));
  const own = new Set(uidsOf(id));
  return plan.parties.ids.filter(
    (other) => other !== id && related.has(other) && uidsOf(other).every((uid) => own.has(uid)),
  );
}

/** The roles and the profiles of a plan for who has several roles; `plans` are those whose dates stand in their feeds. */
export function rolePickerView(plan: ResolvedPlan, plans: readonly ResolvedPlan[] = [plan]): RolePickerView {
  return {
    roles: roleEntries(plan).map((role) => ({
      ...role,
      covers: coveredBy(plan, plans, role.id),
    })),
    profiles: plan.series.profiles.map(({ data }) => ({
      ...partyRef(plan, data.id),
      parties: data.parties.map((id) => partyRef(plan, id)),
    })),
  };
}
