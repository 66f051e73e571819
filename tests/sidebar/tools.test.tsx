// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { find, perform, settle, showState } from "./perform";
import * as charts from "./states/charts";
import { onChart, type State, type Step, withoutChart } from "./states/state";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

const textOf = (selector: string) => find(root, selector).textContent ?? "";
const show = (chart: charts.Chart, steps: Step[] = [], more: Partial<State> = {}) =>
  showState(onChart("x", chart, steps, more), root);
const noteText = () => (find(root, ".note-text") as HTMLTextAreaElement).value;

function clipboard(write: (text: string) => Promise<void>) {
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: write } });
}

describe("copy for the note", () => {
  it("is plain text with date, facts, options, grades and the source", async () => {
    await show(charts.ADULT_COMPLETE, ["=Copy for the note"]);
    const text = noteText();
    expect(text).toMatch(/^Atopic dermatitis, next step after pimecrolimus \(Nextline, .*2026\)\n/);
    expect(text).toContain(
      "- Facts used: 36 y; Atopic dermatitis; Pimecrolimus; Severity: Moderate; Sites: Face, ",
    );
    expect(text).toContain("- Pimecrolimus: Inadequate response; Use checked");
    expect(text).toContain(
      "- Tacrolimus ointment: Fits. 0.03 % or 0.1 %, twice daily until clear. (strong recommendation, high certainty, source article [1])",
    );
    expect(text).toContain("pending human review");
    expect(text).toMatch(/\n\[1\] Guideline Directed Topic Overview/);
    expect(text).not.toMatch(/[●○▲◐✕\t]/);
  });

  it("carries what was dispensed against what was to be expected, until it is taken out", async () => {
    await show(charts.ADULT_COMPLETE, [{ into: ".dispensed input", type: "30" }, "=Copy for the note"]);
    expect(noteText()).toContain(
      "Inadequate response; Use checked; 30 g dispensed over 8 wk, 11 % of the 269 g expected\n",
    );
    await perform(root, { into: ".dispensed input", type: "" });
    expect(noteText()).not.toContain("dispensed");
  });

  it("holds no identifier and none of the chart's own words", async () => {
    await show(charts.ADULT_COMPLETE, ["=Copy for the note"]);
    expect(noteText()).not.toMatch(/Quill|SYN-20417|Hydroxyzine|cheeks|EASI/);
  });

  it("holds the lines that are chosen, and no reference that none of them cites", async () => {
    await show(charts.ADULT_COMPLETE, ["=Copy for the note"]);
    const boxes = () => [...root.querySelectorAll<HTMLInputElement>(".note-lines input")];
    expect(noteText()).not.toContain("Antibiotic against staphylococci");
    for (const box of boxes().filter(({ checked }) => checked)) box.click();
    await settle();
    expect(noteText().split("\n")).toHaveLength(2);
    boxes()[2]?.click();
    await settle();
    expect(noteText()).toContain("- Topical corticosteroid: Fits.");
    expect(noteText()).toContain("\n[1] ");
  });

  it("says what every excluded or waiting item is, when chosen", async () => {
    await show(charts.ADULT, ["=Copy for the note"]);
    const line = [...root.querySelectorAll(".note-lines label")].find(({ textContent }) =>
      textContent?.startsWith("Ruxolitinib cream"),
    );
    expect(line?.textContent).toContain(
      "Needs: severity, body surface, infection, immune state, pregnancy; verify first. At most",
    );
    expect(line?.querySelector("input")?.checked).toBe(false);
  });

  it("copies with one press more, and says so", async () => {
    const written: string[] = [];
    clipboard(async (text) => void written.push(text));
    await show(charts.ADULT_COMPLETE, ["=Copy for the note"]);
    expect(document.activeElement?.textContent).toBe("Copy the text");
    await perform(root, ".drawer .primary");
    expect(written).toEqual([noteText()]);
    expect(textOf(".drawer [role=status]")).toBe("Copied.");
    // The text of a fact corrected since has not been copied.
    await perform(root, "#chip-severity");
    await perform(root, ".choice:nth-of-type(2)");
    expect(noteText()).not.toBe(written[0]);
    expect(textOf(".drawer [role=status]")).toBe("");
  });

  it("says when the browser refuses, and offers the text selected", async () => {
    clipboard(() => Promise.reject(new Error("denied")));
    await show(charts.ADULT_COMPLETE, ["=Copy for the note", ".drawer .primary"]);
    expect(textOf(".drawer [role=status]")).toContain("refused to copy");
    const field = find(root, ".note-text") as HTMLTextAreaElement;
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(field.value);
  });

  it("copies a citation likewise", async () => {
    clipboard(() => Promise.reject(new Error("denied")));
    await show(charts.ADULT_COMPLETE, ["#title-tacrolimus-ointment", ".references .plain"], {
      role: "dermatology",
    });
    const field = find(root, ".selected-text") as HTMLTextAreaElement;
    expect(field.value).toContain("Topic Overview");
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(field.value);
  });

  it("is offered with advice only", async () => {
    await showState(withoutChart("x", "no-answer"), root);
    expect(textOf(".foot nav")).toBe("SearchAbout");
  });
});

describe("search", () => {
  const searchFor = (query: string): Step[] => ["=Search", { into: ".drawer input", type: query }];

  it("takes the focus, finds at once and marks what it met", async () => {
    await show(charts.ADULT, ["=Search"]);
    expect(document.activeElement?.getAttribute("type")).toBe("search");
    await perform(root, { into: ".drawer input", type: "bleach bath mild" });
    expect(textOf(".hits mark").toLowerCase()).toMatch(/bleach|bath|mild/);
  });

  it("says how many of what it found are shown", async () => {
    await show(charts.ADULT, searchFor("tacrolimus"));
    expect(root.querySelectorAll(".hits li")).toHaveLength(20);
    expect(textOf(".drawer [role=status]")).toMatch(/^\d+ found, the first 20 shown$/);
    await perform(root, { into: ".drawer input", type: "bleach bath mild" });
    expect(textOf(".drawer [role=status]")).toBe(`${root.querySelectorAll(".hits li").length} found`);
  });

  it("says when the guidance holds nothing about it", async () => {
    await show(charts.ADULT, searchFor("isotretinoin"));
    expect(textOf(".drawer [role=status]")).toBe("Nothing in this guidance about “isotretinoin”.");
    expect(root.querySelectorAll(".hits li")).toHaveLength(0);
  });

  it("works with nobody's chart in view", async () => {
    await showState(withoutChart("x", "reading", searchFor("tacrolimus 0.1 %")), root);
    expect(root.querySelectorAll(".hits li").length).toBeGreaterThan(0);
    expect(root.querySelector(".hits button")).toBeNull();
  });

  it("leads to the card that says it, out of its fold", async () => {
    await show(charts.ADULT, searchFor("phototherapy narrowband"));
    expect((find(root, ".escalation") as HTMLDetailsElement).open).toBe(false);
    await perform(root, "=Go to its card");
    expect((find(root, ".escalation") as HTMLDetailsElement).open).toBe(true);
    expect(document.activeElement?.id).toBe("title-phototherapy");
    expect(document.activeElement?.getAttribute("aria-expanded")).toBe("true");
    expect(root.querySelector(".drawer")).toBeNull();
  });

  it("walks its hits with the arrow keys", async () => {
    await show(charts.ADULT, searchFor("tacrolimus"));
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
    press("ArrowDown");
    press("ArrowDown");
    const rows = [...root.querySelectorAll(".hits li")];
    expect(document.activeElement).toBe(rows[1]);
    press("ArrowUp");
    press("ArrowUp");
    expect(document.activeElement?.getAttribute("type")).toBe("search");
  });
});

describe("the foot", () => {
  it("closes a tool on Escape and gives the focus back", async () => {
    await show(charts.ADULT, ["=About"]);
    find(root, ".drawer h2").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await settle();
    expect(root.querySelector(".drawer")).toBeNull();
    expect(document.activeElement?.textContent).toBe("About");
  });

  it("shows version, dates, review and the thirteen source attributes", async () => {
    await show(charts.ADULT, ["=About"]);
    expect(textOf(".about")).toContain("pending human review");
    expect(textOf(".about")).toContain("none yet");
    expect(textOf(".about")).toContain("3 November 2025");
    const attributes = [...root.querySelectorAll(".about details")].find(
      (details) => details.querySelector("summary")?.textContent === "Source attributes",
    );
    expect(attributes?.querySelectorAll("dt")).toHaveLength(13);
  });

  it("keeps the chosen role and changes how much is explained, never what is advised", async () => {
    const items = () =>
      [...root.querySelectorAll("[data-item]")].map((item) => [
        item.getAttribute("data-item"),
        item.getAttribute("data-status"),
      ]);
    const openParts = () => root.querySelectorAll(".body details[open]").length;
    const port = await show(charts.ADULT_COMPLETE, ["#title-tacrolimus-ointment"]);
    const [advised, explained] = [items(), openParts()];
    await perform(root, "=About");
    await perform(root, "=Dermatology");
    expect(port.asked.at(-1)).toEqual(["chooseRole", "dermatology"]);
    expect(items()).toEqual(advised);
    render(null, root);
    await show(charts.ADULT_COMPLETE, ["#title-tacrolimus-ointment"], { role: "dermatology" });
    expect(items()).toEqual(advised);
    expect(openParts()).not.toBe(explained);
  });

  it("offers a page to print for what is offered, and none behind a red flag", async () => {
    await show(charts.ADULT_COMPLETE, ["=Handout"]);
    expect(textOf(".handouts")).toContain("Your tacrolimus ointment");
    render(null, root);
    await show(charts.HERPETIC, ["=Handout"]);
    expect(root.querySelectorAll(".handouts li")).toHaveLength(0);
    expect(textOf(".drawer")).toContain("No treatment is offered now");
  });
});
