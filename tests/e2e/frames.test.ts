import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADULT, chart, INFANT, listsOf, NEITHER } from "./charts";
import { textOf, waitForState } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { BROWSERS, start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";

const LISTS = `<!doctype html><html><body>${listsOf(ADULT)}</body></html>`;
const quoted = LISTS.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const json = JSON.stringify(LISTS).replaceAll("<", "\\u003c");
const SIZE = `width="900" height="500"`;

/** The lists in a frame, the banner around it: a frame that nobody reads is an empty chart. */
const FRAMES: Record<string, string> = {
  "with an address": `<iframe title="Lists" ${SIZE} src="/lists"></iframe>`,
  "in a sandbox": `<iframe title="Lists" ${SIZE} sandbox="allow-scripts" src="/lists"></iframe>`,
  "with its text in an attribute": `<iframe title="Lists" ${SIZE} srcdoc="${quoted}"></iframe>`,
  "with its text in an attribute and in a sandbox": `<iframe title="Lists" ${SIZE} sandbox="allow-scripts" srcdoc="${quoted}"></iframe>`,
  "written by the page's script": `<iframe title="Lists" ${SIZE} id="written"></iframe><script>
    const inner = document.getElementById("written").contentDocument; inner.open(); inner.write(${json}); inner.close();</script>`,
  "made of a blob": `<iframe title="Lists" ${SIZE} id="blob"></iframe><script>
    document.getElementById("blob").src = URL.createObjectURL(new Blob([${json}], { type: "text/html" }));</script>`,
  "kept hidden at first": `<div id="tab" style="display:none"><iframe title="Lists" ${SIZE} src="/lists"></iframe></div><script>
    setTimeout(() => { document.getElementById("tab").style.display = "block"; }, 1500);</script>`,
  "born late": `<div id="later"></div><script>setTimeout(() => {
    document.getElementById("later").innerHTML = '<iframe title="Lists" ${SIZE} src="/lists"></iframe>'; }, 1500);</script>`,
};

/** Components that come, or show themselves, when the page has been read already. */
const COMPONENTS: Record<string, string> = {
  "fills itself later": `const host = document.createElement("chart-lists");
    const root = host.attachShadow({ mode: "open" });
    document.querySelector("main").append(host);
    setTimeout(() => { root.innerHTML = LISTS; }, 1000);`,
  "comes filled": `const host = document.createElement("chart-lists");
    host.attachShadow({ mode: "open" }).innerHTML = LISTS;
    document.querySelector("main").append(host);`,
  "is defined late": `customElements.define("chart-late", class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = LISTS; } });`,
  "is put into an empty box": `document.getElementById("mount").attachShadow({ mode: "open" }).innerHTML = LISTS;`,
};
const componentOf = (script: string) =>
  `<chart-late></chart-late><div id="mount"></div><script>setTimeout(() => { const LISTS = ${json}; ${script} }, 1200);</script>`;

/** A component whose words give way to others that it shows in a shadow root, and one that leaves. */
const REPLACED = `<chart-lists>${listsOf(ADULT)}</chart-lists><script>window.replace = () => {
  document.querySelector("chart-lists").attachShadow({ mode: "open" }).innerHTML = "<p>No medications.</p>"; };</script>`;
const LEAVING = componentOf(`${COMPONENTS["comes filled"]} window.leave = () => host.remove();`);

const pathOf = (name: string) => `/${name.replace(/\W+/g, "-")}`;

describe.each(BROWSERS)("in %s", (browser) => {
  let server: TestServer;
  let session: Session;
  let page: Chart;
  let panel: Panel;

  beforeAll(async () => {
    const banner = ADULT.banner ?? "";
    server = await serve({
      ...Object.fromEntries(
        Object.entries(FRAMES).map(([name, more]) => [pathOf(name), chart({ banner, more })]),
      ),
      "/lists": LISTS,
      ...Object.fromEntries(
        Object.entries(COMPONENTS).map(([name, script]) => [
          pathOf(name),
          chart({ banner, more: componentOf(script) }),
        ]),
      ),
      "/replaced": chart({ banner, more: REPLACED }),
      "/leaving": chart({ banner, more: LEAVING }),
      "/adult": chart(ADULT),
      "/infant": chart(INFANT),
      "/neither": chart(NEITHER),
    });
    session = await start(browser, "clinic");
    page = await session.open(`${server.url}/neither`);
    await page.press();
    panel = await session.panel();
    await waitForState(panel, "nothing-found");
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it.each(Object.keys(FRAMES))("reads a frame %s", async (name) => {
    await page.goto(server.url + pathOf(name));
    await waitForState(panel, "advice", 15_000);
    await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain("Larkspur");
  });

  it.each(Object.keys(COMPONENTS))("reads a component that %s", async (name) => {
    await page.goto(server.url + pathOf(name));
    await waitForState(panel, "advice", 15_000);
  });

  it.each([
    ["replaced", "replace"],
    ["leaving", "leave"],
  ])("takes back what a component showed, once it is %s", async (path, act) => {
    await page.goto(`${server.url}/${path}`);
    await waitForState(panel, "advice", 15_000);
    await page.run(`() => { window.${act}(); }`);
    await waitForState(panel, "nothing-found", 15_000);
  });

  it("shows on the way back who stands there then, and nobody on the way who does not", async () => {
    await page.goto(`${server.url}/adult`);
    await waitForState(panel, "advice");
    await page.goto(`${server.url}/infant`);
    await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain("Oakley");
    for (const [way, here, gone] of [
      ["back", "Larkspur", "Oakley"],
      ["forward", "Oakley", "Larkspur"],
    ] as const) {
      await page.run(`() => history.${way}()`).catch(() => undefined);
      await new Promise((done) => setTimeout(done, 300));
      const seen: string[] = [];
      for (let turn = 0; turn < 200 && !seen.at(-1)?.includes(here); turn++) {
        seen.push(await textOf(panel));
        await new Promise((done) => setTimeout(done, 50));
      }
      expect(seen.at(-1)).toContain(here);
      expect(seen.filter((text) => text.includes(gone))).toEqual([]);
    }
  });
});
