// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { find, perform, settle, showState } from "./perform";
import * as charts from "./states/charts";
import { onChart, type State, type Step } from "./states/state";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const textOf = (selector: string) => find(root, selector).textContent ?? "";
const statusOf = (item: string) => find(root, `[data-item=${item}]`).getAttribute("data-status");
const show = (chart: charts.Chart, steps: Step[] = [], more: Partial<State> = {}) =>
  showState(onChart("x", chart, steps, more), root);
const setAge = (years: string): Step[] => [
  "#chip-ageMonths",
  { into: "#editor-ageMonths input", type: years },
  "#editor-ageMonths [type=submit]",
];
const pressEscape = (selector: string) =>
  find(root, selector).dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));

describe("correcting a fact", () => {
  it("changes the advice, and says what changed and why, on screen and aloud", async () => {
    const port = await show(charts.CHILD, setAge("1"));
    expect(port.lastCorrections()).toMatchObject({ ageMonths: 14 });
    expect(statusOf("tacrolimus-ointment")).toBe("exclude");
    const line =
      /Tacrolimus ointment: Consider → Not for this patient, because: Not labelled under 2 years\./;
    expect(textOf(".difference")).toMatch(line);
    expect(textOf("[role=status]")).toMatch(line);
  });

  it("says so too when nothing changed", async () => {
    await show(charts.ADULT, setAge("37"));
    expect(textOf(".difference p")).toBe("No status changed.");
  });

  it("shows what is corrected, found and unknown apart, by shape and by word", async () => {
    await show(charts.ADULT, setAge("37"));
    expect(textOf("#chip-ageMonths")).toBe("✎37 yyou");
    expect(textOf("#chip-diagnosis")).toBe("Atopic dermatitisproblems");
    expect(textOf("#chip-severity")).toBe("?Severitynot known");
  });

  it("closes the editor after a single choice and gives the focus back to its chip, wherever it went", async () => {
    await show(charts.ADULT, ["#chip-severity"]);
    expect(document.activeElement?.className).toBe("choice");
    await perform(root, ".choice:nth-of-type(3)");
    expect(root.querySelector(".editor")).toBeNull();
    expect(textOf("#chip-severity")).toContain("Moderate");
    expect(document.activeElement?.id).toBe("chip-severity");
  });

  it("closes on Escape and gives the focus back", async () => {
    await show(charts.ADULT, ["#chip-severity"]);
    pressEscape(".choice");
    await settle();
    expect(root.querySelector(".editor")).toBeNull();
    expect(document.activeElement?.id).toBe("chip-severity");
  });

  it("says beside a choice what it would change, before it is made", async () => {
    await show(charts.ADULT_COMPLETE, ["#chip-pregnancy"]);
    const pregnant = [...root.querySelectorAll(".choice")].find(({ textContent }) =>
      textContent?.startsWith("pregnant"),
    );
    expect(pregnant?.textContent).toContain("Tacrolimus ointment → With caution");
    expect(statusOf("tacrolimus-ointment")).toBe("recommend");
  });

  it("undoes a correction", async () => {
    const port = await show(charts.ADULT, [...setAge("12"), "#chip-ageMonths", "=Undo my change"]);
    expect(port.lastCorrections()).toEqual({});
    expect(textOf("#chip-ageMonths")).toBe("36 y");
  });

  it("takes the last change back from the line that tells it, and only that one", async () => {
    const port = await show(charts.CHILD, setAge("1"));
    await perform(root, "#chip-severity");
    await perform(root, ".choice:nth-of-type(4)");
    await perform(root, ".difference .plain");
    expect(port.lastCorrections()).toEqual({ ...charts.CHILD.corrections, ageMonths: 14 });
    expect(textOf("#chip-severity")).toContain("Moderate");
    expect(statusOf("tacrolimus-ointment")).toBe("exclude");
    expect(document.activeElement?.id).toBe("chip-severity");
  });

  it("leaves the focus where it can go on when the fact undone is asked for no more", async () => {
    const weigh = { into: "#editor-weightKg input", type: "70" };
    await show(charts.ADULT, [".chip.more", "#chip-weightKg", weigh, "#editor-weightKg [type=submit]"]);
    await perform(root, ".chip.more");
    await perform(root, ".difference .plain");
    expect(root.querySelector("#chip-weightKg")).toBeNull();
    expect(document.activeElement?.className).toBe("chip more");
    await perform(root, "=Worse");
    await perform(root, ".difference .plain");
    expect(document.activeElement?.parentElement?.className).toBe("failure");
  });

  it("tells a red flag as what is to be assessed now, and a pitfall that the chart trips no more", async () => {
    await show(charts.ADULT, [".chip.more", "#chip-redFlags", ".ticks input"]);
    expect(textOf(".difference p")).toMatch(/^Assess now: Suspected eczema herpeticum, because: /);
    render(null, root);
    await show(charts.ADULT, ["#chip-medications", "=Read wrongly"]);
    expect(textOf(".difference p")).toBe(
      "No status changed. Oral antihistamines for itch: no longer found in this chart.",
    );
  });

  it("strikes out what was read wrongly, one word at a time, and takes it back", async () => {
    const port = await show(charts.ADULT, ["#chip-medications", "=Read wrongly"]);
    expect(port.lastCorrections()).toEqual({ "medications.oral-antihistamine": null });
    expect(root.querySelector(".tripped")).toBeNull();
    expect(textOf("#chip-medications")).toContain("struck out");
    expect(textOf(".editor s")).toBe("Oral antihistamine");
    await perform(root, "=Undo");
    expect(port.lastCorrections()).toEqual({});
    expect(root.querySelector(".tripped")).not.toBeNull();
  });

  it("shows both sides where the chart contradicts itself", async () => {
    await show(charts.UNNAMED, ["#chip-severity"]);
    expect(textOf("#chip-severity")).toContain("conflict");
    expect(textOf(".evidence")).toContain("mild AD");
    expect(textOf(".evidence")).toContain("Against it:");
    expect(textOf(".evidence")).toContain("severe flare of AD");
  });

  it("tells beside the chip what the engine refuses and what it would take", async () => {
    await show(charts.ADULT, setAge("200"));
    expect(textOf(".facts [role=alert]")).toMatch(/^Age:.*1440/s);
    expect(textOf("#chip-ageMonths")).toContain("not accepted");
    expect(find(root, "#chip-ageMonths").getAttribute("aria-describedby")).toBe(
      find(root, ".facts [role=alert]").id,
    );
  });

  it("takes years with a comma and months alone, and refuses words", async () => {
    const port = await show(charts.ADULT, ["#chip-ageMonths"]);
    await perform(root, { into: "#editor-ageMonths input", type: "1,5" });
    await perform(root, { into: "#editor-ageMonths label:nth-of-type(2) input", type: "" });
    await perform(root, "#editor-ageMonths [type=submit]");
    expect(port.lastCorrections()).toEqual({ ageMonths: 18 });
    const asked = port.asked.length;
    await perform(root, "#chip-ageMonths");
    await perform(root, { into: "#editor-ageMonths input", type: "six" });
    await perform(root, "#editor-ageMonths [type=submit]");
    expect(port.asked).toHaveLength(asked);
    expect(textOf(".editor .problem")).toBe("A number, please.");
    const field = document.activeElement;
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    expect(field?.getAttribute("aria-describedby")).toBe(find(root, ".editor .problem").id);
  });

  it("says what is newly said where no status moved", async () => {
    await show(charts.ADULT, setAge("12"));
    const words = /^No status changed\. .*Tacrolimus ointment: Under 16 years use 0\.03 % only/;
    expect(textOf(".difference p")).toMatch(words);
    expect(textOf(".panel > [role=status]")).toMatch(words);
  });

  it("says nothing of a difference before the answer is there, or where none comes", async () => {
    let refuse: () => void = () => undefined;
    await show(charts.ADULT, ["#chip-severity", ".choice"], {
      prepare(port) {
        port.correct = () => new Promise((_, reject) => (refuse = () => reject(new Error("gone"))));
      },
    });
    const told = () => [textOf(".panel > [role=status]"), root.querySelector(".difference")];
    expect(told()).toEqual(["", null]);
    refuse();
    await settle();
    expect(told()).toEqual(["", null]);
    expect(textOf(".facts [role=alert]")).toContain("could not be carried out");
  });

  it("sets body surface by hand-prints and weight by the kilogram", async () => {
    const port = await show(charts.ADULT, [
      ".chip.more",
      "#chip-bsaPercent",
      { into: "#editor-bsaPercent input", type: "12.5" },
      "#editor-bsaPercent [type=submit]",
    ]);
    expect(port.lastCorrections()).toEqual({ bsaPercent: 12.5 });
  });

  it("takes a weight in pounds where the reader asked for them, and keeps kilograms", async () => {
    const port = await show(charts.ADULT);
    const pilot = { muted: [], formulary: {}, cues: { given: 0 }, units: "imperial" as const };
    port.show(port.viewNow({ pilot }));
    await settle();
    await perform(root, ".chip.more");
    await perform(root, "#chip-weightKg");
    expect(textOf("#editor-weightKg label")).toContain("lb");
    await perform(root, { into: "#editor-weightKg input", type: "154.3" });
    await perform(root, "#editor-weightKg [type=submit]");
    expect(port.lastCorrections()).toEqual({ weightKg: 70 });
  });

  it("turns a score into a severity that the clinician chooses, with both bandings where they differ", async () => {
    const port = await show(charts.ADULT, ["#chip-severity"]);
    const scale = find(root, ".score select") as HTMLSelectElement;
    scale.value = "easi";
    scale.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    await perform(root, { into: ".score input", type: "6.5" });
    expect(textOf(".score")).toContain("Leshem: mild.");
    expect(textOf(".score")).toContain("Chopra 2017: moderate.");
    await perform(root, "=Use “Moderate”");
    expect(port.lastCorrections()).toEqual({ severity: "moderate" });
  });

  it("marks sites on the figure as in the list", async () => {
    const port = await show(charts.ADULT, [".chip.more", "#chip-sites"]);
    find(root, "[data-site=hands]").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await settle();
    expect(port.lastCorrections()).toEqual({ "sites.hands": true });
    expect(find(root, "[data-site=hands]").getAttribute("class")).toBe("region on");
    const hands = [...root.querySelectorAll<HTMLLabelElement>(".ticks label")].find(
      ({ textContent }) => textContent === "Hands",
    );
    hands?.querySelector("input")?.click();
    await settle();
    expect(port.lastCorrections()).toEqual({});
  });

  it("sets what came of a treatment, and strikes out the chart's word for it", async () => {
    const port = await show(charts.ADULT, ["#chip-tried"]);
    const choose = async (agent: string, outcome: string) => {
      const label = [...root.querySelectorAll(".tried label")].find(({ textContent }) =>
        textContent?.startsWith(agent),
      );
      const select = label?.querySelector("select");
      if (!select) throw new Error(`No field for ${agent}`);
      select.value = outcome;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await settle();
    };
    await choose("Topical corticosteroid", "adequate-failed");
    expect(port.lastCorrections()).toEqual({ "tried.topical-corticosteroid": "adequate-failed" });
    expect(statusOf("topical-corticosteroid")).toBe("not-next");
    await choose("Topical corticosteroid", "");
    expect(port.lastCorrections()).toEqual({ "tried.topical-corticosteroid": null });
    await choose("Dupilumab", "current");
    await choose("Dupilumab", "");
    expect(port.lastCorrections()).toEqual({ "tried.topical-corticosteroid": null });
  });

  it("filters a long list and says when nothing is left", async () => {
    await show(charts.ADULT, [".chip.more", "#chip-conditions", { into: ".filter input", type: "hep" }]);
    expect([...root.querySelectorAll(".ticks label")].map(({ textContent }) => textContent)).toEqual([
      "Hepatitis B or C",
    ]);
    await perform(root, { into: ".filter input", type: "xyz" });
    expect(textOf(".word-set")).toContain("Not in this list.");
  });

  it("goes to the words in the page, and says when they are gone", async () => {
    const port = await show(charts.ADULT, ["#chip-diagnosis", "=Show in the page"]);
    expect(port.asked.at(-1)?.[2]).toEqual({ frame: 0, passage: 1, quote: "Atopic dermatitis (L20.9)" });
    expect(root.querySelector(".quote .problem")).toBeNull();
    port.passageThere = false;
    await perform(root, "=Show in the page");
    expect(textOf(".quote .problem")).toContain("no longer on the page");
  });

  it("says when the worker could not carry a correction out, and shows what was", async () => {
    const port = await show(charts.ADULT, ["#chip-severity"]);
    port.correct = () => Promise.reject(new Error("gone"));
    await perform(root, ".choice");
    expect(textOf(".facts [role=alert]")).toContain("could not be carried out");
    expect(find(root, "#chip-severity").className).toContain("unknown");
  });

  it("opens the editor of the fact that an option waits for", async () => {
    await show(charts.ADULT, ["#title-tacrolimus-ointment", "=Enter immune state"]);
    expect(root.querySelector("#editor-immunocompromised")).not.toBeNull();
  });
});
