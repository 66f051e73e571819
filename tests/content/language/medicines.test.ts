import { describe, expect, it } from "vitest";
import { readText } from "../../../src/content/language";

/** Status of a concept's first finding in a text; undefined where it is not found. */
const statusOf = (text: string, concept: string) =>
  readText(text).find((finding) => finding.concept === concept)?.status;

describe("why one medicine gave way to another", () => {
  it.each([
    ["Switched from Elidel to Protopic due to lack of effect.", "failed", "current"],
    ["Switched from Elidel to Protopic because it burned.", "allergy", "current"],
    ["Changed from Elidel to Protopic in May as it was not working.", "failed", "current"],
    ["Elidel was replaced by Protopic because of inadequate response.", "failed", "current"],
    ["Elidel swapped for Protopic in Jan due to insufficient effect.", "failed", "current"],
    ["Replaced Elidel with Protopic for lack of efficacy.", "failed", "current"],
    ["Switched to Protopic from Elidel owing to poor response.", "failed", "current"],
    ["Prescribed Protopic due to burning with Elidel.", "allergy", "current"],
    ["Elidel -> Protopic due to lack of effect", "failed", "planned"],
    // What is said after "which", "but" or "with" is said of the one that came.
    ["Switched from Elidel to Protopic, which did not work either.", "past", "failed"],
    ["Switched from Elidel to Protopic but it burned.", "past", "allergy"],
    ["Switched from Elidel to Protopic with no improvement.", "past", "failed"],
  ])("%s", (text, before, after) => {
    expect(statusOf(text, "pimecrolimus")).toBe(before);
    expect(statusOf(text, "tacrolimus-topical")).toBe(after);
  });

  it("says nothing of the medicine that is begun for it", () => {
    expect(statusOf("Started Dupixent due to inadequate response.", "dupilumab")).toBe("current");
    expect(statusOf("Given failure of TCS and Elidel, we will apply for dupilumab.", "dupilumab")).toBe(
      "planned",
    );
  });
});

describe("what has not happened", () => {
  it.each([
    ["If Elidel fails, we will escalate to Dupixent.", "other"],
    ["If she fails Elidel we will move to Protopic.", "other"],
    ["Should Elidel prove ineffective, we would consider phototherapy.", "other"],
    ["Call if Elidel burns or does not help.", "other"],
    ["Continue Elidel and if this fails, start Protopic.", "current"],
    ["Continue Elidel unless irritated.", "current"],
    ["Once the Elidel has been used for six weeks we'll reassess.", "current"],
    ["Parent is concerned about the Elidel black box warning and would like to stop.", "current"],
    ["Picked up the Elidel but has not opened it yet.", "negated"],
    ["Even if mild, the rash failed Elidel.", "failed"],
  ])("%s", (text, status) => {
    expect(statusOf(text, "pimecrolimus")).toBe(status);
  });
});

describe("how notes and lists say it", () => {
  it.each([
    ["STOP taking: pimecrolimus 1% cream. START taking: tacrolimus 0.03% ointment.", "pimecrolimus", "past"],
    [
      "STOP taking: pimecrolimus 1% cream. START taking: tacrolimus 0.03% ointment.",
      "tacrolimus-topical",
      "planned",
    ],
    ["CONTINUE taking these medications: Elidel 1% cream, cetirizine 10 mg", "pimecrolimus", "current"],
    ["Elidel 1% cream: Patient not taking: Reported on 3/4/2024", "pimecrolimus", "negated"],
    ["Elidel - using. Zyrtec - taking. TAC - not taking.", "oral-antihistamine", "current"],
    ["Current regimen: Elidel AM, Vanicream PM.", "pimecrolimus", "current"],
    [
      "Previous treatments and outcomes: Elidel - no benefit; Protopic - partial.",
      "tacrolimus-topical",
      "past",
    ],
    ["Elidel-refractory facial dermatitis.", "pimecrolimus", "failed"],
    ["Elidel d/c'd d/t inefficacy, switched to Protopic.", "pimecrolimus", "failed"],
    ["Started Elidel in May but d/c'd due to lack of effect.", "pimecrolimus", "failed"],
    ["Had no luck with Elidel.", "pimecrolimus", "failed"],
    ["Elidel caused folliculitis.", "pimecrolimus", "allergy"],
    ["Mild burning with first few applications of Elidel, since resolved.", "pimecrolimus", "current"],
    ["Stopped Elidel for burning, since resolved.", "pimecrolimus", "allergy"],
    ["Elidel was helpful in the past for facial eczema.", "pimecrolimus", "past"],
    ["Mom forgets to apply the Elidel most days.", "pimecrolimus", "current"],
    ["Developed eczema herpeticum on Elidel; discontinued permanently.", "pimecrolimus", "past"],
    [
      "Father used Elidel for his seborrheic dermatitis with success and asks about it for his son.",
      "pimecrolimus",
      "other",
    ],
    ["Adbry loading dose given today.", "tralokinumab", "current"],
    ["Currently using pimecrolimus to eyelids. TAC 0.1% to body.", "topical-corticosteroid", "current"],
    ["Past meds: Elidel, MTX (nausea), CsA (HTN).", "ciclosporin", "allergy"],
    ["CPAP for CSA, Elidel for eczema.", "ciclosporin", undefined],
    ["Uses HC 2.5% ointment on the face.", "topical-corticosteroid", "current"],
    ["HC 45 cm (50th percentile). HC 1% growth.", "topical-corticosteroid", undefined],
  ])("%s", (text, concept, status) => {
    expect(statusOf(text, concept)).toBe(status);
  });
});

describe("who is with child, who has the eczema, who is free of it", () => {
  it.each([
    ["28 yo G2P1 at 22 weeks presents with flare of eczema.", "pregnant", "present"],
    ["G1P0 at 20w3d with eczema.", "pregnant", "present"],
    ["G2P2, delivered at 38 weeks, now 6 weeks postpartum.", "pregnant", undefined],
    ["Infant born to a G2P1 mother at 39 weeks.", "pregnant", undefined],
    ["G2P1 mother at 22 weeks brings her son.", "pregnant", undefined],
    ["Patient is nursing her 2 month old.", "breastfeeding", "present"],
    ["Mother is breastfeeding this 4-month-old infant with eczema.", "breastfeeding", "family"],
    ["Mother is breastfeeding this 4-month-old infant with eczema.", "eczema-unspecified", "present"],
    ["Mother of the patient has eczema.", "eczema-unspecified", "family"],
    ["Father of this boy with eczema asks about steroids.", "eczema-unspecified", "present"],
    ["Hep B sAg neg, HCV Ab neg.", "hep-bc", "negated"],
    ["Eczema of the arms; groin spared.", "site", "present"],
  ])("%s %s", (text, concept, status) => {
    expect(statusOf(text, concept)).toBe(status);
  });

  it("takes no spared place for one of the eczema's", () => {
    const sites = readText("Eczema of the eyelids; groin spared, hands are clear.").filter(
      ({ concept }) => concept === "site",
    );
    expect(sites.map(({ quote }) => quote)).toEqual(["eyelids"]);
  });
});

describe("what becomes of a medicine that is named in passing", () => {
  it.each([
    ["Discontinued Elidel in favor of Protopic.", "past", "current"],
    ["Elidel was discontinued in favor of Protopic.", "past", "current"],
    ["Trialed Elidel and Protopic.", "past", "past"],
  ])("%s", (text, before, after) => {
    expect(statusOf(text, "pimecrolimus")).toBe(before);
    expect(statusOf(text, "tacrolimus-topical")).toBe(after);
  });

  it.each([
    ["Change Elidel to once daily.", "current"],
    ["Change Elidel from BID to weekends.", "current"],
    ["Trial Elidel to face BID.", "planned"],
    ["Has Elidel at home but is not using it.", "negated"],
    ["Hold off on Elidel for now.", "negated"],
    ["Using Vaseline instead of the prescribed Elidel.", "other"],
    ["Elidel, rfl 3", "current"],
    ["Elidel x 6 wks", "current"],
    ["Elidel therapy underway.", "current"],
  ])("%s", (text, status) => {
    expect(statusOf(text, "pimecrolimus")).toBe(status);
  });
});

describe("what came of it, in few words", () => {
  it.each([
    // A score that stayed where it was.
    ["Elidel for two months: EASI 14 -> 13.", "failed"],
    ["Elidel for two months: EASI 14 -> 2.", "other"],
    ["IGA from 3 to 3 on pimecrolimus.", "failed"],
    ["Uses Elidel on lids, IGA 2 to 3.", "current"],
    ["Used Elidel x 2/12. Still IGA 3.", "failed"],
    ["Used Elidel x 2/12. Hands are still red.", "past"],
    // An entry and its comment.
    ["Elidel - suboptimal, stopped 3/21.", "failed"],
    ["Elidel: poor adherence.", "current"],
    ["Drug\tResponse\nElidel 1%\tnil\ndesonide\tgood", "failed"],
    ["Elidel (lids), in use", "current"],
    ["Elidel - good control, ongoing", "current"],
    ["Drug: Elidel 1%\nStop reason: [ ] side effect  [x] not effective  [ ] cost", "failed"],
    ["Elidel 1% cream | status: Discontinued | reason: Ineffective", "failed"],
    ["Elidel: ( ) no response  (x) not tolerated", "allergy"],
    // Ways of saying it.
    ["Sub-par result with Elidel.", "failed"],
    ["On Elidel and desonide, neither keeping up.", "failed"],
    ["The Elidel might as well have been water.", "failed"],
    ["Eyelids no better for the fortnight of Elidel.", "failed"],
    ["Using Elidel with a little bit of improvement.", "current"],
    ["Inadequate response (IR) to Elidel.", "failed"],
    ["Intolerance (INT) to Elidel.", "allergy"],
    ["The Elidel felt like sunburn and was given up.", "allergy"],
    ["Elidel stopped after a week: contact urticaria.", "allergy"],
    // Said of everyone, or of somebody else.
    ["Explained that Elidel can sting at first.", "other"],
    ["Sore eyes are a known side effect of Elidel.", "other"],
    ["Her cousin had a bad reaction to Elidel.", "other"],
    ["Amber zone: apply Elidel to the lids twice daily.", "other"],
    // When.
    ["Used Elidel as a toddler.", "past"],
    ["Script today for Elidel, to the lids.", "planned"],
    ["Elidel to begin tonight.", "planned"],
    ["Offered Elidel, said no thanks.", "negated"],
  ])("%s is %s", (text, status) => {
    expect(statusOf(text, "pimecrolimus") ?? "other").toBe(status);
  });

  it.each([
    ["Elidel failed after two months; Protopic likewise.", "failed"],
    ["Elidel burned so it was stopped. Protopic: same.", "allergy"],
    ["Elidel failed after two months. Protopic twice daily, same strength.", "current"],
    ["Swapped Elidel for Protopic in May because after two months she was still itchy.", "current"],
  ])("likens the second to the first only where that is said: %s", (text, status) => {
    expect(statusOf(text, "tacrolimus-topical")).toBe(status);
  });
});
