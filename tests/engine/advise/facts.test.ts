import { describe, expect, it } from "vitest";
import { advise, checkFacts, FactError, whatWouldChange } from "../../../src/engine";
import type { PatientFacts } from "../../../src/engine/facts";
import * as vocabulary from "../../../src/engine/vocabulary";
import { ADULT } from "./patients";

const fieldsOf = (facts: unknown) => checkFacts(facts).map(({ field }) => field);

describe("facts that cannot be used", () => {
  it.each<[string, object, string]>([
    ["an age below 0", { ageMonths: -1 }, "ageMonths"],
    ["an age above 1440", { ageMonths: 1441 }, "ageMonths"],
    ["an age that is not whole", { ageMonths: 18.5 }, "ageMonths"],
    ["an age that is no number", { ageMonths: Number.NaN }, "ageMonths"],
    ["an age in words", { ageMonths: "18" }, "ageMonths"],
    ["a weight below 0.4 kg", { weightKg: 0.39 }, "weightKg"],
    ["a weight above 350 kg", { weightKg: 350.1 }, "weightKg"],
    ["an endless weight", { weightKg: Number.POSITIVE_INFINITY }, "weightKg"],
    ["less than no body surface", { bsaPercent: -0.1 }, "bsaPercent"],
    ["more than all body surface", { bsaPercent: 100.1 }, "bsaPercent"],
    ["a severity that is no word of it", { severity: "terrible" }, "severity"],
    ["a null", { severity: null }, "severity"],
    ["a flare in words", { activeFlare: "yes" }, "activeFlare"],
    ["a site that is none", { sites: ["face", "elbow"] }, "sites"],
    ["sites that are no list", { sites: "face" }, "sites"],
    ["a condition that is none", { conditions: ["asthma"] }, "conditions"],
    ["a medication that is none", { medications: ["aspirin"] }, "medications"],
    ["an allergy that is none", { allergies: ["phototherapy"] }, "allergies"],
    ["a red flag that is none", { redFlags: ["pain"] }, "redFlags"],
    ["an outcome that is none", { tried: { dupilumab: "failed" } }, "tried"],
    ["an agent that is none", { tried: { emollient: "current" } }, "tried"],
    ["tried as a list", { tried: ["dupilumab"] }, "tried"],
    ["a name that no fact has", { sex: "female" }, "sex"],
    ["the name of an inherited property", { constructor: 1 }, "constructor"],
    ["both words of TPMT", { conditions: ["tpmt-normal", "tpmt-deficient"] }, "conditions"],
    ["pregnancy under 96 months", { ageMonths: 95, pregnancy: "pregnant" }, "pregnancy"],
    ["planning under 96 months", { ageMonths: 95, pregnancy: "planning" }, "pregnancy"],
    ["breastfeeding under 96 months", { ageMonths: 0, pregnancy: "breastfeeding" }, "pregnancy"],
  ])("%s", (_, change, field) => {
    const facts = { ...ADULT, ...change } as PatientFacts;
    expect(fieldsOf(facts)).toEqual([field]);
    expect(() => advise(facts)).toThrow(FactError);
    expect(() => whatWouldChange(facts)).toThrow(FactError);
  });

  it.each([undefined, null, 3, "facts", []])("%s instead of facts", (facts) => {
    expect(fieldsOf(facts)).toEqual(["facts"]);
    expect(() => advise(facts as never)).toThrow(FactError);
  });

  it("are told all at once, each beside its field, with what would be accepted", () => {
    const facts = {
      ...ADULT,
      ageMonths: 50,
      pregnancy: "pregnant",
      weightKg: -3,
      severity: "awful",
      conditions: ["tpmt-normal", "tpmt-deficient"],
      shoeSize: 43,
    };
    expect(fieldsOf(facts).sort()).toEqual(["conditions", "pregnancy", "severity", "shoeSize", "weightKg"]);
    const problems = checkFacts(facts);
    expect(problems.find(({ field }) => field === "severity")?.message).toContain(
      "clear, mild, moderate, severe",
    );
    expect(problems.find(({ field }) => field === "weightKg")?.message).toMatch(/0\.4 to 350 \(kg\)/);
    try {
      advise(facts as never);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect((error as FactError).problems).toEqual(problems);
      expect((error as FactError).message).toContain("shoeSize: No fact has this name.");
    }
  });
});

describe("facts that can", () => {
  it.each<[string, PatientFacts]>([
    ["nothing", {}],
    ["an unknown spelt out", { severity: undefined, tried: { dupilumab: undefined } }],
    ["the ends of every range", { ageMonths: 0, weightKg: 0.4, bsaPercent: 0 }],
    ["the other ends", { ageMonths: 1440, weightKg: 350, bsaPercent: 100 }],
    ["a fraction of body surface", { bsaPercent: 12.5, weightKg: 7.25 }],
    ["pregnancy from 96 months", { ageMonths: 96, pregnancy: "pregnant" }],
    ["no pregnancy in a child", { ageMonths: 20, pregnancy: "none" }],
    ["a word twice", { sites: ["face", "face"] }],
    ["a contradiction that the worse reading settles", { activeFlare: false, acuteSevereFlare: true }],
    [
      "an immunosuppressant in someone said to be immunocompetent",
      { immunocompromised: false, medications: ["immunosuppressant"] },
    ],
  ])("%s", (_, facts) => {
    expect(checkFacts(facts)).toEqual([]);
    expect(() => advise({ ...ADULT, ...facts })).not.toThrow();
  });

  it("are every word of every vocabulary", () => {
    const facts: PatientFacts = {
      sites: [...vocabulary.SITES],
      redFlags: [...vocabulary.RED_FLAGS],
      allergies: [...vocabulary.ALLERGIES],
      medications: [...vocabulary.MEDICATIONS],
      conditions: vocabulary.CONDITIONS.filter((word) => word !== "tpmt-normal"),
    };
    expect(checkFacts(facts)).toEqual([]);
    for (const outcome of vocabulary.TRIED) {
      const tried = Object.fromEntries(vocabulary.AGENT_IDS.map((agent) => [agent, outcome]));
      expect(checkFacts({ tried })).toEqual([]);
    }
  });
});
