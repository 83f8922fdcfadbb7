import ICAL from "ical.js";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "vitest";
import { readComponent } from "../ical/readers/ical-js.ts";
import type { Held } from "./model.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

let last: { readonly ics: string; readonly component: ICAL.Component } | undefined;
/** The calendar of a file; the last one is kept, as several subscribers read the same and to parse it takes longest. */
function calendarOf(ics: string): ICAL.Component {
  if (last?.ics !== ics) last = { ics, component: readComponent(ics) };
  return last.component;
}

/** What a calendar file holds, by ical.js. */
export function heldIn(ics: string): Held[] {
  return calendarOf(ics)
    .getAllSubcomponents("vevent")
    .map((component): Held => {
      const event = new ICAL.Event(component);
      const last = event.endDate.clone();
      last.adjust(-1, 0, 0, 0);
      const status = component.getFirstPropertyValue("status") === "CANCELLED" ? "CANCELLED" : "CONFIRMED";
      return {
        uid: text(event.uid),
        start: event.startDate.toString(),
        end: last.toString(),
        summary: text(event.summary),
        status,
        sequence: event.sequence,
      };
    })
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/** An entry with what tells readers that it changed. */
export interface Stamped extends Held {
  readonly modified: string;
  /** Everything else that it says. */
  readonly rest: string;
}

/** What a calendar file holds, by uid, with its stamps. */
export function stampedIn(ics: string): Map<string, Stamped> {
  const held = new Map(heldIn(ics).map((entry) => [entry.uid, entry]));
  return new Map(
    calendarOf(ics)
      .getAllSubcomponents("vevent")
      .map((component) => {
        const uid = text(component.getFirstPropertyValue("uid"));
        const rest = ["description", "url", "categories"]
          .map((name) => String(component.getFirstPropertyValue(name)))
          .join(" | ");
        return [uid, { ...held.get(uid)!, modified: String(component.getFirstPropertyValue("last-modified")), rest }];
      }),
  );
}

/**
 * A subscriber that keeps its state and goes by the book: it takes an entry anew only when its SEQUENCE has risen, or when
 * SEQUENCE is the same and LAST-MODIFIED later (RFC 5546 §2.1.5), and forgets what is not in the file.
 */
export class CarefulSubscriber {
  #entries = new Map<string, Held & { readonly modified: string; readonly description: string }>();

  read(ics: string): void {
    const modified = new Map<string, { modified: string; description: string }>();
    for (const component of calendarOf(ics).getAllSubcomponents("vevent")) {
      modified.set(text(component.getFirstPropertyValue("uid")), {
        modified: String(component.getFirstPropertyValue("last-modified")),
        description: text(component.getFirstPropertyValue("description")),
      });
    }
    const next = new Map<string, Held & { readonly modified: string; readonly description: string }>();
    for (const entry of heldIn(ics)) {
      if (next.has(entry.uid)) throw new Error(`twice in one file: ${entry.uid}`);
      const now = { ...entry, ...modified.get(entry.uid)! };
      const was = this.#entries.get(entry.uid);
      const newer =
        was === undefined ||
        now.sequence > was.sequence ||
        (now.sequence === was.sequence && now.modified > was.modified);
      next.set(entry.uid, newer ? now : was);
    }
    this.#entries = next;
  }

  held(): Held[] {
    return [...this.#entries.values()]
      .map(({ modified: _, description: __, ...held }) => held)
      .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  }

  descriptions(): string[] {
    return [...this.#entries.values()].map(({ uid, description }) => `${uid} ${description}`).sort();
  }
}

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, "config"),
  XDG_DATA_HOME: join(folder, "data"),
  XDG_CACHE_HOME: join(folder, "cache"),
});
const runs = (command: string): boolean => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;

/** Without the programs the test is not run and named at the end; where nothing may be left out, that is a failure. */
export function needsSynchroniser(context: TestContext): void {
  const missing = ["vdirsyncer", "khal"].filter((name) => !runs(name));
  if (missing.length === 0) return;
  const note = `${missing.join(", ")} missing: apt-get install ${missing.join(" ")}`;
  if (process.env["CI"] === "true") throw new Error(note);
  context.skip(note);
}

/** khal over the folder that vdirsyncer keeps in step with a feed on a server: a person's own subscription, state and all. */
export class KhalSubscriber {
  readonly #folder: string;

  constructor(folder: string, url: string) {
    this.#folder = folder;
    for (const name of ["vdir", "status", "config"]) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(
      join(folder, "vdirsyncer.conf"),
      [
        "[general]",
        `status_path = "${join(folder, "status")}"`,
        "[pair plan]",
        'a = "remote"',
        'b = "local"',
        "collections = null",
        'conflict_resolution = "a wins"',
        "[storage remote]",
        'type = "http"',
        `url = "${url}"`,
        "[storage local]",
        'type = "filesystem"',
        `path = "${join(folder, "vdir")}"`,
        'fileext = ".ics"',
        "",
      ].join("\n"),
    );
    writeFileSync(
      join(folder, "khal.conf"),
      [
        "[calendars]",
        "[[plan]]",
        `path = ${join(folder, "vdir")}`,
        "readonly = True",
        "[locale]",
        "dateformat = %Y-%m-%d",
        "longdateformat = %Y-%m-%d",
        "timeformat = %H:%M",
        "datetimeformat = %Y-%m-%d %H:%M",
        "longdatetimeformat = %Y-%m-%d %H:%M",
        "local_timezone = UTC",
        "default_timezone = UTC",
        "[sqlite]",
        `path = ${join(folder, "khal.db")}`,
        "",
      ].join("\n"),
    );
    this.#run("vdirsyncer", ["-c", join(folder, "vdirsyncer.conf"), "discover"], "y\n");
  }

  #run(command: string, words: readonly string[], input = ""): string {
    const { status, stdout, stderr, error } = spawnSync(command, words, {
      encoding: "utf8",
      input,
      maxBuffer: 64 << 20,
      env: environment(this.#folder),
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
    return stdout;
  }

  synchronise(): void {
    this.#run("vdirsyncer", ["-c", join(this.#folder, "vdirsyncer.conf"), "sync", "--force-delete"]);
  }

  /** What khal shows between two days, each entry once, as `start | end | title | status`: vdirsyncer gives entries of a feed uids of its own. */
  held(from: string, to: string): string[] {
    const format = "{start-date} | {end-date} | {title} | {status}";
    const output = this.#run("khal", [
      "-c",
      join(this.#folder, "khal.conf"),
      "list",
      "--once",
      "--day-format",
      "",
      "--format",
      format,
      from,
      to,
    ]);
    return output
      .split("\n")
      .filter((each) => each.includes(" | "))
      .map((each) => each.trimEnd());
  }
}
