/** §5.3.2 with R29–R37, written down a second time by hand, and never read from the tables. */
import type { Item, Status } from "../../../src/engine/advice";
import type { PatientFacts } from "../../../src/engine/facts";
import {
  ADULT,
  aged,
  allItems,
  type Case,
  codesOf,
  expectEqual,
  having,
  itemOf,
  nothingElseCase,
  reasonCase,
  SEVERE,
  statusCase,
} from "./patients";

const COLUMNS = [
  "tacrolimus-ointment",
  "topical-corticosteroid",
  "ruxolitinib-cream",
  "crisaborole-ointment",
  "wet-wraps",
  "bleach-baths",
  "phototherapy",
  "dupilumab",
  "ciclosporin",
  "methotrexate",
  "azathioprine",
  "oral-corticosteroid",
  "roflumilast-cream",
  "tapinarof-cream",
  "tralokinumab",
  "lebrikizumab",
  "nemolizumab",
  "upadacitinib",
  "abrocitinib",
] as const;

const STATUS: Record<string, Status> = {
  R: "recommend",
  S: "consider",
  C: "caution",
  N: "needs-info",
  D: "defer",
  Q: "not-next",
  L: "later",
  X: "exclude",
};

/** Columns shown in moderate disease; all others in severe disease, where they are offered at all. */
const IN_MODERATE: readonly string[] = [...COLUMNS.slice(0, 6), "roflumilast-cream", "tapinarof-cream"];
const ORAL_JAK: readonly string[] = ["upadacitinib", "abrocitinib"];
/** Their weight is kept, so that age alone speaks. */
const FROM_40_KG: readonly string[] = ["lebrikizumab", ...ORAL_JAK];

const OLD_SYSTEMICS = ["ciclosporin", "methotrexate", "azathioprine"];

/** The patient in whom a column is offered before anything stands against it. */
function patientFor(id: string, age?: number): PatientFacts {
  const base = IN_MODERATE.includes(id) ? ADULT : SEVERE;
  const fitting = age === undefined ? base : aged(age, base);
  const patient = FROM_40_KG.includes(id) ? { ...fitting, weightKg: 70 } : fitting;
  return ORAL_JAK.includes(id)
    ? { ...patient, tried: { methotrexate: "adequate-failed", ciclosporin: "adequate-failed" } }
    : patient;
}

/** What the row adds to the patient. */
type Change = (base: PatientFacts) => PatientFacts;
const add =
  (change: PatientFacts): Change =>
  (base) => ({ ...base, ...change, tried: { ...base.tried, ...change.tried } });
const condition =
  (word: NonNullable<PatientFacts["conditions"]>[number]): Change =>
  (base) =>
    having(base, word);
const medication = (word: NonNullable<PatientFacts["medications"]>[number]): Change =>
  add({ medications: [word] });
const current = (agent: keyof NonNullable<PatientFacts["tried"]>): Change =>
  add({ tried: { [agent]: "current" } });

interface Row {
  name: string;
  change: Change;
  /** A word that every reason which the row adds must contain. */
  why: RegExp;
  /**
   * The source's columns, then those beyond it. ".": nothing changes. "n": status as before, one more reason. "*": with
   * the badge of a specialist decision. Otherwise the status.
   */
  source: string;
  beyond: string;
  /** Items outside the columns that change as well. */
  also: readonly string[];
}

const row = (
  name: string,
  change: Change,
  why: RegExp,
  source: string,
  beyond: string,
  also: readonly string[] = ALSO[name] ?? [],
): Row => ({ name, change, why, source, beyond, also });

const NOW = "current-treatment";
const ANTIBIOTICS = "antistaphylococcal-antibiotics";
const DIAGNOSES = "alternative-diagnoses";
const ALSO: Record<string, readonly string[]> = {
  "infection unknown": [ANTIBIOTICS],
  "local bacterial infection": [NOW, ANTIBIOTICS, "topical-antimicrobials"],
  "unwell with infection": [NOW, ANTIBIOTICS],
  "flagged as unwell": [NOW],
  "fungal infection": [NOW, ANTIBIOTICS],
  "herpetic infection": [NOW, ANTIBIOTICS],
  "flagged as eczema herpeticum": [NOW],
  molluscum: [ANTIBIOTICS],
  immunocompromised: [NOW],
  "systemic immunosuppressant": [NOW, ANTIBIOTICS],
  "ciclosporin in use": [NOW, ANTIBIOTICS],
  "methotrexate in use": [NOW, ANTIBIOTICS],
  "azathioprine in use": [NOW],
  pregnant: [ANTIBIOTICS],
  Netherton: [NOW],
  "lamellar ichthyosis": [NOW],
  "graft-versus-host": [NOW],
  erythroderma: [NOW],
  "flagged erythroderma": [NOW],
  "suspected lymphoma": [NOW],
  "flagged lymphoma": [NOW],
  "malignant skin": [NOW],
  lymphadenopathy: [NOW],
  mononucleosis: [NOW],
  "macrolide allergy": [ANTIBIOTICS],
  "penicillin allergy": [ANTIBIOTICS],
  "pimecrolimus allergy": [NOW, DIAGNOSES],
  "vehicle allergy": [NOW, DIAGNOSES],
  urticaria: ["oral-antihistamines"],
};

//                                       TAC TCS RUX CRI WET BLE UVB DUP CSA MTX AZA OCS   ROF TAP TRA LEB NEM UPA ABR
const ROWS: Row[] = [
  row(
    "infection unknown",
    add({ infection: undefined }),
    /infection/,
    "N . N . N n . . . . . N",
    ". . . . . . .",
  ),
  row("not pregnant", add({ pregnancy: "none" }), /./, ". . . . . . . . . . . .", ". . . . . . ."),
  row("BSA 20", add({ bsaPercent: 20 }), /./, ". . . . . . . . . . . .", ". . . . . . ."),
  row("BSA 20.1", add({ bsaPercent: 20.1 }), /20 %/, ". . X . . . . . . . . .", ". . . . . . ."),
  row("BSA 30", add({ bsaPercent: 30 }), /20 %/, ". . X . . . . . . . . .", ". . . . . . ."),
  row("BSA 30.1", add({ bsaPercent: 30.1 }), /[23]0 %/, "C C X C . . . . . . . .", "C C . . . . ."),
  row("4.9 kg", add({ weightKg: 4.9 }), /[Ww]eight|40 kg/, ". . . . . . . X . . . .", ". . . X . X X"),
  row("5 kg", add({ weightKg: 5 }), /[Ww]eight|40 kg/, ". . . . . . . X . . . .", ". . . X . X X"),
  row("14.9 kg", add({ weightKg: 14.9 }), /[Ww]eight|40 kg/, ". . . . . . . X . . . .", ". . . X . X X"),
  row("15 kg", add({ weightKg: 15 }), /40 kg/, ". . . . . . . . . . . .", ". . . X . X X"),
  row("39.9 kg", add({ weightKg: 39.9 }), /40 kg/, ". . . . . . . . . . . .", ". . . X . X X"),
  row("40 kg", add({ weightKg: 40 }), /./, ". . . . . . . . . . . .", ". . . . . . ."),
  row(
    "local bacterial infection",
    add({ infection: "local-bacterial" }),
    /infect/i,
    "D n D D X n D . D D D X",
    "D D . . . D D",
  ),
  row(
    "unwell with infection",
    add({ infection: "systemically-unwell" }),
    /unwell/i,
    "X D X D X D D D X X X X",
    "D D D D D X X",
  ),
  row(
    "flagged as unwell",
    add({ redFlags: ["systemically-unwell"] }),
    /unwell/i,
    "X D X D X D D D X X X X",
    "D D D D D X X",
  ),
  row(
    "fungal infection",
    add({ infection: "fungal" }),
    /fungal/i,
    "D D D D X D . . D D D X",
    "D D . . . D D",
  ),
  row(
    "herpetic infection",
    add({ infection: "herpetic" }),
    /herpe/i,
    "X D X D X D D D X X X X",
    "D D D D D X X",
  ),
  row(
    "flagged as eczema herpeticum",
    add({ redFlags: ["eczema-herpeticum"] }),
    /herpe/i,
    "X D X D X D D D X X X X",
    "D D D D D X X",
  ),
  row("molluscum", add({ infection: "viral-other" }), /mollusc/i, "C . C . . . . . C C C C", ". . . . . C C"),
  row(
    "immunocompromised",
    add({ immunocompromised: true }),
    /immun/i,
    "X . X . . . C C X X X C",
    ". . C C C X X",
  ),
  row(
    "systemic immunosuppressant",
    medication("immunosuppressant"),
    /immunosuppressant/i,
    "X . X . . . C C X X X C",
    ". . C C C X X",
  ),
  row(
    "suspected immunodeficiency",
    add({ redFlags: ["immunodeficiency-suspected"] }),
    /immunodef/i,
    "N . N . . . . . N N N .",
    ". . . . . N N",
  ),
  row("ciclosporin in use", current("ciclosporin"), /in use/i, "X . X . . . X C Q X X C", ". . C C C X X"),
  row("methotrexate in use", current("methotrexate"), /in use/i, "X . X . . . C C X Q X C", ". . C C C X X"),
  row("azathioprine in use", current("azathioprine"), /in use/i, "X . X . . . X C X X Q C", ". . C C C X X"),
  row("on a biologic", medication("biologic"), /biologic/i, ". . X . . . . Q C C C C", ". . Q Q Q X X"),
  row("dupilumab in use", current("dupilumab"), /in use/i, ". . X . . . . Q C C C C", ". . Q Q Q X X"),
  row("tralokinumab in use", current("tralokinumab"), /in use/i, ". . X . . . . Q C C C C", ". . Q Q Q X X"),
  row("lebrikizumab in use", current("lebrikizumab"), /in use/i, ". . X . . . . Q C C C C", ". . Q Q Q X X"),
  row("nemolizumab in use", current("nemolizumab"), /in use/i, ". . X . . . . Q C C C C", ". . Q Q Q X X"),
  row("on an oral JAK inhibitor", medication("jak"), /JAK/, "C . X . . . . X X X X C", ". . X X X Q Q"),
  row("upadacitinib in use", current("upadacitinib"), /in use/i, "C . X . . . . X X X X C", ". . X X X Q Q"),
  row("abrocitinib in use", current("abrocitinib"), /in use/i, "C . X . . . . X X X X C", ". . X X X Q Q"),
  row("pregnant", add({ pregnancy: "pregnant" }), /pregnan/i, "C n C C . . n C C X X C", "C C C C C X X"),
  row(
    "breastfeeding",
    add({ pregnancy: "breastfeeding" }),
    /breastfeeding/i,
    "C n X C . . . C X X C C",
    "C C C C C X X",
  ),
  row("planning", add({ pregnancy: "planning" }), /planning/i, ". . C C . . . C C X X C", "C C C C C X X"),
  row(
    "fathering",
    condition("fathering-within-3-months"),
    /fathering/i,
    ". . . . . . . . C X C .",
    ". . . . . C C",
  ),
  row("Netherton", condition("netherton"), /Netherton/, "X C C C C . S . . . . .", "C C . . . . ."),
  row(
    "lamellar ichthyosis",
    condition("lamellar-ichthyosis"),
    /ichthyosis/,
    "X C C C C . S . . . . .",
    "C C . . . . .",
  ),
  row("graft-versus-host", condition("gvhd"), /Graft/, "X C C C C . S . . . . .", "C C . . . . ."),
  row(
    "erythroderma",
    condition("erythroderma"),
    /erythroderma/,
    "X S* X X n* . n n n n n n*",
    "X X n n n n n",
  ),
  row(
    "flagged erythroderma",
    add({ redFlags: ["erythroderma"] }),
    /erythroderma/,
    "X S* X X n* . n n n n n n*",
    "X X n n n n n",
  ),
  row(
    "suspected lymphoma",
    condition("ctcl-suspected"),
    /lymphoma/,
    "X C X C . . C X X C X C",
    "C C X X X X X",
  ),
  row(
    "flagged lymphoma",
    add({ redFlags: ["ctcl-suspected"] }),
    /lymphoma/,
    "X C X C . . C X X C X C",
    "C C X X X X X",
  ),
  row(
    "malignant skin",
    condition("skin-malignancy-or-premalignant"),
    /malignant/,
    "X C X C . . C X X C X C",
    "C C X X X X X",
  ),
  row(
    "lymphadenopathy",
    condition("lymphadenopathy-unexplained"),
    /lymph/,
    "D . D . . . . D D D D C",
    ". . D D D D D",
  ),
  row(
    "mononucleosis",
    condition("acute-mononucleosis"),
    /mononucleosis/,
    "D . D . . . . D D D D C",
    ". . D D D D D",
  ),
  row(
    "phototherapy now",
    medication("phototherapy-now"),
    /phototherapy/i,
    "C . C . . . Q . X C X .",
    ". . . . . X X",
  ),
  row("phototherapy in use", current("phototherapy"), /in use/i, "C . C . . . Q . X C X .", ". . . . . X X"),
  row(
    "photosensitivity",
    condition("photosensitivity"),
    /photosens/i,
    "C . . . . . X . . . C .",
    ". . . . . . .",
  ),
  row(
    "keratinocyte cancer",
    condition("skin-cancer-keratinocyte"),
    /skin cancer/,
    "C . C . . . C . X . X .",
    ". . . . . X X",
  ),
  row("melanoma", condition("melanoma"), /melanoma/, "C . C . . . X . X C X .", ". . . . . X X"),
  row("eye disease", condition("eye-disease"), /eye/i, ". C . . . . n C . . . C", ". . C C C . ."),
  row("eyelid", add({ sites: ["trunk", "eyelid"] }), /eyelid/i, ". C . . . . n C . . . C", ". . C C C . ."),
  row(
    "flagged eye",
    add({ redFlags: ["eye-involvement"] }),
    /eye/i,
    ". C . . . . n C . . . C",
    ". . C C C . .",
  ),
  row("smoker", condition("smoker"), /smok/i, ". . C . . . . . C . . C", ". . . . . C C"),
  row(
    "cardiovascular risk",
    condition("mace-risk"),
    /cardiovasc/i,
    ". . C . . . . . C . . C",
    ". . . . . C C",
  ),
  row("thrombosis", condition("vte"), /thrombosis/, ". . C . . . . . C . . C", ". . . . . C C"),
  row("past malignancy", condition("malignancy"), /malignancy/, ". . C . . . . . C . . C", ". . . . . C C"),
  row(
    "active malignancy",
    condition("malignancy-active"),
    /active malignancy/i,
    ". . C . . . . . X C X C",
    ". . . . . X X",
  ),
  row("tuberculosis", condition("tb"), /tubercul/i, ". . C . . . . . C C C C", ". . . . . C C"),
  row("hepatitis", condition("hep-bc"), /hepatitis/i, ". . C . . . . . C C C C", ". . . . . C C"),
  row("helminths", condition("helminth"), /helminth/i, ". . . . . . . D . . . C", ". . D D D . ."),
  row(
    "uncontrolled hypertension",
    condition("hypertension-uncontrolled"),
    /hypertension/,
    ". . C . . . . . X . . C",
    ". . . . . C C",
  ),
  row("renal impairment", condition("renal"), /renal/i, "C . . . . . . . X X C C", ". . . . . C C"),
  row("liver disease", condition("liver"), /liver/i, ". . . . . . . . C X C C", ". . . . . C C"),
  row("alcohol excess", condition("alcohol-excess"), /alcohol/i, ". . . . . . . . C X C C", ". . . . . C C"),
  row("Child-Pugh B or C", condition("hepatic-bc"), /Child-Pugh/, ". . . . . . . . C X C C", "X . . . . X X"),
  row(
    "strong CYP3A4 inhibitor",
    medication("cyp3a4-inhibitor"),
    /CYP3A4/,
    ". C X . . . . . C . . C",
    ". . . . . C C",
  ),
  row(
    "moderate CYP3A4 inhibitor",
    medication("cyp3a4-inhibitor-moderate"),
    /CYP3A4/,
    ". . C . . . . . C . . .",
    ". . . . . C C",
  ),
  row(
    "trimethoprim",
    medication("trimethoprim"),
    /trimethoprim/i,
    ". . . . . . . . . X C .",
    ". . . . . . .",
  ),
  row(
    "allopurinol",
    medication("allopurinol-febuxostat"),
    /allopurinol/i,
    ". . . . . . . . . . X .",
    ". . . . . . .",
  ),
  row(
    "live vaccine",
    medication("live-vaccine-planned"),
    /vaccine/,
    ". . C . . . . D D D D D",
    ". . D D D D D",
  ),
  row("asthma from fumes", condition("asthma-fumes"), /fumes/, ". . . . . C . . . . . .", ". . . . . . ."),
  row(
    "hypochlorite reaction",
    condition("hypochlorite-reaction"),
    /hypochlorite/,
    ". . . . . X . . . . . .",
    ". . . . . . .",
  ),
  row(
    "peanut allergy",
    add({ allergies: ["peanut"] }),
    /peanut/i,
    ". n . . . . . . . . . .",
    ". . . . . . .",
  ),
  row(
    "macrolide allergy",
    add({ allergies: ["macrolide"] }),
    /macrolide/i,
    "C . . . . . . . C . . .",
    ". . . . . . .",
  ),
  row(
    "penicillin allergy",
    add({ allergies: ["penicillin"] }),
    /./,
    ". . . . . . . . . . . .",
    ". . . . . . .",
  ),
  row(
    "pimecrolimus allergy",
    add({ allergies: ["pimecrolimus"] }),
    /pimecrolimus/i,
    "C . . . . . . . . . . .",
    ". . . . . . .",
  ),
  row(
    "vehicle allergy",
    add({ allergies: ["propylene-glycol"] }),
    /./,
    ". . . . . . . . . . . .",
    ". . . . . . .",
  ),
  row(
    "pimecrolimus not tolerated",
    add({ pimecrolimus: "intolerant" }),
    /burned/,
    "C . . C . . . . . . . .",
    "C . . . . . .",
  ),
  row(
    "steroid withdrawal",
    condition("topical-steroid-withdrawal"),
    /withdrawal/,
    ". C . . . . . . . . . C",
    ". . . . . . .",
  ),
  row(
    "TPMT deficient",
    (base) => ({ ...base, conditions: ["tpmt-deficient"] }),
    /TPMT/,
    ". . . . . . . . . . X .",
    ". . . . . . .",
  ),
  row(
    "TPMT not known",
    (base) => ({ ...base, conditions: [] }),
    /TPMT/,
    ". . . . . . . . . . N .",
    ". . . . . . .",
  ),
  row("urticaria", condition("urticaria-or-rhinitis"), /./, ". . . . . . . . . . . .", ". . . . . . ."),
];

/** Each agent's own allergy and the outcome of each agent's own trial: nothing but its own column changes. */
const OWN: [outcome: string, why: RegExp, letters: Record<string, string>][] = [
  ["allergy", /[Aa]llergy/, { "topical-corticosteroid": "C", "*": "X" }],
  ["adequate-failed", /[Ff]ailed|upkeep/, { "oral-corticosteroid": ".", "*": "Q" }],
  ["contraindicated", /contraindicated/, { "*": "X" }],
  ["intolerant", /[Nn]ot tolerated/, { "*": "C" }],
  [
    "inadequate-trial",
    /proper course|higher potency/,
    Object.fromEntries([...COLUMNS.slice(0, 4), ...COLUMNS.slice(12, 14)].map((id) => [id, "n"])),
  ],
  ["current", /in use/, { "*": "Q" }],
  ["never", /./, {}],
];

const NOT_AGENTS = ["wet-wraps", "bleach-baths"];

interface Expectation {
  name: string;
  id: string;
  before: PatientFacts;
  after: PatientFacts;
  why: RegExp;
  letter: string;
}

function expectationsOf({ name, change, why, source, beyond }: Row): Expectation[] {
  const letters = `${source} ${beyond}`.split(" ");
  expectEqual(`cells of ${name}`, letters.length, COLUMNS.length);
  return COLUMNS.map((id, index) => {
    const before = patientFor(id);
    return { name, id, before, after: change(before), why, letter: letters[index] ?? "" };
  });
}

const ownExpectations = OWN.flatMap(([outcome, why, letters]) =>
  COLUMNS.filter((id) => !NOT_AGENTS.includes(id) && !(id === "phototherapy" && outcome === "allergy")).map(
    (id) => {
      const before = patientFor(id);
      const after: PatientFacts =
        outcome === "allergy"
          ? { ...before, allergies: [id as "dupilumab"] }
          : { ...before, tried: { ...before.tried, [id]: outcome } };
      return {
        name: `${outcome} of ${id}`,
        id,
        before,
        after,
        why,
        letter: letters[id] ?? letters["*"] ?? ".",
      };
    },
  ),
);

/** Outside the US, and facts that count only there or only there not. */
const PLACES: Expectation[] = (
  [
    ["UK", "ruxolitinib-cream", {}, /Outside the US/, "X"],
    ["EU", "ruxolitinib-cream", {}, /Outside the US/, "X"],
    ["other", "ruxolitinib-cream", {}, /Outside the US/, "X"],
    ["UK", "crisaborole-ointment", {}, /Outside the US/, "X"],
    ["EU", "crisaborole-ointment", {}, /Outside the US/, "X"],
    ["other", "crisaborole-ointment", {}, /Outside the US/, "X"],
    ["UK", "roflumilast-cream", {}, /Outside the US/, "X"],
    ["EU", "roflumilast-cream", {}, /Outside the US/, "X"],
    ["other", "roflumilast-cream", {}, /Outside the US/, "X"],
    ["UK", "tapinarof-cream", {}, /Outside the US/, "X"],
    ["EU", "tapinarof-cream", {}, /Outside the US/, "X"],
    ["other", "tapinarof-cream", {}, /Outside the US/, "X"],
    ["UK", "topical-corticosteroid", {}, /UK/, "n"],
    ["other", "topical-corticosteroid", {}, /UK/, "n"],
    ["EU", "topical-corticosteroid", {}, /./, "."],
    ["UK", "dupilumab", {}, /NICE/, "n"],
    ["other", "dupilumab", {}, /NICE/, "n"],
    ["EU", "dupilumab", {}, /./, "."],
    ["US", "topical-corticosteroid", {}, /./, "."],
    ["UK", "tacrolimus-ointment", { allergies: ["macrolide"] }, /[Mm]acrolide/, "X"],
    ["EU", "tacrolimus-ointment", { allergies: ["macrolide"] }, /[Mm]acrolide/, "X"],
    ["other", "tacrolimus-ointment", { allergies: ["macrolide"] }, /[Mm]acrolide/, "X"],
    ["US", "tacrolimus-ointment", { allergies: ["macrolide"] }, /[Mm]acrolide/, "C"],
    ["UK", "tacrolimus-ointment", { medications: ["live-vaccine-planned"] }, /vaccine/, "C"],
    ["EU", "tacrolimus-ointment", { medications: ["live-vaccine-planned"] }, /vaccine/, "C"],
    ["other", "tacrolimus-ointment", { medications: ["live-vaccine-planned"] }, /vaccine/, "C"],
    ["US", "tacrolimus-ointment", { medications: ["live-vaccine-planned"] }, /./, "."],
    ...[
      "methotrexate",
      "azathioprine",
      "phototherapy",
      "oral-corticosteroid",
      "wet-wraps",
      "bleach-baths",
    ].map((id) => ["US", id, {}, /./, "."] as const),
    ...["tralokinumab", "lebrikizumab", "nemolizumab", "upadacitinib", "abrocitinib", "phototherapy"].flatMap(
      (id) => (["UK", "EU", "other"] as const).map((place) => [place, id, {}, /./, "."] as const),
    ),
    ...["wet-wraps", "bleach-baths", "oral-corticosteroid", "tacrolimus-ointment"].flatMap((id) =>
      (["UK", "EU", "other"] as const).map((place) => [place, id, {}, /./, "."] as const),
    ),
  ] as [NonNullable<PatientFacts["jurisdiction"]>, string, PatientFacts, RegExp, string][]
).map(([jurisdiction, id, change, why, letter]) => {
  const before = patientFor(id);
  return {
    name: `${jurisdiction} ${JSON.stringify(change)}`,
    id,
    before,
    after: { ...before, ...change, jurisdiction },
    why,
    letter,
  };
});

/** CYP3A4 inhibitors count for a calcineurin inhibitor once the area is large, a strong one always for a corticosteroid. */
const LARGE_AREA: Expectation[] = (
  [
    ["cyp3a4-inhibitor", "tacrolimus-ointment", "n"],
    ["cyp3a4-inhibitor", "topical-corticosteroid", "n"],
    ["cyp3a4-inhibitor-moderate", "tacrolimus-ointment", "n"],
    ["cyp3a4-inhibitor-moderate", "topical-corticosteroid", "."],
    ["cyp3a4-inhibitor", "crisaborole-ointment", "."],
    ["cyp3a4-inhibitor-moderate", "crisaborole-ointment", "."],
  ] as const
).map(([word, id, letter]) => {
  const before = { ...patientFor(id), bsaPercent: 31 };
  return {
    name: `${word}, large area`,
    id,
    before,
    after: { ...before, medications: [word] },
    why: /CYP3A4/,
    letter,
  };
});

/** A change adds the same reasons to every item but some, whether another fact holds or not. */
const sameAddedCase = (
  name: string,
  [one, other]: [PatientFacts, PatientFacts],
  change: PatientFacts,
  but: readonly string[],
): Case => ({
  name: `${name}: the same but for ${but.join(", ")}`,
  check: (advise) => {
    const added = (base: PatientFacts) => {
      const [before, after] = [allItems(advise(base)), advise({ ...base, ...change })];
      return before
        .filter(({ id }) => !but.includes(id))
        .map(({ id, reasons }) => {
          const known = new Set(reasons.map(({ text }) => text));
          const now = itemOf(after, id).reasons.map(({ text }) => text);
          return `${id}: ${now.filter((text) => !known.has(text)).sort()}`;
        })
        .sort();
    };
    expectEqual("added", added(one), added(other));
  },
});

const ELSEWHERE = ["UK", "EU", "other"] as const;

/** Two facts that count only together. */
const TOGETHER: Case[] = [
  sameAddedCase(
    "CYP3A4 inhibitor, 12 % and 30 %",
    [ADULT, { ...ADULT, bsaPercent: 30 }],
    { medications: ["cyp3a4-inhibitor"] },
    [],
  ),
  sameAddedCase(
    "CYP3A4 inhibitor, 12 % and 31 %",
    [ADULT, { ...ADULT, bsaPercent: 31 }],
    { medications: ["cyp3a4-inhibitor"] },
    ["tacrolimus-ointment"],
  ),
  sameAddedCase(
    "moderate CYP3A4 inhibitor, 12 % and 30 %",
    [ADULT, { ...ADULT, bsaPercent: 30 }],
    { medications: ["cyp3a4-inhibitor-moderate"] },
    [],
  ),
  sameAddedCase(
    "moderate CYP3A4 inhibitor, 12 % and 31 %",
    [ADULT, { ...ADULT, bsaPercent: 31 }],
    { medications: ["cyp3a4-inhibitor-moderate"] },
    ["tacrolimus-ointment"],
  ),
  ...ELSEWHERE.flatMap((jurisdiction) => {
    const base = { ...SEVERE, jurisdiction };
    const child = (severity: "moderate" | "severe") => ({ ...aged(100), severity });
    return [
      sameAddedCase(
        `live vaccine, US and ${jurisdiction}`,
        [SEVERE, base],
        { medications: ["live-vaccine-planned"] },
        ["tacrolimus-ointment"],
      ),
      sameAddedCase(
        `macrolide allergy, US and ${jurisdiction}`,
        [SEVERE, base],
        { allergies: ["macrolide"] },
        ["tacrolimus-ointment"],
      ),
      reasonCase(
        `macrolide allergy, ${jurisdiction}`,
        { ...base, allergies: ["macrolide"] },
        "tacrolimus-ointment",
        {
          text: /US label/,
          absent: true,
        },
      ),
      sameAddedCase(
        `child in ${jurisdiction}, moderate and severe`,
        [child("moderate"), child("severe")],
        { jurisdiction },
        ["dupilumab"],
      ),
      sameAddedCase(`${jurisdiction}, child and adult`, [child("severe"), SEVERE], { jurisdiction }, [
        "topical-corticosteroid",
      ]),
      nothingElseCase(`${jurisdiction} and US`, SEVERE, base, [
        ...["topical-corticosteroid", "ruxolitinib-cream", "crisaborole-ointment", "roflumilast-cream"],
        ...["tapinarof-cream", "dupilumab", "ciclosporin", "methotrexate", "azathioprine"],
      ]),
      ...OLD_SYSTEMICS.flatMap((id) => [
        statusCase(`${id}, ${jurisdiction}`, base, { [id]: "consider" }),
        reasonCase(`${id}, ${jurisdiction}`, base, id, { text: /Off-label/, absent: true }),
        reasonCase(`${id}, US`, SEVERE, id, { text: /Off-label.*US/ }),
      ]),
      reasonCase(`ciclosporin, ${jurisdiction}`, base, "ciclosporin", { text: /Licensed for severe/ }),
      ...[{ severity: "mild" }, { severity: "clear" }, { severity: undefined }, aged(5)].map((change) =>
        reasonCase(
          `dupilumab, ${jurisdiction}, ${JSON.stringify(change)}`,
          { ...aged(100), jurisdiction, ...change } as PatientFacts,
          "dupilumab",
          { text: /severe eczema only/, absent: true },
        ),
      ),
    ];
  }),
  sameAddedCase("30 kg at 5 and at 6 years", [aged(71, SEVERE), aged(72, SEVERE)], { weightKg: 30 }, [
    "dupilumab",
  ]),
  sameAddedCase("30 kg at 5 and at 6 months", [aged(5, SEVERE), aged(6, SEVERE)], { weightKg: 30 }, [
    "dupilumab",
  ]),
  reasonCase("30 kg at 5 months", { ...aged(5, SEVERE), weightKg: 30 }, "dupilumab", {
    fact: "weightKg",
    absent: true,
  }),
  reasonCase("ciclosporin, US", SEVERE, "ciclosporin", { text: /Licensed for severe/, absent: true }),
  nothingElseCase("30 kg at 5 years", aged(71, SEVERE), { ...aged(71, SEVERE), weightKg: 30 }, ["dupilumab"]),
  nothingElseCase(
    "corticosteroid failed",
    SEVERE,
    { ...SEVERE, tried: { "topical-corticosteroid": "adequate-failed" } },
    ["topical-corticosteroid", DIAGNOSES],
  ),
  reasonCase(
    "immunocompromised: nothing is needed",
    { ...ADULT, immunocompromised: true },
    "tacrolimus-ointment",
    {
      text: /^Needs/,
      absent: true,
    },
  ),
  reasonCase(
    "TPMT deficient: nothing is needed",
    { ...SEVERE, conditions: ["tpmt-deficient"] },
    "azathioprine",
    {
      text: /^Needs/,
      absent: true,
    },
  ),
  reasonCase(
    "steroid allergy",
    { ...ADULT, allergies: ["topical-corticosteroid"] },
    "topical-corticosteroid",
    { text: /patch-test/ },
  ),
];

const same = (one: Item, other: Item) => JSON.stringify(one.reasons) === JSON.stringify(other.reasons);

const matrixCase = ({ name, id, before, after, why, letter }: Expectation): Case => ({
  name: `${name} → ${id}: ${letter}`,
  check: (advise) => {
    const was = itemOf(advise(before), id);
    const is = itemOf(advise(after), id);
    const [status, badge] = [letter[0] ?? "", letter.endsWith("*")];
    expectEqual(`status of ${id}`, is.status, STATUS[status] ?? was.status);
    expectEqual(`badge of ${id}`, is.specialist ?? false, badge || (was.specialist ?? false));
    expectEqual(`same reasons for ${id}`, same(was, is), status === ".");
    const texts = new Set(was.reasons.map(({ text }) => text));
    const added = is.reasons.filter(({ text }) => !texts.has(text));
    if (status !== "." && added.length === 0) throw new Error(`${id}: no reason added`);
    for (const { text } of added)
      if (!why.test(text)) throw new Error(`${id}: "${text}" does not say ${why}`);
  },
});

export const MODIFIER_CASES: Case[] = [
  ...ROWS.flatMap(expectationsOf),
  ...ownExpectations,
  ...PLACES,
  ...LARGE_AREA,
].map(matrixCase);

export const ELSEWHERE_CASES: Case[] = [
  ...ROWS.flatMap(({ name, change, also }) =>
    [ADULT, SEVERE].map((base) => nothingElseCase(name, base, change(base), [...COLUMNS, ...also])),
  ),
  ...TOGETHER,
];

/** Age in completed months, then the status of every column: §5.3.1 and the age rows of §5.3.2 together. */
//         TAC TCS RUX CRI WET BLE UVB DUP CSA MTX AZA OCS ROF TAP TRA LEB NEM UPA ABR
const AGES = `
0          X   C*  X   X   C*  C*  X   X   X   X   X   X   X   X   X   X   X   X   X
2          X   C*  X   X   C*  C*  X   X   X   X   X   X   X   X   X   X   X   X   X
3          X   C   X   S   C*  C   X   X   X   X   X   X   X   X   X   X   X   X   X
5          X   C   X   S   C*  C   X   X   X   X   X   X   X   X   X   X   X   X   X
6          X   C   X   S   C*  C   X   S   X   X   X   X   X   X   X   X   X   X   X
23         X   C   X   S   C*  C   X   S   X   X   X   X   X   X   X   X   X   X   X
24         S   R   S   S   S   S   X   S   C   C   C   X   S   S   X   X   X   X   X
71         S   R   S   S   S   S   X   S   C   C   C   X   S   S   X   X   X   X   X
72         S   R   S   S   S   S   C   S   C   C   C   X   S   S   X   X   X   X   X
143        S   R   S   S   S   S   C   S   C   C   C   X   S   S   X   X   X   X   X
144        S   R   S   S   S   S   S   S   C   C   C   X   S   S   S   S   S   S   S
191        S   R   S   S   S   S   S   S   C   C   C   X   S   S   S   S   S   S   S
192        S   R   S   S   S   S   S   S   S   S   S   X*  S   S   S   S   S   S   S
215        S   R   S   S   S   S   S   S   S   S   S   X*  S   S   S   S   S   S   S
216        R   R   S   R   S   S   S   S   S   S   S   C   R   S   S   S   S   S   S
779        R   R   S   R   S   S   S   S   S   S   S   C   R   S   S   S   S   S   S
780        R   C   C   R   S   S   C   S   C   C   C   C   R   S   S   S   S   C   C
1440       R   C   C   R   S   S   C   S   C   C   C   C   R   S   S   S   S   C   C
`;

const ESCALATION = [...COLUMNS.slice(6, 11), ...COLUMNS.slice(14)] as readonly string[];

export const AGE_CASES: Case[] = AGES.trim()
  .split("\n")
  .flatMap((line) => {
    const [months = "", ...letters] = line.trim().split(/\s+/);
    expectEqual(`cells at ${months} months`, letters.length, COLUMNS.length);
    return COLUMNS.map((id, index): Case => {
      const letter = letters[index] ?? "";
      return {
        name: `${months} months → ${id}: ${letter}`,
        check: (advise) => {
          const item = itemOf(advise(patientFor(id, Number(months))), id);
          expectEqual(`status of ${id}`, item.status, STATUS[letter[0] ?? ""]);
          expectEqual(
            `badge of ${id}`,
            item.specialist ?? false,
            letter.endsWith("*") || ESCALATION.includes(id),
          );
        },
      };
    });
  });

const BIOLOGICS_FROM_12 = ["tralokinumab", "lebrikizumab", "nemolizumab"];

/** What a reason must say at the lower and the upper end of every age row. */
const AGE_WHY: [ids: readonly string[], months: number[], why: RegExp][] = [
  [
    ["tacrolimus-ointment", "ruxolitinib-cream", "roflumilast-cream", "tapinarof-cream"],
    [0, 2, 3, 5, 6, 23],
    /under 2 years/,
  ],
  [["topical-corticosteroid"], [0, 2, 3, 5, 6, 23], /^Under 2 years: low potency/],
  [["crisaborole-ointment"], [0, 2], /under 3 months/],
  [["wet-wraps", "bleach-baths"], [0, 2, 3, 5, 6, 23], /^Infant/],
  [["phototherapy"], [0, 2, 3, 5, 6, 23], /^Too young/],
  [["phototherapy"], [24, 71], /^2 to 5 years/],
  [["phototherapy"], [72, 143], /^6 to 11 years/],
  [["dupilumab"], [0, 2, 3, 5], /under 6 months/],
  [[...BIOLOGICS_FROM_12, ...ORAL_JAK], [0, 2, 3, 5, 6, 23, 24, 71, 72, 143], /under 12 years/],
  [OLD_SYSTEMICS, [0, 2, 3, 5, 6, 23], /^Under 2 years/],
  [OLD_SYSTEMICS, [24, 71, 72, 143, 144, 191], /^In a child/],
  [["oral-corticosteroid"], [0, 2, 3, 5, 6, 23, 24, 71, 72, 143, 144, 191], /^Under 16 years/],
  [["oral-corticosteroid"], [192, 215], /^16 and 17 years/],
  [
    [
      "topical-corticosteroid",
      "ruxolitinib-cream",
      "phototherapy",
      ...ORAL_JAK,
      ...OLD_SYSTEMICS,
      "oral-corticosteroid",
    ],
    [780],
    /^From 65 years/,
  ],
];

/** Outside the columns, age changes what is said of pimecrolimus below its label alone. */
const AGE_ELSEWHERE = [0, 3, 6, 24, 72, 144, 192, 216, 780].map((months) =>
  nothingElseCase(`${months} months`, ADULT, aged(months), [
    ...COLUMNS,
    ...(months < 24 ? [NOW, "adherence-before-failure"] : []),
  ]),
);

export const AGE_REASON_CASES: Case[] = [
  ...[0, 2, 3, 5, 6, 23].map(
    (months): Case => ({
      name: `pimecrolimus at ${months} months: off-label in the US, and no more`,
      check: (advise) =>
        expectEqual("codes", codesOf(advise(aged(months)), NOW), [
          "off-label-age-us",
          "current-treatment-scope",
        ]),
    }),
  ),
  reasonCase("pimecrolimus at 2 months in the UK", { ...aged(2), jurisdiction: "UK" }, NOW, {
    text: /not labelled under 3 months/,
    fact: "ageMonths",
  }),
  {
    name: "oral corticosteroid at 215 months: not under 18, and no more",
    check: (advise) =>
      expectEqual("codes", codesOf(advise(aged(215, SEVERE)), "oral-corticosteroid"), [
        "ocs-under-18",
        "ocs-against",
      ]),
  },
  ...AGE_WHY.flatMap(([ids, months, text]) =>
    ids.flatMap((id) =>
      months.map((age) =>
        reasonCase(`${id} at ${age} months`, patientFor(id, age), id, { text, fact: "ageMonths" }),
      ),
    ),
  ),
  ...AGE_ELSEWHERE,
];
