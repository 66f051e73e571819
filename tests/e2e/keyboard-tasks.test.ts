import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADULT, banner, chart } from "./charts";
import { settled } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { BROWSERS, start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";

/** A note far below what a window shows. */
const FAR = chart({
  ...ADULT,
  more: `<div style="height: 3000px"></div><section><h2>Notes</h2><p>Moderate atopic dermatitis of the neck.</p></section>
<script>window.written = 0; new MutationObserver((records) => { window.written += records.length; })
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });</script>`,
});

const PAGES = {
  "/far": FAR,
  "/adult": chart(ADULT),
  "/twelve": chart({
    ...ADULT,
    banner: banner("Tansy, Synthia", 12, "SYN-41012"),
    more: "<section><h2>Notes</h2><p>Moderate atopic dermatitis of the neck.</p></section>",
  }),
};

/** What somebody who has never seen the panel asks of it, on the build that ships; a step is a press or an entry. */
describe.each(BROWSERS)("a first-time reader's questions, in steps, in %s", (browser) => {
  let server: TestServer;
  let session: Session;
  let page: Chart;
  let panel: Panel;
  let steps: number;

  beforeAll(async () => {
    server = await serve(PAGES);
    session = await start(browser, "plain");
    page = await session.open(`${server.url}/adult`);
    await page.press();
    panel = await session.panel();
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });
  beforeEach(() => {
    steps = 0;
  });

  async function openChart(path: keyof typeof PAGES) {
    await page.goto(`${server.url}${path}`);
    await page.press();
    expect(await settled(panel, 700)).toBe("advice");
  }

  const wordsOf = (selector: string) =>
    panel.run<string>(
      `() => (document.querySelector(${JSON.stringify(selector)})?.textContent ?? "").replaceAll(/\\s+/g, " ")`,
    );
  const shows = (selector: string, words: RegExp) =>
    expect.poll(() => wordsOf(selector), { timeout: 5_000 }).toMatch(words);

  /** Presses what bears these words, where a reader can see it. */
  async function press(words: string) {
    steps += 1;
    await panel.run(`() => {
      const found = [...document.querySelectorAll("button, label")].find((one) =>
        one.checkVisibility() && one.textContent.replaceAll(/\\s+/g, " ").includes(${JSON.stringify(words)}));
      if (!found) throw new Error(${JSON.stringify(`Nothing to press says ${words}`)});
      found.click();
    }`);
  }

  async function type(words: string) {
    steps += 1;
    await panel.run(`() => {
      const field = document.querySelector(".drawer input");
      field.focus();
      field.value = ${JSON.stringify(words)};
      field.dispatchEvent(new document.defaultView.Event("input", { bubbles: true }));
    }`);
  }

  it("is tacrolimus 0.1 % all right for this 12-year-old, and why? At once; one for the source", async () => {
    await openChart("/twelve");
    await shows(
      "[data-item=tacrolimus-ointment] .why",
      /Under 16 years use 0\.03 % only; 0\.1 % is not labelled/,
    );
    await press("Tacrolimus ointment");
    await shows("#body-tacrolimus-ointment .reasons", /Under 16 years use 0\.03 % only.*\[L-TAC-US/);
    expect(steps).toBeLessThanOrEqual(2);
  });

  it("which steroid strength for the eyelids? Two, by the site or by search", async () => {
    await openChart("/adult");
    await press("Enter sites");
    await shows(".editor", /Eyelids/);
    await press("Eyelids");
    await shows("[data-item=topical-corticosteroid] .why", /Eyelid: low potency/);
    expect(steps).toBeLessThanOrEqual(2);

    steps = 0;
    await press("Search");
    await type("steroid strength eyelid");
    await shows(".hits li", /Eyelid: low/);
    expect(steps).toBeLessThanOrEqual(2);
  });

  it("what if she is pregnant? Three at most, and said before it is entered", async () => {
    await openChart("/adult");
    await press("more");
    await press("Pregnancy");
    await shows(".editor .choice", /pregnant.*→/);
    await press("pregnant");
    await shows(".difference", /→/);
    expect(steps).toBeLessThanOrEqual(3);
  });

  it("put the plan in my note: two, or a third for the browser that refuses", async () => {
    await openChart("/twelve");
    await press("Copy for the note");
    await press("Copy the text");
    await shows(".drawer [role=status]", /Copied|copy it with the keyboard/);
    const text = await panel.run<string>("() => document.querySelector('.note-text').value");
    expect(text).toMatch(
      /- Facts used: 12 y; Atopic dermatitis; Pimecrolimus; Severity: Moderate; Sites: Neck\n/,
    );
    expect(text).toMatch(
      /- Topical corticosteroid: Fits; verify first\. Neck: .*\(strong recommendation, high certainty, grade set for adults, source article \[1\]\)/,
    );
    expect(text).not.toMatch(/Tansy|SYN-/);
    const selected = await panel.run<string>(
      "() => { const field = document.querySelector('.note-text'); return field.value.slice(field.selectionStart, field.selectionEnd); }",
    );
    if (!(await wordsOf(".drawer [role=status]")).includes("Copied")) expect(selected).toBe(text);
    expect(steps).toBeLessThanOrEqual(3);
  });

  it("goes from a fact to its words in the page, writes nothing there, and takes the mark away again", async () => {
    await openChart("/far");
    const inPage = () =>
      page.run<{ marks: number; scrolled: boolean; written: number }>(
        "() => ({ marks: CSS.highlights.size, scrolled: scrollY > 1000, written: window.written })",
      );
    expect(await inPage()).toEqual({ marks: 0, scrolled: false, written: 0 });
    await press("Moderate");
    await press("Show in the page");
    await expect.poll(inPage, { timeout: 5_000 }).toEqual({ marks: 1, scrolled: true, written: 0 });
    expect(steps).toBe(2);
    await press("Read wrongly");
    await expect.poll(inPage, { timeout: 5_000 }).toMatchObject({ marks: 0, written: 0 });
    if (!panel.close) return;
    await press("Undo");
    await press("Show in the page");
    await expect.poll(inPage, { timeout: 5_000 }).toMatchObject({ marks: 1 });
    await panel.close();
    await expect.poll(inPage, { timeout: 5_000 }).toEqual({ marks: 0, scrolled: true, written: 0 });
    await page.press();
    panel = await session.panel();
  });

  // Firefox's own window keeps the keys of its sidebar to itself; its keys are pressed in keyboard.test.ts.
  if (browser === "firefox") return;
  it("does the same by keys alone, in the panel itself", async () => {
    await openChart("/adult");
    const key = async (...keys: string[]) => {
      for (const one of keys) await panel.key?.(one);
    };
    const isOn = (selector: string) =>
      panel.run<boolean>(
        `() => document.activeElement !== null && document.activeElement.matches(${JSON.stringify(selector)})`,
      );
    async function tabTo(selector: string) {
      for (let turn = 0; turn < 80 && !(await isOn(selector)); turn++) await key("Tab");
      expect(await isOn(selector), selector).toBe(true);
    }

    await tabTo("#chip-ageMonths");
    await key("Enter", "12", "Enter");
    await shows("#chip-ageMonths", /12 y.*you/);
    await expect.poll(() => isOn("#chip-ageMonths")).toBe(true);
    await shows(
      ".panel > [role=status]",
      /No status changed\. .*Tacrolimus ointment: Under 16 years use 0\.03 % only/,
    );
    for (const place of [1, 2, 3, 4]) {
      await tabTo(`.four-checks li:nth-of-type(${place}) input`);
      await key("Space");
    }
    await shows(".failure .result", /Use checked/);
    await tabTo("#title-tacrolimus-ointment");
    await key("Enter");
    await shows("#body-tacrolimus-ointment", /How to use/);
    await tabTo(".foot nav button:nth-of-type(1)");
    await key("Enter");
    await expect.poll(() => isOn(".drawer .primary")).toBe(true);
    await key("Enter");
    await shows(".drawer [role=status]", /Copied|copy it with the keyboard/);
    await key("Escape");
    await tabTo(".foot nav button:nth-of-type(3)");
    await key("Enter", "bleach bath");
    await shows(".hits mark", /bleach|bath/i);
    await key("Escape");
    await expect.poll(() => isOn(".foot nav button:nth-of-type(3)")).toBe(true);
  });
});
