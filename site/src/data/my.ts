/** What the page «Мой календарь» needs of a build: roles with their feeds, and the events that come to each on a day of its own. */
import { feedPath } from "../../../compiler/feeds/feeds.ts";
import { productId } from "../../../compiler/feeds/product-id.ts";
import { relationToItem } from "../../../compiler/query/audience.ts";
import type { SeriesSite } from "../context/site.ts";
import type { MyData, MyEvent } from "../scripts/my/data.ts";
import { calculatorOf } from "./calculator.ts";
import { roleChoice } from "./role-choice.ts";

/** The events of a plan that each has for itself, with the cells that count from them and whose those are. */
function ownEvents(series: SeriesSite, roles: readonly string[]): MyEvent[] {
  const { plan } = series;
  const { itemFile } = calculatorOf(series, plan);
  const cells = plan.items.flatMap((item) => {
    const made = itemFile(item);
    return (made?.data.cells ?? []).map((cell) => ({
      cell,
      href: made!.file.href,
      roles: roles.filter((role) => relationToItem(plan, role, item, cell.kind) !== undefined),
    }));
  });
  return plan.plan.events
    .filter(({ data }) => data.scope === "own")
    .map(({ data: { id, title } }) => ({
      id,
      title,
      cells: cells
        .filter(({ cell, roles: own }) => own.length > 0 && cell.events.some((event) => event.id === id))
        .map(({ cell: { item, kind }, href, roles: own }) => ({ item, kind, href, roles: own })),
    }))
    .filter(({ cells: own }) => own.length > 0);
}

/** All of it, every word included. */
export function myData(series: SeriesSite): MyData {
  const { plan, t, language, href, address } = series;
  const choice = roleChoice(series);
  return {
    ...choice,
    files: Object.fromEntries(
      choice.roles.filter(({ feed }) => feed !== null).map(({ id }) => [id, href(feedPath(id))]),
    ),
    events: ownEvents(
      series,
      choice.roles.map(({ id }) => id),
    ),
    counting: calculatorOf(series, plan).file.href,
    language,
    timeZone: plan.series.data["time-zone"],
    prodid: productId(plan.series.data),
    address: address(""),
    home: href(""),
    edit: href("edit/"),
    texts: t.my.texts,
  };
}
