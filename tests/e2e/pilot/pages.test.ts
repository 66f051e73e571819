import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS, start } from "../harness/sessions";
import type { Panel, Session } from "../harness/types";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What each page must show before it is judged. */
const PAGES = {
  "src/settings/index.html": ".welcome",
  "src/settings/transparency.html": "[data-attribute='13']",
  "src/settings/acceptance.html": "button.primary",
  "src/settings/demo.html": "[data-panel='advice'] [data-item='tacrolimus-ointment']",
} as const;

describe.each(BROWSERS)("our own pages in %s", (browser) => {
  let session: Session;
  beforeAll(async () => {
    session = await start(browser, "plain");
  });
  afterAll(() => session?.close());

  async function shows(page: Panel, selector: string): Promise<void> {
    for (let turn = 0; turn < 100; turn++) {
      if (await page.run<boolean>(`() => document.querySelector(${JSON.stringify(selector)}) !== null`))
        return;
      await sleep(100);
    }
    throw new Error(`${selector} did not appear: ${await page.run<string>("() => document.body.innerText")}`);
  }

  const faults = (page: Panel) =>
    page.run<string[]>(`async () => {
      ${AXE};
      const { violations } = await axe.run(document, { iframes: false });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target));
    }`);

  it.each(Object.entries(PAGES))("%s shows itself, and can be used by everybody", async (path, selector) => {
    const page = await session.own(path);
    await shows(page, selector);
    expect(await faults(page)).toEqual([]);
  });

  it("leads from the welcome to settings that can be used by everybody", async () => {
    const page = await session.own("src/settings/index.html");
    await shows(page, ".welcome button.primary");
    await page.run("() => document.querySelector('.welcome button.primary').click()");
    await shows(page, ".terms");
    expect(await faults(page)).toEqual([]);
  });

  it("reads another demo chart when it is chosen", async () => {
    const page = await session.own("src/settings/demo.html");
    await shows(page, "[data-panel='advice']");
    await page.run(`() => {
      const select = document.querySelector("select");
      select.value = "chart-eczema";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }`);
    await shows(page, "[data-panel='confirm']");
  });
});
