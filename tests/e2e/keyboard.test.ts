import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browsers.mjs";
import { openBrowser, openState, serveGallery, stateNames } from "../../scripts/gallery.mjs";
import { BROWSERS } from "./harness/sessions";

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await serveGallery();
});
afterAll(() => gallery?.close());

async function open(name: (typeof BROWSERS)[number]): Promise<void> {
  browser =
    name === "chromium"
      ? await openBrowser()
      : await puppeteer.launch({ browser: "firefox", executablePath: findBrowser("firefox") });
}

/** The gallery in a tab of its own, at the size of a side panel. */
async function openGallery(): Promise<void> {
  page = await browser.newPage();
  await page.setViewport({ width: 360, height: 800 });
  await stateNames(page, gallery.address);
}

/** What has the focus: its name, whether that can be seen, and its place in the document. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    const stops = [...document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")];
    return {
      name: element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 60) ?? "",
      id: element.id,
      outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      uncovered: above !== null && (element.contains(above) || above.contains(element)),
      place: stops.indexOf(element),
    };
  });

/** Presses Tab until the focus matches; every stop on the way can be seen and comes after the last. */
async function tabTo(selector: string): Promise<void> {
  let last = -1;
  for (let turn = 0; turn < 150; turn++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
    const now = await focused();
    if (!now) continue;
    expect(now, now.name).toMatchObject({ outlined: true, uncovered: true });
    expect(now.place, `${now.name} comes after what came before it`).toBeGreaterThan(last);
    last = now.place;
  }
  throw new Error(`Tab never came to ${selector}`);
}

const textOf = (selector: string) =>
  page.$eval(selector, ({ textContent }) => (textContent ?? "").replaceAll(/\s+/g, " "));
const announced = () => textOf(".panel > [role=status]");
const count = (selector: string) => page.$$eval(selector, ({ length }) => length);

describe.each(BROWSERS)("by keyboard alone, in %s", (name) => {
  beforeAll(() => open(name));
  beforeEach(openGallery);
  afterAll(() => browser?.close());

  it("reaches everything, in order, with the focus in sight, and comes out again", async () => {
    await openState(page, "advice");
    const reached = new Set<number>();
    for (let turn = 0; turn < 200; turn++) {
      await page.keyboard.press("Tab");
      const now = await focused();
      if (!now) break;
      expect(now, now.name).toMatchObject({ outlined: true, uncovered: true });
      reached.add(now.place);
    }
    const stops = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>("a, button, input, select, textarea, summary")].filter(
          (element) => element.checkVisibility() && !element.hasAttribute("disabled"),
        ).length,
    );
    expect(reached.size).toBe(stops);
  });

  it("goes the whole way: correct, check, open, copy, search, print, close", async () => {
    await openState(page, "advice");
    await tabTo("#chip-ageMonths");
    await page.keyboard.press("Enter");
    await page.keyboard.type("12");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#chip-ageMonths.corrected");
    expect((await focused())?.id).toBe("chip-ageMonths");
    expect(await announced()).toMatch(/status changed|→/);

    await tabTo("#chip-severity");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#chip-severity.corrected");
    expect(await textOf("#chip-severity")).toContain("Moderate");
    expect((await focused())?.id).toBe("chip-severity");
    expect(await announced()).toMatch(/→/);

    for (let place = 1; place <= 4; place++) {
      await tabTo(`.four-checks li:nth-of-type(${place}) input`);
      await page.keyboard.press(" ");
    }
    await page.waitForFunction(() => document.querySelectorAll(".four-checks input:checked").length === 4);
    expect(await textOf(".failure .result")).toContain("Use checked");

    await tabTo("#title-tacrolimus-ointment");
    await page.keyboard.press("Enter");
    expect(await textOf("#body-tacrolimus-ointment")).toContain("How to use");

    await tabTo(".foot nav button:nth-of-type(1)");
    await page.keyboard.press("Enter");
    expect((await focused())?.name).toBe("Copy the text");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".drawer [role=status]")?.textContent);
    await page.keyboard.press("Escape");
    expect((await focused())?.name).toBe("Copy for the note");

    await tabTo(".foot nav button:nth-of-type(3)");
    await page.keyboard.press("Enter");
    await page.keyboard.type("bleach bath");
    await page.waitForSelector(".hits mark");
    await page.keyboard.press("ArrowDown");
    expect((await focused())?.name).toMatch(/bleach/i);
    await page.keyboard.press("Escape");
    expect(await count(".drawer")).toBe(0);

    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    expect((await focused())?.name).toBe("Handout");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".handouts button");
    await tabTo(".handouts button");
    await page.keyboard.press("Enter");
    const handout = await (
      await browser.waitForTarget((target) => target.url().endsWith("handout.html"))
    ).page();
    await handout?.waitForSelector(".sheet");
    expect(await handout?.title()).toBe("Handout");
    await handout?.close();
    await page.bringToFront();
    await page.keyboard.press("Escape");
    expect((await focused())?.name).toBe("Handout");
  });

  it("keeps the focus in the panel when a press leads to another state", async () => {
    await openState(page, "confirm-eczema");
    await tabTo(".told .primary");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-panel=advice]");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("h1");
    await tabTo("#chip-diagnosis");
    await page.keyboard.press("Enter");
    await tabTo(".choice[aria-pressed=false]");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".told");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("h2");
    await tabTo(".told .actions button:last-child");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-panel=lookup]");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("h1");
  });

  it("closes an editor on Escape, from any field in it, and traps nobody", async () => {
    await openState(page, "advice");
    await tabTo("#chip-severity");
    await page.keyboard.press("Enter");
    await tabTo(".score input");
    await page.keyboard.press("Escape");
    expect(await count(".editor")).toBe(0);
    expect((await focused())?.id).toBe("chip-severity");
  });
});
