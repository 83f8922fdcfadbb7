/**
 * Astro bundles the pages and loads the bundle: they are another program than the build that asked for them, though in the
 * same process. Through here they hand it what is to be done when the pages are written.
 */
type WriteFiles = (folder: string) => Promise<void>;

const place = Symbol.for("srok-files-beside-the-pages");
const shared = globalThis as { [place]?: WriteFiles | undefined };

/** The pages' side: how the files beside them are written. */
export function handOver(write: WriteFiles): void {
  shared[place] = write;
}

/** The build's side: takes it, so that the next build starts anew. Throws where no page has handed anything over: a bug. */
export function takeOver(): WriteFiles {
  const write = shared[place];
  if (write === undefined) throw new Error("no page has handed over how the files beside the pages are written");
  delete shared[place];
  return write;
}
