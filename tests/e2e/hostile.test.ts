import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADULT, chart, listsOf, NEITHER } from "./charts";
import { stateOf, textOf, waitForState } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { BROWSERS, start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";

const PAIR = "<p>Problem list: atopic dermatitis. Medications: pimecrolimus 1 % cream, active.</p>";

/** Text of the pair that no person can see: no advice may come of it. */
const UNSEEN: Record<string, string> = {
  "display none": `<div style="display:none">${PAIR}</div>`,
  "visibility hidden": `<div style="visibility:hidden">${PAIR}</div>`,
  "white on white": `<div style="color:#fff;background:#fff">${PAIR}</div>`,
  "off the screen": `<div style="position:absolute;left:-9999px">${PAIR}</div>`,
  "font of no size": `<div style="font-size:0">${PAIR}</div>`,
  "no opacity": `<div style="opacity:0">${PAIR}</div>`,
  "clipped to nothing": `<div style="position:absolute;clip-path:inset(50%)">${PAIR}</div>`,
  "a box of no height": `<div style="height:0;overflow:hidden">${PAIR}</div>`,
  "scaled to nothing": `<div style="transform:scale(0)">${PAIR}</div>`,
  "for screen readers alone": `<div style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">${PAIR}</div>`,
  comment: `<!-- ${PAIR} -->`,
  script: `<script type="text/plain">${PAIR}</script>`,
  template: `<template>${PAIR}</template>`,
  options: `<select><option>atopic dermatitis</option><option>pimecrolimus 1 % cream</option></select>`,
  "an attribute": `<div title="atopic dermatitis, pimecrolimus" data-x="pimecrolimus 1 % cream active">chart</div>`,
};

/** Pages that break what they can; the pair is in plain sight on each, so the advice must come all the same. */
const HOSTILE: Record<string, string> = {
  "named form fields in the way": `<form id="chart"><input name="nodeName" value="x"><input name="childNodes" value="x"><input name="parentNode"><input name="textContent"><input name="querySelectorAll"><input name="attributes"><input name="getAttribute"><input name="ownerDocument"><input name="children"><input name="tagName"></form><img name="body"><img name="documentElement"><img name="getElementById"><a id="forms"></a>`,
  "poisoned prototypes": `<script>for (const name of ["map", "filter", "push", "forEach", "join"]) Array.prototype[name] = () => { throw new Error("poisoned"); };
    String.prototype.replace = () => { throw new Error("poisoned"); }; Object.defineProperty(Node.prototype, "textContent", { get() { throw new Error("poisoned"); } });
    Map.prototype.set = () => { throw new Error("poisoned"); }; Promise.prototype.then = () => { throw new Error("poisoned"); };</script>`,
  "a flood of messages": `<script>setInterval(() => { for (let n = 0; n < 200; n++) postMessage({ type: "page/reading", document: "x", reading: {} }, "*"); }, 5);</script>`,
  "a thousand nested boxes": `${"<div>".repeat(1000)}deep${"</div>".repeat(1000)}`,
  "a hundred thousand siblings": `<div>${"<i></i>".repeat(100_000)}</div>`,
  "near misses by the thousand": `<p>${"pimecrolimu pimecrolimux atopic dermatiti elide ".repeat(5_000)}</p>`,
  "a page that never settles": `<div id="clock"></div><script>setInterval(() => { document.getElementById("clock").textContent = performance.now(); }, 1);</script>`,
  "a frame of another origin with a banner of its own": `<iframe sandbox="allow-scripts" srcdoc="<header>Patient: Impostor, Synthetic DOB: 1980-01-01 MRN: 999</header><p>Diagnosis: eczema herpeticum</p>"></iframe>`,
};

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

const pathOf = (name: string) => `/${name.replaceAll(" ", "-")}`;
const hostile = (body: string) => chart({ ...ADULT, more: body });

describe.each(BROWSERS)("hostile pages in %s", (browser) => {
  let server: TestServer;
  let session: Session;
  let page: Chart;
  let panel: Panel;

  beforeAll(async () => {
    server = await serve({
      ...Object.fromEntries(
        Object.entries(UNSEEN).map(([name, body]) => [
          `/unseen${pathOf(name)}`,
          chart({ ...NEITHER, more: body }),
        ]),
      ),
      ...Object.fromEntries(Object.entries(HOSTILE).map(([name, body]) => [pathOf(name), hostile(body)])),
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
    await page.goto(`${server.url}/unseen${pathOf(name)}`);
    await waitForState(panel, "nothing-found");
    await new Promise((done) => setTimeout(done, 700));
    expect(await stateOf(panel)).toBe("nothing-found");
  });

  it.each(Object.keys(HOSTILE))("reads on against %s", async (name) => {
    page.errors.length = 0;
    await page.goto(server.url + pathOf(name));
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
