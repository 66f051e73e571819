import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADULT, chart, listsOf } from "./charts";
import { stateOf, textOf, waitForState } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { BROWSERS, start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";
import { HOSTILE, HOSTILE_PAGES, hostilePath, UNSEEN, unseenPath } from "./hostile-pages";

const MARKUP = chart({
  ...ADULT,
  banner: ADULT.banner?.replace(
    "Larkspur, Synthea",
    "Larkspur &lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;",
  ),
  medications: ["Pimecrolimus 1 % cream &lt;b id=injected&gt;bold&lt;/b&gt;|2026-06-02|Active"],
});

const HIDDEN_SIGNS = chart({
  ...ADULT,
  problems: ["Ato\u200bpic der\u00admatitis|L20.9|Active"],
  medications: ["Pi\u200bmecro\u00adlimus\u202c 1 % cream|2026-06-02|Active"],
});

/** Notes everything that a page can see of somebody at work in it. */
const WATCHED = chart({
  ...ADULT,
  more: `<script>
    window.seen = [];
    new MutationObserver((records) => seen.push(...records.map((record) => record.type))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    window.before = 0;
    for (const name of ["message", "click", "focusin", "selectionchange", "scroll"]) addEventListener(name, () => seen.push(name), true);
    window.report = () => ({ seen, globals: Object.getOwnPropertyNames(window).length - window.before, highlights: CSS.highlights ? CSS.highlights.size : 0,
      sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length, own: performance.getEntriesByType("resource").filter(({ name }) => name.includes("extension")).length,
      selection: String(getSelection()) });
    window.before = Object.getOwnPropertyNames(window).length;
  </script>`,
});

describe.each(BROWSERS)("hostile pages in %s", (browser) => {
  let server: TestServer;
  let session: Session;
  let page: Chart;
  let panel: Panel;

  beforeAll(async () => {
    server = await serve({
      ...HOSTILE_PAGES,
      "/markup": MARKUP,
      "/hidden-signs": HIDDEN_SIGNS,
      "/watched": WATCHED,
      "/lists": `<!doctype html><body>${listsOf(ADULT)}</body>`,
    });
    session = await start(browser, "clinic");
    page = await session.open(`${server.url}/markup`);
    await page.press();
    panel = await session.panel();
    await waitForState(panel, "advice");
  }, 180_000);
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it("puts no markup of a page into the panel", async () => {
    expect(await textOf(panel)).toContain("Pimecrolimus");
    expect(await panel.run<number>(`() => document.querySelectorAll("#injected, img[src=x]").length`)).toBe(
      0,
    );
  });

  it.each(Object.keys(UNSEEN))("gives no advice for words that no one can see: %s", async (name) => {
    await page.goto(server.url + unseenPath(name));
    await waitForState(panel, "nothing-found");
    await new Promise((done) => setTimeout(done, 700));
    expect(await stateOf(panel)).toBe("nothing-found");
  });

  it.each(Object.keys(HOSTILE))("reads on against %s", async (name) => {
    page.errors.length = 0;
    await page.goto(server.url + hostilePath(name));
    // A sandboxed frame may be read as well; that it names somebody else withholds the advice, and never lends its own.
    const safe = name.startsWith("a frame of another origin") ? ["advice", "two-patients"] : "advice";
    await waitForState(panel, safe, 20_000);
    expect(await textOf(panel)).not.toContain("Impostor");
    expect(page.errors.filter((error) => /nextline|extension:\/\//i.test(error))).toEqual([]);
  });

  it("reads words that hide signs between their letters", async () => {
    await page.goto(`${server.url}/hidden-signs`);
    await waitForState(panel, "advice");
  });

  it("leaves nothing in the page that the page could notice", async () => {
    await page.goto(`${server.url}/watched`);
    await waitForState(panel, "advice");
    await new Promise((done) => setTimeout(done, 500));
    expect(await page.run("() => report()")).toEqual({
      seen: [],
      globals: 0,
      highlights: 0,
      sheets: 0,
      adopted: 0,
      own: 0,
      selection: "",
    });
  });
});
