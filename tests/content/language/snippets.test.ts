/** The reader against the labelled snippets: how many it reads rightly, and which it does not. */
import { describe, expect, it } from "vitest";
import { readText } from "../../../src/content/language";
import { FLOORS } from "./limits";
import { CLASSES, classOf, isEczema, isRight, SETS, type Snippet, snippetsOf, statusRead } from "./snippets";

const all = SETS.flatMap((set) => snippetsOf(set).map((snippet) => ({ set, snippet })));

const missOf = (snippet: Snippet, set: string) => {
  const given = statusRead(snippet, readText(snippet.text));
  return `${set} ${snippet.id}: "${snippet.span_text}" in ${JSON.stringify(snippet.text)} is ${snippet.label}, read as ${given}`;
};

/** Share read rightly; the misses by name, for the message. */
function scoreOf(part: typeof all) {
  const misses = part.filter(({ snippet }) => !isRight(snippet, readText(snippet.text)));
  return {
    share: 1 - misses.length / part.length,
    told: `${part.length - misses.length} of ${part.length}\n${misses
      .map(({ set, snippet }) => missOf(snippet, set))
      .join("\n")}`,
  };
}

describe("the labelled snippets", () => {
  it.each(SETS)("%s: at least 95 in 100 are read rightly, where no lower floor is written down", (name) => {
    const { share, told } = scoreOf(all.filter(({ set }) => set === name));
    expect(share, told).toBeGreaterThanOrEqual(FLOORS[name] ?? 0.95);
  });

  it.each(CLASSES)(
    "%s: at least 90 in 100 are read rightly, where no lower floor is written down",
    (name) => {
      const part = all.filter(({ snippet }) => classOf(snippet) === name);
      expect(part.length).toBeGreaterThan(0);
      const { share, told } = scoreOf(part);
      expect(share, told).toBeGreaterThanOrEqual(FLOORS[name] ?? 0.9);
    },
  );

  it("calls a medicine failed only where it failed, in at least 95 of 100", () => {
    const said = all.filter(({ snippet }) => statusRead(snippet, readText(snippet.text)) === "failed");
    const wrong = said.filter(({ snippet }) => snippet.label !== "failed");
    expect(said.length).toBeGreaterThan(50);
    expect(
      1 - wrong.length / said.length,
      wrong.map(({ set, snippet }) => missOf(snippet, set)).join("\n"),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it("are hard: taking every name as present or current gets most of them wrong", () => {
    const right = all.filter(({ snippet }) => snippet.label === (isEczema(snippet) ? "present" : "current"));
    expect(right.length / all.length).toBeLessThan(0.4);
  });

  it("are quoted as they stand, wherever anything is found", () => {
    for (const { snippet } of all)
      for (const { start, end, quote } of readText(snippet.text))
        expect(snippet.text.slice(start, end)).toBe(quote);
  });

  it("mark the words that they label", () => {
    for (const { snippet } of all)
      expect(snippet.text.slice(snippet.start, snippet.end)).toBe(snippet.span_text);
  });
});
