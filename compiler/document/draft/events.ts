import type { Event } from "../../generated/types.ts";
import { stems } from "../../phrase/ru/words/stems.ts";
import type { AddNote } from "../report.ts";
import { nominative } from "./nominative.ts";
import type { Rows } from "./rows.ts";
import { freeSlug, slugOf } from "./slug.ts";
import { defined } from "../../source/defined.ts";

/** Acts that are one for all, and are announced. */
const announced = /опубликован|утвержд|издани|вступлени|подписани приказ|publication|approval|announcement/i;
/** A receipt, which answers a sending. */
const receipt = /^(?:получени|поступлени|receipt)\S*\s+/i;
const sending = /^(?:направлени|подач|представлени|предоставлени|отправк|передач|sending|submission)/i;
/** How many words of what was received a receipt needs, to be matched with a sending. */
const wordsOfReceipt = 3;

/** Events for the words that deadlines count from. */
export interface DraftEvents {
  /** The id of the event that an item waits for; added and noted at its first mention. */
  idFor(words: string, item: string): string;
  readonly added: readonly Event[];
}

const isAlone = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/**
 * The same words below the same heading are the same event, elsewhere another: «получение заявки» of two procedures are two.
 * A receipt whose sending is an item of the plan is that item's fulfilment.
 */
export function draftEvents(rows: Rows, taken: Set<string>, addNote: AddNote): DraftEvents {
  const added: Event[] = [];
  const known = new Map<string, Event>();

  /** The items that send something, with the words of what they send. */
  const sendings = rows.all
    .filter(({ activity, cells }) => cells.deadline !== "" && sending.test(activity))
    .map(({ id, activity }) => ({ id, words: new Set(stems(activity)) }));
  const fulfilled = (title: string, item: string): string | undefined => {
    const what = stems(title.replace(receipt, ""));
    if (!receipt.test(title) || what.length < wordsOfReceipt) return undefined;
    return isAlone(sendings.filter(({ id, words }) => id !== item && what.every((stem) => words.has(stem))))?.id;
  };

  return {
    added,
    idFor(words, item) {
      const parent = rows.above(item)[0]?.id ?? item.split(".")[0]!;
      const key = `${parent} ${stems(words).join(" ")}`;
      const before = known.get(key);
      if (before !== undefined) return before.id;
      const title = nominative(words);
      const latest = fulfilled(title, item);
      const event: Event = {
        id: freeSlug(slugOf(title, "event"), taken),
        title,
        scope: latest !== undefined || announced.test(title) ? "public" : "own",
        ...defined({ latest }),
      };
      known.set(key, event);
      added.push(event);
      addNote({ certainty: "guessed", code: "event-new", values: { title, id: event.id }, item });
      if (latest !== undefined)
        addNote({ certainty: "guessed", code: "event-chain", values: { title, item: latest }, item });
      return event.id;
    },
  };
}
