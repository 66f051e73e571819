import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEVERITY_SCALES, severityFromScore } from "../../src/engine/severity-scores";
import { SEVERITIES } from "../../src/engine/vocabulary";

const wordsOf = (scale: (typeof SEVERITY_SCALES)[number], score: number) => {
  const result = severityFromScore(scale, score);
  return "readings" in result
    ? result.readings.map(({ by, band, severities }) => `${by}: ${band} (${severities.join("/")})`)
    : [result.problem];
};

describe("a score as a severity", () => {
  it.each([
    ["iga", 0, "vIGA-AD: clear (clear)"],
    ["iga", 1, "vIGA-AD: almost-clear (clear/mild)"],
    ["iga", 2, "vIGA-AD: mild (mild)"],
    ["iga", 3, "vIGA-AD: moderate (moderate)"],
    ["iga", 4, "vIGA-AD: severe (severe)"],
    ["easi", 0, "Leshem: clear (clear)"],
    ["easi", 1.1, "Leshem: mild (mild)"],
    ["easi", 5.9, "Leshem: mild (mild)"],
    ["easi", 7.1, "Leshem: moderate (moderate)"],
    ["easi", 21, "Leshem: moderate (moderate)"],
    ["easi", 23, "Leshem: severe (severe)"],
    ["easi", 50.1, "Leshem: very-severe (severe)"],
    ["easi", 72, "Leshem: very-severe (severe)"],
    ["scorad", 9.9, "SCORAD: clear (clear)"],
    ["scorad", 10, "SCORAD: mild (mild)"],
    ["scorad", 28.9, "SCORAD: mild (mild)"],
    ["scorad", 29, "SCORAD: moderate (moderate)"],
    ["scorad", 49, "SCORAD: severe (severe)"],
    ["poem", 2, "POEM: almost-clear (clear/mild)"],
    ["poem", 3, "POEM: mild (mild)"],
    ["poem", 7, "POEM: mild (mild)"],
    ["poem", 8, "POEM: moderate (moderate)"],
    ["poem", 17, "POEM: severe (severe)"],
    ["poem", 25, "POEM: very-severe (severe)"],
  ] as const)("%s %d", (scale, score, expected) => {
    expect(wordsOf(scale, score)).toEqual([expected]);
  });

  it.each([
    [6, "Leshem: mild (mild)", "Chopra 2017: moderate (moderate)"],
    [7, "Leshem: mild (mild)", "Chopra 2017: moderate (moderate)"],
    [21.1, "Leshem: severe (severe)", "Chopra 2017: moderate (moderate)"],
    [22.9, "Leshem: severe (severe)", "Chopra 2017: moderate (moderate)"],
  ])("shows both bandings of EASI where they disagree: %d", (score, first, second) => {
    expect(wordsOf("easi", score)).toEqual([first, second]);
  });

  it.each([
    ["iga", 5, "IGA is a whole number from 0 to 4."],
    ["iga", 2.5, "IGA is a whole number from 0 to 4."],
    ["easi", 72.1, "EASI is a number from 0 to 72."],
    ["easi", -1, "EASI is a number from 0 to 72."],
    ["easi", Number.NaN, "EASI is a number from 0 to 72."],
    ["scorad", 104, "SCORAD is a number from 0 to 103."],
    ["poem", Number.POSITIVE_INFINITY, "POEM is a whole number from 0 to 28."],
  ] as const)("refuses %s %d and says what it would take", (scale, score, problem) => {
    expect(severityFromScore(scale, score)).toEqual({ problem });
  });

  it("never gives a lower severity for a higher score", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEVERITY_SCALES),
        fc.integer({ min: 0, max: 1030 }),
        fc.integer({ min: 0, max: 1030 }),
        (scale, one, other) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)].map((tenths) =>
            severityFromScore(
              scale,
              scale === "iga" || scale === "poem" ? Math.floor(tenths / 10) : tenths / 10,
            ),
          );
          if (!low || !high || !("readings" in low) || !("readings" in high)) return;
          const rank = (reading: typeof low) =>
            Math.max(...(reading.readings[0]?.severities ?? []).map((word) => SEVERITIES.indexOf(word)));
          expect(rank(low)).toBeLessThanOrEqual(rank(high));
        },
      ),
    );
  });
});
