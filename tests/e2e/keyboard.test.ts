import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openState, serveGallery, stateNames } from "../../scripts/gallery.mjs";

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await openBrowser();
  page = await browser.newPage();
  await page.setViewport({ width: 360, height: 800 });
  await stateNames(page, gallery.address);
});
afterAll(async () => {
  await browser?.close();
  gallery?.close();
});

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

describe("by keyboard alone", () => {
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
      await page.keyboard.press("Space");
    }
    await page.waitForFunction(() => document.querySelectorAll(".four-checks input:checked").length === 4);
    expect(await textOf(".failure .result")).toContain("the options below stand");

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
    const opened = new Promise<Page>((resolve) => page.once("popup", (popup) => popup && resolve(popup)));
    await tabTo(".handouts button");
    await page.keyboard.press("Enter");
    const handout = await opened;
    await handout.waitForSelector(".sheet");
    await handout.close();
    await page.keyboard.press("Escape");
    expect((await focused())?.name).toBe("Handout");
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

describe("a first-time reader's questions, in steps", () => {
  const press = async (selector: string) => {
    await page.click(selector);
    await new Promise((done) => setTimeout(done, 50));
  };

  it("is tacrolimus 0.1 % all right at twelve, and why? One", async () => {
    await openState(page, "advice-child");
    await press("#title-tacrolimus-ointment");
    expect(await textOf("[data-item=tacrolimus-ointment]")).toMatch(/Under 16 years use 0\.03 % only/);
  });

  it("which steroid strength for the eyelids? Two", async () => {
    await openState(page, "advice-complete");
    await press("#chip-sites");
    await page.evaluate(() => {
      const labels = [...document.querySelectorAll<HTMLElement>(".ticks label")];
      labels.find(({ textContent }) => textContent === "Eyelids")?.click();
    });
    await page.waitForFunction(() => document.querySelector("#chip-sites")?.textContent?.includes("Eyelids"));
    expect(await textOf("[data-item=topical-corticosteroid]")).toMatch(/Eyelid: low potency/);
  });

  it("what if she is pregnant? One, and two to see it through", async () => {
    await openState(page, "advice-complete");
    await press("#chip-pregnancy");
    expect(await textOf(".editor .choice")).toMatch(/pregnant.*Tacrolimus ointment → With caution/);
    await press(".editor .choice");
    await page.waitForSelector(".difference");
    expect(await textOf(".difference")).toContain("→ With caution");
  });

  it("put the plan in my note: two", async () => {
    await openState(page, "advice-complete");
    await press(".foot nav button");
    await press(".drawer .primary");
    expect(await textOf(".drawer [role=status]")).toMatch(/Copied|copy it with the keyboard/);
  });
});
