import type { Corrections } from "../../../src/engine/corrections";
import type { Finding, PageReading } from "../../../src/engine/finding";

/** Synthetic charts, as the reader of pages gives them. Nobody of these exists. */
export interface Chart {
  readings: PageReading[];
  /** What the clinician has corrected. */
  corrections?: Corrections;
}

const medication = (
  concept: string,
  quote: string,
  status: Finding["status"],
  more: Partial<Finding> = {},
): Finding => ({ concept, kind: "medication", status, quote, section: "medications", ...more });

const condition = (concept: string, quote: string, more: Partial<Finding> = {}): Finding => ({
  concept,
  kind: "condition",
  status: "present",
  quote,
  section: "problems",
  ...more,
});

const note = (
  kind: Finding["kind"],
  concept: string,
  quote: string,
  more: Partial<Finding> = {},
): Finding => ({
  concept,
  kind,
  status: "present",
  quote,
  section: "note",
  passage: 40,
  ...more,
});

export const PIMECROLIMUS = medication("pimecrolimus", "Pimecrolimus 1 % cream, twice daily", "current", {
  date: "2026-09-28",
  passage: 3,
});
export const ATOPIC = condition("atopic-dermatitis", "Atopic dermatitis (L20.9)", { passage: 1 });

const lists = (medications: number, problems: number): PageReading["coverage"] => [
  { section: "medications", state: "read", count: medications },
  { section: "problems", state: "read", count: problems },
  { section: "allergies", state: "read", count: 1 },
];

/** An adult with eight weeks of pimecrolimus listed, an antihistamine on the list, and little else known. */
export const ADULT: Chart = {
  readings: [
    {
      findings: [
        ATOPIC,
        PIMECROLIMUS,
        medication("oral-antihistamine", "Hydroxyzine 25 mg tablet, at night for itch", "current", {
          passage: 5,
        }),
        medication("topical-corticosteroid", "Hydrocortisone 1 % cream", "failed", {
          passage: 6,
          date: "2026-05-02",
        }),
      ],
      patient: {
        key: "adult",
        ageMonths: 36 * 12 + 4,
        label: "Quill, Synthia (synthetic) · F · MRN SYN-20417",
        parts: { name: "n1", birth: "b1", record: "r1" },
        sex: "female",
      },
      coverage: [...lists(14, 6), { section: "note", state: "read", count: 2 }],
    },
    { findings: [], coverage: [{ section: "Billing (billing.example)", state: "unreadable", count: 0 }] },
  ],
};

/** The same adult with what decides known. */
export const ADULT_COMPLETE: Chart = {
  readings: [
    {
      ...ADULT.readings[0],
      findings: [
        ...(ADULT.readings[0]?.findings ?? []),
        note("severity", "severity", "moderate atopic dermatitis, EASI 14", { value: "moderate" }),
        note("site", "site", "cheeks and neck", { value: "face" }),
        note("site", "site", "chest", { value: "trunk" }),
        note("infection", "infection-none", "no sign of infection"),
        note("other", "bsa", "about 12 % of body surface", { value: "12" }),
      ],
      coverage: [...lists(14, 6), { section: "note", state: "read", count: 2 }],
    },
  ],
  corrections: {
    pimecrolimus: "inadequate-response",
    adherence: "verified",
    immunocompromised: false,
    pregnancy: "none",
  },
};

const twelve = {
  key: "child",
  ageMonths: 12 * 12 + 2,
  label: "Fern, Synthetic · 12 y · MRN SYN-30551",
  parts: { name: "n2", birth: "b2", record: "r2" },
  sex: "male",
} as const;

/** A boy of twelve with moderate disease. */
export const CHILD: Chart = {
  readings: [
    {
      findings: [
        ATOPIC,
        { ...PIMECROLIMUS, date: "2026-08-03" },
        note("severity", "severity", "moderate", { value: "moderate" }),
        note("site", "site", "elbow creases", { value: "limb-flexure" }),
        note("site", "site", "eyelids", { value: "eyelid" }),
      ],
      patient: twelve,
      coverage: [...lists(4, 3), { section: "note", state: "partly", count: 1 }],
    },
  ],
  corrections: { immunocompromised: false, infection: "none" },
};

/** A toddler: most labels begin later. */
export const TODDLER: Chart = {
  readings: [
    {
      findings: [ATOPIC, { ...PIMECROLIMUS, date: "2026-09-01" }],
      patient: { key: "toddler", ageMonths: 18, label: "Thistle, Synth · 18 mo" },
      coverage: lists(2, 1),
    },
  ],
  corrections: { severity: "moderate" },
};

/** Three weeks in: too early. */
export const EARLY: Chart = {
  readings: [
    {
      findings: [ATOPIC, { ...PIMECROLIMUS, date: "2026-11-02" }],
      patient: { key: "early", ageMonths: 29 * 12, label: "Rowan, Synthetic · 29 y" },
      coverage: lists(3, 2),
    },
  ],
};

/** Clustered vesicles in the note. */
export const HERPETIC: Chart = {
  readings: [
    {
      findings: [
        ATOPIC,
        PIMECROLIMUS,
        note("red-flag", "eczema-herpeticum", "clustered punched-out erosions, febrile"),
        note("infection", "infection-herpetic", "eczema herpeticum"),
      ],
      patient: { key: "herpetic", ageMonths: 24 * 12, label: "Sorrel, Synth · 24 y" },
      coverage: [...lists(5, 2), { section: "note", state: "read", count: 1 }],
    },
  ],
  corrections: { severity: "severe" },
};

/** Severe and widespread; corticosteroid failed; use checked. Escalation is due. */
export const SEVERE: Chart = {
  readings: [
    {
      findings: [
        ATOPIC,
        { ...PIMECROLIMUS, date: "2026-05-04" },
        medication("topical-corticosteroid", "Mometasone 0.1 % ointment", "failed", { passage: 8 }),
        note("severity", "severity", "severe", { value: "severe" }),
        note("other", "bsa", "45 % BSA", { value: "45" }),
        note("site", "site", "trunk", { value: "trunk" }),
        note("site", "site", "arms and legs", { value: "limbs" }),
      ],
      patient: { key: "severe", ageMonths: 41 * 12, label: "Alder, Synthetic · 41 y", sex: "male" },
      coverage: [...lists(7, 4), { section: "note", state: "read", count: 3 }],
    },
  ],
  corrections: {
    pimecrolimus: "inadequate-response",
    adherence: "verified",
    "tried.topical-corticosteroid": "adequate-failed",
    immunocompromised: false,
    infection: "none",
    weightKg: 82,
  },
};

/** A patient whom the page does not name, and two severities in two notes. */
export const UNNAMED: Chart = {
  readings: [
    {
      findings: [
        ATOPIC,
        PIMECROLIMUS,
        note("severity", "severity", "mild AD", { value: "mild" }),
        note("severity", "severity", "severe flare of AD", { value: "severe", passage: 41 }),
      ],
      coverage: [...lists(6, 3), { section: "note", state: "partly", count: 2 }],
    },
  ],
};

/** Pimecrolimus with bare eczema. */
export const ECZEMA: Chart = {
  readings: [
    {
      findings: [
        condition("eczema-unspecified", "Eczema, unspecified (L30.9)", { passage: 2 }),
        PIMECROLIMUS,
      ],
      patient: { key: "eczema", ageMonths: 50 * 12, label: "Bramble, Synthetic · 50 y" },
      coverage: lists(8, 5),
    },
  ],
};

/** Pimecrolimus, and no diagnosis at all. */
export const NO_DIAGNOSIS: Chart = {
  readings: [
    {
      findings: [PIMECROLIMUS],
      patient: { key: "none", ageMonths: 33 * 12, label: "Yarrow, Synth · 33 y" },
      coverage: lists(8, 5),
    },
  ],
};

/** Atopic dermatitis without pimecrolimus. */
export const HALF: Chart = {
  readings: [
    {
      findings: [ATOPIC],
      patient: { key: "half", ageMonths: 47 * 12, label: "Hazel, Synthetic · 47 y" },
      coverage: [
        { section: "medications", state: "partly", count: 10 },
        { section: "problems", state: "read", count: 6 },
        { section: "note", state: "empty", count: 0 },
        { section: "Laboratory (lab.example)", state: "unreadable", count: 0 },
      ],
    },
  ],
};

/** Two people in two frames. */
export const TWO_PATIENTS: Chart = {
  readings: [...ADULT.readings, ...CHILD.readings],
};
