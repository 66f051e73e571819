import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import puppeteer, { type Browser, type CDPSession, type Page } from "puppeteer";
import { findBrowser } from "../scripts/browsers.mjs";

/** One sampled run: what the extension's scripts took, forced layout included. */
export interface Cost {
  /** Milliseconds of CPU-profile samples with a frame of an extension's script on the stack. */
  scriptMs: number;
}

interface ProfileNode {
  id: number;
  children?: number[];
  callFrame: { url: string; lineNumber: number; columnNumber: number };
}

/** Samples of what ran in a page's process, with the microseconds between them. */
export interface CpuProfile {
  nodes: ProfileNode[];
  samples: number[];
  timeDeltas: number[];
}

/** Sampling step, in microseconds. */
const STEP_US = 100;

/** Starts a fresh Chromium with one extension, or none. */
export async function withBrowser<Result>(
  extension: string | undefined,
  run: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const userDataDir = mkdtempSync(join(tmpdir(), "nextline-bench-"));
  const browser = await puppeteer.launch({
    executablePath: findBrowser("chromium"),
    pipe: true,
    enableExtensions: true,
    userDataDir,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    defaultViewport: { width: 1180, height: 820 },
  });
  try {
    if (extension) await browser.installExtension(extension);
    await sleep(500);
    return await run(browser);
  } finally {
    await browser.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Cost of what the extension does in `page` while `act` runs and for `settleMs` after it. */
export async function costOf(page: Page, act: () => Promise<unknown>, settleMs: number): Promise<Cost> {
  return judge(await profileOf(page, act, settleMs));
}

/** What ran in `page` while `act` ran and for `settleMs` after it. */
export async function profileOf(
  page: Page,
  act: () => Promise<unknown>,
  settleMs: number,
): Promise<CpuProfile> {
  const session: CDPSession = await page.createCDPSession();
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: STEP_US });
  await session.send("Profiler.start");
  await act();
  await sleep(settleMs);
  const { profile } = await session.send("Profiler.stop");
  await session.detach();
  return { nodes: profile.nodes, samples: profile.samples ?? [], timeDeltas: profile.timeDeltas ?? [] };
}

function judge({ nodes, samples, timeDeltas: deltas }: CpuProfile): Cost {
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Map<number, boolean>();
  const isOurs = (id: number): boolean => {
    const known = ours.get(id);
    if (known !== undefined) return known;
    const parent = parents.get(id);
    const answer =
      (byId.get(id)?.callFrame.url.startsWith("chrome-extension://") ?? false) ||
      (parent !== undefined && isOurs(parent));
    ours.set(id, answer);
    return answer;
  };
  const total = samples.reduce(
    (sum, id, index) => sum + (isOurs(id) ? (deltas[index + 1] ?? STEP_US) : 0),
    0,
  );
  return { scriptMs: total / 1000 };
}
