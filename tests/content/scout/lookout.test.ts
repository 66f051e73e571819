// @vitest-environment jsdom
/** The scout must call the reader wherever the reader would find pimecrolimus; silence here is silence in the panel. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readText } from "../../../src/content/language";
import { readPage } from "../../../src/content/read";
import { Lookout } from "../../../src/content/scout/lookout";
import { mayName } from "../../../src/content/scout/names";
import { documentOf, fixtureNames, htmlOf } from "../language/fixtures";
import { SETS, snippetsOf } from "../language/snippets";

const isPimecrolimus = ({ concept }: { concept: string }) => concept === "pimecrolimus";

let end: AbortController;
let calls: number;

beforeEach(() => {
  end = new AbortController();
  calls = 0;
  document.body.innerHTML = "<main><p>Lisinopril 10 mg tablet</p><ul id='list'></ul></main>";
});
afterEach(() => end.abort());

function lookOut(page: Document): void {
  new Lookout(page, () => void calls++, end.signal).start();
}
const called = () => vi.waitFor(() => expect(calls).toBe(1), { timeout: 3000, interval: 10 });
const pass = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe("what the scout takes for the name", () => {
  it("is all that the reader reads as pimecrolimus in the labelled snippets", () => {
    const read = SETS.flatMap((set) => snippetsOf(set)).filter(({ text }) =>
      readText(text).some(isPimecrolimus),
    );
    expect(read.length).toBeGreaterThan(200);
    expect(read.filter(({ text }) => !mayName(text)).map(({ text }) => text)).toEqual([]);
  });

  it.each(["Lisinopril 10 mg", "Tacrolimus 0.1 % ointment", "Eczema", "Delivered", "element", ""])(
    "is not %j",
    (text) => {
      expect(mayName(text)).toBe(false);
    },
  );
});

describe("the scout", () => {
  it.each(fixtureNames())("calls where the reader finds pimecrolimus: %s", async (name) => {
    const page = documentOf(htmlOf(name));
    const { findings } = readPage(page, { today: new Date("2026-11-01") });
    // As a part of the page that the scout is in.
    const host = document.createElement("x-page");
    host.attachShadow({ mode: "open" }).append(document.adoptNode(page.documentElement));
    document.body.append(host);
    lookOut(document);
    if (findings.some(isPimecrolimus)) await called();
  });

  it("stays silent on a page without it, whatever is added", async () => {
    lookOut(document);
    await pass(30);
    document.querySelector("p")?.append(" daily");
    document.body.append(document.createElement("div"));
    await pass(300);
    expect(calls).toBe(0);
  });

  it.each([
    [
      "a row is added",
      () => document.querySelector("#list")?.insertAdjacentHTML("beforeend", "<li>Elidel 1 % cream</li>"),
    ],
    ["a text is changed", () => document.querySelector("p")?.firstChild?.replaceWith("Pimecrolimus 1 %")],
    [
      "the rest of a split name comes",
      () => document.querySelector("p")?.insertAdjacentHTML("beforeend", " <b>Eli</b><i>del</i>"),
    ],
    [
      "a title with the whole of a cut name is set",
      () => document.querySelector("p")?.setAttribute("title", "Pimecrolimus cream"),
    ],
    [
      "it stands in a shadow root that came filled",
      () => {
        const host = document.createElement("x-list");
        host.attachShadow({ mode: "open" }).innerHTML = "<p>Elidel</p>";
        document.body.append(host);
      },
    ],
    [
      "a shadow root of before is filled",
      () => document.querySelector("x-chart")?.shadowRoot?.append(document.createTextNode("Elidel")),
    ],
  ])("calls once %s", async (_what, change) => {
    const host = document.createElement("x-chart");
    host.attachShadow({ mode: "open" });
    document.body.append(host);
    lookOut(document);
    await pass(150);
    expect(calls).toBe(0);
    change();
    await called();
  });

  it("calls for a shadow root that is given to an element late", async () => {
    const host = document.createElement("x-late");
    document.body.append(host);
    lookOut(document);
    await pass(100);
    host.attachShadow({ mode: "open" }).innerHTML = "<p>Elidel 1 %</p>";
    await called();
  });

  it("calls once, and for nothing that comes after", async () => {
    document.body.append("Elidel");
    lookOut(document);
    await called();
    end.abort();
    document.body.append("Elidel again");
    await pass(250);
    expect(calls).toBe(1);
  });
});
