import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Site } from "../../../src/engine/facts";
import {
  dispensedAgainstExpected,
  type ExpectedGrams,
  expectedGramsPerWeek,
  fingertipUnits,
  GramsInputError,
  gramsOfOption,
  type NoFigure,
} from "../../../src/engine/grams";

const ADULT = 30 * 12;
const YEARS_4 = 4 * 12;
const YEARS_8 = 8 * 12;

function known<T extends { known: boolean }>(result: T): Extract<T, { known: true }> {
  if (!result.known) throw new Error(`no figure: ${JSON.stringify(result)}`);
  return result as Extract<T, { known: true }>;
}
const grams = (result: ExpectedGrams | NoFigure) => known(result).gramsPerWeek;

describe("expected grams a week", () => {
  it.each([
    ["adult", ADULT, 17.5],
    ["6 to 10 years", YEARS_8, 14],
    ["3 to 5 years", YEARS_4, 10.5],
  ])("gives face and neck, twice daily, for %s", (_, ageMonths, expected) => {
    expect(grams(expectedGramsPerWeek({ ageMonths, sites: ["face", "neck"] }))).toBe(expected);
    expect(grams(expectedGramsPerWeek({ ageMonths, areas: { "face-and-neck": 1 } }))).toBe(expected);
  });

  it("gives 105 g of six weeks on an adult's face and neck", () => {
    const six = dispensedAgainstExpected({
      ageMonths: ADULT,
      sites: ["face", "neck"],
      gramsDispensed: 105,
      weeks: 6,
    });
    expect(known(six)).toMatchObject({ gramsExpected: 105, ratio: 1, possibleUnderUse: false });
  });

  it("turns body surface into grams: 20 % is 56 g in an adult, about 25 g at 3 to 5 years", () => {
    expect(grams(expectedGramsPerWeek({ ageMonths: ADULT, bsaPercent: 20 }))).toBe(56);
    expect(grams(expectedGramsPerWeek({ ageMonths: YEARS_4, bsaPercent: 20 }))).toBeCloseTo(25.2, 5);
  });

  // The whole-body column as printed, in units: its parts add up slightly differently at some ages.
  it.each([
    [3, 8.5],
    [11, 8.5],
    [12, 13.5],
    [35, 13.5],
    [36, 18],
    [71, 18],
    [72, 24.5],
    [131, 24.5],
    [132, 31],
    [203, 31],
    [204, 40],
    [1440, 40],
  ])("at %i months takes %f units for the whole body", (ageMonths, units) => {
    expect(known(fingertipUnits({ ageMonths, areas: { "whole-body": 1 } })).fingertipUnits).toBe(units);
    expect(known(fingertipUnits({ ageMonths, bsaPercent: 100 })).fingertipUnits).toBe(units);
  });

  it.each([
    [3, [1, 1, 1.5, 1, 1.5]],
    [12, [1.5, 1.5, 2, 2, 3]],
    [36, [1.5, 2, 3, 3, 3.5]],
    [72, [2, 2.5, 4.5, 3.5, 5]],
    [132, [2.5, 3, 6, 5, 6]],
    [204, [2.5, 4, 8, 7, 7]],
  ])("at %i months has the printed units of every area", (ageMonths, printed) => {
    const areas = [
      "face-and-neck",
      "arm-and-hand",
      "leg-and-foot",
      "front-of-trunk",
      "back-and-buttocks",
    ] as const;
    expect(
      areas.map((area) => known(fingertipUnits({ ageMonths, areas: { [area]: 1 } })).fingertipUnits),
    ).toEqual(printed);
  });

  it("sums both sides of the trunk and all four limbs, and says so", () => {
    const both = known(expectedGramsPerWeek({ ageMonths: ADULT, sites: ["trunk", "limbs"] }));
    expect(both.fingertipUnits).toBe(7 + 7 + 2 * 4 + 2 * 8);
    expect(both.summed.join("; ")).toMatch(/front of trunk, back.*both arms.*both legs/);
    expect(both.basis).toBe("sites");
  });

  it("follows the frequency", () => {
    const face = { ageMonths: ADULT, sites: ["face"] as Site[] };
    expect(grams(expectedGramsPerWeek({ ...face, applicationsPerDay: 1 }))).toBe(8.8);
    expect(grams(expectedGramsPerWeek({ ...face, applicationsPerDay: 2 / 7 }))).toBe(2.5);
  });

  it("lets counted areas decide over body surface, and body surface over sites", () => {
    const all = {
      ageMonths: ADULT,
      areas: { "arm-and-hand": 1 },
      bsaPercent: 50,
      sites: ["trunk"] as Site[],
    };
    expect(known(fingertipUnits(all))).toMatchObject({ fingertipUnits: 4, basis: "areas" });
    expect(known(fingertipUnits({ ...all, areas: {} }))).toMatchObject({
      fingertipUnits: 20,
      basis: "body-surface",
    });
  });

  it.each(["scalp", "eyelid", "hands", "feet", "fold", "genital", "diaper", "limb-flexure"] as const)(
    "has no number for %s alone, and says why",
    (site) => {
      const result = expectedGramsPerWeek({ ageMonths: ADULT, sites: [site] });
      expect(result).toMatchObject({ known: false, reason: "no-row" });
      expect((result as NoFigure).text).toContain(site);
    },
  );

  it("names the sites that a sum leaves out, not those inside a counted one", () => {
    const some = known(
      expectedGramsPerWeek({ ageMonths: ADULT, sites: ["limbs", "hands", "limb-flexure", "scalp", "face"] }),
    );
    expect(some.notCounted).toEqual(["scalp"]);
  });

  it("gives a reason instead of a number where age or extent is missing", () => {
    const reason = (result: ExpectedGrams | NoFigure) => (result as NoFigure).reason;
    expect(reason(expectedGramsPerWeek({ sites: ["face"] }))).toBe("age-unknown");
    expect(reason(expectedGramsPerWeek({ ageMonths: 2, sites: ["face"] }))).toBe("under-3-months");
    expect(reason(expectedGramsPerWeek({ ageMonths: ADULT }))).toBe("extent-unknown");
    expect(reason(expectedGramsPerWeek({ ageMonths: ADULT, sites: [] }))).toBe("extent-unknown");
  });

  it("never falls when the body surface grows, at any age", () => {
    const share = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 1440 }), share, share, (ageMonths, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const at = (bsaPercent: number) => grams(expectedGramsPerWeek({ ageMonths, bsaPercent }));
        expect(at(less)).toBeLessThanOrEqual(at(more));
      }),
      { numRuns: 2000 },
    );
  });

  it("never falls when a site is added", () => {
    const rows = fc.subarray<Site>(["face", "neck", "trunk", "limbs"], { minLength: 1 });
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 1440 }),
        rows,
        fc.constantFrom<Site>("face", "trunk", "limbs", "scalp"),
        (ageMonths, sites, more) => {
          const at = (list: Site[]) => grams(expectedGramsPerWeek({ ageMonths, sites: list }));
          expect(at(sites)).toBeLessThanOrEqual(at([...sites, more]));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("dispensed against expected", () => {
  const face = { ageMonths: ADULT, sites: ["face", "neck"] as Site[], weeks: 6 };

  it("asks about under-use below half, not at half", () => {
    expect(known(dispensedAgainstExpected({ ...face, gramsDispensed: 52.4 })).possibleUnderUse).toBe(true);
    expect(known(dispensedAgainstExpected({ ...face, gramsDispensed: 52.5 })).possibleUnderUse).toBe(false);
    expect(known(dispensedAgainstExpected({ ...face, gramsDispensed: 0 })).ratio).toBe(0);
  });

  it("rounds once, at the end", () => {
    const once = known(dispensedAgainstExpected({ ...face, gramsDispensed: 30, applicationsPerDay: 1 }));
    expect(once.gramsExpected).toBe(52.5);
  });

  it("divides by nothing for nobody", () => {
    const none = dispensedAgainstExpected({ ageMonths: ADULT, bsaPercent: 0, gramsDispensed: 30, weeks: 6 });
    expect(none).toMatchObject({ known: false, reason: "nothing-expected" });
  });

  it("cannot tell where no amount is known", () => {
    const scalp = dispensedAgainstExpected({
      ageMonths: ADULT,
      sites: ["scalp"],
      gramsDispensed: 1,
      weeks: 6,
    });
    expect(scalp.known).toBe(false);
  });
});

describe("grams of each option", () => {
  const face = { sites: ["face", "neck"] as Site[], ageMonths: ADULT };

  it.each([
    ["pimecrolimus", 17.5, 17.5],
    ["tacrolimus-ointment", 17.5, 17.5],
    ["topical-corticosteroid", 8.8, 17.5],
    ["ruxolitinib-cream", 17.5, 17.5],
    ["crisaborole-ointment", 8.8, 17.5],
    ["roflumilast-cream", 8.8, 8.8],
    ["tapinarof-cream", 8.8, 8.8],
  ] as const)("follows the frequency of %s", (agent, least, most) => {
    const option = gramsOfOption({ agent, ...face });
    expect([grams(option.least), grams(option.most)]).toEqual([least, most]);
  });

  it("limits ruxolitinib cream by age", () => {
    const limits = (ageMonths: number | undefined) =>
      gramsOfOption({ agent: "ruxolitinib-cream", ageMonths, bsaPercent: 10 }).limits.map(
        ({ grams: of, weeks }) => `${of} g in ${weeks}`,
      );
    expect(limits(23)).toEqual([]);
    expect(limits(24)).toEqual(["60 g in 2"]);
    expect(limits(143)).toEqual(["60 g in 2"]);
    expect(limits(144)).toEqual(["60 g in 1"]);
    expect(limits(undefined)).toEqual(["60 g in 2", "60 g in 1"]);
  });

  it("says when ruxolitinib cream would go beyond its label, and when it cannot tell", () => {
    const exceeded = (extent: object) =>
      gramsOfOption({ agent: "ruxolitinib-cream", ageMonths: ADULT, ...extent }).limits[0]?.exceeded;
    expect(exceeded({ bsaPercent: 20 })).toBe(false);
    expect(exceeded({ bsaPercent: 20.5 })).toBe(true);
    expect(exceeded({ sites: ["trunk"] })).toBe(true);
    expect(exceeded({ sites: ["face"] })).toBeUndefined();
    expect(exceeded({})).toBeUndefined();
  });

  it("knows no limit for the others", () => {
    expect(gramsOfOption({ agent: "tacrolimus-ointment", ...face }).limits).toEqual([]);
  });
});

describe("inputs that cannot be", () => {
  const fails = (field: string, call: () => unknown) => {
    expect(call).toThrow(GramsInputError);
    expect(call).toThrow(field);
  };
  it.each([-1, 1441, Number.NaN, Number.POSITIVE_INFINITY])("refuses an age of %d months", (ageMonths) => {
    fails("ageMonths", () => expectedGramsPerWeek({ ageMonths, sites: ["face"] }));
  });
  it.each([-1, 100.1, Number.NaN])("refuses %d %% of body surface", (bsaPercent) => {
    fails("bsaPercent", () => expectedGramsPerWeek({ ageMonths: ADULT, bsaPercent }));
  });
  it.each([0, -1, 5, Number.NaN])("refuses %d applications a day", (applicationsPerDay) => {
    fails("applicationsPerDay", () =>
      expectedGramsPerWeek({ ageMonths: ADULT, bsaPercent: 1, applicationsPerDay }),
    );
  });
  it("refuses impossible areas, sites, amounts, times and agents", () => {
    const adult = { ageMonths: ADULT };
    fails("areas", () => fingertipUnits({ ...adult, areas: { "arm-and-hand": 3 } }));
    fails("areas", () => fingertipUnits({ ...adult, areas: { "face-and-neck": 0.5 } }));
    fails("areas", () => fingertipUnits({ ...adult, areas: { "whole-body": 1, "leg-and-foot": 1 } }));
    fails("areas", () => fingertipUnits({ ...adult, areas: { toString: 1 } as never }));
    fails("sites", () => fingertipUnits({ ...adult, sites: ["nose" as never] }));
    const face = { ...adult, sites: ["face"] as Site[] };
    fails("gramsDispensed", () => dispensedAgainstExpected({ ...face, gramsDispensed: -1, weeks: 6 }));
    fails("weeks", () => dispensedAgainstExpected({ ...face, gramsDispensed: 30, weeks: 0 }));
    fails("agent", () => gramsOfOption({ ...face, agent: "dupilumab" as never }));
  });
});
