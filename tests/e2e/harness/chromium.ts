import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import puppeteer, { type KeyInput, type Page, TargetType } from "puppeteer";
import { findBrowser } from "../../../scripts/browsers.mjs";
import type { Chart, Panel, Session, StartOptions } from "./types";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a fresh Chromium with the extension in `folder`. */
export async function startChromium(
  folder: string,
  { args = [], headless = true, profile }: StartOptions = {},
): Promise<Session> {
  const userDataDir = profile ?? mkdtempSync(join(tmpdir(), "nextline-chromium-"));
  const browser = await puppeteer.launch({
    executablePath: findBrowser("chromium"),
    pipe: true,
    enableExtensions: true,
    userDataDir,
    args: [...ARGS, ...args],
    headless,
    defaultViewport: headless ? { width: 1180, height: 820 } : null,
  });
  const id = await browser.installExtension(folder);
  let extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error("The extension did not install");
  const requests: string[] = [];

  /** Writes down what a page asks for. */
  const listen = (page: Page) => page.on("request", (request) => void requests.push(request.url()));

  const worker = () =>
    browser.waitForTarget(
      (target) => target.type() === TargetType.SERVICE_WORKER && target.url().includes(id),
      {
        timeout: 10_000,
      },
    );

  // A press is lost on a worker that does not listen yet: nobody presses within a tenth of a second of installing.
  const listening = "globalThis.chrome?.action?.onClicked.hasListeners() === true";
  while (!(await (await (await worker()).worker())?.evaluate(listening))) await sleep(10);
  // The welcome that opens with a first installation would come to the front of the page under test.
  const welcome = await browser
    .waitForTarget((found) => found.url() === `chrome-extension://${id}/src/settings/index.html`, {
      timeout: 3_000,
    })
    .catch(() => undefined);
  await (await welcome?.page())?.close();

  return {
    name: "chromium",
    requests,
    async open(url) {
      const page = await browser.newPage();
      listen(page);
      const chart = chartOf(page);
      await chart.goto(url);
      return chart;
    },
    async own(path) {
      const page = await browser.newPage();
      listen(page);
      await page.goto(`chrome-extension://${id}/${path}`);
      return panelOf(page);
    },
    async panel() {
      const target = await browser.waitForTarget(
        (found) => found.url() === `chrome-extension://${id}/src/sidebar/index.html`,
        { timeout: 10_000 },
      );
      const page = await target.asPage();
      listen(page);
      return panelOf(page);
    },
    async killWorker() {
      const alive = browser
        .targets()
        .find((target) => target.type() === TargetType.SERVICE_WORKER && target.url().includes(id));
      // A worker that has just gone by itself, or by the kill before this one, is as dead as was wanted.
      await (await alive?.worker())?.close().catch((error: unknown) => {
        if (!/No session with given id|Target closed|No target with given id/.test(String(error)))
          throw error;
      });
    },
    id,
    async update() {
      await browser.uninstallExtension(id);
      await browser.installExtension(folder);
      extension = (await browser.extensions()).get(id);
      while (!(await (await (await worker()).worker())?.evaluate(listening))) await sleep(10);
    },
    install: (other) => browser.installExtension(other),
    ended: new Promise((ended) => browser.once("disconnected", () => ended())),
    async close() {
      await browser.close();
      if (!profile) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };

  function chartOf(page: Page): Chart {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    return {
      errors,
      goto: async (url) => void (await page.goto(url, { waitUntil: "load" })),
      run: async <Result>(source: string) => (await page.evaluate(`(${source})()`)) as Result,
      press: async () => {
        await page.bringToFront();
        if (extension) await page.triggerExtensionAction(extension);
      },
      front: () => page.bringToFront(),
      screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
      async badge() {
        await page.bringToFront();
        const realm = await (await worker()).worker();
        return (await realm?.evaluate(
          `chrome.tabs.query({active: true, lastFocusedWindow: true}).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
        )) as string;
      },
      close: () => page.close(),
      devtools: () => page.createCDPSession(),
    };
  }
}

function panelOf(page: Page): Panel {
  return {
    run: async <Result>(source: string) => (await page.evaluate(`(${source})()`)) as Result,
    screenshot: async (path) =>
      void (await page.screenshot({ path: path as `${string}.png`, fullPage: true })),
    close: () => page.close(),
    key: (key) => (/^[A-Z]/.test(key) ? page.keyboard.press(key as KeyInput) : page.keyboard.type(key)),
  };
}
