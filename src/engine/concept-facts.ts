/**
 * Which concept of the reader speaks of which fact. Data only: the rules for statuses are in resolve.ts.
 * Source: §5.1 (facts), §6.4 (agents and what they must not be confused with).
 */
import type { AgentId, Infection, Medication, Pregnancy } from "./facts";

/** Concepts of treatments that the advice knows, under the advice's own names. */
export const AGENT_OF: Readonly<Record<string, AgentId>> = {
  "tacrolimus-topical": "tacrolimus-ointment",
  "topical-corticosteroid": "topical-corticosteroid",
  "ruxolitinib-topical": "ruxolitinib-cream",
  crisaborole: "crisaborole-ointment",
  "roflumilast-topical": "roflumilast-cream",
  tapinarof: "tapinarof-cream",
  phototherapy: "phototherapy",
  dupilumab: "dupilumab",
  tralokinumab: "tralokinumab",
  lebrikizumab: "lebrikizumab",
  nemolizumab: "nemolizumab",
  upadacitinib: "upadacitinib",
  abrocitinib: "abrocitinib",
  ciclosporin: "ciclosporin",
  methotrexate: "methotrexate",
  azathioprine: "azathioprine",
  "systemic-corticosteroid": "oral-corticosteroid",
};

/** Current treatments that stand for a word of `medications` under another name. */
export const MEDICATIONS_OF: Readonly<Record<string, readonly Medication[]>> = {
  "tacrolimus-systemic": ["immunosuppressant"],
  mycophenolate: ["immunosuppressant"],
  // An oral JAK inhibitor that is not for atopic dermatitis is an immunosuppressant as well (R31).
  "ruxolitinib-systemic": ["jak", "immunosuppressant"],
  baricitinib: ["jak"],
  upadacitinib: ["jak"],
  abrocitinib: ["jak"],
  dupilumab: ["biologic"],
  tralokinumab: ["biologic"],
  lebrikizumab: ["biologic"],
  nemolizumab: ["biologic"],
  phototherapy: ["phototherapy-now"],
};

export const INFECTION_OF: Readonly<Record<string, Infection>> = {
  "infection-bacterial": "local-bacterial",
  "infection-herpetic": "herpetic",
  "infection-viral-other": "viral-other",
  "infection-fungal": "fungal",
};

/** Of several infections the one that forbids most is the fact; the others stay visible as evidence (R4). */
export const WORST_INFECTION: readonly Infection[] = [
  "herpetic",
  "systemically-unwell",
  "local-bacterial",
  "fungal",
  "viral-other",
];

export const PREGNANCY_OF: Readonly<Record<string, Pregnancy>> = {
  pregnant: "pregnant",
  breastfeeding: "breastfeeding",
  "planning-pregnancy": "planning",
};
