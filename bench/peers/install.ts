/** Remind and TaskJuggler come from Debian: installed where that is possible, else left out of the table and named there. */
import { spawnSync } from "node:child_process";

const packages = { remind: "remind", tj3: "tj3" } as const;
export type Peer = keyof typeof packages;

const installed = (peer: Peer): boolean => spawnSync(peer, ["--version"], { stdio: "ignore" }).error === undefined;

/** Installs what is missing where the system is Debian's and the user may; says which peers are there. */
export function installPeers(): ReadonlySet<Peer> {
  const names = Object.keys(packages) as Peer[];
  const missing = names.filter((peer) => !installed(peer)).map((peer) => packages[peer]);
  if (missing.length > 0 && process.getuid?.() === 0)
    spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", ...missing], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  return new Set(names.filter(installed));
}

/** What to type where it could not be installed. */
export const installHint = (peers: readonly Peer[]): string =>
  `apt-get install --no-install-recommends ${peers.map((peer) => packages[peer]).join(" ")}`;
