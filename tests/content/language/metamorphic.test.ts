/** Changes that must not change what is read of a text, or must change the medicine alone. */
import { describe, expect, it } from "vitest";
import { documentOf } from "./fixtures";
import { TEXT_DEBTS, WRAPPING_DEBTS } from "./limits";
import { type Broken, brokenByWrapping, brokenTexts, proseOf, RELATIONS, WRAPPINGS } from "./relations";
import { SETS, snippetsOf } from "./snippets";

const texts = [...new Set(SETS.flatMap((set) => snippetsOf(set)).map(({ text }) => text))];
const told = (broken: Broken[]) =>
  broken
    .map(({ of, expected, got }) => `${JSON.stringify(of)}: ${got.join("; ")} for ${expected.join("; ")}`)
    .join("\n");

describe("a text", () => {
  it.each(RELATIONS)("says the same: $name", (relation) => {
    const { of, broken } = brokenTexts(relation, texts);
    expect(of).toBeGreaterThan(20);
    expect(broken.length, told(broken)).toBeLessThanOrEqual(TEXT_DEBTS[relation.name] ?? 0);
  });

  it("says another thing where a name in it is another: the comparison can fail", () => {
    const asthma = { name: "asthma", change: (text: string) => text.replace(/eczema/i, "asthma") };
    expect(brokenTexts(asthma, texts).broken.length).toBeGreaterThan(200);
  });
});

describe("a sentence on a page", () => {
  const page = documentOf("<!doctype html><html><body></body></html>");
  const some = proseOf(texts).filter((_, index) => index % 3 === 0);

  it.each(Object.entries(WRAPPINGS))("says what it says alone: %s", (name, wrap) => {
    const broken = brokenByWrapping(wrap, some, page);
    expect(some.length).toBeGreaterThan(200);
    expect(broken.length, told(broken)).toBeLessThanOrEqual(WRAPPING_DEBTS[name] ?? 0);
  });
});
