import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFacts } from "../../../src/engine/check-facts";
import { COUNTS_WHEN_PAST } from "../../../src/engine/concept-facts";
import { correct } from "../../../src/engine/correct";
import type { Corrections } from "../../../src/engine/corrections";
import type { FactName, PatientFacts } from "../../../src/engine/facts";
import type { Finding, PageReading } from "../../../src/engine/finding";
import { resolve } from "../../../src/engine/resolve";
import { CONCEPTS, KIND_OF } from "../../../src/engine/terminology/concepts";
import { SEVERITIES, SITES } from "../../../src/engine/vocabulary";
import { person, reading, TODAY } from "./chart";

const STATUSES = [
  "listed",
  "present",
  "negated",
  "family",
  "historical",
  "hypothetical",
  "other",
  "current",
  "past",
  "planned",
  "failed",
  "allergy",
] as const;
const NOTES = [
  "intolerance",
  "allergy",
  "draft",
  "worse",
  "relapse on stopping",
  "working",
  "low use",
  "from an earlier note",
  "a diagnosis given up",
];

const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });

/** Any finding, the reader's and worse: statuses that do not go with the concept, values out of range, no words. */
const finding: fc.Arbitrary<Finding> = fc
  .record({
    concept: fc.constantFrom(...CONCEPTS, "constructor", "no-such-concept"),
    status: fc.constantFrom(...STATUSES),
    quote: fc.constantFrom("words", "skin infection", "folliculitis", ""),
    section: maybe(fc.constantFrom("problems", "medications", "allergies", "note", "orders", "other")),
    date: maybe(fc.constantFrom("2026-11-20", "2026-10-20", "2025-01-01", "2030-01-01", "")),
    note: maybe(fc.constantFrom(...NOTES)),
    value: maybe(fc.constantFrom(...SEVERITIES, ...SITES, "8", "24", "101", "-1", "", "many", "low")),
    passage: maybe(fc.nat({ max: 3 })),
  })
  .map((one) => ({ kind: KIND_OF.get(one.concept) ?? "other", ...one }) as Finding);

const patient = fc.record({
  ageMonths: maybe(fc.constantFrom(0, 18, 60, 96, 434, 1440, 1441, -1, 12.5)),
  sex: maybe(fc.constantFrom("female" as const, "male" as const)),
});
const frame: fc.Arbitrary<PageReading> = fc
  .record({ findings: fc.array(finding, { maxLength: 10 }), patient: maybe(patient) })
  .map(({ findings, patient: who }) => reading(findings, who && person(who)));
const frames = fc.array(frame, { maxLength: 3 });

const factsOf = (...readings: PageReading[]) => resolve(readings, TODAY).facts;

/** Every single thing that is known: "severity=mild", "sites.face", "tried.dupilumab=current". */
const known = (facts: PatientFacts): string[] =>
  Object.entries(facts).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((word) => `${name}.${word}`)
      : typeof value === "object"
        ? Object.entries(value).map(([word, ending]) => `${name}.${word}=${ending}`)
        : [`${name}=${value}`],
  );

describe("for every chart", () => {
  it("gives facts that the engine accepts", () => {
    fc.assert(
      fc.property(frames, (readings) => {
        expect(checkFacts(factsOf(...readings))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("adds no fact for what is family's, possible or another's, nor for a denial but of infection, pregnancy, weakness", () => {
    const said = { "infection-bacterial": 1, pregnant: 1, immunocompromised: 1 };
    fc.assert(
      fc.property(
        frames,
        finding,
        fc.constantFrom("family", "hypothetical", "other", "negated"),
        (readings, one, status) => {
          fc.pre(status !== "negated" || !Object.hasOwn(said, one.concept));
          const before = known(factsOf(...readings));
          const after = known(factsOf(...readings, reading([{ ...one, status } as Finding])));
          // A denial may leave the atopic eczema open; the bare eczema that the chart states anyway then remains.
          expect(
            after.filter((fact) => !before.includes(fact) && fact !== "diagnosis=eczema-unspecified"),
          ).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("changes nothing for what is planned, a vaccine apart, or over, a history that counts apart", () => {
    const silent = finding.filter(
      ({ concept }) =>
        concept !== "live-vaccine-planned" && !COUNTS_WHEN_PAST.some((word) => word === concept),
    );
    fc.assert(
      fc.property(frames, silent, fc.constantFrom("planned", "historical"), (readings, one, status) => {
        const more = reading([{ ...one, status, note: undefined } as Finding]);
        expect(factsOf(...readings, more)).toEqual(factsOf(...readings));
      }),
      { numRuns: 400 },
    );
  });

  it("says the same whatever is read first", () => {
    fc.assert(
      fc.property(frames, (readings) => {
        const turned = [...readings]
          .reverse()
          .map((one) => ({ ...one, findings: [...one.findings].reverse() }));
        expect(factsOf(...turned)).toEqual(factsOf(...readings));
      }),
      { numRuns: 400 },
    );
  });

  it("gives every fact with the words behind it, and the same words in any order", () => {
    const words = (readings: PageReading[]) =>
      resolve(readings, TODAY).evidence.map(({ id, value, quotes, against }) => [id, value, quotes, against]);
    fc.assert(
      fc.property(frames, frame, (readings, only) => {
        const { facts, evidence } = resolve(readings, TODAY);
        for (const fact of known(facts)) {
          const [id] = fact.split("=");
          expect(evidence.some((one) => one.id === id && one.quotes.length > 0)).toBe(true);
        }
        const turned = { ...only, findings: [...only.findings].reverse() };
        expect(words([turned])).toEqual(words([only]));
      }),
      { numRuns: 400 },
    );
  });

  it("changes neither the readings nor the facts it is given", () => {
    const ids = fc.constantFrom(
      "severity",
      "sites.face",
      "conditions.smoker",
      "tried.dupilumab",
      "shoeSize",
      "",
    );
    const values = fc.constantFrom<Corrections[string]>(null, true, false, "mild", "current", 7);
    fc.assert(
      fc.property(frames, fc.dictionary(ids, values), (readings, corrections) => {
        const before = structuredClone(readings);
        const { facts } = resolve(readings, TODAY);
        expect(readings).toEqual(before);

        const chart = structuredClone(facts);
        const corrected = correct(facts, corrections);
        expect(facts).toEqual(chart);
        // Each correction is in force, or is named as one that cannot be made.
        for (const [id, value] of Object.entries(corrections)) {
          const [name, word = ""] = id.split(".");
          const now = corrected.facts[name as FactName] as Record<string, unknown> | string[] | undefined;
          const stands = word ? (Array.isArray(now) ? now.includes(word) || undefined : now?.[word]) : now;
          const made = value === null ? stands === undefined : stands === value;
          expect(made || corrected.problems.some(({ field }) => field === name)).toBe(true);
        }
      }),
    );
  });
});
