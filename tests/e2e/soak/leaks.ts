import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import puppeteer from "puppeteer";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { click, pressButton, waitForState } from "../harness/read";
import { serve } from "../harness/server";
import { BROWSERS_OWN, CHART, countingProxy, DATA, filesWith } from "../harness/traces";
import type { Session, StartOptions } from "../harness/types";

export interface Leaks {
  /** Requests that the proxy saw in all, and those that went neither to the chart's server nor to the browser's own. */
  requests: number;
  foreign: string[];
  /** Places on disk or in our stores that hold a word of the chart, and would not without Nextline. */
  left: string[];
}

async function withProfile<Result>(work: (profile: string) => Promise<Result>): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), "nextline-profile-"));
  try {
    return await work(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a browser without Nextline leaves of the same chart. */
function leftWithout(url: string): Promise<string[]> {
  return withProfile(async (profile) => {
    const bare = await puppeteer.launch({
      executablePath: findBrowser("chromium"),
      userDataDir: profile,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    const page = await bare.newPage();
    await page.goto(url);
    await sleep(2_000);
    await bare.close();
    return filesWith(profile, DATA);
  });
}

/** A session over one chart, its requests counted and its profile searched. */
export async function leaks(start: (options: StartOptions) => Promise<Session>): Promise<Leaks> {
  const server = await serve({ "/": CHART });
  const proxy = await countingProxy();
  try {
    const without = await leftWithout(`${server.url}/`);
    return await withProfile(async (profile) => {
      const session = await start({
        profile,
        args: [`--proxy-server=http://127.0.0.1:${proxy.port}`, "--proxy-bypass-list=<-loopback>"],
      });
      const page = await session.open(`${server.url}/`);
      await page.press();
      const panel = await session.panel();
      await waitForState(panel, "advice");
      await click(panel, "#chip-ageMonths");
      await pressButton(panel, "Read wrongly");
      for (const tool of ["Copy for the note", "Search", "Handout", "About"]) {
        await pressButton(panel, tool).catch(() => undefined);
        await sleep(300);
      }
      await sleep(1_000);
      const own = await session.own("src/prove/prove.html");
      const stores = await own.run<string>(
        "() => Promise.all([chrome.storage.local.get(null), indexedDB.databases()]).then(JSON.stringify)",
      );
      await session.close();
      const left = filesWith(profile, DATA).filter((file) => !without.includes(file));
      if (DATA.some((word) => stores.includes(word))) left.push("storage.local");
      const ours = proxy.seen.filter((address) => !BROWSERS_OWN.test(address));
      const foreign = ours.filter((address) => !address.startsWith(server.url));
      return { requests: proxy.seen.length, foreign, left };
    });
  } finally {
    proxy.close();
    await server.close();
  }
}
