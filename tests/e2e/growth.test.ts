import puppeteer, { type Browser } from "puppeteer";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browsers.mjs";
import type { Times } from "./harness/reader";

const ROWS = 300;
const TIMES_LARGER = 10;
/** A first reading grows with the page, no faster; a change's reading hardly (1.0 to 2.1 times as long, measured). */
const MOST_FIRST = 13;
const MOST_CHANGE = 3;
const ROUNDS = 5;

const LAYOUTS: Record<string, { wrap: (rows: string) => string; row: (name: string) => string }> = {
  table: {
    wrap: (rows) => `<table><tr><th>Medication</th><th>Dose</th><th>Status</th></tr>${rows}</table>`,
    row: (name) => `<tr><td class="name">${name}</td><td>twice daily</td><td>Active</td></tr>`,
  },
  list: {
    wrap: (rows) => `<ul>${rows}</ul>`,
    row: (name) => `<li><b class="name">${name}</b> twice daily <i>Active</i></li>`,
  },
  cards: {
    wrap: (rows) => `<div>${rows}</div>`,
    row: (name) =>
      `<div class="card"><div class="name">${name}</div><div><span>twice daily</span> <span>Active</span></div></div>`,
  },
  "flat notes": {
    wrap: (rows) => `<div>${rows}</div>`,
    row: (name) => `<h3>Visit</h3><p class="name">${name}</p><p>Reviewed at the age of 36 years.</p>`,
  },
};

let browser: Browser;
let reader: string;

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findBrowser("chromium"), args: ["--no-sandbox"] });
  const entry = new URL("harness/reader.ts", import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, rollupOptions: { input: entry, output: { format: "iife" } } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !("output" in first)) throw new Error("The reader was not built");
  reader = first.output[0].code;
});
afterAll(() => browser?.close());

/** Times the reader on a synthetic chart with so many rows, every fiftieth of them the cream. */
async function timesOn(layout: string, rows: number): Promise<Times> {
  const { wrap, row } = LAYOUTS[layout] ?? { wrap: String, row: String };
  const names = Array.from({ length: rows }, (_, index) =>
    row(index % 50 ? `Paracetamol 500 mg tablet ${index}` : "Pimecrolimus 1% cream"),
  );
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<!doctype html><header>Ada Synthetic · DOB 1990-01-01 · MRN SYN-1</header>
       <h2>Problems</h2><ul><li>Atopic dermatitis</li></ul><h2>Medications</h2>${wrap(names.join(""))}`,
    );
    await page.evaluate(reader);
    return (await page.evaluate(`timeReader(${ROUNDS})`)) as Times;
  } finally {
    await page.close();
  }
}

describe("on a page ten times as large", () => {
  it.each(Object.keys(LAYOUTS))(
    "a first reading of %s takes about ten times as long, a change's hardly longer",
    async (layout) => {
      const small = await timesOn(layout, ROWS);
      const large = await timesOn(layout, ROWS * TIMES_LARGER);
      expect(small.found).toBeGreaterThan(5);
      expect(large.found).toBeGreaterThan(39);
      expect(large.first / small.first).toBeLessThan(MOST_FIRST);
      expect(large.change / small.change).toBeLessThan(MOST_CHANGE);
    },
  );
});
