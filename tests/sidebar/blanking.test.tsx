// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PanelView } from "../../src/sidebar/port";
import { viewOfChart, viewWithout } from "./fake-worker";
import { find, perform, settle, showState } from "./perform";
import { ADULT, ADULT_COMPLETE, CHILD, ECZEMA } from "./states/charts";
import { onChart, type Step, withoutChart } from "./states/state";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const state = () => root.querySelector("[data-panel]")?.getAttribute("data-panel");

/** Everything of a person that the document could hold: words, values of fields, and attributes. */
function allText(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")];
  return [document.documentElement.outerHTML, document.title, ...fields.map(({ value }) => value)].join("\n");
}

/** Nothing of the adult chart is left: not the banner, the chart's words, a chip, an item, or a typed number. */
function expectNobody() {
  const text = allText();
  for (const word of ["Quill", "SYN-20417", "36 y", "Hydroxyzine", "Hydrocortisone", "EASI 14", "cheeks"]) {
    expect(text).not.toContain(word);
  }
  expect(root.querySelectorAll("[data-item], .chip, .editor, textarea")).toHaveLength(0);
}

/** Ways in which the adult's data may stand on the screen. */
const PLACES: [string, Step[]][] = [
  ["the advice", []],
  ["an open editor", ["#chip-ageMonths"]],
  ["a half-typed correction", ["#chip-ageMonths", { into: "#editor-ageMonths input", type: "37" }]],
  ["an open card", ["#title-tacrolimus-ointment"]],
  ["a difference", ["#chip-infection", ".choice"]],
  ["the note", ["=Copy for the note"]],
  ["the handouts", ["=Handout"]],
  ["grams typed", [".failure > summary", { into: ".dispensed input", type: "4711" }]],
];

const GONE: [string, PanelView | undefined][] = [
  ["the view no longer holds", undefined],
  ["the page is being read", viewWithout("reading")],
  ["the page does not answer", viewWithout("no-answer")],
  ["the page may not be read", viewWithout("not-permitted")],
  ["two patients are on the page", viewWithout("two-patients")],
];

describe("when the patient is no longer in view", () => {
  describe.each(GONE)("because %s", (_, view) => {
    it.each(PLACES)("blanks %s before the port's call returns", async (_place, steps) => {
      const port = await showState(onChart("adult", ADULT_COMPLETE, steps), root);
      expect(allText()).toContain("Quill");
      port.show(view);
      // No await between: the words are gone in the same turn.
      expectNobody();
      expect(allText()).not.toContain("4711");
      expect(state()).toBe(view?.state ?? "reading");
      await settle();
      expectNobody();
    });
  });

  it("ignores what a careless view of such a state carries along", async () => {
    const port = await showState(onChart("adult", ADULT), root);
    port.show({ ...viewOfChart(ADULT), state: "two-patients" });
    expectNobody();
  });

  it("replaces one patient by the next in one turn, with nothing open and no difference", async () => {
    const port = await showState(
      onChart("adult", ADULT_COMPLETE, [
        "#chip-infection",
        ".choice",
        "#chip-severity",
        "=Copy for the note",
      ]),
      root,
    );
    expect(root.querySelector(".difference, .editor, .drawer")).not.toBeNull();
    port.show(viewOfChart(CHILD));
    expect(root.textContent).toContain("Fern");
    expect(allText()).not.toMatch(/Quill|Hydroxyzine/);
    expect(root.querySelectorAll(".difference, .editor, .drawer")).toHaveLength(0);
    expect(find(root, "[role=status]").textContent).toBe("");
  });

  it("drops the answer to a correction of somebody who is gone", async () => {
    const port = await showState(onChart("adult", ADULT), root);
    let answer: (view: PanelView) => void = () => undefined;
    port.correct = () => new Promise((resolve) => (answer = resolve));
    await perform(root, "#chip-severity");
    await perform(root, ".choice");
    port.show(undefined);
    answer(viewOfChart(ADULT, { severity: "clear" }));
    await settle();
    expectNobody();
    port.show(viewOfChart(CHILD));
    answer(viewOfChart(ADULT));
    await settle();
    expect(allText()).not.toContain("Quill");
  });

  it("drops the answer to a question of somebody who is gone", async () => {
    const port = await showState(onChart("eczema", ECZEMA), root);
    let answer: (view: PanelView) => void = () => undefined;
    port.correct = () => new Promise((resolve) => (answer = resolve));
    await perform(root, "=Yes, atopic dermatitis");
    port.show(undefined);
    answer(viewOfChart(ECZEMA, { diagnosis: "atopic-dermatitis" }));
    await settle();
    expect(state()).toBe("reading");
    expect(root.textContent).not.toContain("Bramble");
  });

  it("takes the later of two corrections, whichever answer comes last", async () => {
    const port = await showState(onChart("adult", ADULT), root);
    const answers: ((view: PanelView) => void)[] = [];
    port.correct = () => new Promise((resolve) => answers.push(resolve));
    await perform(root, "#chip-severity");
    await perform(root, ".choice:nth-of-type(2)");
    await perform(root, "#chip-severity");
    await perform(root, ".choice:nth-of-type(4)");
    answers[1]?.(viewOfChart(ADULT, { severity: "severe" }));
    answers[0]?.(viewOfChart(ADULT, { severity: "mild" }));
    await settle();
    expect(find(root, "#chip-severity").textContent).toContain("Severe");
  });

  it("keeps a look-up, which is of no chart, and says that the page in front changed", async () => {
    const port = await showState(
      withoutChart("lookup", "not-permitted", [
        "=Look up by hand",
        "#chip-ageMonths",
        { into: "#editor-ageMonths input", type: "8" },
        "#editor-ageMonths [type=submit]",
      ]),
      root,
    );
    port.show(viewOfChart(ADULT));
    expect(state()).toBe("lookup");
    expect(root.textContent).toContain("The page in front has changed");
    expect(allText()).not.toContain("Quill");
    await perform(root, "=Close the look-up");
    expect(state()).toBe("advice");
    expect(root.textContent).toContain("Quill");
  });
});
