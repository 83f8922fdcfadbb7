import type { SeriesSite } from "./site.ts";
import { site } from "./site.ts";

/** The address at which somebody writes an issue, by the host that the plan is kept on; `{title}` and `{body}` are filled in. */
const issueForms: readonly (readonly [host: RegExp, form: string])[] = [
  [/(^|\.)github\./, "/issues/new?title={title}&body={body}"],
  [/(^|\.)gitlab\./, "/-/issues/new?issue[title]={title}&issue[description]={body}"],
  [/(^|\.)(codeberg\.org$|gitea\.|forgejo\.)/, "/issues/new?title={title}&body={body}"],
];

/** The repository that a series is kept in: the one that it names, else that of the pipeline; null where neither is known. */
export const repositoryOf = ({ plan }: SeriesSite): string | null =>
  (plan.series.data.repository ?? site().settings.repository)?.replace(/\/+$/, "") ?? null;

/** Where an issue is written, as a form to fill in; null where the forge is not known. */
export function issueForm(series: SeriesSite): string | null {
  const repository = repositoryOf(series);
  if (repository === null || !URL.canParse(repository)) return null;
  const { host } = new URL(repository);
  const form = issueForms.find(([pattern]) => pattern.test(host))?.[1];
  return form === undefined ? null : `${repository}${form}`;
}

/** The address of a prepared report: an issue where the forge is known, else a letter; null where nobody is named. */
export function reportHref(series: SeriesSite, title: string, body: string): string | null {
  const [form, { contact }] = [issueForm(series), series.plan.series.data];
  const filled = (text: string): string =>
    text.replace("{title}", encodeURIComponent(title)).replace("{body}", encodeURIComponent(body));
  if (contact !== undefined) return filled(`mailto:${contact}?subject={title}&body={body}`);
  return form === null ? null : filled(form);
}
