// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { find, perform, showState } from "./perform";
import * as charts from "./states/charts";
import { onChart } from "./states/state";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const panelState = () => root.querySelector("[data-panel]")?.getAttribute("data-panel");
const textOf = (selector: string) => find(root, selector).textContent ?? "";

describe("pimecrolimus with atopic dermatitis", () => {
  it("nothing found: names the half that was found, what was read and what could not be", async () => {
    await showState(onChart("half", charts.HALF), root);
    expect(panelState()).toBe("nothing-found");
    expect(textOf(".halves")).toContain("Atopic dermatitis found: Atopic dermatitis (L20.9)");
    expect(textOf(".halves")).toContain("Pimecrolimus not found");
    expect(textOf(".told .coverage")).toContain("Problems read: 6");
    expect(textOf(".told .coverage")).toContain("Laboratory (lab.example) could not be read");
    expect(root.querySelector("[data-item]")).toBeNull();
  });

  it("confirm: asks in the chart's words, and a yes leads to the advice", async () => {
    const port = await showState(onChart("eczema", charts.ECZEMA), root);
    expect(panelState()).toBe("confirm");
    expect(textOf(".told h2")).toContain("Eczema, unspecified (L30.9)");
    expect(root.querySelector("[data-item]")).toBeNull();
    await perform(root, "=Yes, atopic dermatitis");
    expect(port.asked.at(-1)?.[2]).toEqual({ diagnosis: "atopic-dermatitis" });
    expect(panelState()).toBe("advice");
    expect(root.querySelector(".difference")).toBeNull();
  });

  it("confirm: says nothing untrue while a yes is on its way", async () => {
    const port = await showState(onChart("eczema", charts.ECZEMA), root);
    port.correct = () => new Promise(() => undefined);
    await perform(root, "=Yes, atopic dermatitis");
    expect(textOf(".told")).not.toContain("You said");
    expect(textOf(".told h2")).toContain("Eczema, unspecified (L30.9)");
  });

  it("confirm: a no leads to nothing found, and can be taken back", async () => {
    await showState(onChart("eczema", charts.ECZEMA, ["=No"]), root);
    expect(panelState()).toBe("nothing-found");
    await perform(root, "=Undo my change");
    expect(panelState()).toBe("confirm");
  });

  it.each([
    ["not-atopic-dermatitis", "#chip-diagnosis", "=Not atopic dermatitis", "not atopic dermatitis"],
    ["unspecified eczema", "#chip-diagnosis", "=Eczema, not specified", "eczema, not specified"],
    ["a diagnosis read wrongly", "#chip-diagnosis", "=Read wrongly", "struck out the diagnosis"],
    ["no pimecrolimus", "#chip-onPimecrolimus", "=Not on pimecrolimus", "pimecrolimus is not used"],
    ["pimecrolimus read wrongly", "#chip-onPimecrolimus", "=Read wrongly", "struck out pimecrolimus"],
  ])(
    "a correction to %s ends the advice, says so of the clinician and not of the page, and can be undone",
    async (_, chip, choice, said) => {
      await showState(onChart("adult", charts.ADULT, [chip, choice]), root);
      expect(panelState()).not.toBe("advice");
      expect(textOf(".told")).toContain(said);
      expect(textOf(".told h2")).not.toMatch(/not found|without a diagnosis/);
      await perform(root, "=Undo my change");
      expect(panelState()).toBe("advice");
    },
  );

  it("confirm: asks too where pimecrolimus stands without any diagnosis", async () => {
    await showState(onChart("none", charts.NO_DIAGNOSIS), root);
    expect(panelState()).toBe("confirm");
    expect(textOf(".told h2")).toContain("Is it for atopic dermatitis?");
  });
});
