import { describe, expect, it } from "vitest";
import { emollientGramsPerWeek } from "../../../src/engine/emollients";
import { GramsInputError } from "../../../src/engine/grams";

describe("moisturiser a week", () => {
  it("is at least 250 g under 18 years, whatever the sites", () => {
    for (const ageMonths of [0, 30, 215]) {
      const amount = emollientGramsPerWeek({ ageMonths, sites: ["face"] });
      expect(amount).toMatchObject({ known: true, gramsPerWeekAtLeast: 250 });
      expect(amount).not.toHaveProperty("gramsPerWeekAtMost");
    }
  });

  it.each([
    [["face"], 15, 30],
    [["hands"], 25, 50],
    [["scalp"], 50, 100],
    [["limbs"], 200, 400],
    [["trunk"], 400, 400],
    [["genital"], 15, 25],
    [["face", "trunk", "face"], 415, 430],
  ] as const)("adds up an adult's %j", (sites, least, most) => {
    expect(emollientGramsPerWeek({ ageMonths: 216, sites })).toMatchObject({
      gramsPerWeekAtLeast: least,
      gramsPerWeekAtMost: most,
    });
  });

  it("names what it leaves out, and gives no number where there is no row", () => {
    expect(emollientGramsPerWeek({ ageMonths: 400, sites: ["face", "feet"] })).toMatchObject({
      gramsPerWeekAtLeast: 15,
      notCounted: ["feet"],
    });
    expect(emollientGramsPerWeek({ ageMonths: 400, sites: ["feet"] })).toMatchObject({
      known: false,
      reason: "no-row",
    });
  });

  it("calls the whole adult body's amount unverified", () => {
    expect(emollientGramsPerWeek({ ageMonths: 400 })).toMatchObject({
      gramsPerWeekAtLeast: 500,
      note: expect.stringContaining("unverified"),
    });
  });

  it("cannot tell without an age, and refuses one that cannot be", () => {
    expect(emollientGramsPerWeek({})).toMatchObject({ known: false, reason: "age-unknown" });
    expect(() => emollientGramsPerWeek({ ageMonths: -1 })).toThrow(GramsInputError);
    expect(() => emollientGramsPerWeek({ ageMonths: 400, sites: ["nose" as never] })).toThrow(
      GramsInputError,
    );
  });
});
