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
  const outer = await browser.target().createCDPSession();

  /** Writes down what a page asks for. */
  const listen = (page: Page) => page.on("request", (request) => void requests.push(request.url()));

  /** Runs an expression in the worker. A debugger that stayed would keep it from dying, and from starting again. */
  async function inWorker<Result>(expression: string): Promise<Result> {
    const target = await browser.waitForTarget(
      (found) => found.type() === TargetType.SERVICE_WORKER && found.url().includes(id),
      { timeout: 10_000 },
    );
    const devtools = await target.createCDPSession();
    try {
      const { result } = await devtools.send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value as Result;
    } finally {
      await devtools.detach();
    }
  }

  // A press is lost on a worker that does not listen yet: nobody presses within a tenth of a second of installing.
  const untilItListens = async () => {
    while (!(await inWorker("globalThis.chrome?.action?.onClicked.hasListeners() === true"))) await sleep(10);
  };
  await untilItListens();
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
      // Without attaching to it: what was attached to a worker may keep the next from starting.
      const { targetInfos } = await outer.send("Target.getTargets");
      const alive = targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(id));
      // A worker that has just gone by itself, or by the kill before this one, is as dead as was wanted.
      if (alive)
        await outer.send("Target.closeTarget", { targetId: alive.targetId }).catch((error: unknown) => {
          if (!/No target with given id/.test(String(error))) throw error;
        });
    },
    id,
    async update() {
      await browser.uninstallExtension(id);
      await browser.installExtension(folder);
      extension = (await browser.extensions()).get(id);
      await untilItListens();
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
        return inWorker<string>(
          "chrome.tabs.query({active: true, lastFocusedWindow: true}).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))",
        );
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
