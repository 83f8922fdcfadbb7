/** What the programs of a pipeline ask a forge with. They need Node alone: no script of a package runs beside the token. */

/** The value of an environment variable; throws where it is not set. */
export function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set`);
  return value;
}

/** Asks a forge; throws for an answer that is not a success, without the token in its message. */
export async function ask(
  headers: Readonly<Record<string, string>>,
  method: string,
  address: string,
  data?: object,
): Promise<unknown> {
  const response = await fetch(address, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    body: data === undefined ? null : JSON.stringify(data),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${response.status}: ${method} ${new URL(address).pathname}`);
  return await response.json();
}

/** The headers of GitHub's API with the token of the pipeline, and the address of its repository there. */
export const github = (): { readonly headers: Readonly<Record<string, string>>; readonly api: string } => ({
  headers: {
    authorization: `Bearer ${needed("GITHUB_TOKEN")}`,
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
  },
  api: `${process.env["GITHUB_API_URL"] ?? "https://api.github.com"}/repos/${needed("GITHUB_REPOSITORY")}`,
});
