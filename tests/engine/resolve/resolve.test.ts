import { describe, expect, it } from "vitest";
import type { Finding, PagePatient, PageReading } from "../../../src/engine/finding";
import { resolve } from "../../../src/engine/resolve";

const TODAY = "2026-11-23";
const reading = (findings: Finding[], patient?: PagePatient): PageReading => ({
  findings,
  patient,
  coverage: [],
});

const drug = (concept: string, status: Finding["status"], more: Partial<Finding> = {}): Finding => ({
  concept,
  kind: "medication",
  status,
  quote: concept,
  section: "medications",
  ...more,
});
const condition = (concept: string, status: Finding["status"], more: Partial<Finding> = {}): Finding => ({
  concept,
  kind: "condition",
  status,
  quote: concept,
  section: "problems",
  ...more,
});

const facts = (...findings: Finding[]) => resolve([reading(findings)], TODAY).facts;

describe("the diagnosis", () => {
  it.each(["present", "listed"] as const)("is atopic dermatitis where the chart has it as %s", (status) => {
    expect(facts(condition("atopic-dermatitis", status)).diagnosis).toBe("atopic-dermatitis");
  });
  it.each(["negated", "family", "historical", "hypothetical", "other"] as const)(
    "is unknown where it is %s",
    (status) => {
      expect(facts(condition("atopic-dermatitis", status))).toEqual({});
    },
  );
  it("outranks a bare eczema, which alone stays unspecified", () => {
    expect(facts(condition("eczema-unspecified", "present"))).toEqual({ diagnosis: "eczema-unspecified" });
    expect(
      facts(condition("eczema-unspecified", "present"), condition("atopic-dermatitis", "listed")).diagnosis,
    ).toBe("atopic-dermatitis");
  });
  it("keeps a denial beside it in sight", () => {
    const { evidence } = resolve(
      [
        reading([
          condition("atopic-dermatitis", "present"),
          condition("atopic-dermatitis", "negated", { quote: "no AD" }),
        ]),
      ],
      TODAY,
    );
    expect(evidence.find(({ id }) => id === "diagnosis")?.against?.map(({ quote }) => quote)).toEqual([
      "no AD",
    ]);
  });
});

describe("pimecrolimus", () => {
  it.each(["current", "listed", "past", "failed"] as const)("counts as used when %s", (status) => {
    expect(facts(drug("pimecrolimus", status)).onPimecrolimus).toBe(true);
  });
  it.each(["planned", "negated", "other"] as const)("does not count as used when %s", (status) => {
    expect(facts(drug("pimecrolimus", status))).toEqual({});
  });
  it("tells an intolerance, which is use, from an allergy, which is none", () => {
    expect(facts(drug("pimecrolimus", "allergy", { note: "intolerance: burning" }))).toMatchObject({
      onPimecrolimus: true,
      pimecrolimus: "intolerant",
    });
    expect(facts(drug("pimecrolimus", "allergy", { note: "allergy" }))).toEqual({
      allergies: ["pimecrolimus"],
    });
  });
  it("is no trial yet under six weeks, and no failure after them", () => {
    expect(facts(drug("pimecrolimus", "current", { date: "2026-10-13" })).pimecrolimus).toBe("not-trial-yet");
    expect(facts(drug("pimecrolimus", "current", { date: "2026-10-12" })).pimecrolimus).toBeUndefined();
    expect(facts(drug("pimecrolimus", "current", { date: "2025-01-01" })).pimecrolimus).toBeUndefined();
  });
  it("failed only in the chart's own words, and not within its first weeks", () => {
    expect(facts(drug("pimecrolimus", "failed")).pimecrolimus).toBe("inadequate-response");
    expect(
      facts(drug("pimecrolimus", "failed"), drug("pimecrolimus", "current", { date: "2026-11-20" }))
        .pimecrolimus,
    ).toBeUndefined();
  });
  it("takes no start from the future", () => {
    expect(
      resolve([reading([drug("pimecrolimus", "current", { date: "2027-01-01" })])], TODAY).pimecrolimusStart,
    ).toBeUndefined();
  });
});

describe("the person", () => {
  const patient = (more: Partial<PagePatient>): PagePatient => ({ key: "k", label: "Synthetic", ...more });
  it("has the age of the banner, unless two banners disagree", () => {
    expect(resolve([reading([], patient({ ageMonths: 100 })), reading([])], TODAY).facts.ageMonths).toBe(100);
    expect(
      resolve([reading([], patient({ ageMonths: 100 })), reading([], patient({ ageMonths: 101 }))], TODAY)
        .facts.ageMonths,
    ).toBeUndefined();
  });
  it("cannot be pregnant as a man; as a woman nothing follows", () => {
    expect(resolve([reading([], patient({ sex: "male" }))], TODAY).facts.pregnancy).toBe("not-applicable");
    expect(resolve([reading([], patient({ sex: "female" }))], TODAY).facts.pregnancy).toBeUndefined();
  });
  it("stays unknown as to pregnancy where the chart contradicts itself", () => {
    const both = [condition("pregnant", "present"), condition("pregnant", "negated")];
    const { facts: found, evidence } = resolve([reading(both)], TODAY);
    expect(found.pregnancy).toBeUndefined();
    expect(evidence.find(({ id }) => id === "pregnancy")?.against).toHaveLength(1);
  });
  it("is not pregnant only where the chart says so", () => {
    expect(facts(condition("pregnant", "negated")).pregnancy).toBe("none");
    expect(facts(condition("pregnant", "hypothetical")).pregnancy).toBeUndefined();
  });
});

describe("immune state", () => {
  it("is weakened by oral tacrolimus, which is never an ointment that was tried", () => {
    const found = facts(drug("tacrolimus-systemic", "current"));
    expect(found).toEqual({ immunocompromised: true, medications: ["immunosuppressant"] });
  });
  it("is sound only where the chart says so", () => {
    expect(facts(condition("immunocompromised", "negated")).immunocompromised).toBe(false);
    expect(facts(drug("emollient", "current")).immunocompromised).toBeUndefined();
  });
});

describe("infection", () => {
  it("is the worst that is stated, and none only where it is denied", () => {
    expect(
      facts(condition("infection-fungal", "present"), condition("infection-herpetic", "present")).infection,
    ).toBe("herpetic");
    expect(facts(condition("infection-none", "present")).infection).toBe("none");
    expect(facts(condition("infection-bacterial", "hypothetical")).infection).toBeUndefined();
    expect(
      facts(condition("infection-none", "present"), condition("infection-bacterial", "present")).infection,
    ).toBe("local-bacterial");
  });
});

describe("severity", () => {
  const stated = (value: string, date?: string): Finding => ({
    concept: "severity",
    kind: "severity",
    status: "present",
    quote: value,
    value,
    date,
  });
  it("is the newest where all are dated, unknown where two stand side by side", () => {
    expect(facts(stated("mild", "2026-01-01"), stated("severe", "2026-10-01")).severity).toBe("severe");
    expect(facts(stated("mild"), stated("severe"))).toEqual({});
    expect(facts(stated("moderate"), stated("moderate")).severity).toBe("moderate");
  });
});

describe("what was tried", () => {
  it("takes a stated failure for an inadequate trial until the clinician vouches for it", () => {
    expect(facts(drug("topical-corticosteroid", "failed")).tried).toEqual({
      "topical-corticosteroid": "inadequate-trial",
    });
  });
  it("keeps a plain past unknown", () => {
    expect(facts(drug("dupilumab", "past"))).toEqual({});
  });
  it("keeps the ending that holds back most, and the other in sight", () => {
    const { facts: found, evidence } = resolve(
      [
        reading([
          drug("tacrolimus-topical", "current"),
          drug("tacrolimus-topical", "allergy", { note: "intolerance" }),
        ]),
      ],
      TODAY,
    );
    expect(found.tried).toEqual({ "tacrolimus-ointment": "intolerant" });
    expect(evidence.find(({ id }) => id === "tried.tacrolimus-ointment")?.against).toHaveLength(1);
  });
  it("counts a biologic in use as treatment and as medicine", () => {
    expect(facts(drug("dupilumab", "current"))).toEqual({
      tried: { dupilumab: "current" },
      medications: ["biologic"],
    });
  });
});
