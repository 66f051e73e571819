import { describe, expect, it } from "vitest";
import type { Advice, Item, Status } from "../../src/engine/advice";
import type { PatientFacts } from "../../src/engine/facts";
import { handouts } from "../../src/engine/handout";
import data from "../../src/engine/knowledge/handout.json";
import sources from "../../src/engine/knowledge/sources.json";

const OPTIONS = Object.keys(data.agents).filter((agent) => agent !== "pimecrolimus");

const item = (id: string, status: Status, more: Partial<Item> = {}): Item => ({
  id,
  status,
  statements: [],
  reasons: [],
  grade: { strength: "none", certainty: "none", citations: [] },
  ...more,
});

const adviceWith = (more: Partial<Advice> = {}, status: Status = "recommend"): Advice => ({
  applicability: "applies",
  redFlags: [],
  adherence: [],
  options: OPTIONS.map((id) => item(id, status)),
  adjuncts: [],
  secondary: [],
  escalation: [],
  rescue: [],
  pitfalls: [],
  missing: [],
  ...more,
});

const agentsOf = (facts: PatientFacts, advice: Advice) => handouts(facts, advice).map(({ agent }) => agent);
const textOf = (facts: PatientFacts, agent: string) => {
  const page = handouts(facts, adviceWith()).find((one) => one.agent === agent);
  return page?.sections.flatMap(({ heading, lines }) => [heading, ...lines]).join("\n") ?? "";
};

const ADULT: PatientFacts = { ageMonths: 480, sites: ["face", "neck"], jurisdiction: "US" };

describe("the pages to print", () => {
  it("are those of the options that are offered, and of pimecrolimus", () => {
    const advice = adviceWith({
      options: [
        item("tacrolimus-ointment", "caution"),
        item("topical-corticosteroid", "consider"),
        item("ruxolitinib-cream", "exclude"),
        item("crisaborole-ointment", "needs-info"),
        item("roflumilast-cream", "not-next"),
        item("tapinarof-cream", "defer"),
      ],
    });
    expect(agentsOf(ADULT, advice)).toEqual([
      "pimecrolimus",
      "tacrolimus-ointment",
      "topical-corticosteroid",
    ]);
  });

  it("are none behind a red flag, nor where the advice does not apply", () => {
    expect(agentsOf(ADULT, adviceWith({ redFlags: [item("eczema-herpeticum", "recommend")] }))).toEqual([]);
    expect(agentsOf(ADULT, adviceWith({ applicability: "not-applicable" }))).toEqual([]);
  });

  it.each<[string, PatientFacts, Partial<Advice>]>([
    ["made it worse", { ...ADULT, pimecrolimus: "worse" }, {}],
    ["burned", { ...ADULT, pimecrolimus: "intolerant" }, {}],
    ["is contraindicated", { ...ADULT, tried: { pimecrolimus: "contraindicated" } }, {}],
    [
      "stands against the present treatment",
      ADULT,
      { pitfalls: [item("current-treatment", "exclude", { reasons: [{ code: "tripped", text: "" }] })] },
    ],
  ])("leave out pimecrolimus where it %s", (_, facts, advice) => {
    expect(agentsOf(facts, adviceWith(advice))).not.toContain("pimecrolimus");
  });

  it("say how much for the age and the sites", () => {
    expect(textOf(ADULT, "pimecrolimus")).toContain("about 2.5 finger units for face and neck.");
    expect(textOf(ADULT, "pimecrolimus")).toContain("about 18 g a week");
    expect(textOf({ ...ADULT, ageMonths: 84 }, "pimecrolimus")).toContain("about 2 finger units");
    expect(textOf({ ...ADULT, ageMonths: 84 }, "pimecrolimus")).toContain("at least 250 g of moisturiser");
  });

  it("leave a blank where the amount is not known, rather than a number", () => {
    const text = textOf({ ageMonths: 480, sites: ["scalp"] }, "pimecrolimus");
    expect(text).toContain("Each time: ____________ finger units.");
    expect(text).not.toMatch(/about \d/);
  });

  it("tell each age its own largest amount of ruxolitinib cream", () => {
    expect(textOf(ADULT, "ruxolitinib-cream")).toContain("more than 60 g in 1 week.");
    expect(textOf({ ...ADULT, ageMonths: 84 }, "ruxolitinib-cream")).toContain("more than 60 g in 2 weeks.");
    expect(textOf({ ...ADULT, ageMonths: 84 }, "ruxolitinib-cream")).not.toContain("breastfeed");
  });

  it("name the only strength that is right under 16 years, and leave a blank from then on", () => {
    expect(textOf({ ...ADULT, ageMonths: 191 }, "tacrolimus-ointment")).toContain("Strength: 0.03 %");
    expect(textOf({ ...ADULT, ageMonths: 192 }, "tacrolimus-ointment")).toContain("Strength: ____________ %");
    expect(textOf({ sites: ["face"] }, "tacrolimus-ointment")).toContain("Strength: ____________ %");
  });

  it("count by body surface where that is known", () => {
    expect(textOf({ ...ADULT, bsaPercent: 10 }, "pimecrolimus")).toContain("about 4 finger units in all.");
  });

  it("follow the label of the place", () => {
    expect(textOf(ADULT, "tacrolimus-ointment")).toContain("no better after 6 weeks");
    expect(textOf({ ...ADULT, jurisdiction: "UK" }, "tacrolimus-ointment")).toContain(
      "no better after 2 weeks",
    );
    expect(textOf({ ...ADULT, jurisdiction: "UK" }, "tacrolimus-ointment")).toContain("Leave 2 hours");
    expect(textOf({ sites: ["face"] }, "tacrolimus-ointment")).toContain("no better after 6 weeks");
  });

  it("hold no line that nobody has verified, and none without its source", () => {
    const ids = new Set(sources.map(({ id }) => id));
    const lines = [...Object.values(data.common), ...Object.values(data.agents).flatMap(Object.values)]
      .flatMap((part) => (Array.isArray(part) ? part : []))
      .filter((line) => typeof line === "object");
    expect(lines.length).toBeGreaterThan(40);
    for (const { text, verification, sources: from } of lines) {
      expect(verification, text).not.toContain("unverified");
      if (!verification.includes("design"))
        expect(from.length + Number(verification.includes("secondary")), text).toBeGreaterThan(0);
      expect(
        from.filter((id: string) => !ids.has(id)),
        text,
      ).toEqual([]);
    }
  });

  it.each(
    [24, 84, 150, 480].flatMap((ageMonths) =>
      (["US", "UK"] as const).map((jurisdiction) => ({ ageMonths, jurisdiction })),
    ),
  )("read at the seventh grade or below: $ageMonths months, $jurisdiction", ({ ageMonths, jurisdiction }) => {
    const pages = handouts({ ageMonths, jurisdiction, sites: ["face", "trunk", "limbs"] }, adviceWith());
    expect(pages.length).toBe(7);
    for (const { title, sections } of pages) {
      const text = sections
        .flatMap(({ heading, lines }) => lines.map((line) => `${heading}: ${line}`))
        .join(" ");
      expect(grade(text), title).toBeLessThanOrEqual(7);
    }
  });
});

describe("the reading grade", () => {
  it("tells an easy text from a hard one", () => {
    expect(grade("The cat sat on the mat. It was a fat cat.")).toBeLessThan(2);
    expect(
      grade(
        "Pharmacological immunomodulation necessitates individualised multidisciplinary consideration of comorbidities.",
      ),
    ).toBeGreaterThan(20);
  });
});

/** Flesch–Kincaid grade. Blanks to fill in are not words. */
function grade(text: string): number {
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part));
  const words = text.match(/[a-z]+/gi) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const lower = word.toLowerCase();
  const silent = lower.replace(/(?:[^laeiouy]es|[^laeiouy]ed|[^laeiouy]e)$/, (end) => end[0] ?? "");
  return Math.max(1, (silent.match(/[aeiouy]+/g) ?? []).length);
}
