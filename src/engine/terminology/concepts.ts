/** Every concept that the reader can find on a page or in a note, and its kind. Source: §5.1, §6. */
import type { FindingKind } from "../finding";

const KINDS = {
  /**
   * eczema-other: an eczema that is not atopic dermatitis; `value` names it. Where the chart affirms one its status is
   * "other" (another meaning than the one looked for); negated, family, historical and hypothetical stay as they are.
   */
  condition: [
    "atopic-dermatitis",
    "eczema-unspecified",
    "eczema-other",
    "netherton",
    "lamellar-ichthyosis",
    "gvhd",
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
    "urticaria-or-rhinitis",
    "pregnant",
    "breastfeeding",
    "planning-pregnancy",
    "fathering-within-3-months",
    "immunocompromised",
  ],
  /** `value` of topical-corticosteroid: "low", "medium", "high" or "super-high" where the words decide it (§3.2). */
  medication: [
    "pimecrolimus",
    "tacrolimus-topical",
    "tacrolimus-systemic",
    "topical-corticosteroid",
    "ruxolitinib-topical",
    "ruxolitinib-systemic",
    "crisaborole",
    "roflumilast-topical",
    "roflumilast-systemic",
    "tapinarof",
    "dupilumab",
    "tralokinumab",
    "lebrikizumab",
    "nemolizumab",
    "upadacitinib",
    "abrocitinib",
    "baricitinib",
    "ciclosporin",
    "ciclosporin-ophthalmic",
    "methotrexate",
    "azathioprine",
    "mycophenolate",
    "phototherapy",
    "systemic-corticosteroid",
    "systemic-corticosteroid-repeated",
    "cyp3a4-inhibitor",
    "cyp3a4-inhibitor-moderate",
    "immunosuppressant",
    "biologic",
    "jak",
    "trimethoprim",
    "allopurinol-febuxostat",
    "live-vaccine-planned",
    "topical-antihistamine",
    "oral-antihistamine",
    "topical-antimicrobial",
    "occlusion-over-tci",
    "macrolide",
    "penicillin",
    "peanut",
    "benzyl-alcohol",
    "propylene-glycol",
    "cetostearyl-alcohol",
  ],
  infection: [
    "infection-bacterial",
    "infection-herpetic",
    "infection-viral-other",
    "infection-fungal",
    "infection-none",
  ],
  "red-flag": [
    "eczema-herpeticum",
    "erythroderma",
    "systemically-unwell",
    "eye-involvement",
    "immunodeficiency-suspected",
    "ctcl-suspected",
  ],
  /** `value`: "clear", "mild", "moderate" or "severe"; `note` holds the score or the words it was read from. */
  severity: ["severity"],
  /** `value`: a word of SITES. */
  site: ["site"],
  /** `value`: percent of the body's surface. */
  other: ["bsa"],
} as const satisfies Record<FindingKind, readonly string[]>;

export type Concept = (typeof KINDS)[keyof typeof KINDS][number];

/** Kind of each concept. */
export const KIND_OF: ReadonlyMap<string, FindingKind> = new Map(
  Object.entries(KINDS).flatMap(([kind, concepts]) =>
    concepts.map((concept): [string, FindingKind] => [concept, kind as FindingKind]),
  ),
);

export const CONCEPTS: readonly Concept[] = Object.values(KINDS).flat();
