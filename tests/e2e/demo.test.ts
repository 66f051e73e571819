import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveDemo } from "../../demo/server.mjs";
import { patients } from "../../demo/site/patients.js";
import { ITEM_IDS } from "../../src/engine";
import { itemsOf, settled, stateOf, textOf, waitForState } from "./harness/read";
import { BROWSERS, start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";

/** What the panel must come to say of each demo patient, in the order of the demo's list. */
const STATES = [
  "advice",
  "advice",
  "advice",
  "advice",
  "advice",
  "advice",
  "nothing-found", // atopic dermatitis, no pimecrolimus
  "confirm", // pimecrolimus, and an eczema that nobody named
  "nothing-found", // "AD" of the memory clinic
  "advice",
];

describe.each(BROWSERS)("the demo EHR in %s", (browser) => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let session: Session;
  let page: Chart;
  let panel: Panel;

  beforeAll(async () => {
    demo = await serveDemo();
    session = await start(browser, "plain");
    page = await session.open(`${demo.url}/?patient=1`);
    await page.press();
    panel = await session.panel();
  });
  afterAll(async () => {
    await session?.close();
    await demo?.close();
  });

  const surname = (index: number) => patients[index]?.name.split(",")[0] ?? "";
  /** Changes the patient as a clinician does, in the list beside the chart; no page is loaded. */
  const choose = (index: number) => page.run(`() => document.querySelector('[data-row="${index}"]').click()`);

  it("says of every patient what the summary gives, one after the other, and never the one before", async () => {
    for (const [index, wanted] of STATES.entries()) {
      await choose(index);
      await expect
        .poll(async () => [await stateOf(panel), (await textOf(panel)).includes(surname(index))], {
          timeout: 10_000,
        })
        .toEqual([wanted, true]);
      const text = await textOf(panel);
      for (const other of patients.keys()) {
        if (other !== index) expect(text).not.toContain(surname(other));
      }
      const items = Object.keys(await itemsOf(panel)).sort();
      expect(items).toEqual(wanted === "advice" ? Object.values(ITEM_IDS).flat().sort() : []);
    }
    expect(STATES).toHaveLength(patients.length);
  });

  it("advises six of the first eight patients each in a way of their own, once their notes are read too", async () => {
    const said: string[] = [];
    for (const index of STATES.slice(0, 8).keys()) {
      await choose(index);
      await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain(surname(index));
      const summary = [await settled(panel), await itemsOf(panel)];
      await page.run(`() => document.getElementById("tab-notes").click()`);
      await expect
        .poll(() => page.run(`() => document.querySelectorAll("#chart .note").length`), { timeout: 5_000 })
        .toBeGreaterThan(0);
      said.push(JSON.stringify([summary, await settled(panel), await itemsOf(panel)]));
    }
    expect(new Set(said).size).toBeGreaterThanOrEqual(6);
  }, 120_000);

  it("offers a transplant patient nothing that lowers the defence of the skin", async () => {
    await choose(9);
    await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain(surname(9));
    await waitForState(panel, "advice");
    const items = await itemsOf(panel);
    expect(Object.keys(items).sort()).toEqual(Object.values(ITEM_IDS).flat().sort());
    expect(items["tacrolimus-ointment"]).toBe("exclude");
    expect(items["ruxolitinib-cream"]).toBe("exclude");
  });

  it("reads the notes when their tab is opened, late as they come", async () => {
    await choose(0);
    await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain(surname(0));
    await waitForState(panel, "advice");
    await page.run(`() => document.getElementById("tab-notes").click()`);
    const severity = () =>
      panel.run<string>(`() => document.getElementById("chip-severity")?.textContent ?? ""`);
    await expect.poll(severity, { timeout: 10_000 }).toContain("Moderate");
  });

  it("breaks nothing in the page and asks nobody but the demo's server", () => {
    expect(page.errors).toEqual([]);
    const elsewhere = session.requests.filter(
      (address) =>
        !address.startsWith(demo.url) && !/^(chrome|moz)-extension:|^(data|about|chrome|blob):/.test(address),
    );
    expect(elsewhere).toEqual([]);
  });
});
