/** Made-up patients at different points of their treatment: what was tried, whether it was a failure, what it trips. */
import { child, patient, type Vignette } from "./vignette";

const SEVERE = { severity: "severe" } as const;

const applicability: Vignette[] = [
  {
    id: "not-atopic",
    says: "Not atopic dermatitis: no advice.",
    facts: patient({ diagnosis: "not-atopic-dermatitis" }),
    applicability: "not-applicable",
  },
  {
    id: "eczema-unspecified",
    says: "Eczema, kind not stated: confirm the diagnosis first.",
    facts: patient({ diagnosis: "eczema-unspecified" }),
    applicability: "confirm-diagnosis",
  },
  {
    id: "diagnosis-unknown",
    says: "No diagnosis known: confirm it first.",
    facts: patient({ diagnosis: undefined }),
    applicability: "confirm-diagnosis",
  },
  {
    id: "pimecrolimus-unknown",
    says: "Not known whether pimecrolimus was used: confirm first.",
    facts: patient({ onPimecrolimus: undefined }),
    applicability: "confirm-diagnosis",
  },
  {
    id: "no-pimecrolimus",
    says: "No pimecrolimus: no advice.",
    facts: patient({ onPimecrolimus: false }),
    applicability: "not-applicable",
  },
];

const pimecrolimus: Vignette[] = [
  ...(["not-trial-yet", "working"] as const).map(
    (state): Vignette => ({
      id: `state-${state}`,
      says: `Pimecrolimus ${state}: nothing is due yet.`,
      facts: patient({ pimecrolimus: state }),
      items: {
        "tacrolimus-ointment": "later",
        "topical-corticosteroid": "later",
        "ruxolitinib-cream": "later",
        "crisaborole-ointment": "later",
        moisturizer: "recommend",
        technique: "recommend",
      },
      codes: { "tacrolimus-ointment": "not-due-yet" },
    }),
  ),
  {
    id: "state-inadequate-trial",
    says: "Not a full trial: options stay in sight, to be verified first; no escalation even in severe disease.",
    facts: patient({ ...SEVERE, pimecrolimus: "inadequate-trial" }),
    items: { "tacrolimus-ointment": "recommend", dupilumab: "later", phototherapy: "later" },
    codes: { "tacrolimus-ointment": "verify-first" },
  },
  {
    id: "state-unknown",
    says: "Not known how the trial went: the same.",
    facts: patient({ ...SEVERE, pimecrolimus: undefined }),
    items: { "tacrolimus-ointment": "recommend", dupilumab: "later" },
    codes: { "tacrolimus-ointment": "verify-first" },
  },
  {
    id: "adherence-inadequate",
    says: "Used too little: verify first, no escalation.",
    facts: patient({ ...SEVERE, adherence: "inadequate" }),
    items: { "tacrolimus-ointment": "recommend", dupilumab: "later" },
    codes: { "tacrolimus-ointment": "verify-first" },
  },
  {
    id: "adherence-unknown",
    says: "Adherence unknown: verify first.",
    facts: patient({ adherence: undefined }),
    items: { "topical-corticosteroid": "recommend", technique: "recommend", triggers: "recommend" },
    codes: { "topical-corticosteroid": "verify-first" },
  },
  {
    id: "state-worse",
    says: "Worse on treatment, severe, adherence not verified: escalation is open all the same.",
    facts: patient({ ...SEVERE, pimecrolimus: "worse", adherence: "not-verified" }),
    items: { dupilumab: "consider", "alternative-diagnoses": "recommend" },
  },
  {
    id: "state-relapse",
    says: "Cleared and came back: no failure; options to consider, escalation later.",
    facts: patient({ ...SEVERE, pimecrolimus: "relapse" }),
    items: { "tacrolimus-ointment": "consider", "topical-corticosteroid": "consider", dupilumab: "later" },
  },
  {
    id: "state-intolerant",
    says: "Burned on pimecrolimus: tacrolimus and crisaborole may burn too.",
    facts: patient({ pimecrolimus: "intolerant" }),
    items: {
      "tacrolimus-ointment": "caution",
      "crisaborole-ointment": "caution",
      "topical-corticosteroid": "recommend",
    },
  },
];

const tried: Vignette[] = [
  {
    id: "tried-tacrolimus",
    says: "Tacrolimus failed properly: not next.",
    facts: patient({ tried: { "tacrolimus-ointment": "adequate-failed" } }),
    items: { "tacrolimus-ointment": "not-next", "topical-corticosteroid": "recommend" },
  },
  {
    id: "tried-corticosteroid",
    says: "Corticosteroid failed at full potency, moderate: phototherapy and dupilumab open; think of another diagnosis.",
    facts: patient({ tried: { "topical-corticosteroid": "adequate-failed" } }),
    items: { "topical-corticosteroid": "not-next", phototherapy: "consider", dupilumab: "consider" },
    first: { options: "tacrolimus-ointment", pitfalls: "alternative-diagnoses" },
  },
  {
    id: "tried-corticosteroid-mild",
    says: "The same, mild.",
    facts: patient({ severity: "mild", tried: { "topical-corticosteroid": "adequate-failed" } }),
    items: {
      "tacrolimus-ointment": "caution",
      "topical-corticosteroid": "not-next",
      "ruxolitinib-cream": "consider",
      "crisaborole-ointment": "recommend",
    },
  },
  {
    id: "tried-corticosteroid-weak",
    says: "Corticosteroid too weak: not a failure, offered again.",
    facts: patient({ tried: { "topical-corticosteroid": "inadequate-trial" } }),
    items: { "topical-corticosteroid": "recommend", dupilumab: "later" },
  },
  {
    id: "tried-intolerant",
    says: "Did not tolerate tacrolimus: caution.",
    facts: patient({ tried: { "tacrolimus-ointment": "intolerant" } }),
    items: { "tacrolimus-ointment": "caution" },
  },
  {
    id: "tried-contraindicated",
    says: "Tacrolimus contraindicated: out.",
    facts: patient({ tried: { "tacrolimus-ointment": "contraindicated" } }),
    items: { "tacrolimus-ointment": "exclude" },
  },
  {
    id: "tried-current",
    says: "On tacrolimus now as well: in use, and two calcineurin inhibitors at once.",
    facts: patient({ tried: { "tacrolimus-ointment": "current" } }),
    items: { "tacrolimus-ointment": "not-next", "current-treatment": "present" },
  },
  {
    id: "severe-extensive",
    says: "Severe, 45 %, corticosteroid failed: escalation with a specialist.",
    facts: patient({ ...SEVERE, bsaPercent: 45, tried: { "topical-corticosteroid": "adequate-failed" } }),
    items: {
      "ruxolitinib-cream": "exclude",
      "crisaborole-ointment": "caution",
      "tacrolimus-ointment": "caution",
      "topical-corticosteroid": "not-next",
      phototherapy: "consider",
      dupilumab: "consider",
      ciclosporin: "consider",
      methotrexate: "consider",
      azathioprine: "consider",
    },
  },
  {
    id: "systemic-failed",
    says: "Dupilumab failed, severe: oral JAK inhibitors are no longer held back.",
    facts: patient({ ...SEVERE, tried: { dupilumab: "adequate-failed" } }),
    items: {
      dupilumab: "not-next",
      upadacitinib: ["consider", "caution"],
      abrocitinib: ["consider", "caution"],
    },
  },
  {
    id: "child-escalation",
    says: "12 years, severe, two topicals failed: biologics with a specialist.",
    facts: child(144, {
      ...SEVERE,
      weightKg: 45,
      tried: { "topical-corticosteroid": "adequate-failed", "tacrolimus-ointment": "adequate-failed" },
    }),
    items: { dupilumab: "consider", tralokinumab: "consider", lebrikizumab: "consider" },
  },
];

const flares: Vignette[] = [
  {
    id: "flare-wraps",
    says: "Moderate, in a flare: wet wraps to consider.",
    facts: patient({ activeFlare: true }),
    items: { "wet-wraps": "consider" },
  },
  {
    id: "no-flare-wraps",
    says: "Moderate, no flare: no wet wraps.",
    facts: patient({ activeFlare: false }),
    items: { "wet-wraps": "exclude" },
  },
  {
    id: "flare-unknown-wraps",
    says: "Flare not known: asked before wet wraps.",
    facts: patient({ activeFlare: undefined }),
    items: { "wet-wraps": "needs-info" },
  },
  {
    id: "rescue-without-plan",
    says: "Acute severe flare without a steroid-sparing plan: no oral steroid.",
    facts: patient({ ...SEVERE, activeFlare: true, acuteSevereFlare: true, steroidSparingPlan: false }),
    items: { "oral-corticosteroid": "exclude" },
  },
  {
    id: "rescue-not-severe",
    says: "Moderate disease, acute severe flare: no oral steroid.",
    facts: patient({ activeFlare: true, acuteSevereFlare: true, steroidSparingPlan: true }),
    items: { "oral-corticosteroid": "exclude" },
  },
];

const trips: Vignette[] = [
  {
    id: "trip-topical-antihistamine",
    says: "An antihistamine cream on the list: the pitfall comes first.",
    facts: patient({ medications: ["topical-antihistamine"] }),
    items: { "topical-antihistamines": "exclude" },
    codes: { "topical-antihistamines": "tripped" },
    first: { pitfalls: "topical-antihistamines" },
  },
  {
    id: "trip-oral-antihistamine",
    says: "An oral antihistamine for itch on the list.",
    facts: patient({ medications: ["oral-antihistamine"] }),
    items: { "oral-antihistamines": "exclude" },
    codes: { "oral-antihistamines": "tripped" },
  },
  {
    id: "oral-antihistamine-flare",
    says: "In a severe acute flare an oral antihistamine may help to sleep.",
    facts: patient({ ...SEVERE, acuteSevereFlare: true, activeFlare: true }),
    items: { "oral-antihistamines": "caution" },
  },
  {
    id: "trip-antimicrobial",
    says: "A topical antimicrobial without infection.",
    facts: patient({ medications: ["topical-antimicrobial"] }),
    items: { "topical-antimicrobials": "exclude" },
    codes: { "topical-antimicrobials": "tripped" },
  },
  {
    id: "trip-steroid-courses",
    says: "Repeated courses of systemic steroid.",
    facts: patient({ medications: ["systemic-corticosteroid-repeated"] }),
    items: { "long-term-systemic-corticosteroids": "exclude" },
    codes: { "long-term-systemic-corticosteroids": "tripped" },
  },
  {
    id: "trip-occlusion",
    says: "A dressing over the calcineurin inhibitor.",
    facts: patient({ medications: ["occlusion-over-tci"] }),
    items: { "current-treatment": "present" },
  },
  {
    id: "trip-methotrexate-trimethoprim",
    says: "On methotrexate and trimethoprim at once.",
    facts: patient({ tried: { methotrexate: "current" }, medications: ["trimethoprim"] }),
    items: { "current-treatment": "present" },
  },
];

const flags: Vignette[] = (
  [
    "eczema-herpeticum",
    "erythroderma",
    "systemically-unwell",
    "eye-involvement",
    "immunodeficiency-suspected",
    "ctcl-suspected",
    "severe-not-responding",
  ] as const
).map((flag) => ({
  id: `flag-${flag}`,
  says: `Red flag entered: ${flag}. It stands above everything, and the options are still worked out.`,
  facts: patient({ redFlags: [flag] }),
  items: { [flag]: "recommend", "tacrolimus-ointment": "present", "topical-corticosteroid": "present" },
}));

export const COURSE_VIGNETTES: Vignette[] = [
  ...applicability,
  ...pimecrolimus,
  ...tried,
  ...flares,
  ...trips,
  ...flags,
];
