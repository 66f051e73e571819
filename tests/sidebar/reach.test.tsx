// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { content } from "../../src/engine";
import type { Corrections } from "../../src/engine/corrections";
import { RED_FLAGS } from "../../src/engine/vocabulary";
import { perform, settle, showState } from "./perform";
import * as charts from "./states/charts";
import { onChart, withoutChart } from "./states/state";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const knowledge = content();
const words = (text: string | null | undefined) => (text ?? "").replaceAll(/\s+/g, " ");

/** Opens every card, every question and every fold, and gives all that stands on the screen. */
async function everything(chart: charts.Chart, corrections: Corrections = {}): Promise<string> {
  await showState(
    onChart("x", { ...chart, corrections: { ...chart.corrections, ...corrections } }, ["=About"]),
    root,
  );
  for (const button of root.querySelectorAll<HTMLElement>(".title, .four-checks .ask")) button.click();
  await settle();
  const said = words(root.textContent);
  render(null, root);
  return said;
}

describe("what the guidance knows", () => {
  it("stands on a card or on the page about it for some patient, every word of it", async () => {
    const screens = [
      await everything(charts.ADULT),
      await everything(charts.CHILD),
      await everything(charts.SEVERE),
      await everything(charts.ADULT, Object.fromEntries(RED_FLAGS.map((flag) => [`redFlags.${flag}`, true]))),
    ];
    const seen = (text: string) => screens.some((screen) => screen.includes(words(text)));
    const missed = [
      ...knowledge.statements.filter(({ text }) => !seen(text)),
      ...knowledge.differences.filter(({ text, variants }) => !seen(variants?.US ?? text)),
    ];
    expect(missed.map(({ id }) => id)).toEqual([]);
    const onCards = knowledge.items.flatMap(({ howTo, notes = [], labels, guidelines }) => [
      ...howTo,
      ...notes,
      ...labels.map(({ text }) => text),
      ...guidelines.map(({ says }) => says),
    ]);
    expect(onCards.filter((text) => !seen(text))).toEqual([]);
  });

  it("is worded for the patient's own country where countries differ", async () => {
    for (const jurisdiction of ["US", "UK", "EU", "other"] as const) {
      const screen = await everything(charts.ADULT, { jurisdiction });
      for (const { id, variants } of knowledge.differences) {
        if (variants) expect(screen, `${id} ${jurisdiction}`).toContain(words(variants[jurisdiction]));
      }
    }
  });

  it("is found by search in every wording, by its number", async () => {
    await showState(withoutChart("x", "no-answer", ["=Search"]), root);
    for (const { id, text, variants = {} } of knowledge.differences) {
      await perform(root, { into: ".drawer input", type: id });
      for (const one of [text, ...Object.values(variants)]) {
        expect(words(root.querySelector(".hits")?.textContent), id).toContain(words(one));
      }
    }
    for (const { id, text } of knowledge.statements) {
      await perform(root, { into: ".drawer input", type: id });
      expect(words(root.querySelector(".hits")?.textContent), id).toContain(words(text));
    }
  });
});
