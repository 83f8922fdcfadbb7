/** Handing over by signing in: there and back, and what came of it in words. Loaded when it is chosen. */
import { placeOfTouched, touchesLine, type TouchedPlace } from "../../../../../compiler/propose/touches.ts";
import type { edit } from "../../../i18n/edit-ru.ts";
import { fill } from "../../calculator/data.ts";
import type { Draft, Handed } from "../protocol.ts";
import { drive, postForm } from "./ask-forge.ts";
import type { ForgeApi, ForgeKind, SignInPlace } from "./forge-api.ts";
import { gitea } from "./gitea.ts";
import { gitlab } from "./gitlab.ts";
import { authorizeHref, challengeOf, newSecret, readReturn, readToken, sha256, tokenForm } from "./pkce.ts";
import { proposeOn, type Change, type Outcome } from "./propose-on.ts";
import type { Beside } from "./requests-beside.ts";
import { keepTrip, takeTrip, type Trip } from "./trip.ts";

type Texts = (typeof edit)["signIn"];

/** The settings as the page has them. */
export interface SignIn extends SignInPlace {
  /** The address that the forge leads back to, as it is registered: one for all plans of the series. */
  readonly back: string;
  readonly texts: Texts;
}

const apis: Readonly<Record<ForgeKind, ForgeApi>> = { gitlab, gitea };

/** So many places that a request touches too are named. */
const placesTold = 5;
const touchedKinds = {
  item: "touchedItem",
  event: "touchedEvent",
  row: "touchedRow",
  file: "touchedFile",
} as const satisfies Readonly<Record<TouchedPlace["kind"], keyof Texts>>;

/** Lives as long as the page, and nowhere else. */
let token: string | undefined;
let isSending = false;
/** The requests for the same rows that somebody was told of, and opens hers all the same. */
const seen = new Set<number>();

const application = ({ root, client, back }: SignIn) => ({ root, client, redirect: new URL(back, location.href).href });

function words(signIn: SignIn, key: keyof Texts, values: Readonly<Record<string, string>> = {}): string {
  return fill(signIn.texts[key], { host: new URL(signIn.root).host, project: signIn.project, ...values });
}

/** What is said, pages of the forge to open, and what can be done all the same. */
export interface Said {
  readonly text: string;
  readonly links?: readonly { readonly text: string; readonly href: string }[];
  readonly anyway?: { readonly text: string; readonly go: () => void };
}

/** Goes to the forge's page of signing in; what is said where that cannot be. */
async function leave(signIn: SignIn, draft: Draft, leaving: () => void): Promise<Said> {
  if (!isSecureContext) return { text: words(signIn, "insecure") };
  const [state, verifier] = [newSecret(), newSecret()];
  const challenge = await challengeOf(verifier);
  if (!keepTrip(signIn.back, { state, verifier, draft })) return { text: words(signIn, "noStorage") };
  leaving();
  // Who turns back is here again without having been loaded anew.
  addEventListener("pageshow", () => void takeTrip(signIn.back), { once: true });
  location.assign(authorizeHref(apis[signIn.forge], application(signIn), { state, challenge }));
  return { text: words(signIn, "leaving") };
}

/** Ends a trip: a code becomes a token. What is said of it; `isIn` tells whether the proposal can go on its way. */
export async function comeBack(
  signIn: SignIn,
  query: URLSearchParams,
  trip: Trip | undefined,
): Promise<{ readonly isIn: boolean; readonly text: string }> {
  const led = readReturn(query, trip?.state);
  if ("kind" in led) return { isIn: false, text: words(signIn, led.kind) };
  const form = tokenForm(application(signIn), { code: led.code, verifier: trip!.verifier });
  try {
    token = readToken(await postForm(`${signIn.root}${apis[signIn.forge].token}`, form));
  } catch {
    return { isIn: false, text: words(signIn, "offline") };
  }
  return { isIn: token !== undefined, text: words(signIn, token === undefined ? "lost" : "back") };
}

/** A proposal as a change of the repository, on a branch that is named by what is in it. */
async function changeOf(name: string, handed: Handed): Promise<Change> {
  const { subject, body, json, markdown, files, touched } = handed;
  const hash = Array.from(await sha256(json), (byte) => byte.toString(16).padStart(2, "0"));
  return {
    branch: `${name}-${hash.slice(0, 6).join("")}`,
    message: body === "" ? `${subject}\n` : `${subject}\n\n${body}\n`,
    title: subject,
    text: `${touchesLine(touched)}${markdown}`,
    files,
    touched,
  };
}

/** The address of a request, or of all: never one that the forge has answered. */
const pageOf = ({ forge, root, project }: SignIn, number?: number): string =>
  `${root}/${project}${apis[forge].page(number)}`;

/** That others are open for the same rows: which, what of, and the choice. */
function saidBeside(signIn: SignIn, requests: readonly Beside[], again: () => void): Said {
  const named = requests.map(({ number, title, touched }) => {
    const places = touched.slice(0, placesTold).map((each) => {
      const { kind, name } = placeOfTouched(each);
      return words(signIn, touchedKinds[kind], { name });
    });
    if (touched.length > placesTold) places.push("…");
    const values = { number: String(number), title, places: places.join(", ") };
    return words(signIn, title === "" ? "besideUntitled" : "besideRequest", values);
  });
  return {
    text: words(signIn, requests.length === 1 ? "besideOne" : "beside", { requests: named.join("; ") }),
    links: requests.map(({ number }) => ({
      text: words(signIn, "lookAt", { number: String(number) }),
      href: pageOf(signIn, number),
    })),
    anyway: {
      text: words(signIn, "anyway"),
      go() {
        for (const { number } of requests) seen.add(number);
        again();
      },
    },
  };
}

function said(signIn: SignIn, branch: string, outcome: Exclude<Outcome, { readonly kind: "beside" }>): Said {
  const { kind } = outcome;
  const values = {
    branch,
    said: "said" in outcome ? outcome.said : "",
    files: "files" in outcome ? outcome.files.join(", ") : "",
  };
  const text = words(signIn, kind, values);
  if (kind !== "opened" && kind !== "already" && kind !== "unnamed") return { text };
  const link = words(signIn, kind === "opened" ? "openRequest" : "openRequests");
  return { text, links: [{ text: link, href: pageOf(signIn, kind === "opened" ? outcome.number : undefined) }] };
}

/** What is handed over, and how the page tells of it. */
export interface Sending {
  readonly name: string;
  readonly handed: Handed;
  readonly draft: Draft;
  readonly say: (said: Said) => void;
  /** Hands over once more what the form holds by then. */
  readonly again: () => void;
  /** The page is about to be left, with the draft kept. */
  readonly leaving: () => void;
}

/** Takes a proposal to the forge: signs in first where nobody is. */
export async function send(signIn: SignIn, { name, handed, draft, say, again, leaving }: Sending): Promise<void> {
  if (isSending) return;
  if (token === undefined) return say(await leave(signIn, draft, leaving));
  isSending = true;
  say({ text: words(signIn, "sending") });
  const change = await changeOf(name, handed);
  try {
    const steps = proposeOn(apis[signIn.forge], signIn.project, change, seen);
    const outcome = await drive(steps, { root: signIn.root, token });
    if (outcome.kind === "expired") token = undefined;
    say(outcome.kind === "beside" ? saidBeside(signIn, outcome.requests, again) : said(signIn, change.branch, outcome));
  } catch {
    say({ text: words(signIn, "offline") });
  } finally {
    isSending = false;
  }
}
