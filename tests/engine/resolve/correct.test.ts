import { describe, expect, it } from "vitest";
import { correct } from "../../../src/engine/correct";
import type { PatientFacts } from "../../../src/engine/facts";

const CHART: PatientFacts = {
  ageMonths: 400,
  conditions: ["smoker", "renal"],
  tried: { dupilumab: "current" },
};

describe("the clinician's word on top of the chart's", () => {
  it("sets, replaces and strikes out, and leaves the chart as it was", () => {
    const before = structuredClone(CHART);
    expect(
      correct(CHART, {
        ageMonths: null,
        severity: "mild",
        "conditions.smoker": null,
        "conditions.vte": true,
        "tried.dupilumab": "intolerant",
      }),
    ).toEqual({
      facts: { severity: "mild", conditions: ["renal", "vte"], tried: { dupilumab: "intolerant" } },
      problems: [],
    });
    expect(CHART).toEqual(before);
  });

  it("leaves nothing behind when the last word goes", () => {
    expect(
      correct(
        { sites: ["face"], tried: { dupilumab: "current" } },
        { "sites.face": null, "tried.dupilumab": null },
      ).facts,
    ).toEqual({});
  });

  it.each([
    "",
    "shoeSize",
    "conditions",
    "conditions.unknown",
    "tried.water",
    "__proto__",
    "constructor",
    "sites.face.left",
  ])("names %j as no fact and changes nothing", (id) => {
    const { facts, problems } = correct(CHART, JSON.parse(`{${JSON.stringify(id)}: true}`));
    expect(facts).toEqual(CHART);
    expect(problems).toHaveLength(1);
  });

  it.each([false, "yes", 1])("does not guess what %j means for a word of a list", (value) => {
    expect(correct(CHART, { "conditions.smoker": value })).toMatchObject({
      facts: CHART,
      problems: [{ field: "conditions" }],
    });
  });

  it("refuses an ending of a treatment that is none", () => {
    expect(correct({}, { "tried.dupilumab": "loved" })).toMatchObject({
      facts: {},
      problems: [{ field: "tried" }],
    });
  });
});
