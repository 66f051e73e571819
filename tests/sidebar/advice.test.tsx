// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { advise } from "../../src/engine";
import { byWords, find, perform, showState } from "./perform";
import * as charts from "./states/charts";
import { onChart, type Step } from "./states/state";

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
const show = (chart: charts.Chart, steps: Step[] = []) => showState(onChart("x", chart, steps), root);

describe("is it a failure?", () => {
  it("counts the weeks since the start as an upper bound", async () => {
    await show(charts.ADULT);
    expect(textOf(".failure summary")).toContain("8 weeks at most");
    render(null, root);
    const [reading] = charts.EARLY.readings;
    const week = [charts.ATOPIC, { ...charts.PIMECROLIMUS, date: "2026-11-14" }];
    await show({ readings: [{ ...reading, coverage: [], findings: week }] });
    expect(textOf(".failure summary")).toContain("1 week at most");
    render(null, root);
    await show({
      readings: [
        {
          ...charts.ADULT.readings[0],
          findings: [charts.ATOPIC, { ...charts.PIMECROLIMUS, date: undefined }],
          coverage: [],
        },
      ],
    });
    expect(textOf(".failure summary")).toContain("start not known");
  });

  it("is verified once all four are ticked, and the options no longer wait for it", async () => {
    const port = await show({
      ...charts.ADULT_COMPLETE,
      corrections: { pimecrolimus: "inadequate-response" },
    });
    expect(root.querySelectorAll(".options .tag").length).toBeGreaterThan(0);
    for (const place of [1, 2, 3]) await perform(root, `.four-checks li:nth-of-type(${place}) input`);
    expect(port.asked).toEqual([]);
    await perform(root, ".four-checks li:nth-of-type(4) input");
    expect(port.lastCorrections()).toEqual({ pimecrolimus: "inadequate-response", adherence: "verified" });
    expect(root.querySelectorAll(".options .tag")).toHaveLength(0);
    expect(textOf(".failure .result")).toContain("the options below stand");
    await perform(root, ".four-checks li:nth-of-type(2) input");
    expect(port.lastCorrections()).toEqual({ pimecrolimus: "inadequate-response" });
    expect(
      [...root.querySelectorAll<HTMLInputElement>(".four-checks input")].map(({ checked }) => checked),
    ).toEqual([true, false, true, true]);
  });

  it("lets the options stand only once the response is known and calls for them", async () => {
    const result = () => root.querySelector(".failure .result")?.textContent;
    await show(charts.ADULT);
    for (const place of [1, 2, 3, 4]) await perform(root, `.four-checks li:nth-of-type(${place}) input`);
    expect(result()).toContain("Choose above how it went");
    await perform(root, "=Worse");
    expect(result()).toContain("the options below stand");
    await perform(root, "=Not used enough");
    expect(result()).toBeUndefined();
  });

  it("keeps three ticks where the fourth is undone", async () => {
    const port = await show({ ...charts.ADULT_COMPLETE, corrections: { pimecrolimus: "worse" } });
    for (const place of [1, 2, 3, 4]) await perform(root, `.four-checks li:nth-of-type(${place}) input`);
    await perform(root, ".difference .plain");
    expect(port.lastCorrections()).toEqual({ pimecrolimus: "worse" });
    const boxes = [...root.querySelectorAll<HTMLInputElement>(".four-checks input")];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, true, false]);
    expect(root.querySelector(".failure .result")).toBeNull();
  });

  it("takes the response, and takes it back", async () => {
    const port = await show(charts.ADULT, ["=Worse"]);
    expect(port.lastCorrections()).toEqual({ pimecrolimus: "worse" });
    expect(byWords(root, "Worse").getAttribute("aria-pressed")).toBe("true");
    await perform(root, "=Worse");
    expect(port.lastCorrections()).toEqual({});
  });

  it("sets what was dispensed against what the extent takes", async () => {
    await show(charts.ADULT_COMPLETE, [{ into: ".dispensed input", type: "30" }]);
    expect(textOf(".grams")).toContain("Expected about 34 g a week");
    expect(textOf(".grams")).toContain("Possible under-use: 11 % of the 269 g");
    // Four ticks do not outweigh a tube that was hardly opened.
    expect(textOf(".failure .result")).toContain("the grams dispensed do not fit them");
    await perform(root, { into: ".dispensed input", type: "250" });
    expect(textOf(".failure .result")).toContain("the options below stand");
    await perform(root, { into: ".dispensed input", type: "-3" });
    expect(textOf(".grams .problem")).toBe("Grams dispensed: a number from 0 to 100000.");
    await perform(root, { into: ".dispensed input", type: "two tubes" });
    expect(textOf(".grams .problem")).toBe("A number, please.");
    expect(textOf(".grams")).toContain("Expected about 34 g a week");
  });

  it("lets the grams count: a press, and the options wait for the use to be checked again", async () => {
    const port = await show(charts.ADULT_COMPLETE, [
      ".failure > summary",
      { into: ".dispensed input", type: "30" },
      "=Count it as used too little",
    ]);
    expect(port.lastCorrections()).toMatchObject({ adherence: "inadequate" });
    expect(root.textContent).toContain("verify first");
    expect(textOf(".grams")).toContain("Possible under-use");
    expect(textOf(".failure")).not.toContain("Count it as");
    expect(document.activeElement?.parentElement?.className).toBe("failure");
  });

  it("asks for the fact that a figure needs", async () => {
    await show(charts.ADULT, ["=Enter sites"]);
    expect(root.querySelector("#editor-sites")).not.toBeNull();
  });

  it("folds the adherence card once settled before, and behind a red flag", async () => {
    await show(charts.ADULT_COMPLETE);
    expect((find(root, ".failure") as HTMLDetailsElement).open).toBe(false);
    expect(textOf(".failure summary")).toContain("Inadequate response · Use checked");
    render(null, root);
    await show(charts.HERPETIC);
    expect((find(root, ".failure") as HTMLDetailsElement).open).toBe(false);
  });
});

describe("the words on a card", () => {
  it("give strength and certainty as the source states them, or say that it states none", async () => {
    await show(charts.ADULT_COMPLETE);
    expect(textOf("[data-item=tacrolimus-ointment] .grades")).toBe("Strong recommendationHigh certainty");
    expect(textOf("[data-item=bathing]")).toContain("Bathing");
    await perform(root, "#title-bathing");
    expect(textOf("[data-item=bathing] .grades")).toContain("No grade stated");
    expect(textOf("[data-item=roflumilast-cream] .grades")).toBe("Not in the source article");
  });

  it("say what holds for this patient before what is still to be asked", async () => {
    await show(charts.ADULT);
    expect(textOf("[data-item=tacrolimus-ointment] .status")).toContain("Needs: severity");
    expect(textOf("[data-item=tacrolimus-ointment] .why")).toMatch(
      /^0\.03 % or 0\.1 %, twice daily until clear\.$/,
    );
    expect(textOf("[data-item=crisaborole-ointment] .why")).toBe("Needs severity.");
  });

  it("tag a grade that was set for adults, and say so in full on opening", async () => {
    await show(charts.CHILD);
    expect(textOf("[data-item=tacrolimus-ointment] .why")).toContain("Under 16 years use 0.03 % only");
    expect(textOf("[data-item=tacrolimus-ointment] .grades")).toContain("grade set for adults");
    await perform(root, "#title-tacrolimus-ointment");
    expect(textOf("#body-tacrolimus-ointment")).toContain("The grade comes from guidelines for adults");
    render(null, root);
    await show(charts.ADULT_COMPLETE);
    expect(textOf(".options")).not.toContain("grade set for adults");
  });

  it("say whose label a limit is from, and where its date is not known", async () => {
    await show(charts.ADULT_COMPLETE, ["#title-ruxolitinib-cream"]);
    const labels = [...root.querySelectorAll("#body-ruxolitinib-cream h4")].map(
      ({ textContent }) => textContent,
    );
    expect(labels).toContain("US label, after September 2025, before 30 June 2026");
    expect(labels).toContain("UK label, date not stated");
    expect(labels).toContain("Label elsewhere, date not stated");
  });

  it("tell every reason on opening", async () => {
    await show(charts.TODDLER, ["#title-tacrolimus-ointment"]);
    const facts = {
      diagnosis: "atopic-dermatitis",
      onPimecrolimus: true,
      ageMonths: 18,
      severity: "moderate",
    } as const;
    const { reasons } = advise(facts).options.find(({ id }) => id === "tacrolimus-ointment") ?? {
      reasons: [],
    };
    expect(reasons.length).toBeGreaterThan(1);
    for (const { text } of reasons) expect(textOf("[data-item=tacrolimus-ointment]")).toContain(text);
  });

  it("answer “tacrolimus 0.1 % at twelve?” on the closed card or by one press", async () => {
    await show(charts.CHILD, ["#title-tacrolimus-ointment"]);
    expect(textOf("[data-item=tacrolimus-ointment]")).toMatch(/0\.03 %.*0\.1 %/s);
  });
});
