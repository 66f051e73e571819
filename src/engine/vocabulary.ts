/** Every closed list of words that facts are made of. Order is the order on screen. */

export const DIAGNOSES = ["atopic-dermatitis", "eczema-unspecified", "not-atopic-dermatitis"] as const;
export const JURISDICTIONS = ["US", "UK", "EU", "other"] as const;
export const SEVERITIES = ["clear", "mild", "moderate", "severe"] as const;
export const INFECTIONS = [
  "none",
  "local-bacterial",
  "systemically-unwell",
  "herpetic",
  "viral-other",
  "fungal",
] as const;
export const ADHERENCES = ["verified", "inadequate", "not-verified"] as const;
export const PREGNANCIES = ["pregnant", "planning", "breastfeeding", "none", "not-applicable"] as const;

export const SITES = [
  "face",
  "eyelid",
  "neck",
  "scalp",
  "trunk",
  "limbs",
  "limb-flexure",
  "hands",
  "feet",
  "fold",
  "genital",
  "diaper",
] as const;

export const TRIED = [
  "adequate-failed",
  "inadequate-trial",
  "intolerant",
  "contraindicated",
  "current",
  "never",
] as const;

/** Dossier §4.1, less `UNKNOWN` (an absent fact, R7) and the off-label baseline (a reason, R7). */
export const PIMECROLIMUS_STATES = [
  "not-trial-yet",
  "inadequate-trial",
  "inadequate-response",
  "worse",
  "intolerant",
  "relapse",
  "working",
] as const;

export const AGENT_IDS = [
  "pimecrolimus",
  "tacrolimus-ointment",
  "topical-corticosteroid",
  "ruxolitinib-cream",
  "crisaborole-ointment",
  "roflumilast-cream",
  "tapinarof-cream",
  "phototherapy",
  "dupilumab",
  "tralokinumab",
  "lebrikizumab",
  "nemolizumab",
  "upadacitinib",
  "abrocitinib",
  "ciclosporin",
  "methotrexate",
  "azathioprine",
  "oral-corticosteroid",
] as const;

/** Dossier §5.1, §5.3.2. A word absent from a patient's list is not known to be absent from the patient. */
export const CONDITIONS = [
  "netherton",
  "lamellar-ichthyosis",
  "gvhd",
  "erythroderma",
  "ctcl-suspected",
  "skin-malignancy-or-premalignant",
  "skin-cancer-keratinocyte",
  "melanoma",
  "malignancy",
  "malignancy-active",
  "lymphadenopathy-unexplained",
  "acute-mononucleosis",
  "photosensitivity",
  "eye-disease",
  "smoker",
  "mace-risk",
  "vte",
  "tb",
  "hep-bc",
  "helminth",
  "hypertension-uncontrolled",
  "renal",
  "liver",
  "alcohol-excess",
  "hepatic-bc",
  "tpmt-normal",
  "tpmt-deficient",
  "asthma-fumes",
  "hypochlorite-reaction",
  "topical-steroid-withdrawal",
  "fathering-within-3-months",
  "urticaria-or-rhinitis",
] as const;

/** Current, unless the word says otherwise. `jak` is oral; `cyp3a4-inhibitor` is strong or of unstated strength. */
export const MEDICATIONS = [
  "cyp3a4-inhibitor",
  "cyp3a4-inhibitor-moderate",
  "immunosuppressant",
  "biologic",
  "jak",
  "phototherapy-now",
  "trimethoprim",
  "allopurinol-febuxostat",
  "live-vaccine-planned",
  "systemic-corticosteroid",
  "systemic-corticosteroid-repeated",
  "topical-antihistamine",
  "oral-antihistamine",
  "topical-antimicrobial",
  "occlusion-over-tci",
] as const;

/** Allergy only: intolerance is `tried[agent] = "intolerant"` (for pimecrolimus: its state). */
export const ALLERGIES = [
  "pimecrolimus",
  "tacrolimus-ointment",
  "topical-corticosteroid",
  "ruxolitinib-cream",
  "crisaborole-ointment",
  "roflumilast-cream",
  "tapinarof-cream",
  "dupilumab",
  "tralokinumab",
  "lebrikizumab",
  "nemolizumab",
  "upadacitinib",
  "abrocitinib",
  "ciclosporin",
  "methotrexate",
  "azathioprine",
  "oral-corticosteroid",
  "macrolide",
  "penicillin",
  "peanut",
  "benzyl-alcohol",
  "propylene-glycol",
  "cetostearyl-alcohol",
] as const;

/** Dossier §4.6; also the ids of the advice's red-flag items. */
export const RED_FLAGS = [
  "eczema-herpeticum",
  "erythroderma",
  "systemically-unwell",
  "eye-involvement",
  "immunodeficiency-suspected",
  "ctcl-suspected",
  "severe-not-responding",
] as const;

export const STATUSES = [
  "recommend",
  "consider",
  "caution",
  "needs-info",
  "defer",
  "later",
  "not-next",
  "exclude",
] as const;

/** What is warned of, rather than offered. */
export const PITFALLS = [
  "topical-antihistamines",
  "topical-antimicrobials",
  "oral-antihistamines",
  "long-term-systemic-corticosteroids",
  "adherence-before-failure",
  "alternative-diagnoses",
  "current-treatment",
] as const;
