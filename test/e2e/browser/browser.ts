import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { inPath } from "../in-path.ts";

/** Names under which the browsers of this family are installed. */
const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

/** The same engine without a browser around it: a page opens in it at two thirds of the price. */
const shells = ["chromium-headless-shell", "chrome-headless-shell"];

const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined
      ? []
      : [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")];
  }),
];

/** The program of a Chromium, Chrome or Edge: `CHROME_PATH`, else the first found in `PATH` or in its usual place. */
export function findBrowser(): string | undefined {
  const given = process.env["CHROME_PATH"] ?? "";
  if (given !== "") return existsSync(given) ? given : undefined;
  return inPath(names) ?? elsewhere.find((path) => existsSync(path)) ?? inPath(shells);
}

/** What pages are opened in: the program that `CHROME_PATH` names, else a shell, else a browser. */
const findOpener = (): string | undefined =>
  (process.env["CHROME_PATH"] ?? "") === "" ? (inPath(shells) ?? findBrowser()) : findBrowser();

/**
 * What the browser has of its own around a page and nobody sees here: toolbars that are pages themselves, a process kept ready. With
 * them, a page that is opened costs twice as much.
 */
const ownWindow = [
  "InitialWebUI",
  "PreloadTopChromeWebUI",
  "SpareRendererForSitePerProcess",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxPopup",
  "WebUIToolbarProcessOverheadExperiment",
];

/** What Playwright turns off: of two such lists Chromium takes the last. */
const offForPlaywright = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** Opens the browser; without a sandbox, which containers do not allow, and without a graphics card, which they only imitate. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findOpener();
  if (executablePath === undefined)
    throw new Error("no Chromium, Chrome or Edge was found: install one, or name its program in CHROME_PATH");
  const off = [...offForPlaywright, ...ownWindow].join(",");
  return await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", `--disable-features=${off}`],
  });
}
