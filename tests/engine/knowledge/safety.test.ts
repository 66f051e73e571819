import { describe, expect, it } from "vitest";
import { content } from "../../../src/engine/knowledge-content";
import { everyText, textsOf } from "./files";

const STEROID =
  /prednis|corticosteroid|\bsteroid|dexamethasone|betamethasone tablet|hydrocortisone tablet|medrol/i;
const MILLIGRAMS = /\d\s*(mg|milligram)/i;

describe("doses that must never be shown", () => {
  it("would notice one", () => {
    expect(MILLIGRAMS.test("40 mg daily") && STEROID.test("prednisone 40 mg daily")).toBe(true);
  });

  it("puts no milligrams into any text that speaks of a corticosteroid", () => {
    const found = everyText.filter(({ text }) => STEROID.test(text) && MILLIGRAMS.test(text));
    expect(found).toEqual([]);
  });

  it("names the weight-based dose of ciclosporin only", () => {
    const found = everyText.filter(({ text }) => /mg\s*(\/|per)\s*kg/i.test(text));
    expect(found.map(({ path }) => path).filter((path) => !/ciclosporin|cards\.json/.test(path))).toEqual([]);
    const card = content().items.filter(({ howTo }) => howTo.some((step) => /mg\/kg/.test(step)));
    expect(card.map(({ id }) => id)).toEqual(["ciclosporin"]);
  });

  it.each(["oral-corticosteroid", "long-term-systemic-corticosteroids", "methotrexate", "azathioprine"])(
    "shows no dose of any kind on the card of %s",
    (id) => {
      const card = content().items.find((item) => item.id === id);
      expect(card).toBeDefined();
      expect(textsOf(card).filter(({ text }) => MILLIGRAMS.test(text))).toEqual([]);
    },
  );

  it("says on each of them that the silence is meant", () => {
    for (const id of ["oral-corticosteroid", "methotrexate", "azathioprine"]) {
      expect(
        content()
          .items.find((item) => item.id === id)
          ?.notes?.join(" "),
      ).toMatch(/No dose is shown/);
    }
  });
});

describe("words that would claim too much", () => {
  it("never calls red flags or interactions absent", () => {
    const found = everyText.filter(({ text }) =>
      /no (red flags|interactions) (were )?(found|present)/i.test(text),
    );
    expect(found).toEqual([]);
  });

  it("holds no address and no machine path", () => {
    const found = everyText.filter(({ text }) => /https?:|www\.|\/(work|tmp|root)\b/i.test(text));
    expect(found).toEqual([]);
  });
});
