/** Random synthetic patients: any fact known or not, every list, every outcome of every treatment. */
import fc from "fast-check";
import type { AgentId, PatientFacts, Tried } from "../../../src/engine/facts";
import * as vocabulary from "../../../src/engine/vocabulary";

/** Mostly as in a patient to whom much can be offered, now and then anything else, now and then not known. */
const mostly = <T>(usual: T | undefined, any: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 3, arbitrary: any },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
const word = <T>(usual: T | undefined, list: readonly T[]) => mostly(usual, fc.constantFrom(...list));
const words = <T>(usual: T[] | undefined, list: readonly T[], maxLength: number) =>
  mostly(usual, fc.uniqueArray(fc.constantFrom(...list), { maxLength }));

/** Ages near every edge of the tables as often as any other. */
const EDGES = [0, 3, 6, 24, 72, 96, 144, 192, 216, 612, 780];
const age = fc.oneof(
  fc.integer({ min: 0, max: 1440 }),
  fc.constantFrom(...EDGES.flatMap((edge) => [Math.max(0, edge - 1), edge, edge + 1])),
);

const weight = fc.double({ min: 0.4, max: 350, noNaN: true });

const tried = mostly<Partial<Record<AgentId, Tried>>>(
  undefined,
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...vocabulary.AGENT_IDS), fc.constantFrom(...vocabulary.TRIED)), {
      maxLength: 5,
      selector: ([agent]) => agent,
    })
    .map((pairs): Partial<Record<AgentId, Tried>> => Object.fromEntries(pairs)),
);

/** As the engine accepts them: neither both words of TPMT nor a pregnancy under 96 months (R4). */
function uncontradicted(facts: PatientFacts): PatientFacts {
  const { ageMonths, pregnancy, conditions } = facts;
  const tooYoung = ageMonths !== undefined && ageMonths < 96 && pregnancy !== "none";
  const both = conditions?.includes("tpmt-normal") && conditions.includes("tpmt-deficient");
  return {
    ...facts,
    ...(tooYoung && pregnancy && { pregnancy: "not-applicable" }),
    ...(both && { conditions: conditions?.filter((one) => one !== "tpmt-normal") }),
  };
}

/** Patients to whom the advice applies. */
export const patients: fc.Arbitrary<PatientFacts> = fc
  .record({
    diagnosis: fc.constant("atopic-dermatitis" as const),
    onPimecrolimus: fc.constant(true),
    jurisdiction: word(undefined, vocabulary.JURISDICTIONS),
    ageMonths: mostly(360, age),
    weightKg: mostly(70, fc.oneof(weight, fc.constantFrom(4.9, 5, 15, 30, 40))),
    severity: word("moderate", [...vocabulary.SEVERITIES, "severe"] as const),
    activeFlare: mostly(true, fc.boolean()),
    acuteSevereFlare: mostly(true, fc.boolean()),
    steroidSparingPlan: mostly(true, fc.boolean()),
    sites: words(["trunk"], vocabulary.SITES, 3),
    bsaPercent: mostly(12, fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(20, 20.1, 30, 30.1))),
    infection: word("none", vocabulary.INFECTIONS),
    redFlags: words(undefined, vocabulary.RED_FLAGS, 2),
    pimecrolimus: word("inadequate-response", vocabulary.PIMECROLIMUS_STATES),
    adherence: word("verified", vocabulary.ADHERENCES),
    tried,
    pregnancy: word("not-applicable", vocabulary.PREGNANCIES),
    immunocompromised: mostly(false, fc.boolean()),
    allergies: words(undefined, vocabulary.ALLERGIES, 2),
    conditions: words(["tpmt-normal"], vocabulary.CONDITIONS, 3),
    medications: words(undefined, vocabulary.MEDICATIONS, 2),
  })
  .map((facts) => uncontradicted(dropUndefined(facts as PatientFacts)));

/** An unknown fact is an absent one. */
function dropUndefined(facts: PatientFacts): PatientFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
