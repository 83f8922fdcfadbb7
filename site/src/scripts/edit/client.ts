/** The Worker from the page's side: a question, and its answer later. */
import type { Answers, Request } from "./protocol.ts";

/** A Worker that answers; what fails rejects. */
export interface Client {
  ask<K extends Request["kind"]>(request: Extract<Request, { readonly kind: K }>): Promise<Answers[K]>;
}

interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (error: Error) => void;
}

/** Starts the Worker. Throws where the browser has none of this kind. */
export function startClient(): Client {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const failAll = (error: Error): void => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  worker.addEventListener("error", ({ message }) => failAll(new Error(message)));
  worker.addEventListener(
    "message",
    ({ data }: MessageEvent<{ readonly id: number; readonly answer?: never; readonly error?: string }>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error === undefined) asked?.done(data.answer as never);
      else asked?.failed(new Error(data.error));
    },
  );
  return {
    ask: (request) =>
      new Promise((done, failed) => {
        last += 1;
        waiting.set(last, { done: done, failed });
        worker.postMessage({ id: last, request });
      }),
  };
}
