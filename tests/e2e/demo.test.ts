import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveDemo } from "../../demo/server.mjs";
import { patients } from "../../demo/site/patients.js";
import { ITEM_IDS } from "../../src/engine";
import { RED_FLAGS } from "../../src/engine/vocabulary";
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
      const warned = (id: string) => RED_FLAGS.some((flag) => flag === id);
      const items = Object.keys(await itemsOf(panel))
        .filter((id) => !warned(id))
        .sort();
      expect(items).toEqual(wanted === "advice" ? Object.values(ITEM_IDS).flat().sort() : []);
    }
    expect(STATES).toHaveLength(patients.length);
  });

  it("advises six of the first eight patients each in a way of their own, by their summary alone", async () => {
    const said: string[] = [];
    for (const index of STATES.slice(0, 8).keys()) {
      await choose(index);
      await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain(surname(index));
      said.push(JSON.stringify([await settled(panel), await itemsOf(panel)]));
    }
    expect(new Set(said).size).toBeGreaterThanOrEqual(6);
  }, 120_000);

  it("raises the alarm for the toddler's red flag, and takes it off with the chart", async () => {
    await choose(5);
    await expect.poll(() => textOf(panel), { timeout: 10_000 }).toMatch(/herpeticum/i);
    await page.run(`() => document.querySelector('[data-nav="schedule"]').click()`);
    await waitForState(panel, "nothing-found");
    const text = await textOf(panel);
    for (const index of patients.keys()) expect(text).not.toContain(surname(index));
    expect(text).not.toMatch(/herpeticum/i);
  });

  it("takes an order that is being written for no treatment", async () => {
    await choose(6);
    await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain(surname(6));
    await page.run(`() => document.getElementById("tab-orders").click()`);
    await expect
      .poll(() => page.run("() => Boolean(document.querySelector('[name=medication]'))"))
      .toBe(true);
    await page.run(`() => {
      const field = document.querySelector("[name=medication]");
      field.value = "Pimecrolimus 1 % cream for atopic dermatitis";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }`);
    expect(await settled(panel)).toBe("nothing-found");
  });

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
