import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";

/** A registry of npm on this machine: it has the packages of a folder, and sends on to the usual one for every other. */
export interface Registry {
  readonly address: string;
  close(): void;
}

/** What a registry answers about a package: its one version, out of the tarball. */
function packument(tarball: string, address: string): { readonly name: string; readonly text: string } {
  const read = execFileSync("tar", ["xzOf", tarball, "package/package.json"], { encoding: "utf8" });
  const manifest = JSON.parse(read) as { name: string; version: string };
  const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  const dist = { tarball: `${address}/-/${basename(tarball)}`, integrity };
  const { name, version } = manifest;
  return {
    name,
    text: JSON.stringify({
      name,
      "dist-tags": { latest: version },
      versions: { [version]: { ...manifest, dist } },
    }),
  };
}

/** Serves the tarballs of a folder; `upstream` is where every other package is. */
export async function openRegistry(folder: string, upstream: string): Promise<Registry> {
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/").slice(1);
    const own = tarballs
      .map((name) => packument(join(folder, name), `http://${request.headers.host}`))
      .find(({ name }) => name === path);
    const file = tarballs.find((name) => path === `-/${name}`);
    if (own !== undefined) response.setHeader("content-type", "application/json").end(own.text);
    else if (file !== undefined) response.end(readFileSync(join(folder, file)));
    else response.writeHead(307, { location: new URL(request.url ?? "/", upstream).href }).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}
