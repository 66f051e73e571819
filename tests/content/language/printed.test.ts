import { describe, expect, it } from "vitest";
import { readText } from "../../../src/content/language";

/** Concept and status of every finding, each once, in order. Texts are synthetic. */
const said = (text: string): string[] => [
  ...new Set(
    readText(text)
      .filter(({ kind }) => kind !== "site" && kind !== "severity")
      .map(({ concept, status }) => `${concept} ${status}`),
  ),
];

describe("lists as a record system prints them into a note", () => {
  it.each<[string, string, string[]]>([
    [
      "problems that are over, under a line of column names",
      "Active Ambulatory Problems\n    Diagnosis Date Noted\n  • Atopic dermatitis 01/12/2019\n\nResolved Ambulatory Problems\n    Diagnosis Date Noted\n  • Impetigo 05/05/2020\n  • Eczema herpeticum 06/01/2020",
      ["atopic-dermatitis present", "infection-bacterial historical", "eczema-herpeticum historical"],
    ],
    [
      "a past history that tells what came and went",
      "Past Medical History:\nDiagnosis Date\n  • Eczema\n  • Eczema herpeticum 2020",
      ["eczema-unspecified present", "eczema-herpeticum historical"],
    ],
    [
      "a state after the code",
      "PROBLEM LIST (as of 3/2/24)\n1. Atopic dermatitis (ICD-10 L20.9) - Active\n2. Eczema herpeticum (B00.0) - Resolved 2021",
      ["atopic-dermatitis present", "eczema-herpeticum historical"],
    ],
    [
      "medicines from before the visit, and those ordered at it",
      "Outpatient Medications Prior to Visit\nMedication Sig Dispense Refill\n• pimecrolimus (ELIDEL) 1 % cream Apply BID 60 g 2\n\nMedications Ordered This Encounter\nMedications\n• tacrolimus (PROTOPIC) 0.1 % ointment\n Sig: Apply BID",
      ["pimecrolimus current", "tacrolimus-topical planned"],
    ],
    [
      "medicines from before an admission",
      "Prior to Admission medications\nMedication Sig Start Date End Date Taking? Authorizing Provider\npimecrolimus (ELIDEL) 1 % cream Apply topically 2 times daily. 3/2/24 Yes Example, MD",
      ["pimecrolimus current"],
    ],
    [
      "a line that there are no others",
      "Current Outpatient Medications on File Prior to Visit\nMedication Sig Dispense Refill\n• triamcinolone (KENALOG) 0.1 % ointment Apply to body BID prn flare 454 g 0\n\nNo current facility-administered medications on file prior to visit.",
      ["topical-corticosteroid current"],
    ],
    [
      "reasons why a medicine was taken off",
      "Medications Discontinued During This Encounter\nMedication Reason\n• pimecrolimus (ELIDEL) 1 % cream Ineffective\n• crisaborole (EUCRISA) 2 % OINT Side effects\n• tacrolimus (PROTOPIC) 0.1 % ointment Reorder",
      ["pimecrolimus failed", "crisaborole allergy", "tacrolimus-topical current"],
    ],
    [
      "a family's diseases",
      "Family History\nProblem Relation Age of Onset\n• Eczema Mother\n• Melanoma Maternal Grandfather",
      ["eczema-unspecified family", "melanoma family"],
    ],
    [
      "a visit that is called by its clinic",
      "Allergy follow-up\nShe has eczema.",
      ["eczema-unspecified present"],
    ],
    [
      "a list after the family's line",
      "Fhx: brother melanoma age 50.\nFull skin exam incl dermoscopy:\n - lower leg eczema",
      ["melanoma family", "eczema-unspecified present"],
    ],
    [
      "a box ticked after a list of allergies",
      "Allergies: penicillin (hives)\nPast history reviewed with patient: HTN [x]  Eczema [x]  Cancer [ ]",
      [
        "penicillin allergy",
        "urticaria-or-rhinitis other",
        "eczema-unspecified present",
        "malignancy negated",
      ],
    ],
    [
      "a heading right under another that is empty",
      "Allergies\nMedications\nElidel 1% cream",
      ["pimecrolimus current"],
    ],
    ["a form that nobody filled in", "Asthma ____\nEczema  ____\n", ["eczema-unspecified other"]],
  ])("%s", (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe("what must not be taken for its opposite", () => {
  it.each<[string, string[]]>([
    ["PMHx: non-Hodgkin lymphoma", ["malignancy present"]],
    ["52 y/o F, deceased donor kidney transplant 2018", ["immunocompromised present"]],
    [
      "Given the lack of response to treatment, we would like to rule out cutaneous T-cell lymphoma.",
      ["ctcl-suspected present"],
    ],
    ["Nil eczema/asthma", ["eczema-unspecified negated"]],
    ["Ø eczema", ["eczema-unspecified negated"]],
    ["HIV -ve", ["immunocompromised negated"]],
    ["HIV screening offered.", ["immunocompromised hypothetical"]],
    ["Not aware of any history of lymphoma.", ["malignancy negated"]],
    ["PMH: nil, eczema on exam", ["eczema-unspecified present"]],
    ["Her eczema cleared; now flaring again.", ["eczema-unspecified present"]],
    ["Safety netted re eczema herpeticum - return if painful blisters.", ["eczema-herpeticum hypothetical"]],
    [
      "In 2014 he had an episode of eczema herpeticum which was treated and settled completely.",
      ["eczema-herpeticum historical"],
    ],
    [
      "12/01/2026: infected eczema, treated with emollients.",
      ["infection-bacterial present", "eczema-unspecified present"],
    ],
    ["Mum stopped breastfeeding at 5 months.", ["breastfeeding historical"]],
    ["Father treated for lymphoma at 50.", ["malignancy family"]],
    ["Maternal h/o eczema.", ["eczema-unspecified family"]],
    [
      "NICE guidance advises that pimecrolimus is not recommended as first-line treatment for atopic eczema.",
      ["pimecrolimus other", "atopic-dermatitis other"],
    ],
    ["Mom has tried Elidel without any improvement.", ["pimecrolimus failed"]],
    ["Switched from HC to Elidel.", ["pimecrolimus current"]],
    ["Elidel was helpful initially but no longer.", ["pimecrolimus failed"]],
    ["Doing well w Elidel.", ["pimecrolimus current"]],
    ["Start Elidel bid x 2 wks, then stop.", ["pimecrolimus planned"]],
    ["Ran out of Elidel and did not call for a refill.", ["pimecrolimus past"]],
    ["Stop Elidel, which has not been doing anything for her.", ["pimecrolimus failed"]],
    ["Stopped pimecrolimus d/t swelling of the lids.", ["pimecrolimus allergy"]],
    ["Stopped methotrexate, BP normal.", ["methotrexate past"]],
    ["Was on Elidel in college. Currently no rx meds.", ["pimecrolimus past"]],
    ["Upadacitinib 30 mg OD, month 5. Bloods fine. Continue.", ["upadacitinib current"]],
    [
      "Failed topicals incl. potent TCS and pimecrolimus.",
      ["topical-corticosteroid failed", "pimecrolimus failed"],
    ],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
