/** Errors of the system in plain words: a code alone says nothing to an editor. */
import type { LanguageCode } from "../../locale/languages.ts";
import { SystemError, type Terminal } from "./terminal.ts";
import { filled } from "../messages/messages.ts";

/** Codes of errno(3), of name look-up and of fetch, in plain words. */
const russian: Readonly<Record<string, string>> = {
  ENOSPC: "на диске нет места",
  EDQUOT: "исчерпана квота диска",
  EROFS: "диск открыт только для чтения",
  EACCES: "нет прав",
  EPERM: "нет прав",
  ENOENT: "такого пути нет",
  ENOTDIR: "на пути стоит файл, а не папка",
  EISDIR: "это папка",
  EEXIST: "такое имя уже занято",
  ENAMETOOLONG: "слишком длинное имя",
  EBUSY: "занято другой программой",
  EMFILE: "открыто слишком много файлов",
  ELOOP: "ссылка ведёт сама на себя",
  EADDRINUSE: "порт занят",
  EADDRNOTAVAIL: "такого адреса у этого компьютера нет",
  EIO: "диск не отвечает",
  ENOTFOUND: "такого имени в сети нет",
  EAI_AGAIN: "сеть недоступна",
  ENETUNREACH: "сеть недоступна",
  EHOSTUNREACH: "сервер недоступен",
  ECONNREFUSED: "сервер не принимает соединений",
  ECONNRESET: "связь оборвалась",
  ETIMEDOUT: "сервер молчит",
  UND_ERR_CONNECT_TIMEOUT: "сервер молчит",
  UND_ERR_SOCKET: "связь оборвалась",
  TimeoutError: "сервер молчит",
};

const english: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EACCES: "not permitted",
  EPERM: "not permitted",
  ENOENT: "there is no such path",
  ENOTDIR: "a file stands where a folder should",
  EISDIR: "it is a folder",
  EEXIST: "the name is taken",
  ENAMETOOLONG: "the name is too long",
  EBUSY: "another program uses it",
  EMFILE: "too many files are open",
  ELOOP: "the link leads to itself",
  EADDRINUSE: "the port is taken",
  EADDRNOTAVAIL: "this computer has no such address",
  EIO: "the disk does not answer",
  ENOTFOUND: "no such name in the network",
  EAI_AGAIN: "no network",
  ENETUNREACH: "no network",
  EHOSTUNREACH: "the server cannot be reached",
  ECONNREFUSED: "the server refuses connections",
  ECONNRESET: "the connection broke off",
  ETIMEDOUT: "the server does not answer",
  UND_ERR_CONNECT_TIMEOUT: "the server does not answer",
  UND_ERR_SOCKET: "the connection broke off",
  TimeoutError: "the server does not answer",
};

const words: Readonly<Record<LanguageCode, Readonly<Record<string, string>>>> = { ru: russian, en: english };

/** Why the system refused: in words, with the code; the message of an error that has no code. */
export function reasonOf(error: unknown, { language }: Pick<Terminal, "language">): string {
  const { code, name, message, cause } = error as {
    code?: unknown;
    name?: string;
    message?: string;
    cause?: { code?: unknown };
  };
  const found = [code, cause?.code, name].find(
    (each): each is string => typeof each === "string" && words[language][each] !== undefined,
  );
  if (found !== undefined) return `${words[language][found]} (${found})`;
  return (
    [code, cause?.code].find((each): each is string => typeof each === "string" && each !== "") ??
    message ??
    String(error)
  );
}

/**
 * The SystemError for a file or folder that could not be read or written; one that is in words already is returned as
 * it is.
 */
export function refusal(
  what: "cannotRead" | "cannotWrite",
  path: string,
  error: unknown,
  terminal: Terminal,
): SystemError {
  if (error instanceof SystemError) return error;
  return new SystemError(`${filled(terminal.messages[what], { path })}: ${reasonOf(error, terminal)}`);
}

/** Returns what an action gives. What the system refuses it is thrown as a SystemError about writing to the path. */
export function attempt<T>(path: string, terminal: Terminal, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw refusal("cannotWrite", path, error, terminal);
  }
}

/**
 * The SystemError for a refusal of the system that no command expected; undefined for any other error, which is a bug.
 */
export function unexpectedRefusal(error: unknown, terminal: Terminal): SystemError | undefined {
  const { code, syscall, path } = error as { code?: unknown; syscall?: unknown; path?: unknown };
  if (typeof code !== "string" || typeof syscall !== "string") return undefined;
  return new SystemError(
    [terminal.messages.refused, ...(typeof path === "string" ? [path] : []), reasonOf(error, terminal)].join(": "),
  );
}
