import type { Occasion } from "../../../compiler/views/item/occasions.ts";

/** JSON that no text of a plan can end as a script: «<» opens neither a tag nor a comment in it. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** Occasions for search engines, in the words of schema.org. `page` is the whole address of their page, where the site has one. */
export const occasionsData = (occasions: readonly Occasion[], page: string | null): string =>
  scriptJson({
    "@context": "https://schema.org",
    "@graph": occasions.map(({ name, start, end, place }) => ({
      "@type": "Event",
      name,
      startDate: start,
      endDate: end,
      location: { "@type": "AdministrativeArea", name: place },
      ...(page === null ? {} : { url: page }),
    })),
  });
