/** A common calendar of several parties, written among the profiles of the series. */
import { reread } from "../edit/locate.ts";
import { appendRow } from "../edit/rows.ts";
import { isSameValue } from "../edit/set-value.ts";
import { splice } from "../edit/splice.ts";
import type { Profile } from "../generated/types.ts";
import { inConflict, type Step } from "./conflict.ts";
import { readFile, withText, type PlanFiles } from "./plan-files.ts";
import type { ProfileOperation } from "./proposal.ts";

/** The file of profiles, from the folder of the series. */
export const profilesPath = "profiles.yaml";
/** The file before its first profile. */
const noProfiles = "# yaml-language-server: $schema=../../schema/profiles.schema.json\nprofiles: []\n";

const byName = (parties: unknown): readonly string[] => (Array.isArray(parties) ? parties.map(String).sort() : []);

/** Adds a profile, unless its parties have one. */
export function addProfile(files: PlanFiles, { op: _, profile: id, ...given }: ProfileOperation): Step<PlanFiles> {
  const known = readFile(files, profilesPath);
  const file =
    known ?? (files.texts.has(profilesPath) ? undefined : reread(`${files.folder}${profilesPath}`, noProfiles));
  const rows = (file?.data as { readonly profiles?: unknown } | null | undefined)?.profiles;
  if (file === undefined || !Array.isArray(rows)) return inConflict("no-file", profilesPath);
  const profiles = rows as readonly (Partial<Profile> | null)[];
  const parties = byName(given.parties);
  const isSame = (each: Partial<Profile> | null | undefined): boolean => isSameValue(byName(each?.parties), parties);
  const named = profiles.find((each) => each?.id === id);
  if (named !== undefined)
    return isSame(named) ? { files, already: true } : inConflict("profile-exists", id, { now: named?.label });
  const same = profiles.find(isSame);
  if (same !== undefined) return inConflict("same-profile", id, { now: same?.label });
  const text = splice(file.source.text, [appendRow(file, "profiles", { id, ...given })]);
  return { files: withText(files, profilesPath, text) };
}
