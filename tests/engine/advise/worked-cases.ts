/** The worked cases T1–T18 of §5.4, with what they leave out filled in as R1 says. */
import type { PatientFacts } from "../../../src/engine/facts";
import {
  ADULT,
  aged,
  type Case,
  codesOf,
  expectEqual,
  itemOf,
  orderCase,
  reasonCase,
  statusCase,
  without,
} from "./patients";

const T5: PatientFacts = {
  ...ADULT,
  severity: "severe",
  bsaPercent: 45,
  tried: { "topical-corticosteroid": "adequate-failed" },
};
const PREGNANT: PatientFacts = { ...ADULT, pregnancy: "pregnant" };
const TRANSPLANT: PatientFacts = { ...ADULT, immunocompromised: true, medications: ["immunosuppressant"] };
const INFANT = aged(18);

const flags = (name: string, facts: PatientFacts, expected: string[]): Case => ({
  name,
  check: (advise) => {
    const { redFlags } = advise(facts);
    expectEqual(
      "red flags",
      redFlags.map(({ id }) => id),
      expected,
    );
    for (const { status, statements, beyondSource, reasons } of redFlags) {
      expectEqual(
        "a red flag",
        [status, statements, beyondSource, reasons.length],
        ["recommend", [], true, 1],
      );
    }
  },
});

export const WORKED_CASES: Case[] = [
  statusCase(
    "T1 adult, moderate, face and trunk",
    { ...ADULT, sites: ["face", "trunk"] },
    {
      "topical-corticosteroid": "recommend",
      "tacrolimus-ointment": "recommend",
      "ruxolitinib-cream": "consider",
      "crisaborole-ointment": "recommend",
      moisturizer: "recommend",
      bathing: "recommend",
      "wet-wraps": "consider",
      phototherapy: "later",
      dupilumab: "later",
      ciclosporin: "later",
      methotrexate: "later",
      azathioprine: "later",
      "oral-corticosteroid": "exclude",
    },
  ),
  reasonCase("T1 face", { ...ADULT, sites: ["face", "trunk"] }, "topical-corticosteroid", {
    code: "potency-face",
    text: /^Face: low to medium/,
  }),
  reasonCase("T1 trunk", { ...ADULT, sites: ["face", "trunk"] }, "topical-corticosteroid", {
    code: "potency-trunk",
    text: /^Trunk: medium to high/,
  }),
  orderCase("T1 corticosteroid first", { ...ADULT, sites: ["face", "trunk"] }, "options", [
    "topical-corticosteroid",
    "tacrolimus-ointment",
    "crisaborole-ointment",
    "roflumilast-cream",
    "ruxolitinib-cream",
    "tapinarof-cream",
  ]),
  statusCase("T2 18 months, moderate", INFANT, {
    "tacrolimus-ointment": "exclude",
    "ruxolitinib-cream": "exclude",
    "crisaborole-ointment": "consider",
    "topical-corticosteroid": "caution",
    "oral-corticosteroid": "exclude",
  }),
  reasonCase("T2 low potency", INFANT, "topical-corticosteroid", {
    code: "potency-trunk",
    text: /^Trunk: low potency/,
  }),
  reasonCase("T2 pimecrolimus itself is off-label in the US", INFANT, "current-treatment", {
    text: /not labelled under 2 years in the US \(UK: from 3 months\)/,
    fact: "ageMonths",
  }),
  statusCase("T3 8 years, moderate", aged(96), { "tacrolimus-ointment": "consider" }),
  reasonCase("T3 0.03 % only", aged(96), "tacrolimus-ointment", { text: /0\.03 % only.*0\.1 % is not/ }),
  statusCase(
    "T4 adult, mild, corticosteroid failed",
    { ...ADULT, severity: "mild", tried: { "topical-corticosteroid": "adequate-failed" } },
    {
      "tacrolimus-ointment": "caution",
      "ruxolitinib-cream": "consider",
      "crisaborole-ointment": "recommend",
      "topical-corticosteroid": "not-next",
    },
  ),
  reasonCase(
    "T4 upkeep stays possible",
    { ...ADULT, severity: "mild", tried: { "topical-corticosteroid": "adequate-failed" } },
    "topical-corticosteroid",
    { text: /upkeep twice weekly/ },
  ),
  statusCase("T5 adult, severe, 45 %, corticosteroid failed", T5, {
    "ruxolitinib-cream": "exclude",
    "crisaborole-ointment": "caution",
    "tacrolimus-ointment": "caution",
    phototherapy: "consider",
    dupilumab: "consider",
    ciclosporin: "consider",
    methotrexate: "consider",
    azathioprine: "consider",
  }),
  {
    name: "T5 escalation is for specialists; ruxolitinib is excluded for both reasons",
    check: (advise) => {
      const advice = advise(T5);
      for (const { id, specialist } of advice.escalation) expectEqual(`${id} specialist`, specialist, true);
      const { reasons } = itemOf(advice, "ruxolitinib-cream");
      const facts = new Set(reasons.map(({ fact }) => fact));
      expectEqual("facts", [facts.has("severity"), facts.has("bsaPercent")], [true, true]);
    },
  },
  statusCase(
    "T6 crusting, well, UK",
    { ...ADULT, jurisdiction: "UK", infection: "local-bacterial" },
    {
      "tacrolimus-ointment": "defer",
      "topical-corticosteroid": "recommend",
      "antistaphylococcal-antibiotics": "caution",
      "infection-evaluation": "recommend",
    },
  ),
  reasonCase(
    "T6 no routine antibiotic",
    { ...ADULT, jurisdiction: "UK", infection: "local-bacterial" },
    "antistaphylococcal-antibiotics",
    { text: /NG190: no routine antibiotic/ },
  ),
  flags("T6 is no red flag", { ...ADULT, jurisdiction: "UK", infection: "local-bacterial" }, []),
  flags("T7 crusting and fever", { ...ADULT, infection: "systemically-unwell" }, ["systemically-unwell"]),
  statusCase(
    "T7",
    { ...ADULT, infection: "systemically-unwell" },
    { "antistaphylococcal-antibiotics": "recommend" },
  ),
  flags("T8 clustered vesicles", { ...ADULT, infection: "herpetic" }, ["eczema-herpeticum"]),
  statusCase(
    "T8",
    { ...ADULT, infection: "herpetic" },
    {
      "tacrolimus-ointment": "exclude",
      "ruxolitinib-cream": "exclude",
      "topical-corticosteroid": "defer",
      "oral-corticosteroid": "exclude",
    },
  ),
  statusCase("T9 transplant", TRANSPLANT, {
    "tacrolimus-ointment": "exclude",
    "current-treatment": "exclude",
  }),
  reasonCase("T9 oral tacrolimus is not tacrolimus tried", TRANSPLANT, "tacrolimus-ointment", {
    fact: "tried",
    absent: true,
  }),
  reasonCase("T9 pimecrolimus too", TRANSPLANT, "current-treatment", {
    code: "tripped",
    text: /not to use pimecrolimus/,
    fact: "immunocompromised",
  }),
  {
    name: "T10 three weeks in",
    check: (advise) => {
      const advice = advise({ ...ADULT, pimecrolimus: "not-trial-yet" });
      for (const { id, status } of advice.options) {
        expectEqual(id, status, "later");
        if (!codesOf(advice, id).includes("not-due-yet")) throw new Error(`${id}: not-due-yet`);
      }
      for (const { id, status } of advice.escalation) expectEqual(id, status, "later");
    },
  },
  statusCase("T11 pregnant, moderate", PREGNANT, {
    "topical-corticosteroid": "recommend",
    "tacrolimus-ointment": "caution",
    methotrexate: "exclude",
    "ruxolitinib-cream": "caution",
    "crisaborole-ointment": "caution",
  }),
  orderCase("T11 corticosteroid first", PREGNANT, "options", ["topical-corticosteroid"]),
  statusCase(
    "T12 Netherton",
    { ...ADULT, conditions: ["netherton"] },
    { "tacrolimus-ointment": "exclude", "current-treatment": "exclude" },
  ),
  {
    name: "T13 AD means Alzheimer's",
    check: (advise) => {
      const advice = advise({ ...ADULT, diagnosis: "not-atopic-dermatitis" });
      expectEqual("applicability", advice.applicability, "not-applicable");
      expectEqual(
        "items",
        [advice.options, advice.pitfalls, advice.redFlags, advice.missing],
        [[], [], [], []],
      );
    },
  },
  statusCase("T14 age unknown", without(ADULT, "ageMonths"), {
    "tacrolimus-ointment": "needs-info",
    "topical-corticosteroid": "needs-info",
    "ruxolitinib-cream": "needs-info",
    "crisaborole-ointment": "needs-info",
    "roflumilast-cream": "needs-info",
    "tapinarof-cream": "needs-info",
    phototherapy: "needs-info",
    dupilumab: "needs-info",
    tralokinumab: "needs-info",
    lebrikizumab: "needs-info",
    nemolizumab: "needs-info",
    upadacitinib: "needs-info",
    abrocitinib: "needs-info",
    ciclosporin: "needs-info",
    methotrexate: "needs-info",
    azathioprine: "needs-info",
    moisturizer: "recommend",
    "wet-wraps": "consider",
    "bleach-baths": "consider",
    "topical-antihistamines": "exclude",
    "adherence-before-failure": "recommend",
  }),
  {
    name: "T14 no potency without an age",
    check: (advise) => {
      const codes = codesOf(advise(without(ADULT, "ageMonths")), "topical-corticosteroid");
      expectEqual(
        "potency",
        codes.filter((code) => /potency|class-one/.test(code)),
        [],
      );
    },
  },
  orderCase("T15 worse: the diagnosis first", { ...ADULT, pimecrolimus: "worse" }, "pitfalls", [
    "alternative-diagnoses",
  ]),
  reasonCase("T15 herpes", { ...ADULT, pimecrolimus: "worse" }, "infection-evaluation", {
    text: /herpes/,
    fact: "pimecrolimus",
  }),
  statusCase(
    "T16 breastfeeding",
    { ...ADULT, pregnancy: "breastfeeding" },
    { "ruxolitinib-cream": "exclude" },
  ),
  statusCase(
    "T17 12 years, severe, corticosteroid and tacrolimus failed",
    {
      ...aged(144),
      severity: "severe",
      tried: { "topical-corticosteroid": "adequate-failed", "tacrolimus-ointment": "adequate-failed" },
    },
    {
      dupilumab: "consider",
      tralokinumab: "consider",
      lebrikizumab: "consider",
      "tacrolimus-ointment": "not-next",
    },
  ),
  ...["dupilumab", "tralokinumab", "lebrikizumab"].map((id) =>
    reasonCase(`T17 adult grade of ${id}`, { ...aged(144), severity: "severe" }, id, {
      code: "grade-age",
      fact: "ageMonths",
    }),
  ),
  reasonCase(
    "T18 methotrexate and skin infection",
    { ...ADULT, infection: "local-bacterial", tried: { methotrexate: "current" } },
    "antistaphylococcal-antibiotics",
    { text: /no trimethoprim/, fact: "tried" },
  ),
];
