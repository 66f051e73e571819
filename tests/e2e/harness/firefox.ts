import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import puppeteer, { type Page } from "puppeteer";
import { findBrowser } from "../../../scripts/browsers.mjs";
import type { Chart, Panel, Session, StartOptions } from "./types";

const GECKO_ID = "nextline@nextline.example";
/** Firefox names an add-on's parts by its id, with every other sign replaced. */
const WIDGET = GECKO_ID.replace(/[^a-z0-9]/gi, "_");
const UUID = "11111111-2222-4333-8444-555555555555";

/** Draws the sidebar as it stands; it is a remote browser, so its own window draws it. */
const SNAPSHOT = `async () => {
  const inner = document.getElementById("sidebar").contentDocument.getElementById("webext-panels-browser");
  const { width, height } = inner.getBoundingClientRect();
  const bitmap = await inner.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), 2, "white");
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return JSON.stringify(canvas.toDataURL("image/png"));
}`;

/** The part of puppeteer's BiDi connection that reaches the browser's own window; not in its public types. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
  on(event: string, listener: (event: { request?: { url: string } }) => void): void;
}

/** Starts a fresh Firefox with the extension in `folder`. */
export async function startFirefox(
  folder: string,
  { prefs = {}, headless = true }: StartOptions = {},
): Promise<Session> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: findBrowser("firefox"),
    args: ["--remote-allow-system-access", "--width=1180", "--height=820"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: UUID }),
      "extensions.webextOptionalPermissionPrompts": false,
      "extensions.background.idle.timeout": 60_000,
      ...prefs,
    },
    headless,
    defaultViewport: null,
  });
  await browser.installExtension(folder);
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const requests: string[] = [];
  await bidi.send("session.subscribe", { events: ["network.beforeRequestSent"] });
  bidi.on("network.beforeRequestSent", ({ request }) => request && requests.push(request.url));

  /** Runs a function in the browser's own window (browser.xhtml), as a person's gesture. */
  async function inChrome<Result>(source: string, ...args: string[]): Promise<Result> {
    const tree = (await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" })).result as {
      contexts: { context: string; url: string }[];
    };
    const window = tree.contexts.find(({ url }) => url.endsWith("browser.xhtml"));
    const { result } = (await bidi.send("script.callFunction", {
      functionDeclaration: source,
      target: { context: window?.context },
      arguments: args.map((value) => ({ type: "string", value })),
      awaitPromise: true,
      userActivation: true,
    })) as { result: { type: string; result: { value: string }; exceptionDetails?: { text: string } } };
    if (result.type !== "success")
      throw new Error(result.exceptionDetails?.text ?? "failed in the browser's window");
    return JSON.parse(result.result.value ?? "null") as Result;
  }

  /** Runs a function inside the sidebar's own document, by a frame script: the sidebar is out of BiDi's sight. */
  const inSidebar = <Result>(source: string) =>
    inChrome<Result>(
      `async (code) => {
        const sidebar = document.getElementById("sidebar");
        for (let turn = 0; turn < 100; turn++) {
          const inner = sidebar.contentDocument?.getElementById("webext-panels-browser");
          if (inner?.messageManager && inner.currentURI?.spec.startsWith("moz-extension:")) {
            const name = "nextline:" + Math.random();
            return await new Promise((resolve, reject) => {
              inner.messageManager.addMessageListener(name, ({ data }) =>
                "error" in data ? reject(new Error(data.error)) : resolve(data.value ?? "null"));
              inner.messageManager.loadFrameScript("data:text/javascript;charset=utf-8," + encodeURIComponent(
                "Promise.resolve().then(() => (function (window, document) { return (" + code + ")(); })(content, content.document))" +
                ".then((value) => sendAsyncMessage('" + name + "', { value: JSON.stringify(value) }), (error) => sendAsyncMessage('" + name + "', { error: String(error) }))"), false);
            });
          }
          await new Promise((done) => setTimeout(done, 100));
        }
        throw new Error("The sidebar did not open");
      }`,
      source,
    );

  // The welcome that opens with an installation takes the blank tab that is in front; later it would take a test's.
  await inChrome(`async () => {
    const isOpen = (tab) => tab.linkedBrowser.currentURI.spec.endsWith("/src/settings/index.html");
    for (let turn = 0; turn < 60 && !gBrowser.tabs.some(isOpen); turn++) await new Promise((done) => setTimeout(done, 50));
    return "true";
  }`);

  return {
    name: "firefox",
    requests,
    async open(url) {
      const page = await browser.newPage();
      const chart = chartOf(page);
      await chart.goto(url);
      return chart;
    },
    async own(path) {
      const page = await browser.newPage();
      // Firefox never reports that a page of an extension has loaded.
      void page.goto(`moz-extension://${UUID}/${path}`).catch(() => undefined);
      await sleep(1_000);
      return {
        run: async <Result>(source: string) => (await page.evaluate(`(${source})()`)) as Result,
        screenshot: async (picture) => void (await page.screenshot({ path: picture as `${string}.png` })),
      };
    },
    async panel(): Promise<Panel> {
      await inSidebar("() => true");
      return {
        run: inSidebar,
        async screenshot(path) {
          const picture = await inChrome<string>(SNAPSHOT);
          writeFileSync(path, Buffer.from(picture.split(",")[1] ?? "", "base64"));
        },
      };
    },
    pressAsPerson: (words) =>
      inSidebar<void>(`() => {
        const page = document.defaultView;
        const wanted = ${JSON.stringify(words)};
        const button = [...document.querySelectorAll("button")].find((one) => one.textContent.includes(wanted));
        if (!button) throw new Error("No button says " + wanted);
        const gesture = page.windowUtils.setHandlingUserInput(true);
        try {
          button.click();
        } finally {
          gesture.destruct();
        }
      }`),
    killWorker: () =>
      inChrome(`async () => {
        const policy = WebExtensionPolicy.getByID("${GECKO_ID}");
        await policy.extension.terminateBackground({ ignoreDevToolsAttached: true });
        return "true";
      }`),
    ended: new Promise((ended) => browser.once("disconnected", () => ended())),
    close: () => browser.close(),
  };

  function chartOf(page: Page): Chart {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    return {
      errors,
      async goto(url) {
        const going = page.goto(url, { waitUntil: "load" });
        // Firefox never reports that a page of its own has loaded.
        if (!url.startsWith("about:") || url === "about:blank") return void (await going);
        going.catch(() => undefined);
        await sleep(1_500);
      },
      run: async <Result>(source: string) => (await page.evaluate(`(${source})()`)) as Result,
      async press() {
        await page.bringToFront();
        await inChrome(`async () => { document.getElementById("${WIDGET}-BAP").click(); return "true"; }`);
      },
      front: () => page.bringToFront(),
      screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
      async badge() {
        await page.bringToFront();
        return inChrome(
          `async () => JSON.stringify(document.getElementById("${WIDGET}-BAP").getAttribute("badge") ?? "")`,
        );
      },
      close: () => page.close(),
    };
  }
}
