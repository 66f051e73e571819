import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise, checkFacts, itemsOf, whatWouldChange } from "../../../src/engine";
import type { Advice } from "../../../src/engine/advice";
import { ITEM_IDS } from "../../../src/engine/advice";
import type { FactName, PatientFacts } from "../../../src/engine/facts";
import * as vocabulary from "../../../src/engine/vocabulary";
import { patients } from "./arbitrary";
import { ADULT, without } from "./patients";

/** Values of every fact that together reach every row of the tables, one at a time. */
const AGES = [0, 3, 6, 24, 72, 96, 144, 192, 216, 612, 780];
const WEIGHTS = [1, 5, 15, 30, 40];
const LISTS: Partial<Record<FactName, readonly string[]>> = {
  sites: vocabulary.SITES,
  redFlags: vocabulary.RED_FLAGS,
  allergies: vocabulary.ALLERGIES,
  conditions: vocabulary.CONDITIONS,
  medications: vocabulary.MEDICATIONS,
};
const TRIED_VALUES = [
  ...vocabulary.AGENT_IDS.flatMap((agent) => vocabulary.TRIED.map((outcome) => ({ [agent]: outcome }))),
  ...vocabulary.AGENT_IDS.flatMap((agent) => [
    { "ruxolitinib-cream": "current", [agent]: "current" },
    { pimecrolimus: "adequate-failed", [agent]: "adequate-failed" },
  ]),
  Object.fromEntries(vocabulary.AGENT_IDS.map((agent) => [agent, "contraindicated"])),
];
const VALUES: Record<Exclude<FactName, "diagnosis" | "onPimecrolimus">, readonly unknown[]> = {
  jurisdiction: vocabulary.JURISDICTIONS,
  ageMonths: AGES,
  weightKg: WEIGHTS,
  severity: vocabulary.SEVERITIES,
  activeFlare: [true, false],
  acuteSevereFlare: [true, false],
  steroidSparingPlan: [true, false],
  sites: vocabulary.SITES.map((word) => [word]),
  bsaPercent: [20, 25, 35],
  infection: vocabulary.INFECTIONS,
  redFlags: vocabulary.RED_FLAGS.map((word) => [word]),
  pimecrolimus: vocabulary.PIMECROLIMUS_STATES,
  adherence: vocabulary.ADHERENCES,
  tried: TRIED_VALUES,
  pregnancy: vocabulary.PREGNANCIES,
  immunocompromised: [true, false],
  allergies: vocabulary.ALLERGIES.map((word) => [word]),
  conditions: vocabulary.CONDITIONS.map((word) => [word]),
  medications: vocabulary.MEDICATIONS.map((word) => [word]),
};
const FACTS = Object.keys(VALUES) as (keyof typeof VALUES)[];

const said = (advice: Advice) =>
  new Map(
    itemsOf(advice)
      .filter((item) => !advice.redFlags.includes(item))
      .map(({ id, status, reasons }) => [id, JSON.stringify([status, reasons])]),
  );

/** Items of which status or reasons differ between two patients. */
function changedItems(before: PatientFacts, after: PatientFacts): string[] {
  const [was, is] = [said(advise(before)), said(advise(after))];
  return [...was.keys()].filter((id) => was.get(id) !== is.get(id));
}

const isUnknown = (value: unknown) =>
  value === undefined || (typeof value === "object" && Object.keys(value as object).length === 0);

/** R40 by trying: every value of every unknown fact. */
function missingByTrying(facts: PatientFacts): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const fact of FACTS) {
    const tpmtOnly =
      fact === "conditions" && !isUnknown(facts.conditions) && !/tpmt/.test(String(facts.conditions));
    if (!isUnknown(facts[fact]) && !tpmtOnly) continue;
    const values = tpmtOnly
      ? ["tpmt-normal", "tpmt-deficient"].map((word) => [...(facts.conditions ?? []), word])
      : VALUES[fact];
    const changed = values.flatMap((value) => {
      const after = { ...facts, [fact]: value } as PatientFacts;
      return checkFacts(after).length > 0 ? [] : changedItems(facts, after);
    });
    if (changed.length > 0) found[fact] = [...new Set(changed)].sort();
  }
  return found;
}

const missing = (advice: Advice): Record<string, string[]> =>
  Object.fromEntries(advice.missing.map(({ fact, blocks }) => [fact, [...blocks].sort()]));

describe("what is missing", () => {
  it("is exactly what trying every value would find", () => {
    fc.assert(
      fc.property(patients, (facts) => {
        expect(missing(advise(facts))).toEqual(missingByTrying(facts));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["a fully known patient", ADULT],
    ["nothing but the pair", { diagnosis: ADULT.diagnosis, onPimecrolimus: true }],
    ["a small child", { ...without(ADULT, "pregnancy"), ageMonths: 30 }],
    ["a pregnant patient of unknown age", { ...without(ADULT, "ageMonths"), pregnancy: "pregnant" as const }],
    ["TPMT alone unknown", { ...ADULT, severity: "severe" as const, conditions: ["smoker" as const] }],
  ])("for %s", (_, facts) => {
    expect(missing(advise(facts))).toEqual(missingByTrying(facts));
  });

  it("reports TPMT under the conditions", () => {
    const { missing: found } = advise({ ...ADULT, conditions: ["smoker"] });
    expect(found.find(({ fact }) => fact === "conditions")).toEqual({
      fact: "conditions",
      blocks: ["azathioprine"],
    });
  });

  it("asks for what keeps the advice back altogether", () => {
    const all = Object.values(ITEM_IDS).flat();
    expect(advise({}).missing.map(({ fact }) => fact)).toEqual(["diagnosis", "onPimecrolimus"]);
    const [first] = advise({ onPimecrolimus: true }).missing;
    expect([...(first?.blocks ?? [])].sort()).toEqual([...all].sort());
    expect(advise({ diagnosis: "atopic-dermatitis", onPimecrolimus: false }).missing).toEqual([]);
  });
});

/** The facts with what one line of the sensitivity says instead. */
function otherwise(facts: PatientFacts, id: string, value: string | number | boolean): PatientFacts {
  const [fact, word] = id.split(".") as [FactName, string?];
  if (word === undefined) return { ...facts, [fact]: value };
  if (fact === "tried") return { ...facts, tried: { ...facts.tried, [word]: value } } as PatientFacts;
  const own = (facts[fact] ?? []) as string[];
  return { ...facts, [fact]: value ? [...own, word] : own.filter((one) => one !== word) };
}

describe("what would change this advice", () => {
  it("names the items that do change, with their statuses, and no others", () => {
    fc.assert(
      fc.property(patients, (facts) => {
        for (const { id, outcomes } of whatWouldChange(facts)) {
          for (const { value, changes } of outcomes) {
            const after = otherwise(facts, id, value);
            expect(changes.map(({ item }) => item).sort()).toEqual(changedItems(facts, after).sort());
            const [was, is] = [advise(facts), advise(after)].map(
              (advice) => new Map(itemsOf(advice).map((item) => [item.id, item.status])),
            );
            for (const { item, from, to } of changes)
              expect([from, to]).toEqual([was?.get(item), is?.get(item)]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("leaves out nothing that changes an item", () => {
    fc.assert(
      fc.property(patients, (facts) => {
        const listed = new Set(whatWouldChange(facts).map(({ id }) => id));
        for (const fact of FACTS) {
          const ids = LISTS[fact]?.map((word) => `${fact}.${word}`);
          const agents = fact === "tried" ? vocabulary.AGENT_IDS.map((agent) => `tried.${agent}`) : undefined;
          for (const id of ids ?? agents ?? [fact]) {
            if (listed.has(id)) continue;
            const word = id.split(".")[1];
            const present = word !== undefined && ((facts[fact] ?? []) as string[]).includes?.(word);
            const values = ids ? [!present] : agents ? vocabulary.TRIED : VALUES[fact];
            for (const value of values) {
              const after = otherwise(facts, id, value as string);
              if (checkFacts(after).length === 0)
                expect(`${id}: ${changedItems(facts, after)}`).toBe(`${id}: `);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("puts first what moves most items, and says what is unknown", () => {
    const found = whatWouldChange({ diagnosis: "atopic-dermatitis", onPimecrolimus: true });
    const moved = found.map(
      ({ outcomes }) =>
        new Set(
          outcomes.flatMap(({ changes }) =>
            changes.filter(({ from, to }) => from !== to).map(({ item }) => item),
          ),
        ).size,
    );
    expect(moved).toEqual([...moved].sort((one, other) => other - one));
    expect(found.every(({ unknown }) => unknown)).toBe(true);
    expect(found.find(({ id }) => id === "severity")?.outcomes.map(({ value }) => value)).toEqual([
      "clear",
      "mild",
      "moderate",
      "severe",
    ]);
  });

  it("tries facts that are known as well, a word on a list by taking it away", () => {
    const found = whatWouldChange({ ...ADULT, conditions: ["tpmt-normal", "netherton"] });
    const netherton = found.find(({ id }) => id === "conditions.netherton");
    expect(netherton).toMatchObject({ unknown: false, outcomes: [{ value: false }] });
    expect(netherton?.outcomes[0]?.changes).toContainEqual({
      item: "tacrolimus-ointment",
      from: "exclude",
      to: "recommend",
    });
    expect(found.find(({ id }) => id === "severity")).toMatchObject({ fact: "severity", unknown: false });
    expect(found.some(({ id }) => id === "conditions.tpmt-deficient")).toBe(false);
  });

  it("offers no value that the other facts rule out", () => {
    const child = whatWouldChange({ ...without(ADULT, "pregnancy"), ageMonths: 60 });
    expect(child.find(({ id }) => id === "pregnancy")).toBeUndefined();
    const pregnant = whatWouldChange({ ...ADULT, pregnancy: "pregnant" });
    const ages = pregnant.find(({ id }) => id === "ageMonths")?.outcomes.map(({ value }) => value) ?? [];
    expect(Math.min(...ages.map(Number))).toBe(96);
  });

  it("is empty where the advice does not apply", () => {
    expect(whatWouldChange({})).toEqual([]);
  });
});
