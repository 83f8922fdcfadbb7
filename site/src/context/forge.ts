import { placeOf, type SignInPlace } from "../scripts/edit/sign-in/forge-api.ts";
import type { SeriesSite } from "./site.ts";
import { site } from "./site.ts";

/** What a forge has at which address below a repository; the words in braces are filled in. */
interface Forge {
  readonly host: RegExp;
  /** Where an issue is written: `{title}`, `{body}`. */
  readonly issue: string;
  /** The forge's own editor of a file: `{path}`. */
  readonly edit: string;
  /** A new file: `{folder}`, `{name}`. */
  readonly create: string;
}

/** The forges by the host that a plan is kept on. What is published lies on `main`, as the pipelines have it. */
const forges: readonly Forge[] = [
  {
    host: /(^|\.)github\./,
    issue: "/issues/new?title={title}&body={body}",
    edit: "/edit/main/{path}",
    create: "/new/main/{folder}?filename={name}",
  },
  {
    host: /(^|\.)gitlab\./,
    issue: "/-/issues/new?issue[title]={title}&issue[description]={body}",
    edit: "/-/edit/main/{path}",
    create: "/-/new/main/{folder}?file_name={name}",
  },
  {
    host: /(^|\.)(codeberg\.org$|gitea\.|forgejo\.)/,
    issue: "/issues/new?title={title}&body={body}",
    edit: "/_edit/main/{path}",
    create: "/_new/main/{folder}",
  },
];

/** The repository that a series is kept in: the one that it names, else that of the pipeline; null where neither is known. */
export const repositoryOf = ({ plan }: SeriesSite): string | null =>
  (plan.series.data.repository ?? site().settings.repository)?.replace(/\/+$/, "") ?? null;

/** An address of the forge of a series as a form to fill in; null where the forge is not known. */
function addressOf(series: SeriesSite, what: "issue" | "edit" | "create"): string | null {
  const repository = repositoryOf(series);
  if (repository === null || !URL.canParse(repository)) return null;
  const { host } = new URL(repository);
  const forge = forges.find((each) => each.host.test(host));
  return forge === undefined ? null : `${repository}${forge[what]}`;
}

/** Where an issue is written, as a form to fill in; null where the forge is not known. */
export const issueForm = (series: SeriesSite): string | null => addressOf(series, "issue");

/** Where the forge's own editor has a file, and where it makes a new one; null where the forge is not known. */
export function editorForms(series: SeriesSite): { readonly edit: string; readonly create: string } | null {
  const [edit, create] = [addressOf(series, "edit"), addressOf(series, "create")];
  return edit === null || create === null ? null : { edit, create };
}

/** The signing in that a series has set; null where it has none, or its repository is not known. */
export function signInOf(series: SeriesSite): SignInPlace | null {
  const set = series.plan.series.data["sign-in"];
  const repository = repositoryOf(series);
  const place = set === undefined || repository === null ? undefined : placeOf(set.forge, repository);
  return set === undefined || place === undefined ? null : { ...set, ...place };
}

/** The address of a prepared report: an issue where the forge is known, else a letter; null where nobody is named. */
export function reportHref(series: SeriesSite, title: string, body: string): string | null {
  const [form, { contact }] = [issueForm(series), series.plan.series.data];
  const filled = (text: string): string =>
    text.replace("{title}", encodeURIComponent(title)).replace("{body}", encodeURIComponent(body));
  if (contact !== undefined) return filled(`mailto:${contact}?subject={title}&body={body}`);
  return form === null ? null : filled(form);
}
