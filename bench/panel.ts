import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "puppeteer";
import { serveDemo } from "../demo/server.mjs";
import { withBrowser } from "./browser";
import { quantile, type Spread, spread } from "./statistics";

/** Milliseconds, on the demo EHR in Chromium. */
export interface PanelFigures {
  /** From the press to the first paint of a panel that is empty, of ours with a page to read first, and with one that is always read. */
  pressToPaint: { empty: Spread; read: Spread; always: Spread };
  /** From the press on a corrected fact to the frame that shows the changed advice. */
  correction: Spread;
  /** From a change of the page's words to the frame that shows the advice for them. */
  change: { p50: number; p95: number };
}

const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** An extension whose panel says one word: what the browser alone takes. */
export function writeEmptyPanel(folder: string): string {
  const path = join(folder, "empty-panel");
  mkdirSync(path, { recursive: true });
  const files = {
    "manifest.json": JSON.stringify({
      manifest_version: 3,
      name: "reference empty panel",
      version: "1",
      permissions: ["sidePanel"],
      action: {},
      background: { service_worker: "worker.js" },
      side_panel: { default_path: "panel.html" },
    }),
    "worker.js": "chrome.action.onClicked.addListener((tab) => chrome.sidePanel.open({ tabId: tab.id }));",
    "panel.html": "<!doctype html><meta charset=utf-8><p data-item>Empty</p>",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

/** When the largest text was painted, in milliseconds since 1970, once the panel shows an item. */
const PAINTED = `new Promise((done) => {
  let last = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) last = entry.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => document.querySelector("[data-item]") && last ? setTimeout(() => done(performance.timeOrigin + last), 300) : setTimeout(look, 20);
  look();
})`;

async function press(browser: Browser, page: Page): Promise<{ at: number; panel: Page }> {
  const [extension] = (await browser.extensions()).values();
  if (!extension) throw new Error("No extension to press");
  await page.bringToFront();
  const opened = browser.waitForTarget((target) =>
    /side-?bar\/index\.html$|\/panel\.html$/.test(target.url()),
  );
  const at = performance.timeOrigin + performance.now();
  await page.triggerExtensionAction(extension);
  return { at, panel: await (await opened).asPage() };
}

async function pressToPaint(folder: string, url: string): Promise<number[]> {
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await withBrowser(folder, async (browser) => {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: "load" });
      await sleep(2_500);
      const { at, panel } = await press(browser, page);
      figures.push(((await panel.evaluate(PAINTED)) as number) - at);
    });
  }
  return figures;
}

/** Presses one severity after the other; each time until the frame in which an option's status has changed. */
const CORRECT = `async (times) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const press = async (selector) => { for (;;) { const found = document.querySelector(selector); if (found) { found.click(); return; } await frame(); } };
  const statuses = () => [...document.querySelectorAll("[data-item]")].map((item) => item.dataset.item + item.dataset.status).join();
  const figures = [];
  for (let turn = 0; turn < times; turn++) {
    await press("#chip-severity");
    while (!document.querySelector("#editor-severity .choice")) await frame();
    const choices = document.querySelectorAll("#editor-severity .choice");
    const before = statuses();
    const started = performance.now();
    choices[turn % 2 ? choices.length - 1 : 0].click();
    while (statuses() === before) { await frame(); if (performance.now() - started > 3000) throw new Error("The advice did not change"); }
    figures.push(performance.now() - started);
    await new Promise((done) => setTimeout(done, 200));
  }
  return figures;
}`;

const SEVERITY = `document.getElementById("chip-severity")?.textContent ?? ""`;

async function followChanges(page: Page, panel: Page): Promise<number[]> {
  const figures: number[] = [];
  for (let turn = 0; turn < ROUNDS * 4; turn++) {
    const [score, word] = turn % 2 ? [4, "severe"] : [2, "mild"];
    const shown = panel.evaluate(`new Promise((done, fail) => {
      const give = performance.now() + 10000;
      const look = () => {
        if ((${SEVERITY}).toLowerCase().includes("${word}")) requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
        else if (performance.now() > give) fail(new Error("The panel never said ${word}"));
        else requestAnimationFrame(look);
      };
      look();
    })`) as Promise<number>;
    const changed = (await page.evaluate(`(() => {
      const label = [...document.querySelectorAll("dt")].find((term) => term.textContent === "IGA");
      label.nextElementSibling.textContent = "${score} (${word})";
      return performance.timeOrigin + performance.now();
    })()`)) as number;
    figures.push((await shown) - changed);
    await sleep(400);
  }
  return figures;
}

/** `folders`: the build that is pressed, the build that always reads the demo's site, the empty panel. */
export async function measurePanel(folders: {
  plain: string;
  always: string;
  empty: string;
}): Promise<PanelFigures> {
  const demo = await serveDemo();
  const chart = `${demo.url}/?patient=10`;
  try {
    const pressed = {
      empty: spread(await pressToPaint(folders.empty, chart)),
      read: spread(await pressToPaint(folders.plain, chart)),
      always: spread(await pressToPaint(folders.always, chart)),
    };
    return await withBrowser(folders.plain, async (browser) => {
      const page = await browser.newPage();
      await page.goto(chart, { waitUntil: "load" });
      const { panel } = await press(browser, page);
      await panel.waitForSelector('[data-panel="advice"]');
      await sleep(1_000);
      const changes = await followChanges(page, panel);
      // Last, because a correction outweighs what the page says.
      const correction = spread((await panel.evaluate(`(${CORRECT})(${ROUNDS * 4})`)) as number[]);
      return {
        pressToPaint: pressed,
        correction,
        change: { p50: quantile(changes, 0.5), p95: quantile(changes, 0.95) },
      };
    });
  } finally {
    await demo.close();
  }
}
