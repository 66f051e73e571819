import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "puppeteer";
import { serve, type TestServer } from "../tests/e2e/harness/server";
import { type Cost, costOf, withBrowser } from "./browser";
import { chartOf, framesPage, typingPage } from "./charts";
import { type Part, partsOf } from "./profile";
import type { Reference } from "./references";
import { type Slices, slicesOf } from "./slices";
import { median, type Spread, slope, spread } from "./statistics";

export type Subject = "ours" | Reference;
export interface Figures {
  firstReading: Record<string, Partial<Record<Subject, Spread>>>;
  storm: Partial<Record<Subject, Spread>>;
  rerender: Partial<Record<Subject, Spread>>;
  typing: Record<string, Spread>;
  /** How long single tasks were held by ours, by page. */
  slices: Record<string, Slices>;
  /** Where our time goes by source file, by what was done. */
  parts: Record<string, Part[]>;
  /** Bytes of a page's heap that the content script takes in each of its frames. */
  heapPerFrame: number;
  growth: { pageSize: number; mutations: number; fixedMutation: { size: number; ms: number }[] };
}

const SIZES = [1_000, 10_000, 50_000, 200_000];
export const ROUNDS = Number(process.env.ROUNDS ?? 5);
const STORM_SIZE = 50_000;
const FRAMES = 30;

/** Everything that is measured on a page, references and ours in one run. `mapped`: ours, built with source maps. */
export async function measurePages(extensions: Record<Subject, string>, mapped: string): Promise<Figures> {
  const pages: Record<string, string> = {};
  for (const size of SIZES) {
    pages[`/sparse-${size}`] = chartOf(size, 50);
    pages[`/dense-${size}`] = chartOf(size, 1);
  }
  pages["/typing"] = typingPage(10_000);
  pages["/part"] = chartOf(500, 50);
  pages["/frames"] = framesPage(FRAMES);
  const server = await serve(pages);
  const figures: Figures = {
    firstReading: {},
    storm: {},
    rerender: {},
    typing: {},
    slices: {},
    parts: {},
    heapPerFrame: Number.NaN,
    growth: { pageSize: Number.NaN, mutations: Number.NaN, fixedMutation: [] },
  };
  try {
    for (const subject of Object.keys(extensions) as Subject[]) {
      console.log(`  ${subject} …`);
      await withBrowser(extensions[subject], (browser) => measureSubject(browser, subject, server, figures));
    }
    figures.typing = await measureTyping(extensions, server);
    figures.heapPerFrame = await measureHeap(extensions.ours, server);
    figures.parts = await withBrowser(mapped, (browser) => measureParts(browser, mapped, server));
    const ours = SIZES.map((size) => ({
      size,
      cost: figures.firstReading[`sparse-${size}`]?.ours?.median ?? Number.NaN,
    }));
    figures.growth.pageSize = slope(ours);
  } finally {
    await server.close();
  }
  return figures;
}

/** The badge tells that a reading came to its end with the right answer; references have none and get a fixed wait. */
async function settled(browser: Browser, page: Page, subject: Subject): Promise<void> {
  if (subject !== "ours") return sleep(1_500);
  const target = await browser.waitForTarget((found) => found.type() === "service_worker");
  for (let turn = 0; turn < 300; turn++) {
    const worker = await target.worker();
    const text = await worker?.evaluate(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
    );
    if (text) return;
    await sleep(100);
  }
  throw new Error(`The badge never told of the pair on ${page.url()}: the figure would mean nothing`);
}

async function measureSubject(
  browser: Browser,
  subject: Subject,
  server: TestServer,
  figures: Figures,
): Promise<void> {
  const page = await browser.newPage();
  async function repeat(rounds: number, once: () => Promise<Cost>): Promise<Spread> {
    const costs: Cost[] = [];
    for (let round = 0; round < rounds; round++) costs.push(await once());
    return spread(costs.map(({ scriptMs }) => scriptMs));
  }
  for (const size of SIZES) {
    for (const kind of ["sparse", "dense"]) {
      // Marking more takes the reference minutes, of 50,000 elements more than five.
      if (subject === "marker" && size > (kind === "dense" ? 1_000 : 10_000)) continue;
      const name = `${kind}-${size}`;
      figures.firstReading[name] ??= {};
      figures.firstReading[name][subject] = await repeat(ROUNDS, async () => {
        await page.goto("about:blank");
        return costOf(
          page,
          async () => {
            await page.goto(`${server.url}/${name}`, { waitUntil: "load", timeout: 300_000 });
            await settled(browser, page, subject);
          },
          300,
        );
      });
    }
  }
  if (subject === "marker" || subject === "regexp") return;
  const open = async (path: string) => {
    await page.goto(`${server.url}${path}`, { waitUntil: "load" });
    await settled(browser, page, subject);
    await sleep(500);
  };
  await open(`/sparse-${STORM_SIZE}`);
  figures.storm[subject] = await repeat(ROUNDS, () => costOf(page, () => page.evaluate("storm()"), 1_000));
  figures.rerender[subject] = await repeat(1, () =>
    costOf(page, () => page.evaluate("rerender(10000)"), 1_000),
  );
  if (subject !== "ours") return;
  for (const kind of ["sparse", "dense"]) {
    const path = `/${kind}-${STORM_SIZE}`;
    figures.slices[`first reading, ${kind}`] = await slicesOf(page, () => open(path));
    figures.slices[`storm, ${kind}`] = await slicesOf(page, async () => {
      await page.evaluate("storm()");
      await sleep(1_000);
    });
  }
  for (const size of [5_000, 50_000]) {
    await open(size === 5_000 ? "/sparse-10000" : "/sparse-50000");
    const { median } = await repeat(ROUNDS, () => costOf(page, () => page.evaluate("mutate(20)"), 1_000));
    figures.growth.fixedMutation.push({ size: size === 5_000 ? 10_000 : 50_000, ms: median });
  }
  const costs = [];
  for (const size of [20, 40, 80]) {
    const { median } = await repeat(ROUNDS, () =>
      costOf(page, () => page.evaluate(`mutate(${size})`), 1_000),
    );
    costs.push({ size, cost: median });
  }
  figures.growth.mutations = slope(costs);
}

/** Where our time goes: first readings and a storm, on the page of 50,000 elements. */
async function measureParts(
  browser: Browser,
  mapped: string,
  server: TestServer,
): Promise<Record<string, Part[]>> {
  const page = await browser.newPage();
  const reading = (kind: string) =>
    partsOf(page, mapped, async () => {
      await page.goto(`${server.url}/${kind}-${STORM_SIZE}`, { waitUntil: "load" });
      await settled(browser, page, "ours");
    });
  const parts = { "first reading, dense": await reading("dense") };
  await page.goto("about:blank");
  const sparse = await reading("sparse");
  const storm = await partsOf(page, mapped, () => page.evaluate("storm()"));
  return { ...parts, "first reading, sparse": sparse, "storm, sparse": storm };
}

/** Keydown to after the next frame, 150 keys at ten a second; none, ours and the naive observer in turns. */
async function measureTyping(
  extensions: Record<Subject, string>,
  server: TestServer,
): Promise<Record<string, Spread>> {
  const subjects = { none: undefined, ours: extensions.ours, naive: extensions.naive };
  const medians: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, extension] of Object.entries(subjects)) {
      const delays = await withBrowser(extension, async (browser) => {
        const page = await browser.newPage();
        await page.goto(`${server.url}/typing`);
        await sleep(1_500);
        // The page that welcomes a new user may have come in front: nothing is drawn behind it.
        await page.bringToFront();
        await page.focus("#editor");
        for (let key = 0; key < 150; key++) {
          await page.keyboard.press("x");
          await sleep(100);
        }
        const measured = (await page.evaluate("delays")) as number[];
        if (measured.length === 0) throw new Error("No key was drawn: the figure would mean nothing");
        return measured;
      });
      medians[name] ??= [];
      medians[name].push(median(delays));
    }
  }
  return Object.fromEntries(Object.entries(medians).map(([name, figures]) => [name, spread(figures)]));
}

/** Heap of a page of many frames with ours in each, less the same without; in bytes a frame. */
async function measureHeap(ours: string, server: TestServer): Promise<number> {
  const heap = (extension?: string) =>
    withBrowser(extension, async (browser) => {
      const page = await browser.newPage();
      await page.goto(`${server.url}/frames`, { waitUntil: "load" });
      await sleep(6_000);
      const session = await page.createCDPSession();
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    });
  return ((await heap(ours)) - (await heap())) / (FRAMES + 1);
}

/** Folders of everything that is measured, ours from a clinic build. */
export const subjects = (references: Record<Reference, string>, build: string): Record<Subject, string> => ({
  ...references,
  ours: join(build, "chrome"),
});
