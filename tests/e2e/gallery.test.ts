import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openState, serveGallery, stateNames } from "../../scripts/gallery.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;
let names: string[];

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await openBrowser();
  page = await browser.newPage();
  names = await stateNames(page, gallery.address);
  await page.evaluate(axe);
});

afterAll(async () => {
  await browser?.close();
  gallery?.close();
});

/** Violations of WCAG 2.2 A and AA and of best practice, each with the first element that it is found on. */
async function violations(on = page): Promise<string[]> {
  return on.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations: found } = await run.run(document, {
      // Named, because axe leaves out the rules of WCAG 2.2 (size of targets) unless asked.
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`);
  });
}

/** Elements that stick out of the window to the side. */
const sticksOut = () =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 5);
  });

async function everyState(check: (name: string) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of names) {
    await openState(page, name);
    wrong.push(...(await check(name)).map((what) => `${name}: ${what}`));
  }
  return wrong;
}

describe("the gallery", () => {
  it("has every state of the panel", () => {
    expect(names.length).toBeGreaterThan(50);
  });

  it.each(["light", "dark"])(
    "passes axe in every state, %s",
    async (value) => {
      // As tall as the panel is long: what scrolls below the foot is no target while it is there.
      await page.setViewport({ width: 360, height: 4000 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      expect(await everyState(() => violations())).toEqual([]);
    },
    240_000,
  );

  it.each([
    [250, 800],
    [320, 256],
    [1280, 800],
  ])(
    "fits %d by %d without scrolling to the side",
    async (width, height) => {
      await page.setViewport({ width, height });
      expect(await everyState(sticksOut)).toEqual([]);
    },
    120_000,
  );

  it("tells what is pressed, ticked and corrected where the reader's own colours replace ours", async () => {
    const tools = await page.createCDPSession();
    const forced = (value: string) =>
      tools.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] });
    await forced("active");
    await openState(page, "advice-early");
    const backgrounds = await page.$$eval(".segments button", (buttons) =>
      buttons.map((button) => [button.ariaPressed, getComputedStyle(button).backgroundColor]),
    );
    const of = (pressed: string) => new Set(backgrounds.filter(([is]) => is === pressed).map(([, by]) => by));
    expect(of("true").size).toBe(1);
    expect([...of("false")]).not.toContain([...of("true")][0]);
    await openState(page, "advice-child");
    const edges = await page.$$eval(".card, .chip, .tag, .grade b", (parts) =>
      parts.map((part) => Number.parseFloat(getComputedStyle(part).borderTopWidth)),
    );
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(1);
    const marks = (selector: string) =>
      page.$$eval(selector, (chips) => chips.map((chip) => chip.querySelector(".mark")?.textContent));
    expect(new Set(await marks(".chip.corrected"))).toEqual(new Set(["✎"]));
    expect(new Set(await marks(".chip.unknown"))).toEqual(new Set(["?"]));
    await forced("none");
    await tools.detach();
  });

  it("hands a page to print over to a tab of its own, by no address, title or store", async () => {
    await page.setViewport({ width: 360, height: 800 });
    await openState(page, "handouts");
    const opened = new Promise<Page>((resolve) => page.once("popup", (popup) => popup && resolve(popup)));
    await page.click(".handouts li:nth-child(2) button");
    const handout = await opened;
    await handout.waitForSelector(".sheet");
    expect(await handout.$eval("h1", ({ textContent }) => textContent)).toBe("Your tacrolimus ointment");
    expect(handout.url()).toBe(`${gallery.address}handout.html`);
    expect(await handout.title()).toBe("Handout");
    expect(await handout.evaluate(() => [localStorage.length, sessionStorage.length, history.state])).toEqual(
      [0, 0, null],
    );

    // The clinician edits a line: paper shows the edited line.
    await handout.focus(".use textarea");
    await handout.keyboard.type("At bedtime only. ");
    await handout.emulateMediaType("print");
    expect(await handout.$eval(".use ul", ({ textContent }) => textContent)).toContain("At bedtime only. ");
    expect(await handout.$eval(".tools", (tools) => getComputedStyle(tools).display)).toBe("none");
    for (const format of ["A4", "Letter"] as const) {
      const pdf = Buffer.from(await handout.pdf({ format, preferCSSPageSize: false })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, format).toBeLessThanOrEqual(2);
    }
    await handout.emulateMediaType("screen");
    await handout.evaluate(axe);
    expect(await violations(handout)).toEqual([]);

    // Once handed over it is nobody's any more: loaded again, the page is empty.
    await handout.reload();
    await handout.waitForSelector(".empty");
    await handout.close();
  });

  it("shows the first option of a typical case at 360 by 800 without scrolling", async () => {
    await page.setViewport({ width: 360, height: 800 });
    for (const name of ["advice", "advice-child", "advice-toddler"]) {
      await openState(page, name);
      const { bottom, foot } = await page.evaluate(() => ({
        bottom: document.querySelector(".options .card")?.getBoundingClientRect().bottom ?? Number.NaN,
        foot: document.querySelector(".foot")?.getBoundingClientRect().top ?? Number.NaN,
      }));
      expect(bottom, name).toBeLessThan(foot);
    }
  });

  it("shows the question of failure and all four options of the article on the first screen", async () => {
    await page.setViewport({ width: 360, height: 800 });
    await openState(page, "advice");
    const seen = await page.evaluate(() => {
      const foot = document.querySelector(".foot")?.getBoundingClientRect().top ?? 0;
      return [...document.querySelectorAll<HTMLElement>(".failure, .options .card")]
        .filter((part) => part.getBoundingClientRect().bottom <= foot)
        .map(({ dataset, className }) => dataset.item ?? className);
    });
    expect(seen).toEqual([
      "failure",
      "topical-corticosteroid",
      "tacrolimus-ointment",
      "ruxolitinib-cream",
      "crisaborole-ointment",
    ]);
  });
});
