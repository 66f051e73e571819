import type { Advice, Group, Status } from "../../engine/advice";
import type { PatientFacts } from "../../engine/facts";

/** What must hold of an item: its status, one of several, or that it is there at all. */
export type Expected = Status | Status[] | "present";

/** A made-up patient and what the rules say of them. Only what is asserted stands in it. */
export interface Vignette {
  id: string;
  /** The patient and the rule, in words, for whoever signs. */
  says: string;
  facts: PatientFacts;
  applicability?: Advice["applicability"];
  items?: Record<string, Expected>;
  /** A reason that an item must carry, by its code. */
  codes?: Record<string, string>;
  /** The item that must stand first in a group. */
  first?: Partial<Record<Group, string>>;
}

/**
 * A patient of whom all that matters is known and harmless: adult in the US, moderate disease on the trunk, 12 % of
 * body surface, verified inadequate response, no infection. Every vignette says how its own differs.
 */
export const ORDINARY: PatientFacts = {
  diagnosis: "atopic-dermatitis",
  onPimecrolimus: true,
  jurisdiction: "US",
  ageMonths: 360,
  weightKg: 70,
  severity: "moderate",
  sites: ["trunk"],
  bsaPercent: 12,
  infection: "none",
  pimecrolimus: "inadequate-response",
  adherence: "verified",
  pregnancy: "not-applicable",
  immunocompromised: false,
  conditions: ["tpmt-normal"],
};

/** The ordinary patient with some facts changed; a fact set to undefined is unknown. */
export const patient = (changes: PatientFacts = {}): PatientFacts => ({ ...ORDINARY, ...changes });

/** A child of so many months, with a weight that fits. */
export function child(ageMonths: number, changes: PatientFacts = {}): PatientFacts {
  const weightKg = ageMonths < 12 ? 4 + ageMonths / 2 : 8 + ageMonths / 5;
  return patient({ ageMonths, weightKg: Math.round(weightKg), ...changes });
}
