/** Shadow roots that come, or are filled, after the page was first read. */
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { language } from "../../../src/content/language";
import { PageReader } from "../../../src/content/page/reader";
import { atOnce } from "../../../src/content/watch/slices";
import { TODAY } from "./passages";

const LIST = "<h2>Medications</h2><ul><li>Pimecrolimus 1% cream <span>Active</span></li></ul>";

/** A reader that has read a page once, told of every change as the watch tells it. */
function begun(html: string) {
  const { document, MutationObserver } = new JSDOM(`<body>${html}</body>`).window;
  const reader = new PageReader(document, language, () => TODAY);
  atOnce(reader.read(true));
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  return {
    document,
    reader,
    again() {
      reader.note(observer.takeRecords() as MutationRecord[]);
      return atOnce(reader.read(false)).findings.map(({ concept, status }) => `${concept} ${status}`);
    },
  };
}

describe("a shadow root", () => {
  it("is read where it comes filled", () => {
    const page = begun("<h1>Chart</h1>");
    const host = page.document.createElement("chart-lists");
    host.attachShadow({ mode: "open" }).innerHTML = LIST;
    page.document.body.append(host);
    expect(page.again()).toEqual(["pimecrolimus current"]);
  });

  it("is read where it comes in a root that comes", () => {
    const page = begun("<h1>Chart</h1>");
    const host = page.document.createElement("chart-lists");
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = "<main><chart-list></chart-list></main>";
    (root.querySelector("chart-list") as Element).attachShadow({ mode: "open" }).innerHTML = LIST;
    page.document.body.append(host);
    expect(page.again()).toEqual(["pimecrolimus current"]);
  });

  it("is read where an element that was read already is given one", () => {
    const page = begun("<h1>Chart</h1><chart-lists></chart-lists>");
    (page.document.querySelector("chart-lists") as Element).attachShadow({ mode: "open" }).innerHTML = LIST;
    expect(page.reader.rootsCame()).toBe(true);
    expect(page.again()).toEqual(["pimecrolimus current"]);
    expect(page.reader.rootsCame()).toBe(false);
  });

  it("is forgotten with its element, and read again where that comes back", () => {
    const page = begun("<h1>Chart</h1><chart-lists></chart-lists>");
    const host = page.document.querySelector("chart-lists") as Element;
    host.attachShadow({ mode: "open" }).innerHTML = LIST;
    expect(page.again()).toEqual(["pimecrolimus current"]);
    host.remove();
    expect(page.again()).toEqual([]);
    page.document.body.append(host);
    expect(page.again()).toEqual(["pimecrolimus current"]);
  });
});
