/** Signing in without a secret: the authorization code flow with a proof key (RFC 7636), `S256`, and `state` (RFC 6749 §10.12). */
import { asRecord, base64 } from "./answers.ts";
import type { ForgeAnswer, ForgeApi } from "./forge-api.ts";

const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

/** A text that nobody can guess: 256 bits, 43 letters. */
export const newSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** The SHA-256 of a text. */
export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

/** What a forge is shown of the verifier before it is told it. */
export const challengeOf = async (verifier: string): Promise<string> => base64url(await sha256(verifier));

/** Who signs in where: the application as it is registered. */
export interface Application {
  readonly root: string;
  readonly client: string;
  /** The page that the forge leads back to. */
  readonly redirect: string;
}

/** The page on which somebody signs in and agrees. */
export function authorizeHref(
  api: ForgeApi,
  { root, client, redirect }: Application,
  { state, challenge }: { readonly state: string; readonly challenge: string },
): string {
  const asked = new URLSearchParams({
    client_id: client,
    redirect_uri: redirect,
    response_type: "code",
    scope: api.scope,
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  return `${root}${api.authorize}?${asked}`;
}

/** What the forge led back with: a code; or why not. */
export type Return = { readonly code: string } | { readonly kind: "denied" | "lost" };

/** Reads what an address led back with. `state` is the one that was sent; what has another is nobody's answer. */
export function readReturn(query: URLSearchParams, state: string | undefined): Return {
  if (state === undefined || query.get("state") !== state) return { kind: "lost" };
  const code = query.get("code") ?? "";
  if (query.has("error")) return { kind: query.get("error") === "access_denied" ? "denied" : "lost" };
  return /^[\x21-\x7e]{1,2000}$/.test(code) ? { code } : { kind: "lost" };
}

/** The form by which a code becomes a token. */
export const tokenForm = (
  { client, redirect }: Application,
  { code, verifier }: { readonly code: string; readonly verifier: string },
): URLSearchParams =>
  new URLSearchParams({
    grant_type: "authorization_code",
    client_id: client,
    redirect_uri: redirect,
    code,
    code_verifier: verifier,
  });

/** The token of an answer; undefined where there is none that a header takes. */
export function readToken({ status, body }: ForgeAnswer): string | undefined {
  const { access_token: token, token_type: type } = asRecord(body);
  const isBearer = typeof type === "string" && type.toLowerCase() === "bearer";
  const isToken = typeof token === "string" && /^[\x21-\x7e]{1,8000}$/.test(token);
  return status === 200 && isBearer && isToken ? token : undefined;
}
