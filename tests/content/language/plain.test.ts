import { describe, expect, it } from "vitest";
import { readPassage, readText } from "../../../src/content/language";
import { expand } from "../../../src/content/language/expand";
import { CONDITION_TRIGGERS, DRUG_TRIGGERS } from "../../../src/content/language/triggers";

/** Status of a concept's first finding in a sentence; undefined where it is not found. */
const statusOf = (text: string, concept: string) =>
  readText(text).find((finding) => finding.concept === concept)?.status;

it("learns few enough words that the first page does not wait for it", () => {
  for (const table of [DRUG_TRIGGERS, CONDITION_TRIGGERS])
    expect(Object.values(table).flatMap(expand).length).toBeLessThan(4_600);
});

describe("the plain cases of clinical text", () => {
  it.each([
    ["Assessment: Atopic dermatitis, moderate, not controlled on Elidel.", "atopic-dermatitis", "present"],
    ["Denies atopic dermatitis.", "atopic-dermatitis", "negated"],
    ["Family history: mother has atopic dermatitis.", "atopic-dermatitis", "family"],
    ["Eczema of unknown cause.", "eczema-unspecified", "present"],
    ["Uses pimecrolimus cream twice daily.", "pimecrolimus", "current"],
    ["Pimecrolimus failed after eight weeks.", "pimecrolimus", "failed"],
    ["Stopped Elidel because of burning; could not tolerate it.", "pimecrolimus", "allergy"],
    [
      "Toddler with atopic dermatitis on Elidel for two months, worse, with fever.",
      "pimecrolimus",
      "current",
    ],
    ["Pimecrolimus cream may be used for mild to moderate atopic dermatitis.", "pimecrolimus", "other"],
    ["ALLERGIES: NKDA   MEDICATIONS: Elidel 1% cream BID", "pimecrolimus", "current"],
    ["She has used Elidel since June.", "pimecrolimus", "current"],
    ["She has used Elidel in the past.", "pimecrolimus", "past"],
    ["Her daughter was recently diagnosed with\neczema.", "eczema-unspecified", "family"],
    ["Father states she had never been diagnosed\nwith eczema.", "eczema-unspecified", "negated"],
    ["Impression: atopic dermatitis, not controlled\non Elidel.", "pimecrolimus", "failed"],
    ["stopped hydrocortisone 2.5% ointment\npimecrolimus cream bid", "pimecrolimus", "current"],
    ["Contact dermatitis from Elidel, which was stopped.", "pimecrolimus", "allergy"],
    ["Takes tacrolimus 1 mg capsules (Prograf).", "tacrolimus-systemic", "current"],
    ["Mother herself has AD and uses Protopic.", "atopic-dermatitis", "family"],
    ["Mother herself has AD and uses Protopic.", "tacrolimus-topical", "other"],
    ["Mother says that he himself stopped Elidel.", "pimecrolimus", "past"],
    ["FAM HX: +ECZEMA", "eczema-unspecified", "family"],
    ["MATERNAL AUNT: ECZEMA", "eczema-unspecified", "family"],
    ["MOTHER: REPORTS ECZEMA WORSE", "eczema-unspecified", "present"],
    ["GRANDMOTHER: ECZEMA. MEDS: ELIDEL BID", "pimecrolimus", "current"],
    ["ALLERGIES REVIEWED: NONE. ELIDEL DAILY", "pimecrolimus", "current"],
    ["ALLERGIES:\nNone\nElidel daily", "pimecrolimus", "current"],
    ["ALLERGIES: PENICILLIN. ELIDEL", "pimecrolimus", "allergy"],
    ["ALLERGIES: No known drug allergies. MEDICATIONS:\nElidel cream p.r.n.", "pimecrolimus", "current"],
    ["Eczema comes back every time she stops\nElidel.", "pimecrolimus", "current"],
    ["Discontinued medications\nElidel\nProtopic", "tacrolimus-topical", "past"],
    ["Not only hydrocortisone but also pimecrolimus is used daily.", "pimecrolimus", "current"],
    ["Not only hydrocortisone is used.", "topical-corticosteroid", "current"],
    ["Discussed black box warning for lymphoma and skin cancer.", "malignancy", "hypothetical"],
    ["Afraid to use Elidel because of cancer warning.", "malignancy", "hypothetical"],
    ["Risks: immunosuppression, infection, malignancy.", "immunocompromised", "hypothetical"],
    ["No evidence that Elidel causes cancer.", "malignancy", "hypothetical"],
    ["Weeping plaques, no impetiginization of the eczema.", "infection-bacterial", "negated"],
    ["Weeping plaques, no impetiginization of the eczema.", "eczema-unspecified", "present"],
    ["Eczema (Elidel to the face at night) and egg allergy.", "pimecrolimus", "current"],
    ["Egg allergy and allergy to Elidel.", "pimecrolimus", "allergy"],
    ["Both creams are medicines for use in eczema.", "eczema-unspecified", "hypothetical"],
    ["This cream can ease eczema.", "eczema-unspecified", "hypothetical"],
    ["Had eczema from six weeks of age until about thirty years old.", "eczema-unspecified", "historical"],
    ["Has eczema, no asthma until three years ago.", "eczema-unspecified", "present"],
    ["Ongoing conditions\n- Eczema (resolved)\n- Gout", "eczema-unspecified", "historical"],
    ["Ongoing conditions\n- Eczema\n- Gout (resolved)", "eczema-unspecified", "present"],
    ["Active medications\n- Elidel - stopped 5/2024\n- Zyrtec", "pimecrolimus", "past"],
    ["Active medications\n- Elidel\n- Protopic, stopped in May", "pimecrolimus", "current"],
    ["Pregnant: No (test done today)", "pregnant", "negated"],
    ["CARD11 was normal, so Netherton has been excluded.", "netherton", "negated"],
    ["Asthma (never ventilated, no ICU), eczema and hay fever.", "eczema-unspecified", "present"],
    ["No wheeze (mild), eczema or hay fever.", "eczema-unspecified", "negated"],
    ["Sister just finished antibiotics for impetigo.", "infection-bacterial", "family"],
    ["Worse in people who have asthma, who smoke, or who are pregnant.", "pregnant", "hypothetical"],
    ["Lymph nodes: no LAD. AD flare after the move.", "atopic-dermatitis", "present"],
    ["Oncology: neg lymphoma, neg weight loss.", "malignancy", "negated"],
    ["Patch test neg, lymphoma is treated.", "malignancy", "present"],
    ["A girl from her nursery has impetigo.", "infection-bacterial", "family"],
    ["This girl has impetigo since Monday.", "infection-bacterial", "present"],
    ["Minor past: Impetigo (1994), Tonsillitis (2001)", "infection-bacterial", "historical"],
    ["CLL, watched by haematology.", "malignancy", "present"],
    ["IUP at 19w4d.", "pregnant", "present"],
    ["Afraid to use Elidel because of her lymphoma.", "malignancy", "present"],
    ["Concerned about Elidel given her history of lymphoma.", "malignancy", "present"],
    ["At high risk of infection because she is immunosuppressed.", "immunocompromised", "present"],
    ["Warned that she has a skin infection.", "infection-bacterial", "present"],
    ["Eczema runs in family; patient unaffected.", "eczema-unspecified", "family"],
    ["Do not use if pregnant or breastfeeding.", "pregnant", "hypothetical"],
    ["Do not use if pregnant or breastfeeding.", "breastfeeding", "hypothetical"],
    ["Not for use in immunocompromised patients.", "immunocompromised", "hypothetical"],
    ["Avoid TCIs in this immunocompromised patient.", "immunocompromised", "present"],
    ["Not currently pregnant or breastfeeding.", "breastfeeding", "negated"],
    ["TB and hepatitis B screening before starting.", "hep-bc", "hypothetical"],
    ["Hepatitis B serology positive.", "hep-bc", "present"],
    ["Educated on signs of eczema herpeticum.", "eczema-herpeticum", "hypothetical"],
    // A finding that only sounds like talk of risks would hide a reason against a medicine.
    ["Concerning lesion on back, biopsy showed melanoma.", "melanoma", "present"],
    ["High-risk melanoma.", "melanoma", "present"],
    ["Melanoma surveillance every 6 months.", "melanoma", "present"],
    ["3-day history of impetigo.", "infection-bacterial", "present"],
    ["Eczema flare associated with impetigo.", "infection-bacterial", "present"],
    ["Counseled mom on treating impetigo with mupirocin.", "infection-bacterial", "present"],
    ["Not responding to antibiotics for skin infection.", "infection-bacterial", "present"],
    ["Side effects: developed shingles.", "infection-herpetic", "present"],
    ["Positive hepatitis B serology.", "hep-bc", "present"],
    ["Mother herself applied Elidel to child with eczema.", "eczema-unspecified", "present"],
    ["Mother took over applying Elidel.", "pimecrolimus", "current"],
    ["Couldn't get her facial eczema under control using Elidel.", "pimecrolimus", "failed"],
    ["Unable to get Elidel from the pharmacy.", "pimecrolimus", "negated"],
    ["Itchy rash. Plan: start an AD and review in four weeks.", "atopic-dermatitis", undefined],
    ["Itchy rash, in clinic with an AD flare.", "atopic-dermatitis", "present"],
    ["Moisturizer given, AD reviewed with family.", "atopic-dermatitis", undefined],
    ["Moisturizer given, AD reviewed, mild itch.", "atopic-dermatitis", "present"],
    ["Seen today. ☑ Eczema ☐ Psoriasis", "eczema-unspecified", "present"],
    ["Seen today. ☐ Eczema ☑ Psoriasis", "eczema-unspecified", "negated"],
    ["Seen today. Eczema ☑ Psoriasis ☐", "eczema-unspecified", "present"],
    ["Eczema, childhood, still active", "eczema-unspecified", "present"],
    ["Eczema, childhood, no treatment then", "eczema-unspecified", "historical"],
    ["Elidel x 8 wks w/o improvement", "pimecrolimus", "failed"],
    ["INTOLERANT: ELIDEL, PROTOPIC.", "pimecrolimus", "allergy"],
    ["PRIOR AUTHORIZATION CRITERIA: TRIAL OF ELIDEL FOR 30 DAYS.", "pimecrolimus", "other"],
    ["Hx of eczema herpeticum 2019", "eczema-herpeticum", "historical"],
    ["Eczema herpeticum suspected", "eczema-herpeticum", "present"],
    ["Pimecrolimus was used daily for three months.", "pimecrolimus", "past"],
    ["No eczema for five years.", "eczema-unspecified", "historical"],
    ["No eczema for three weeks.", "eczema-unspecified", "negated"],
  ])("%s → %s %s", (text, concept, status) => {
    expect(statusOf(text, concept)).toBe(status);
  });

  it.each([
    ["Pimecrolimus is working well, uses it on the eyelids.", "working"],
    ["Elidel helps some.", undefined],
    ["Pimecrolimus did not work well.", undefined],
    ["Doing well on lisinopril. Still uses Elidel twice daily.", undefined],
    ["She has used Elidel. It works well.", "working"],
    ["Elidel failed because he used it only once a week.", "low use"],
    ["He only used Elidel once a week and it failed.", "low use"],
    ["Failed Elidel; rarely uses it now.", undefined],
    ["Failed Elidel but rarely itches now.", undefined],
  ])("%s → note %s", (text, note) => {
    expect(readText(text).find(({ concept }) => concept === "pimecrolimus")?.note).toBe(note);
  });

  it.each([
    ["Atopic dermatitis of the trunk, moderate.", "severity", "moderate"],
    ["Atopic dermatitis, clear to mild, well controlled.", "severity", "mild"],
  ])("%s → %s %s", (text, concept, value) => {
    expect(readText(text).find((finding) => finding.concept === concept)?.value).toBe(value);
  });

  it("takes a vaccine for no infection, and one that is due for planned", () => {
    const text = "Due for MMR and varicella vaccines.";
    expect(statusOf(text, "infection-herpetic")).toBeUndefined();
    expect(statusOf(text, "live-vaccine-planned")).toBe("planned");
    expect(statusOf("MMR vaccine discussed.", "live-vaccine-planned")).toBe("other");
    expect(statusOf("Varicella with fever since yesterday.", "infection-herpetic")).toBe("present");
  });

  it.each([
    ["Problems: Pregnancy, 20 weeks", "present"],
    ["High-risk pregnancy in the third trimester.", "present"],
    ["Avoid in pregnancy, above all in the first trimester.", undefined],
    ["Plans pregnancy in a few weeks.", undefined],
  ])("reads pregnancy in %s as %s", (text, status) => {
    expect(statusOf(text, "pregnant")).toBe(status);
  });

  it.each([
    "AD, moderate stage. MMSE 17. Donepezil continued.",
    "Advance directive (AD) on file.",
    "Skin intact.",
  ])("finds no atopic dermatitis in: %s", (text) => {
    expect(statusOf(text, "atopic-dermatitis")).toBeUndefined();
  });

  it("never takes oral tacrolimus for the ointment", () => {
    expect(statusOf("Takes tacrolimus 1 mg capsules (Prograf).", "tacrolimus-topical")).toBeUndefined();
  });

  it("gives offsets into the text as it was given, hidden signs and all", () => {
    const text = "Uses Pi\u200bmecro\u00adlimus cream.";
    const [found] = readText(text);
    expect(text.slice(found?.start, found?.end)).toBe(found?.quote);
    expect(found?.concept).toBe("pimecrolimus");
  });
});

describe("a row of a medication list", () => {
  const row = (start: string, status: string) => {
    const text = `Pimecrolimus 1 % cream\t${start}\t${status}`;
    return readPassage(
      {
        number: 1,
        kind: "row",
        text,
        section: "medications",
        status,
        cells: [
          { head: "Medication", start: 0, end: 22 },
          { head: "Start", start: 23, end: 23 + start.length },
          { head: "Status", start: 24 + start.length, end: text.length },
        ],
      },
      { today: "2026-11-23" },
    )[0];
  };

  it.each(["14-Sep-2026", "2026-09-14", "14 Sep 2026", "09/14/2026"])(
    "gives its start, written %s",
    (start) => {
      expect(row(start, "Active")).toMatchObject({
        status: "current",
        date: "2026-09-14",
        section: "medications",
      });
    },
  );

  it("that was discontinued is past", () => {
    expect(row("2026-01-02", "Discontinued")?.status).toBe("past");
  });
});

it("means atopic dermatitis by AD where the text wrote it out, but not where AD is spoken of as something else", () => {
  const adOf = (text: string) => readText(text).filter(({ quote }) => quote === "AD").length;
  const between = "Bathing, emollients and a review in spring were agreed upon with both of the parents.";
  expect(adOf(`Atopic dermatitis since infancy. ${between} AD stable.`)).toBe(1);
  expect(adOf(`Atopic dermatitis since infancy. ${between} No dementia. AD stable.`)).toBe(0);
  expect(adOf(`Eczema since infancy. ${between} Seen for severe AD.`)).toBe(1);
  expect(adOf(`Eczema since infancy. ${between} AD was filed.`)).toBe(0);
});

it.each([
  ["EASI 18 -> 6 after 8 weeks.", "mild"],
  ["EASI improved from 22 to 4.", "mild"],
  ["IGA 3 -> 1", "mild"],
  ["EASI 24 at baseline, now 3.", "mild"],
  ["IGA 3, now 6 weeks on Elidel.", "moderate"],
  ["IGA 3 at the last visit.", undefined],
])("takes of %j where the score went, not where it came from", (text, expected) => {
  const now = readText(text).find(({ concept, status }) => concept === "severity" && status === "present");
  expect(now && "value" in now ? now.value : undefined).toBe(expected);
});
