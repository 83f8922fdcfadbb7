import { describe, expect, test } from "vitest";
import { rolePickerView } from "../../compiler/views/role/role-picker.ts";
import { duesOfParty } from "../../compiler/views/dues.ts";
import { roleView } from "../../compiler/views/role/role.ts";
import { choose, type Profile, type Role } from "../../site/src/scripts/role-picker/choose.ts";
import { compile } from "../../compiler/compile.ts";
import { plan2024 } from "../plan-files.ts";

const role = (id: string, ...covers: string[]): Role => ({ id, name: id, mark: "", href: `/${id}/`, feed: id, covers });
const profile = (name: string, ...parties: string[]): Profile => ({ name, href: `/${name}/`, feed: name, parties });
const roles = [
  role("nursery", "all"),
  role("school", "all"),
  role("camp"),
  role("all"),
  role("office", "clerk"),
  role("clerk"),
  role("one", "other"),
  role("other", "one"),
];
const profiles = [
  profile("wide", "nursery", "school", "camp"),
  profile("narrow", "nursery", "school"),
  profile("offices", "office", "camp"),
];
const chosen = (...ids: string[]) => {
  const { covered, needed, profile: found, extra } = choose({ roles, profiles }, new Set(ids));
  return {
    covered: covered.map(({ role: { id }, by }) => `${id} by ${by.id}`),
    needed: needed.map(({ id }) => id),
    profile: found?.name,
    extra: extra.map(({ id }) => id),
  };
};

describe("several roles", () => {
  test("the profile that has exactly these is told, whatever the order of the profiles", () => {
    expect(chosen("school", "nursery")).toEqual({
      covered: [],
      needed: ["nursery", "school"],
      profile: "narrow",
      extra: [],
    });
    expect(chosen("school", "nursery", "camp")).toMatchObject({ profile: "wide", extra: [] });
  });

  test("a profile that has more is told with what it has beside", () =>
    expect(chosen("school", "camp")).toMatchObject({ profile: "wide", extra: ["nursery"] }));

  test("where no profile has all of them, each is told", () =>
    expect(chosen("school", "office")).toMatchObject({ needed: ["school", "office"], profile: undefined }));

  test("who chooses a role and its group needs the role alone", () => {
    expect(chosen("school", "all")).toEqual({
      covered: ["all by school"],
      needed: ["school"],
      profile: undefined,
      extra: [],
    });
    expect(chosen("school", "nursery", "all")).toMatchObject({ needed: ["nursery", "school"], profile: "narrow" });
  });

  test("an officer chosen with a profile's body is inside it", () =>
    expect(chosen("clerk", "camp")).toMatchObject({
      needed: ["camp", "clerk"],
      profile: "offices",
      extra: ["office"],
    }));

  test("of two that cover one another one stays", () =>
    expect(chosen("one", "other")).toMatchObject({ covered: ["one by other"], needed: ["other"] }));

  test("nothing chosen, nothing told", () =>
    expect(chosen()).toEqual({ covered: [], needed: [], profile: undefined, extra: [] }));
});

describe("roles of the plan of 2024", () => {
  const plan = compile(plan2024()).value.plans[0]!;
  const uids = (id: string): string[] => duesOfParty(plan, id).map(({ uid }) => uid);

  test("what is said to cover another holds all of it", () => {
    const { roles: all } = rolePickerView(plan);
    expect(all.find(({ id }) => id === "doo")!.covers).toContain("oo");
    for (const { id, covers } of all)
      for (const covered of covers)
        expect(
          uids(covered).filter((uid) => !uids(id).includes(uid)),
          `${id} covers ${covered}`,
        ).toEqual([]);
  });

  test("a profile's page holds what its parties' pages hold, each once, and says whose it is", () => {
    for (const { id, parties } of rolePickerView(plan).profiles) {
      expect(uids(id).toSorted()).toEqual([...new Set(parties.flatMap((party) => uids(party.id)))].toSorted());
      expect(roleView(plan, id).union).toEqual(parties);
      for (const due of duesOfParty(plan, id)) expect(due.who.length, `${due.item} ${due.kind}`).toBeGreaterThan(0);
    }
  });
});
