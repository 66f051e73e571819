import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { ADULT, chart, INFANT, NEITHER } from "./charts";
import { startChromium } from "./harness/chromium";
import { settled, stateOf, textOf, waitForState } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";

/** Changes something on the page many times over, as a busy page does. */
const STIR = `async () => {
  for (let turn = 0; turn < 100; turn++) {
    document.querySelector("main").append(document.createElement("p"));
    await new Promise((done) => setTimeout(done, 10));
  }
}`;

const PAGES = { "/adult": chart(ADULT), "/infant": chart(INFANT), "/neither": chart(NEITHER) };

/** Tabs of this browser and what its store holds of them, as one of our own pages sees them. */
const inOwnPage = async <Result>(session: Session, source: string): Promise<Result> => {
  const own = await session.own("src/prove/prove.html");
  try {
    return await own.run<Result>(source);
  } finally {
    await own.close?.();
  }
};

const tabOf = (path: string) =>
  `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url?.endsWith("${path}")).id)`;

describe("in chromium, the clinic's build", () => {
  let server: TestServer;
  let session: Session;
  let page: Chart;
  let panel: Panel;

  beforeAll(async () => {
    server = await serve(PAGES);
  });
  afterAll(() => server?.close());
  afterEach(() => session?.close());

  async function begin(path: string, build: "plain" | "clinic" = "clinic"): Promise<void> {
    session = await start("chromium", build);
    page = await session.open(server.url + path);
    await page.press();
    panel = await session.panel();
  }

  it.each(["plain", "clinic"] as const)(
    "falls silent in a page that is open when it is updated, and reads it again when asked (%s build)",
    async (build) => {
      await begin("/adult", build);
      await waitForState(panel, "advice");
      await session.update?.();
      await page.run(STIR);
      await page.run("() => history.pushState({}, '', '?again')");
      await sleep(1_000);
      expect(page.errors).toEqual([]);
      await page.press();
      panel = await session.panel();
      await waitForState(panel, "advice");
      await page.run(STIR);
      expect(await settled(panel)).toBe("advice");
      expect(page.errors).toEqual([]);
    },
  );

  it("says that a page does not answer, and offers to load it again, where its script has gone", async () => {
    await begin("/adult");
    await waitForState(panel, "advice");
    // The document is replaced by one in which nothing runs: no script of ours answers there.
    await page.goto("chrome://version/");
    await waitForState(panel, ["no-answer", "not-permitted"]);
    expect(await textOf(panel)).not.toContain("Larkspur");
    await page.goto(`${server.url}/infant`);
    await waitForState(panel, "advice");
    expect(await textOf(panel)).toContain("Oakley");
  });

  it("remembers nobody over a restart of the browser", async () => {
    const profile = mkdtempSync(join(tmpdir(), "nextline-restart-"));
    const folder = join(inject("builds"), "plain", "chrome");
    try {
      const before = await startChromium(folder, { profile });
      const chartBefore = await before.open(`${server.url}/adult`);
      await chartBefore.press();
      await waitForState(await before.panel(), "advice");
      await before.close();
      session = await startChromium(folder, { profile });
      const kept = await inOwnPage<object>(
        session,
        "() => Promise.all([chrome.storage.session.get(null), chrome.storage.local.get(null)])",
      );
      expect(JSON.stringify(kept)).not.toMatch(/Larkspur|pimecrolimus/i);
      page = await session.open(`${server.url}/infant`);
      await page.press();
      panel = await session.panel();
      await waitForState(panel, "advice");
      expect(await textOf(panel)).toContain("Oakley");
      await session.close();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it("shows nothing of what is torn in its stores, and the chart as soon as it speaks again", async () => {
    await begin("/adult");
    await waitForState(panel, "advice");
    await inOwnPage(
      session,
      `async () => {
        const torn = [7, "torn", null, [], { half: "a record" }, { page: { reading: { findings: "Larkspur" } } }];
        const keys = Object.keys(await chrome.storage.session.get(null));
        for (const [index, key] of keys.entries()) await chrome.storage.session.set({ [key]: torn[index % torn.length] });
        for (const key of ["tab:", "tab::", "tab:x:y", "visit:", "counts-waiting", "cues-given"]) await chrome.storage.session.set({ [key]: torn });
        for (const key of ["settings", "snoozes", "pilot-ended", "welcomed", "counts-waiting-since"]) await chrome.storage.local.set({ [key]: torn });
      }`,
    );
    await session.killWorker();
    await page.front();
    await waitForState(panel, ["reading", "no-answer", "advice"]);
    await page.goto(`${server.url}/infant`);
    await waitForState(panel, "advice");
    expect(await textOf(panel)).toContain("Oakley");
  });

  it("works on where its store is full", async () => {
    await begin("/adult");
    await waitForState(panel, "advice");
    await inOwnPage(
      session,
      `async () => {
        // Fill it to the brim: whatever still fits is smaller than any reading.
        for (let size = 4e6, n = 0; size >= 16; n++)
          try { await chrome.storage.session.set({ ["filler" + n]: "x".repeat(size) }); } catch { size = Math.floor(size / 2); }
      }`,
    );
    await page.goto(`${server.url}/infant`);
    const state = await settled(panel);
    expect(["no-answer", "advice"]).toContain(state);
    expect(await textOf(panel)).not.toContain("Larkspur");
  });

  it("takes a panel that is closed over an answer for no harm", async () => {
    await begin("/adult");
    await panel.close?.();
    await page.press();
    panel = await session.panel();
    await page.run("() => document.querySelector('main').append('x')");
    await panel.close?.();
    await sleep(300);
    await page.press();
    panel = await session.panel();
    await waitForState(panel, "advice");
    expect(page.errors).toEqual([]);
  });

  it("shows a tab that was discarded as it is when it comes back", async () => {
    await begin("/adult");
    await waitForState(panel, "advice");
    const other = await session.open(`${server.url}/neither`);
    await waitForState(panel, "nothing-found");
    const [before, after] = await inOwnPage<[string, string]>(
      session,
      `async () => {
        const id = await ${tabOf("/adult")};
        const gone = await chrome.tabs.discard(id);
        await chrome.tabs.update(gone?.id ?? id, { active: true });
        return [String(id), String(gone?.id)];
      }`,
    );
    expect(before).toBeDefined();
    expect(after).not.toBe("undefined");
    await waitForState(panel, "advice");
    expect(await textOf(panel)).toContain("Larkspur");
    await other.front();
    await waitForState(panel, "nothing-found");
    expect(await textOf(panel)).not.toContain("Larkspur");
  });

  it("stands beside a duplicate of a tab, and is moved by no other window", async () => {
    await begin("/adult");
    await waitForState(panel, "advice");
    await inOwnPage(
      session,
      `() => ${tabOf("/adult")}.then((id) => chrome.tabs.duplicate(id)).then(() => true)`,
    );
    await waitForState(panel, "advice");
    expect(await textOf(panel)).toContain("Larkspur");
    const own = await session.own("src/prove/prove.html");
    await page.front();
    await waitForState(panel, "advice");
    await own.run(
      `() => chrome.windows.create({ focused: true, url: ${JSON.stringify(`${server.url}/infant`)} }).then(() => true)`,
    );
    const seen: string[] = [];
    for (let turn = 0; turn < 20; turn++) {
      seen.push(await textOf(panel));
      await sleep(50);
    }
    expect(seen.filter((text) => text.includes("Oakley"))).toEqual([]);
    expect(seen.at(-1)).toContain("Larkspur");
  });

  it("keeps forty tabs apart", async () => {
    await begin("/neither");
    const paths = ["/adult", "/infant", "/neither"];
    const tabs: [Chart, string][] = [];
    for (let count = 0; count < 39; count++) {
      const path = paths[count % 3] ?? "";
      tabs.push([await session.open(`${server.url}${path}?tab=${count}`), path]);
    }
    const words = { "/adult": "Larkspur", "/infant": "Oakley", "/neither": "Marlowe" };
    for (const [index, [tab, path]] of tabs.entries()) {
      if (index % 7 > 0) continue;
      await tab.front();
      await waitForState(panel, path === "/neither" ? "nothing-found" : "advice");
      const text = await textOf(panel);
      for (const [of, word] of Object.entries(words)) {
        if (of !== path) expect(text).not.toContain(word);
      }
    }
    expect(tabs.flatMap(([tab]) => tab.errors)).toEqual([]);
    expect(await stateOf(panel)).not.toBe("");
  }, 120_000);
});
