/** The relations of parties by themselves: docs/decisions.md, «Overseeing is transitive». */
import { describe, expect, test } from "vitest";
import type { Party } from "../../compiler/generated/types.ts";
import { createPartyGraph } from "../../compiler/resolve/parties.ts";
import type { PartyGraph, DueWindow } from "../../compiler/resolve/model.ts";

const party = (id: string, relations: Partial<Party> = {}): Party => ({ id, label: id, name: id, ...relations });

/**
 * All schools are city or village schools, a city school can be a lyceum; the head is an officer of lyceums; the agency
 * oversees all schools, the department the agency, the minister everybody.
 */
const town = (): PartyGraph =>
  createPartyGraph([
    party("minister", { oversees: "all" }),
    party("department", { oversees: ["agency"] }),
    party("agency", { oversees: ["schools"] }),
    party("schools"),
    party("village", { "member-of": ["schools"] }),
    party("city", { "member-of": ["schools"] }),
    party("lyceum", { "member-of": ["city"] }),
    party("head", { "officer-of": ["lyceum"] }),
    party("deputy", { "officer-of": ["lyceum", "village"] }),
    party("kitchen"),
  ]);

describe("groups", () => {
  test("a group is its members, those of a group inside it too, in the order of the file", () => {
    expect(town().members("schools")).toEqual(["village", "lyceum"]);
    expect(town().members("city")).toEqual(["lyceum"]);
    expect(town().members("kitchen")).toEqual([]);
  });

  test("whom a list means: groups replaced by members, each once, in the order of the file", () => {
    expect(town().expand(["kitchen", "city", "schools", "village"])).toEqual(["village", "lyceum", "kitchen"]);
    expect(town().expand([])).toEqual([]);
  });

  test("the groups that a party is in, the outer ones too", () => {
    expect(town().groupsOf("lyceum")).toEqual(["schools", "city"]);
    expect([town().groupsOf("schools"), town().groupsOf("unknown")]).toEqual([[], []]);
  });

  test("a circle of groups ends where it closes", () => {
    const circle = createPartyGraph([
      party("a", { "member-of": ["b"] }),
      party("b", { "member-of": ["a"] }),
      party("c", { "member-of": ["a"] }),
    ]);
    expect(circle.members("a")).toEqual(["c"]);
    expect(circle.groupsOf("c")).toEqual(["a", "b"]);
    expect(circle.groupsOf("a")).toEqual(["b"]);
  });
});

describe("overseeing", () => {
  test("a body's officers, in the order of the file", () => {
    expect(town().officersOf("lyceum")).toEqual(["head", "deputy"]);
    expect(town().officersOf("kitchen")).toEqual([]);
  });

  test("reaches members, their officers, and whom the overseen oversee", () => {
    expect(town().overseenBy("agency")).toEqual(["schools", "village", "city", "lyceum", "head", "deputy"]);
    expect(town().overseenBy("department")).toEqual([
      "agency",
      "schools",
      "village",
      "city",
      "lyceum",
      "head",
      "deputy",
    ]);
    expect([town().overseenBy("kitchen"), town().overseenBy("unknown")]).toEqual([[], []]);
  });

  test("«all» is everybody who oversees nobody", () => {
    expect(town().overseenBy("minister")).toEqual([
      "schools",
      "village",
      "city",
      "lyceum",
      "head",
      "deputy",
      "kitchen",
    ]);
  });
});

describe("why a due window is a party's: the nearest reason", () => {
  const assigned = (kind: "work" | "control", ...read: string[]): Pick<DueWindow, "kind" | "read" | "audience"> => ({
    kind,
    read,
    audience: town().expand(read),
  });

  test.each([
    ["schools", "work", ["schools"], "own"],
    ["lyceum", "work", ["schools"], "group"],
    ["head", "work", ["head"], "own"],
    ["lyceum", "work", ["head"], "officer"],
    ["village", "work", ["head"], undefined],
    ["head", "work", ["lyceum"], undefined],
    ["agency", "work", ["schools"], "oversight"],
    ["agency", "work", ["lyceum"], "oversight"],
    ["department", "work", ["agency"], "oversight"],
    ["agency", "work", ["kitchen"], undefined],
    ["kitchen", "control", ["lyceum"], "controller"],
    ["kitchen", "control", ["kitchen"], "own"],
    ["kitchen", "work", ["lyceum"], undefined],
    ["village", "control", ["lyceum"], undefined],
    ["minister", "work", ["kitchen"], "oversight"],
  ] as const)("%s, %s of %j: %s", (who, kind, read, relation) => {
    expect(town().relation(who, assigned(kind, ...read), "kitchen")).toBe(relation);
  });

  test("a group that has no members is overseen by its name", () => {
    const alone = createPartyGraph([
      party("watch", { oversees: ["group"] }),
      party("group"),
      party("other", { "member-of": ["group"] }),
    ]);
    expect(alone.relation("watch", { kind: "work", read: ["group"], audience: [] }, "watch")).toBe("oversight");
    expect(alone.relation("watch", { kind: "work", read: [], audience: ["other"] }, "watch")).toBe("oversight");
  });
});
