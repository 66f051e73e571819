/** §5.5: the edge cases and conflicts that the table must survive, each by its number. */
import { describe, expect, it } from "vitest";
import { readText } from "../../../src/content/read";
import { advise, resolve } from "../../../src/engine";
import type { PatientFacts } from "../../../src/engine/facts";
import { ADULT, aged, allItems, itemOf, SEVERE, without } from "./patients";

const TODAY = "2026-11-23";
const item = (facts: PatientFacts, id: string) => itemOf(advise(facts), id);
const status = (facts: PatientFacts, id: string) => item(facts, id).status;
const told = (facts: PatientFacts, id: string) =>
  item(facts, id)
    .reasons.map(({ text }) => text)
    .join(" ");
const factsOf = (note: string) => resolve([{ findings: readText(note), coverage: [] }], TODAY).facts;

describe("edge cases of the decision table", () => {
  it.each([
    ["ruxolitinib-cream", { ...ADULT }],
    ["methotrexate", SEVERE],
    ["azathioprine", SEVERE],
    ["bleach-baths", ADULT],
    ["oral-corticosteroid", SEVERE],
  ] as [string, PatientFacts][])("1: names both guideline bodies on %s", (id, facts) => {
    expect(told(facts, id)).toMatch(/AAAAI\/ACAAI/);
    expect(told(facts, id)).toMatch(/AAD/);
  });

  it("2: lets a label that excludes win, and keeps what the article says in sight", () => {
    const tacrolimus = item(aged(12), "tacrolimus-ointment");
    expect(tacrolimus).toMatchObject({ status: "exclude", grade: { strength: "strong", certainty: "high" } });
    expect(tacrolimus.statements).toContain("S2");
  });

  it("3: calls pimecrolimus off-label at 12 months in the US and not in the UK", () => {
    expect(told(aged(12), "current-treatment")).toMatch(/not labelled under 2 years in the US/);
    expect(told({ ...aged(12), jurisdiction: "UK" }, "current-treatment")).not.toMatch(/not labelled/);
  });

  it("4: allows 0.1 % at 16 and 17 years with the US text beside it", () => {
    expect(told(aged(200), "tacrolimus-ointment")).toMatch(/0\.1 % .*US text says adults/);
    expect(status(aged(200), "tacrolimus-ointment")).toBe("consider");
  });

  it("5: asks to stop one of two calcineurin inhibitors", () => {
    const both: PatientFacts = { ...ADULT, tried: { "tacrolimus-ointment": "current" } };
    expect(told(both, "current-treatment")).toMatch(/stop one of the two/);
    expect(advise(both).pitfalls[0]?.id).toBe("current-treatment");
  });

  it("6: calls too little response in severe disease no failure, and passes on to what comes next", () => {
    expect(told(SEVERE, "adherence-before-failure")).toMatch(/no failure/);
    expect(status(SEVERE, "topical-corticosteroid")).toBe("recommend");
    expect(status(SEVERE, "dupilumab")).toBe("consider");
  });

  it("7: starts low on the face, and says that tacrolimus is often preferred there", () => {
    const face = told({ ...ADULT, sites: ["face"] }, "topical-corticosteroid");
    expect(face).toMatch(/start low/);
    expect(face).toMatch(/tacrolimus is often preferred/);
  });

  it("8: offers no delgocitinib for hands alone", () => {
    const all = allItems(advise({ ...ADULT, sites: ["hands"] }));
    expect(JSON.stringify(all)).not.toMatch(/delgocitinib/i);
  });

  it.each([
    ["Allergies: Elidel - burning.", "intolerant"],
    ["Elidel stopped, insurance does not cover it. Atopic dermatitis.", undefined],
    ["Elidel PRN. Atopic dermatitis.", undefined],
  ])("9: takes %s for %s, never for a failure", (note, state) => {
    expect(factsOf(note).pimecrolimus).toBe(state);
  });

  it.each([
    "Childhood eczema, resolved. Elidel daily.",
    "Atopic dermatitis as a child, outgrown. Elidel daily.",
  ])("10: does not fire on %s", (note) => {
    expect(factsOf(note).diagnosis).not.toBe("atopic-dermatitis");
    expect(advise(factsOf(note)).applicability).not.toBe("applies");
  });

  it("11: asks for immune status where it is not known", () => {
    const asked = without(ADULT, "immunocompromised");
    for (const id of ["tacrolimus-ointment", "ruxolitinib-cream"])
      expect(item(asked, id)).toMatchObject({
        status: "needs-info",
        reasons: expect.arrayContaining([expect.objectContaining({ fact: "immunocompromised" })]),
      });
  });

  it("12: waits with dupilumab for a live vaccine, and cautions on tacrolimus outside the US", () => {
    const vaccine: PatientFacts = { ...aged(20), severity: "severe", medications: ["live-vaccine-planned"] };
    expect(status(vaccine, "dupilumab")).toBe("defer");
    const adult: PatientFacts = { ...ADULT, medications: ["live-vaccine-planned"] };
    expect(status({ ...adult, jurisdiction: "EU" }, "tacrolimus-ointment")).toBe("caution");
    expect(status(adult, "tacrolimus-ointment")).toBe("recommend");
  });

  it("13: counts a CYP3A4 inhibitor for tacrolimus when widespread alone, for ciclosporin and oral JAK always", () => {
    const with13 = (base: PatientFacts): PatientFacts => ({ ...base, medications: ["cyp3a4-inhibitor"] });
    expect(told(with13(ADULT), "tacrolimus-ointment")).not.toMatch(/CYP3A4/);
    expect(told(with13({ ...ADULT, bsaPercent: 31 }), "tacrolimus-ointment")).toMatch(/CYP3A4/);
    for (const id of ["ciclosporin", "upadacitinib", "abrocitinib"])
      expect(told(with13(SEVERE), id)).toMatch(/CYP3A4/);
  });

  it("14: warns of dupilumab in use at 4 months, and does not offer it", () => {
    const early: PatientFacts = { ...aged(4), tried: { dupilumab: "current" } };
    expect(told(early, "current-treatment")).toMatch(/Dupilumab in use: below the age/);
    expect(status(early, "dupilumab")).toBe("exclude");
  });

  it("15: lists every exclude, never the first alone", () => {
    const many: PatientFacts = {
      ...aged(12),
      severity: "mild",
      jurisdiction: "UK",
      immunocompromised: true,
      infection: "herpetic",
      conditions: ["netherton"],
      allergies: ["tacrolimus-ointment", "macrolide"],
    };
    const { reasons } = item(many, "tacrolimus-ointment");
    expect(reasons.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining([
        "ageMonths",
        "severity",
        "immunocompromised",
        "infection",
        "conditions",
        "allergies",
      ]),
    );
    expect(reasons.filter(({ fact }) => fact === "allergies")).toHaveLength(2);
  });

  it("16: takes severe itch for no severity of the disease", () => {
    expect(factsOf("Atopic dermatitis with severe itch, itch NRS 9. Elidel daily.").severity).toBeUndefined();
  });

  it("17: puts the red flag above adherence that is not adequate", () => {
    const advice = advise({ ...SEVERE, adherence: "inadequate", infection: "herpetic" });
    expect(advice.redFlags.map(({ id }) => id)).toEqual(["eczema-herpeticum"]);
    expect(itemOf(advice, "tacrolimus-ointment").status).toBe("exclude");
  });

  it.each([
    [{ severity: "mild", jurisdiction: "UK" }, "exclude"],
    [{ pregnancy: "pregnant" }, "caution"],
    [{ infection: "local-bacterial" }, "defer"],
  ] as [PatientFacts, string][])("18: lets %j win over the article's first line", (change, expected) => {
    expect(status({ ...ADULT, ...change }, "tacrolimus-ointment")).toBe(expected);
  });

  it.each([
    { tried: { dupilumab: "current" } },
    { medications: ["jak"] },
    { tried: { upadacitinib: "current" } },
  ] as PatientFacts[])("19: offers no JAK cream beside %j", (change) => {
    expect(status({ ...ADULT, ...change }, "ruxolitinib-cream")).toBe("exclude");
  });

  it("20: asks for the weight that dupilumab and lebrikizumab go by", () => {
    for (const id of ["dupilumab", "lebrikizumab"])
      expect(item(without(SEVERE, "weightKg"), id)).toMatchObject({
        status: "needs-info",
        reasons: expect.arrayContaining([expect.objectContaining({ fact: "weightKg" })]),
      });
  });
});
