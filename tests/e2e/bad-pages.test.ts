import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADULT, chart, listsOf } from "./charts";
import { stateOf, textOf, waitForState } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { BROWSERS, start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";

/** The smallest file that browsers take for a PDF of one page. */
const PDF = {
  type: "application/pdf",
  body: `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`,
};

const LONG = `<ul>${"<li>Routine entry of a long synthetic chart, nothing of note here at all.</li>".repeat(65_000)}</ul>`;

const PAGES = {
  "/no-body": `<!doctype html><html><head><link rel="icon" href="data:,"></head></html><script>document.body.remove()</script>`,
  "/svg": {
    type: "image/svg+xml",
    body: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">chart</text></svg>`,
  },
  "/five-megabytes": chart({ ...ADULT, more: LONG }),
  "/replaced": chart({
    ...ADULT,
    more: `<script>window.replace = () => { document.open(); document.write(${JSON.stringify(chart({ medications: ["Lisinopril 10 mg tablet|2020-01-01|Active"] })).replaceAll("<", "\\u003c")}); document.close(); };</script>`,
  }),
  "/spanish": chart({
    lang: "es",
    problems: ["Hipertensión esencial|I10|Activo"],
    medications: ["Lisinopril 10 mg comprimido|2020-01-01|Activo"],
    more: "<h2>Evolución</h2><p>Niega dermatitis atópica. Sin tratamiento con pimecrolimus.</p>",
  }),
  "/pdf": PDF,
  "/with-pdf": `<!doctype html><html><head><link rel="icon" href="data:,"></head><body>${listsOf({ medications: ["Lisinopril 10 mg tablet|2020-01-01|Active"] })}<iframe title="Letter" src="/pdf" width="600" height="400"></iframe></body></html>`,
};

describe.each(BROWSERS)("pages that make reading hard, in %s", (browser) => {
  let server: TestServer;
  let session: Session;
  let page: Chart;
  let panel: Panel;

  beforeAll(async () => {
    server = await serve(PAGES);
    session = await start(browser, "plain");
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  async function pressed(url: string): Promise<void> {
    page = await session.open(url);
    await page.press();
    panel = await session.panel();
  }

  /** The panel stands in a state, in words, and the page's console is clean. */
  async function saysSo(): Promise<void> {
    expect((await textOf(panel)).trim().length).toBeGreaterThan(20);
    expect(page.errors).toEqual([]);
  }

  it.each(["/no-body", "/svg"])("says that nothing stands on %s", async (path) => {
    await pressed(server.url + path);
    await waitForState(panel, ["nothing-found", "no-answer"]);
    await saysSo();
  });

  it("reads a page of five megabytes to its end", async () => {
    await pressed(`${server.url}/five-megabytes`);
    await waitForState(panel, "advice", 30_000);
    await saysSo();
  });

  it("lets go of a document that the page replaced", async () => {
    await pressed(`${server.url}/replaced`);
    await waitForState(panel, "advice");
    await page.run("() => window.replace()");
    await expect.poll(() => textOf(panel), { timeout: 10_000 }).not.toContain("Larkspur");
    await expect.poll(() => stateOf(panel), { timeout: 10_000 }).toBe("nothing-found");
    await saysSo();
  });

  it("does not alarm on a denial in another language", async () => {
    await pressed(`${server.url}/spanish`);
    await waitForState(panel, "nothing-found");
    await saysSo();
  });

  it("takes a PDF for unreadable, never for an empty chart", async () => {
    await pressed(`${server.url}/pdf`);
    await waitForState(panel, ["no-answer", "not-permitted"]);
    await saysSo();
  });

  it("names a PDF in a frame as something that it could not read", async () => {
    await pressed(`${server.url}/with-pdf`);
    await waitForState(panel, ["nothing-found", "no-answer"]);
    // A frame that is slow to vouch for itself has the page read once more.
    await expect
      .poll(() => textOf(panel), { timeout: 10_000 })
      .toMatch(/could not be read|not be read|pdf|did not answer/i);
    await saysSo();
  });

  it("says so on a page of the browser's own", async () => {
    await pressed(browser === "chromium" ? "chrome://version/" : "about:support");
    await waitForState(panel, ["no-answer", "not-permitted"]);
    await saysSo();
  });
});
