/** Made-up patients, one modifier each: what the table says of it beside an otherwise ordinary patient. */
import type { Allergy, Condition, Medication } from "../../engine/facts";
import { child, type Expected, patient, type Vignette } from "./vignette";

const SEVERE = { severity: "severe" } as const;

type Facts = Vignette["facts"];

const withCondition = (...conditions: Condition[]): Facts => ({ conditions: ["tpmt-normal", ...conditions] });
const withMedication = (...medications: Medication[]): Facts => ({ medications });

/** One vignette a row: id, words, what differs from the ordinary adult, what must follow. */
const rows = (
  table: [id: string, says: string, changes: Facts, items: Record<string, Expected>][],
): Vignette[] => table.map(([id, says, changes, items]) => ({ id, says, facts: patient(changes), items }));

const byCondition = rows([
  [
    "immunocompromised",
    "Immunocompromised: no calcineurin inhibitor, no JAK cream, no immunosuppressant.",
    { ...SEVERE, immunocompromised: true },
    {
      "tacrolimus-ointment": "exclude",
      "ruxolitinib-cream": "exclude",
      "topical-corticosteroid": "recommend",
      dupilumab: "caution",
      ciclosporin: "exclude",
      methotrexate: "exclude",
      azathioprine: "exclude",
    },
  ],
  [
    "immunocompromised-unknown",
    "Not known whether immunocompromised: asked before a calcineurin inhibitor or JAK cream.",
    { immunocompromised: undefined },
    {
      "tacrolimus-ointment": "needs-info",
      "ruxolitinib-cream": "needs-info",
      "topical-corticosteroid": "recommend",
    },
  ],
  [
    "immunosuppressant",
    "Transplant recipient on oral tacrolimus: it is no tried ointment, it excludes one.",
    { ...withMedication("immunosuppressant"), immunocompromised: undefined },
    { "tacrolimus-ointment": "exclude", "ruxolitinib-cream": "exclude" },
  ],
  ...(["netherton", "lamellar-ichthyosis", "gvhd"] as const).map(
    (condition): [string, string, Facts, Record<string, Expected>] => [
      condition,
      `${condition}: the skin lets too much through for tacrolimus.`,
      withCondition(condition),
      {
        "tacrolimus-ointment": "exclude",
        "topical-corticosteroid": "caution",
        "ruxolitinib-cream": "caution",
        "crisaborole-ointment": "caution",
      },
    ],
  ),
  [
    "erythroderma",
    "Generalised erythroderma: a red flag; no calcineurin inhibitor, JAK cream or crisaborole.",
    withCondition("erythroderma"),
    {
      erythroderma: "recommend",
      "tacrolimus-ointment": "exclude",
      "ruxolitinib-cream": "exclude",
      "crisaborole-ointment": "exclude",
    },
  ],
  [
    "ctcl-suspected",
    "Suspected lymphoma of the skin: a red flag; biopsy before any of these.",
    { ...SEVERE, ...withCondition("ctcl-suspected") },
    {
      "ctcl-suspected": "recommend",
      "tacrolimus-ointment": "exclude",
      "ruxolitinib-cream": "exclude",
      "topical-corticosteroid": "caution",
      dupilumab: "exclude",
      ciclosporin: "exclude",
      methotrexate: "caution",
      azathioprine: "exclude",
    },
  ],
  [
    "premalignant-skin",
    "Malignant or pre-malignant skin at the site.",
    withCondition("skin-malignancy-or-premalignant"),
    { "tacrolimus-ointment": "exclude", "ruxolitinib-cream": "exclude", "topical-corticosteroid": "caution" },
  ],
  [
    "lymphadenopathy",
    "Unexplained enlarged lymph nodes: wait for an explanation.",
    { ...SEVERE, ...withCondition("lymphadenopathy-unexplained") },
    { "tacrolimus-ointment": "defer", "topical-corticosteroid": "recommend", dupilumab: "defer" },
  ],
  [
    "mononucleosis",
    "Acute infectious mononucleosis: tacrolimus and ruxolitinib cream wait.",
    withCondition("acute-mononucleosis"),
    { "tacrolimus-ointment": "defer", "ruxolitinib-cream": "defer" },
  ],
  [
    "photosensitivity",
    "A photosensitivity disease: no phototherapy.",
    { ...SEVERE, ...withCondition("photosensitivity") },
    { phototherapy: "exclude", "tacrolimus-ointment": "caution" },
  ],
  [
    "keratinocyte-cancer",
    "Keratinocyte skin cancer in the past.",
    { ...SEVERE, ...withCondition("skin-cancer-keratinocyte") },
    {
      "tacrolimus-ointment": "caution",
      phototherapy: "caution",
      ciclosporin: "exclude",
      azathioprine: "exclude",
    },
  ],
  [
    "melanoma",
    "Melanoma in the past: no phototherapy.",
    { ...SEVERE, ...withCondition("melanoma") },
    {
      "tacrolimus-ointment": "caution",
      phototherapy: "exclude",
      ciclosporin: "exclude",
      azathioprine: "exclude",
    },
  ],
  [
    "eye-disease",
    "Keratitis, glaucoma or cataract: caution with the corticosteroid and dupilumab.",
    { ...SEVERE, ...withCondition("eye-disease") },
    { "topical-corticosteroid": "caution", dupilumab: "caution" },
  ],
  [
    "eyelid",
    "Eyelids: a low corticosteroid with caution; tacrolimus is open.",
    { sites: ["eyelid"] },
    { "topical-corticosteroid": "caution", "tacrolimus-ointment": "recommend" },
  ],
  ...(["smoker", "mace-risk", "vte", "malignancy"] as const).map(
    (condition): [string, string, Facts, Record<string, Expected>] => [
      `boxed-${condition}`,
      `${condition}: the boxed warning of JAK inhibitors asks for caution.`,
      withCondition(condition),
      { "ruxolitinib-cream": "caution", "tacrolimus-ointment": "recommend" },
    ],
  ),
  [
    "malignancy-active",
    "Active malignancy: no ciclosporin, no azathioprine.",
    { ...SEVERE, ...withCondition("malignancy-active") },
    { ciclosporin: "exclude", azathioprine: "exclude" },
  ],
  [
    "tuberculosis",
    "Tuberculosis: caution with JAK cream and immunosuppressants.",
    withCondition("tb"),
    { "ruxolitinib-cream": "caution" },
  ],
  [
    "hepatitis",
    "Hepatitis B or C, severe: caution with ciclosporin, methotrexate and azathioprine.",
    { ...SEVERE, ...withCondition("hep-bc") },
    { ciclosporin: "caution", methotrexate: "caution", azathioprine: "caution" },
  ],
  [
    "helminth",
    "Worm infection, severe: dupilumab waits.",
    { ...SEVERE, ...withCondition("helminth") },
    { dupilumab: "defer" },
  ],
  [
    "hypertension",
    "Uncontrolled hypertension, severe: no ciclosporin.",
    { ...SEVERE, ...withCondition("hypertension-uncontrolled") },
    { ciclosporin: "exclude" },
  ],
  [
    "renal",
    "Renal impairment, severe: no ciclosporin, no methotrexate.",
    { ...SEVERE, ...withCondition("renal") },
    {
      ciclosporin: "exclude",
      methotrexate: "exclude",
      azathioprine: "caution",
      "tacrolimus-ointment": "caution",
    },
  ],
  [
    "liver",
    "Liver disease, severe: no methotrexate.",
    { ...SEVERE, ...withCondition("liver") },
    { methotrexate: "exclude", ciclosporin: "caution", azathioprine: "caution" },
  ],
  [
    "alcohol",
    "Alcohol excess, severe: no methotrexate.",
    { ...SEVERE, ...withCondition("alcohol-excess") },
    { methotrexate: "exclude" },
  ],
  [
    "tpmt-unknown",
    "TPMT not known, severe: azathioprine asks for it.",
    { ...SEVERE, conditions: [] },
    { azathioprine: "needs-info" },
  ],
  [
    "tpmt-deficient",
    "TPMT deficient, severe: no azathioprine.",
    { ...SEVERE, conditions: ["tpmt-deficient"] },
    { azathioprine: "exclude" },
  ],
  [
    "asthma-fumes",
    "Asthma set off by fumes: bleach baths with caution.",
    withCondition("asthma-fumes"),
    { "bleach-baths": "caution" },
  ],
  [
    "hypochlorite",
    "Reacted to hypochlorite: no bleach baths.",
    withCondition("hypochlorite-reaction"),
    { "bleach-baths": "exclude" },
  ],
  [
    "steroid-withdrawal",
    "Topical steroid withdrawal before: corticosteroid with caution.",
    withCondition("topical-steroid-withdrawal"),
    { "topical-corticosteroid": "caution" },
  ],
  [
    "fathering",
    "Wants to father a child within three months, severe: no methotrexate.",
    { ...SEVERE, ...withCondition("fathering-within-3-months") },
    { methotrexate: "exclude", ciclosporin: "caution", azathioprine: "caution" },
  ],
  [
    "hepatic-failure",
    "Child-Pugh B or C: no roflumilast cream.",
    withCondition("hepatic-bc"),
    { "roflumilast-cream": "exclude" },
  ],
]);

const byMedication = rows([
  [
    "cyp3a4-strong",
    "A strong CYP3A4 inhibitor: no ruxolitinib cream; tacrolimus stands on a small area.",
    withMedication("cyp3a4-inhibitor"),
    { "ruxolitinib-cream": "exclude", "tacrolimus-ointment": "recommend" },
  ],
  [
    "biologic",
    "On a biologic: no ruxolitinib cream.",
    withMedication("biologic"),
    { "ruxolitinib-cream": "exclude", "topical-corticosteroid": "recommend" },
  ],
  [
    "oral-jak",
    "On an oral JAK inhibitor, severe: nothing on top that suppresses.",
    { ...SEVERE, ...withMedication("jak") },
    {
      "tacrolimus-ointment": "caution",
      dupilumab: "exclude",
      ciclosporin: "exclude",
      methotrexate: "exclude",
      azathioprine: "exclude",
    },
  ],
  [
    "phototherapy-now",
    "In phototherapy now, severe: no ciclosporin, no azathioprine beside it.",
    { ...SEVERE, ...withMedication("phototherapy-now") },
    {
      "tacrolimus-ointment": "caution",
      phototherapy: "not-next",
      ciclosporin: "exclude",
      azathioprine: "exclude",
    },
  ],
  [
    "trimethoprim",
    "On trimethoprim, severe: no methotrexate beside it.",
    { ...SEVERE, ...withMedication("trimethoprim") },
    { methotrexate: "exclude", azathioprine: "caution" },
  ],
  [
    "allopurinol",
    "On allopurinol or febuxostat, severe: no azathioprine.",
    { ...SEVERE, ...withMedication("allopurinol-febuxostat") },
    { azathioprine: "exclude" },
  ],
  [
    "live-vaccine",
    "A live vaccine is due, severe: systemic treatment waits.",
    { ...SEVERE, ...withMedication("live-vaccine-planned") },
    { dupilumab: "defer", ciclosporin: "defer", methotrexate: "defer", azathioprine: "defer" },
  ],
]);

const allergic = (...allergies: Allergy[]): Facts => ({ allergies });
const byAllergy = rows([
  [
    "allergy-tacrolimus",
    "Allergic to tacrolimus ointment.",
    allergic("tacrolimus-ointment"),
    { "tacrolimus-ointment": "exclude" },
  ],
  [
    "allergy-crisaborole",
    "Allergic to crisaborole.",
    allergic("crisaborole-ointment"),
    { "crisaborole-ointment": "exclude" },
  ],
  [
    "allergy-ruxolitinib",
    "Allergic to ruxolitinib cream.",
    allergic("ruxolitinib-cream"),
    { "ruxolitinib-cream": "exclude" },
  ],
  [
    "allergy-corticosteroid",
    "Allergic to a corticosteroid: another product, with caution.",
    allergic("topical-corticosteroid"),
    { "topical-corticosteroid": "caution" },
  ],
  [
    "allergy-dupilumab",
    "Allergic to dupilumab, severe.",
    { ...SEVERE, ...allergic("dupilumab") },
    { dupilumab: "exclude" },
  ],
  [
    "allergy-peanut",
    "Peanut allergy: one oil is out, the class is not.",
    allergic("peanut"),
    { "topical-corticosteroid": "recommend" },
  ],
  [
    "allergy-macrolide-us",
    "Macrolide allergy, US: tacrolimus with caution.",
    allergic("macrolide"),
    { "tacrolimus-ointment": "caution" },
  ],
  [
    "allergy-macrolide-eu",
    "Macrolide allergy, EU: no tacrolimus.",
    { ...allergic("macrolide"), jurisdiction: "EU" },
    { "tacrolimus-ointment": "exclude" },
  ],
]);

const byPregnancy = rows([
  [
    "pregnant",
    "Pregnant, severe: no methotrexate, no azathioprine.",
    { ...SEVERE, pregnancy: "pregnant" },
    {
      "tacrolimus-ointment": "caution",
      "topical-corticosteroid": "recommend",
      "crisaborole-ointment": "caution",
      ciclosporin: "caution",
      methotrexate: "exclude",
      azathioprine: "exclude",
    },
  ],
  [
    "pregnant-moderate",
    "Pregnant, moderate: ruxolitinib cream with caution.",
    { pregnancy: "pregnant" },
    { "ruxolitinib-cream": "caution" },
  ],
  [
    "breastfeeding",
    "Breastfeeding: no ruxolitinib cream.",
    { pregnancy: "breastfeeding" },
    {
      "ruxolitinib-cream": "exclude",
      "tacrolimus-ointment": "caution",
      "topical-corticosteroid": "recommend",
      "crisaborole-ointment": "caution",
    },
  ],
  [
    "breastfeeding-severe",
    "Breastfeeding, severe: no methotrexate, no ciclosporin.",
    { ...SEVERE, pregnancy: "breastfeeding" },
    { methotrexate: "exclude", ciclosporin: "exclude", azathioprine: "caution" },
  ],
  [
    "planning",
    "Planning a pregnancy, severe: no methotrexate, no azathioprine.",
    { ...SEVERE, pregnancy: "planning" },
    { methotrexate: "exclude", azathioprine: "exclude", "tacrolimus-ointment": "recommend" },
  ],
  [
    "pregnancy-unknown",
    "30 years, pregnancy not known: asked before ruxolitinib cream.",
    { pregnancy: undefined },
    { "ruxolitinib-cream": "needs-info", "tacrolimus-ointment": "recommend" },
  ],
  [
    "pregnancy-unknown-severe",
    "The same, severe: asked before methotrexate and azathioprine.",
    { ...SEVERE, pregnancy: undefined },
    { methotrexate: "needs-info", azathioprine: "needs-info" },
  ],
]);

const byAmount = rows([
  [
    "bsa-20",
    "20 % of body surface: ruxolitinib cream is still in its label.",
    { bsaPercent: 20 },
    { "ruxolitinib-cream": "consider" },
  ],
  [
    "bsa-25",
    "25 %: too much for ruxolitinib cream.",
    { bsaPercent: 25 },
    { "ruxolitinib-cream": "exclude", "tacrolimus-ointment": "recommend" },
  ],
  [
    "bsa-45",
    "45 %, moderate: caution with large areas.",
    { bsaPercent: 45 },
    {
      "tacrolimus-ointment": "caution",
      "topical-corticosteroid": "caution",
      "crisaborole-ointment": "caution",
      "ruxolitinib-cream": "exclude",
    },
  ],
  [
    "bsa-unknown",
    "Body surface unknown: ruxolitinib cream asks for it, the others do not.",
    { bsaPercent: undefined },
    {
      "ruxolitinib-cream": "needs-info",
      "tacrolimus-ointment": "recommend",
      "crisaborole-ointment": "recommend",
    },
  ],
  [
    "bsa-45-cyp3a4",
    "45 % and a strong CYP3A4 inhibitor.",
    { bsaPercent: 45, ...withMedication("cyp3a4-inhibitor") },
    { "tacrolimus-ointment": "caution", "ruxolitinib-cream": "exclude" },
  ],
  [
    "weight-unknown",
    "Weight unknown, severe: dupilumab asks for it.",
    { ...SEVERE, weightKg: undefined },
    { dupilumab: "needs-info" },
  ],
]);

const young: Vignette[] = [
  {
    id: "biologics-11-years",
    says: "11 years, severe: tralokinumab, lebrikizumab and oral JAK inhibitors start at 12.",
    facts: child(143, { ...SEVERE, weightKg: 45 }),
    items: {
      tralokinumab: "exclude",
      lebrikizumab: "exclude",
      upadacitinib: "exclude",
      abrocitinib: "exclude",
      dupilumab: "consider",
    },
  },
  {
    id: "biologics-12-years",
    says: "12 years, 45 kg, severe: they open; oral JAK inhibitors only after a systemic.",
    facts: child(144, { ...SEVERE, weightKg: 45 }),
    items: {
      tralokinumab: "consider",
      lebrikizumab: "consider",
      upadacitinib: "later",
      abrocitinib: "later",
    },
  },
  {
    id: "biologics-light",
    says: "12 years, 35 kg, severe: too light for lebrikizumab and oral JAK inhibitors.",
    facts: child(144, { ...SEVERE, weightKg: 35 }),
    items: { lebrikizumab: "exclude", upadacitinib: "exclude", abrocitinib: "exclude" },
  },
  {
    id: "dupilumab-uk-child",
    says: "8 years, moderate, UK: no dupilumab.",
    facts: child(96, { jurisdiction: "UK" }),
    items: { dupilumab: "exclude" },
  },
];

export const MODIFIER_VIGNETTES: Vignette[] = [
  ...byCondition,
  ...byMedication,
  ...byAllergy,
  ...byPregnancy,
  ...byAmount,
  ...young,
];
