import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { repository } from "../../plan-files.ts";

export interface Suggestion {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

/** The language server of VS Code's YAML extension, as the extension starts it for a project’s folder. */
export interface LanguageServer {
  /** What is suggested at the first `|` of a text that stands at a path of the project. */
  complete(path: string, marked: string): Promise<readonly Suggestion[]>;
  /** What is underlined in a text. */
  faults(path: string, text: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts the server for a folder that holds `schema/` and `plan/`. */
export async function openLanguageServer(folder: string): Promise<LanguageServer> {
  const child = spawn(
    process.execPath,
    [join(repository, "node_modules", "yaml-language-server", "bin", "yaml-language-server"), "--stdio"],
    { cwd: folder, stdio: ["pipe", "pipe", "inherit"] },
  );
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const told = new Map<string, (messages: readonly string[]) => void>();
  // The settings that matter are those of .vscode/settings.json; schemas are found by each file's own modeline.
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) =>
      section === "yaml" ? { completion: true, hover: true, validate: true, schemaStore: { enable: false } } : {},
    ),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly { message: string }[] }) =>
      told.get(uri)?.(diagnostics.map(({ message }) => message)),
  );
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "plan" }],
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } }, publishDiagnostics: {} },
    },
  });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  let version = 0;
  // Each text is a file of its own in the folder: the server remembers files that were closed.
  const uriOf = (path: string): string =>
    pathToFileURL(
      join(
        folder,
        path.replace(/[^/]+$/, (name) => `text-${version}-${name}`),
      ),
    ).href;
  const open = (uri: string, text: string): Promise<void> =>
    connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: (version += 1), text },
    });
  const close = (uri: string): Promise<void> =>
    connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  return {
    async complete(path, marked) {
      const before = marked.slice(0, marked.indexOf("|")).split("\n");
      const uri = uriOf(path);
      await open(uri, marked.replace("|", ""));
      const position = { line: before.length - 1, character: before.at(-1)!.length };
      const { items } = await connection.sendRequest<{ items: readonly Suggestion[] }>("textDocument/completion", {
        textDocument: { uri },
        position,
      });
      await close(uri);
      return items;
    },
    async faults(path, text) {
      const uri = uriOf(path);
      const answer = new Promise<readonly string[]>((resolve) => told.set(uri, resolve));
      await open(uri, text);
      const messages = await answer;
      told.delete(uri);
      await close(uri);
      return messages;
    },
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
    },
  };
}
