/** §6: what a name, a brand or a code must not be taken for. */
import { describe, expect, it } from "vitest";
import { readText } from "../../../src/content/read";
import { CODES } from "../../../src/engine/terminology";

const conceptsIn = (text: string) => readText(text).map(({ concept, status }) => `${concept} ${status}`);
const named = (text: string, concept: string) =>
  readText(text).some((finding) => finding.concept === concept && finding.status !== "other");

describe("the traps of the terminology", () => {
  it.each([
    ["Takes Prograf 2 mg twice daily for the transplant.", "tacrolimus-topical"],
    ["Takes Advagraf 3 mg daily.", "tacrolimus-topical"],
    ["Takes Envarsus XR daily.", "tacrolimus-topical"],
    ["Uses Restasis eye drops daily.", "ciclosporin"],
    ["Uses Ikervis daily.", "ciclosporin"],
    ["Uses cyclosporine eye drops daily.", "ciclosporin"],
    ["Takes Jakafi 10 mg daily.", "ruxolitinib-topical"],
    ["Takes Daliresp 500 mcg daily.", "roflumilast-topical"],
    ["Uses Zoryve 0.3% cream daily.", "roflumilast-topical"],
    ["Uses roflumilast 0.3 % cream daily.", "roflumilast-topical"],
    ["Uses Zoryve foam daily.", "roflumilast-topical"],
    ["Takes azithromycin 250 mg daily.", "azathioprine"],
    ["Uses Azasite drops daily.", "azathioprine"],
    ["Uses mometasone nasal spray daily.", "topical-corticosteroid"],
    ["Uses fluticasone inhaler daily.", "topical-corticosteroid"],
    ["Takes hydrocortisone tablets daily.", "topical-corticosteroid"],
    ["Neonatal phototherapy for jaundice.", "phototherapy"],
    ["Takes sirolimus 1 mg daily.", "pimecrolimus"],
    ["Takes everolimus 1 mg daily.", "tacrolimus-topical"],
    ["Takes Elavil 25 mg daily.", "pimecrolimus"],
    ["Receives Eligard every 3 months.", "pimecrolimus"],
    ["Eczema since 2019.", "atopic-dermatitis"],
    ["Neurodermatitis of the neck.", "atopic-dermatitis"],
    ["AD, MMSE 17, donepezil continued.", "atopic-dermatitis"],
    ["Eczema herpeticum last year.", "atopic-dermatitis"],
  ])("%s is not %s", (text, concept) => {
    expect(named(text, concept), conceptsIn(text).join(", ")).toBe(false);
  });

  it.each([
    ["Takes Prograf 2 mg twice daily.", "tacrolimus-systemic"],
    ["Uses Protopic 0.1% ointment daily.", "tacrolimus-topical"],
    ["Uses Zoryve 0.15% cream daily.", "roflumilast-topical"],
    ["Uses elidil cream daily.", "pimecrolimus"],
    ["Uses пимекролимус daily.", "pimecrolimus"],
    ["Besnier's prurigo since childhood.", "atopic-dermatitis"],
    ["Problem: L20.9", "atopic-dermatitis"],
    ["Atopic dermatitis (AD). AD is worse.", "atopic-dermatitis"],
  ])("%s is %s", (text, concept) => {
    expect(named(text, concept), conceptsIn(text).join(", ")).toBe(true);
  });
});

describe("the codes that ship", () => {
  it("are of the four systems whose terms allow it, and two concepts alone of SNOMED CT", () => {
    const systems = new Set(CODES.map(({ system }) => system));
    expect([...systems].sort()).toEqual(["ICD-10-CM", "NDC", "RxNorm", "SNOMED CT"]);
    const snomed = CODES.filter(({ system }) => system === "SNOMED CT").map(({ codes }) => codes);
    expect(snomed.sort()).toEqual(["24079001", "43116000"]);
    for (const { system, codes } of CODES)
      if (system !== "SNOMED CT" && system !== "NDC") expect(codes).not.toMatch(/\d{8}/);
  });
});
