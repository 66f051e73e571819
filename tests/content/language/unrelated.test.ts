/** Notes about other things raise no alarm. */
import { describe, expect, it } from "vitest";
import { readText } from "../../../src/content/language";
import { DISEASE_DEBT } from "./limits";
import { alarmsIn, unrelatedNotes } from "./unrelated";

const notes = unrelatedNotes();

describe("two thousand synthetic notes of other specialities", () => {
  it("differ from each other, and name look-alikes often", () => {
    expect(new Set(notes).size).toBeGreaterThan(1900);
    expect(
      notes.filter((note) => /\bAD\b|eczema|tacrolimus|atopic|Prograf/i.test(note)).length,
    ).toBeGreaterThan(700);
  });

  const alarms = notes.map((note) => ({ note, ...alarmsIn(readText(note)) }));

  it("raise no alarm, and never tell of the cream", () => {
    expect(alarms.filter(({ cream }) => cream)).toEqual([]);
  });

  it("tell of the disease only by the letters AD, and no more often than is known", () => {
    const wrong = alarms.filter(({ disease }) => disease);
    expect(wrong.length, wrong.map(({ note }) => note).join("\n---\n")).toBeLessThanOrEqual(DISEASE_DEBT);
    for (const { note } of wrong) expect(note).toMatch(/\bAD\b/);
  });

  it("would be, if the disease and the cream stood in them", () => {
    for (const note of notes.slice(0, 40)) {
      const text = `${note}\n\nASSESSMENT: Atopic dermatitis. Currently uses Elidel cream daily.`;
      expect(alarmsIn(readText(text)), text).toEqual({ disease: true, cream: true });
    }
  });
});
