/**
 * Which concept of the reader speaks of which fact. Data only: the rules for statuses are in the resolve files.
 * Source: §5.1 (facts), §5.3.2 (what counts as history), §6.4 (agents and what they must not be confused with).
 */
import type { AgentId, Condition, Infection, Medication, Pregnancy } from "./facts";
import { ALLERGIES } from "./vocabulary";

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

/** Agents that are classes: one of them stopped says nothing against another in use. */
export const CLASSES: readonly AgentId[] = ["topical-corticosteroid", "oral-corticosteroid", "phototherapy"];

/** Words of `allergies` by concept. An allergy is to the substance, by whatever route it was met. */
export const ALLERGY_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ALLERGIES.map((word) => [word, word])),
  ...Object.fromEntries(Object.entries(AGENT_OF).filter(([concept]) => concept !== "phototherapy")),
  "tacrolimus-systemic": "tacrolimus-ointment",
  "ruxolitinib-systemic": "ruxolitinib-cream",
  "roflumilast-systemic": "roflumilast-cream",
  "ciclosporin-ophthalmic": "ciclosporin",
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

/** Medicines that weaken the immune system by themselves (§5.1), and those that at least forbid to call it sound. */
export const WEAKENS: readonly string[] = ["tacrolimus-systemic", "mycophenolate", "immunosuppressant"];
export const NOT_SOUND_WITH: readonly string[] = [
  ...WEAKENS,
  "ciclosporin",
  "methotrexate",
  "azathioprine",
  "ruxolitinib-systemic",
  "baricitinib",
  "upadacitinib",
  "abrocitinib",
  "systemic-corticosteroid",
];

/** Eczema herpeticum is the herpetic infection: a chart that suspects it must not pass for one without infection. */
export const INFECTION_OF: Readonly<Record<string, Infection>> = {
  "infection-bacterial": "local-bacterial",
  "infection-herpetic": "herpetic",
  "eczema-herpeticum": "herpetic",
  "systemically-unwell": "systemically-unwell",
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

/** Conditions whose row asks for a history: resolved, excised or given up, they count all the same (§5.3.2). */
export const COUNTS_WHEN_PAST: readonly Condition[] = [
  "skin-cancer-keratinocyte",
  "melanoma",
  "malignancy",
  "smoker",
  "mace-risk",
  "vte",
  "hypochlorite-reaction",
  "topical-steroid-withdrawal",
];
