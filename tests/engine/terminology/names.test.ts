/** §6: every name and code is in one form, once, and means one thing. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/content/language/fold";
import { readText } from "../../../src/content/read";
import { CODES, CONCEPTS, KIND_OF, namesOf, TERMS } from "../../../src/engine/terminology";

/** Names under two concepts, on purpose: a vaccine that is planned counts, one that is named is no chickenpox. */
const AMBIGUOUS = ["varicella vaccine"];

/** Entered by hand only: no words of a chart say it safely. */
const NEVER_READ = ["occlusion-over-tci"];

/** Names that stand for two routes: what they mean where no route is stated. */
const WITHOUT_ROUTE: Readonly<Record<string, string | undefined>> = {
  "tacrolimus-topical": "tacrolimus-systemic",
  "ruxolitinib-topical": "ruxolitinib-systemic",
  "topical-corticosteroid": undefined,
  "topical-antihistamine": undefined,
};

const entries = TERMS.flatMap((term) =>
  [...namesOf(term.names), ...namesOf(term.misspelt)].map((name) => ({ name, term })),
);
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe("the names", () => {
  it("are many", () => {
    expect(entries.length).toBeGreaterThan(1000);
  });

  it("are in the form in which texts are compared", () => {
    const odd = entries.filter(
      ({ name }) => name === "" || fold(name).text.trim() !== name || /\s\s/.test(name),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it("stand once each, but for those that are ambiguous on purpose", () => {
    expect(repeated(entries.map(({ name }) => name))).toEqual(AMBIGUOUS);
  });

  it("belong to concepts that exist, and all but those entered by hand have some, or a code", () => {
    const known = new Set<string | null>(CONCEPTS);
    expect(TERMS.filter(({ concept }) => concept !== null && !known.has(concept))).toEqual([]);
    const named = new Set([
      ...TERMS.flatMap(({ concept, routes = {} }) => [concept, ...Object.values(routes)]),
      ...CODES.map(({ concept }) => concept),
    ]);
    const nameless = CONCEPTS.filter((concept) =>
      ["condition", "medication", "infection", "red-flag"].includes(KIND_OF.get(concept) ?? ""),
    ).filter((concept) => !named.has(concept));
    expect(nameless).toEqual(NEVER_READ);
  });

  it("mean their one concept when they stand alone, unless they need a word or a route beside them", () => {
    const wrong = entries
      .filter(({ name, term }) => term.concept !== null && !term.needs && !AMBIGUOUS.includes(name))
      .flatMap(({ name, term }) => {
        const text = term.capitals ? name.toUpperCase() : name;
        const got = readText(text)
          .filter(({ kind }) => !["severity", "site"].includes(kind))
          .map(({ concept }) => concept);
        const concept = term.concept ?? "";
        const meant = term.routes && concept in WITHOUT_ROUTE ? [concept, WITHOUT_ROUTE[concept]] : [concept];
        const right = got.length > 0 ? got.every((each) => meant.includes(each)) : meant.includes(undefined);
        return right ? [] : [`${name}: ${got.join(", ")}`];
      });
    expect(wrong).toEqual([]);
  });

  it("that need a word of the skin beside them mean nothing without it", () => {
    const needy = entries.filter(({ term }) => term.needs);
    expect(needy.length).toBeGreaterThan(0);
    for (const { name, term } of needy) {
      const conceptsIn = (text: string) => readText(text).map(({ concept }) => concept);
      expect(conceptsIn(`${name}.`), name).not.toContain(term.concept);
    }
  });

  it("that mean nothing are read as nothing", () => {
    const silent = entries.filter(({ name, term }) => term.concept === null && !AMBIGUOUS.includes(name));
    expect(silent.length).toBeGreaterThan(20);
    for (const { name } of silent)
      expect(
        readText(name).filter(({ concept }) => concept !== "severity" && concept !== "site"),
        name,
      ).toEqual([]);
  });

  it.each(["AD", "AD.", "Problem: AD", "PMH: AD, HTN, DM2", "History of AD.", "AE"])(
    "leave %s alone: two letters are no diagnosis",
    (text) => {
      expect(readText(text).map(({ concept }) => concept)).not.toContain("atopic-dermatitis");
    },
  );

  it.each(["Eczema", "Eczema, unspecified", "Chronic eczema", "Hand eczema", "Dermatitis NOS", "L30.9"])(
    "never take %s for atopic dermatitis",
    (text) => {
      expect(readText(text).map(({ concept }) => concept)).not.toContain("atopic-dermatitis");
    },
  );

  it.each([
    "Failed tacrolimus 1 mg capsules.",
    "Tried oral tacrolimus without benefit.",
    "Prograf was stopped for lack of effect.",
    "Tacrolimus level 7.2 ng/mL.",
    "Tacrolimus drip in hospital.",
  ])("never take this for tacrolimus on the skin: %s", (text) => {
    expect(readText(text).filter(({ concept }) => concept === "tacrolimus-topical")).toEqual([]);
  });

  it.each([
    "Failed Restasis.",
    "Restasis 0.05% BID both eyes",
    "Cyclosporine ophthalmic emulsion did not help.",
  ])("never take eye drops for ciclosporin: %s", (text) => {
    expect(
      readText(text).filter(({ concept, status }) => concept === "ciclosporin" && status !== "other"),
    ).toEqual([]);
  });
});

describe("the codes", () => {
  const SHAPES = {
    "ICD-10-CM": /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/,
    RxNorm: /^\d{6,7}$/,
    NDC: /^\d{4,5}-\d{3,4}$/,
    "SNOMED CT": /^(24079001|43116000)$/,
  };
  const codes = CODES.flatMap(({ system, codes, concept }) =>
    namesOf(codes).map((code) => ({ system, code, concept })),
  );

  it.each(codes)("$system $code is well formed", ({ system, code }) => {
    expect(code).toMatch(SHAPES[system]);
  });

  it("stand once each, and none begins as a code of another concept does", () => {
    expect(repeated(codes.map(({ system, code }) => `${system} ${code}`))).toEqual([]);
    const swallowed = codes.filter(({ system, code, concept }) =>
      codes.some(
        (other) => other.system === system && other.concept !== concept && code.startsWith(other.code),
      ),
    );
    expect(swallowed).toEqual([]);
  });

  it("of no other system hide among the data: dm+d, Read, ATC, ICD-11, more of SNOMED CT", () => {
    const folder = "src/engine/terminology";
    const text = ["agents", "codes", "conditions", "eczema", "measures", "medicines", "steroids"]
      .map((name) => readFileSync(`${folder}/${name}.ts`, "utf8"))
      .join("\n");
    expect([...text.matchAll(/(?<![\d-])\d{8,18}(?![\d-])/g)].map(([code]) => code)).toEqual([
      "24079001",
      "43116000",
    ]);
    // ATC (D11AH02), ICD-11 (EA80.0) and Read (M111., M11z.) by their shapes.
    expect(text).not.toMatch(/\b[A-Z]\d\d[A-Z]{2}\d\d\b/);
    expect(text).not.toMatch(/\b[A-Z]{2}\d[0-9A-Z](\.[0-9A-Z])?\b/);
    expect(text).not.toMatch(/"M1[0-9a-z]{2}[.0-9a-z]"/i);
  });

  it("of another system are not recognised by their beginning", () => {
    for (const text of ["EA80.0", "D11AH02", "385582002", "14609711000001106", "240790011", "M111."])
      expect(readText(`Problem: ${text}`), text).toEqual([]);
  });
});
