import type { ForgeAnswer, ForgeRequest } from "./forge-api.ts";

/** How long a forge may take over an answer, in milliseconds. */
const patience = 30_000;

/** No cookies, no redirects to elsewhere, nothing kept: what is asked and answered stays between the page and the forge. */
const closed = {
  credentials: "omit",
  redirect: "error",
  cache: "no-store",
  referrerPolicy: "no-referrer",
} satisfies RequestInit;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function ask(address: string, init: RequestInit): Promise<ForgeAnswer> {
  const response = await fetch(address, { ...closed, ...init, signal: AbortSignal.timeout(patience) });
  return { status: response.status, body: parsed(await response.text()) };
}

/** Sends a form without a token. Rejects where the forge does not answer. */
export const postForm = (address: string, body: URLSearchParams): Promise<ForgeAnswer> =>
  ask(address, { method: "POST", body, headers: { Accept: "application/json" } });

/** Sends requests one after another, each with the token, until there is an outcome. Rejects where the forge does not answer. */
export async function drive<T>(
  steps: Generator<ForgeRequest, T, ForgeAnswer>,
  { root, token }: { readonly root: string; readonly token: string },
): Promise<T> {
  let step = steps.next();
  while (step.done !== true) {
    const { method, path, body } = step.value;
    const headers = {
      Accept: "application/json",
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    step = steps.next(await ask(`${root}${path}`, { method, headers, ...sent }));
  }
  return step.value;
}
