import { describe, expect, it } from "vitest";
import type { ItemCard } from "../../../src/engine/content";
import { content } from "../../../src/engine/knowledge-content";
import { readJson } from "./files";

const card = (id: string): ItemCard => {
  const found = content().items.find((item) => item.id === id);
  if (!found) throw new Error(`no card ${id}`);
  return found;
};
const labelsOf = (id: string, jurisdiction: string, topic: RegExp) =>
  card(id)
    .labels.filter((label) => label.jurisdiction === jurisdiction && topic.test(label.topic))
    .map(({ text }) => text)
    .join(" ");

describe("the content for the panel", () => {
  it("names version, dates, status and the absence of a reviewer", () => {
    expect(content()).toMatchObject({
      version: "2026.11.1",
      reviewBy: "2027-05-22",
      source: { lastUpdated: "3 November 2025", reviewStatus: "pending human review", reviewer: null },
    });
    expect(content().about?.openPoints.join(" ")).toMatch(/paediatric guideline of 2026.*Opzelura.*Cibinqo/s);
  });

  it("gives every caller the same, and a copy of its own", () => {
    const first = content();
    first.items[0]?.howTo.push("scribbled in");
    first.statements.length = 0;
    expect(JSON.stringify(content())).toBe(JSON.stringify(content()));
    expect(content().statements).toHaveLength(37);
    expect(JSON.stringify(content())).not.toContain("scribbled in");
  });

  it("survives the way to the panel as a message", () => {
    expect(JSON.parse(JSON.stringify(content()))).toEqual(content());
  });

  it("ties each card to the article's statements and to the differences about them", () => {
    expect(card("tacrolimus-ointment").statements).toEqual(["S1", "S2", "S3", "S4", "S5"]);
    expect(card("topical-corticosteroid").statements).toEqual(["S1", "S6", "S7", "S8", "S9", "S10"]);
    expect(card("oral-corticosteroid").statements).toEqual(["S20", "S24", "S25"]);
    expect(card("oral-corticosteroid").differences).toEqual(["D18"]);
    expect(card("tacrolimus-ointment").differences).toEqual(["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"]);
    expect(card("tapinarof-cream")).toMatchObject({ statements: [], differences: [] });
  });

  it("shows on each card the statements that the engine gives the item", () => {
    const items = readJson("items") as { id: string; statements: string[] }[];
    expect(items.length).toBeGreaterThan(30);
    for (const { id, statements } of items) expect(card(id).statements, id).toEqual(statements);
  });

  it("marks in words what was not read in a primary source", () => {
    expect(card("bathing").howTo.join(" ")).toContain("[secondary source]");
    expect(card("phototherapy").howTo.join(" ")).toContain("[unverified]");
    const check = (id: string) => content().statements.find((statement) => statement.id === id)?.check;
    expect(check("S2")).toContain("[AAD23; secondary source]");
    expect(check("S24")).toMatch(
      /conditionally against systemic corticosteroids.*\[AAD24; secondary source\]/,
    );
  });

  it("says how each statement compares with the guidelines", () => {
    const match = (id: string) => content().statements.find((statement) => statement.id === id)?.match;
    expect(match("S24")).toMatch(/^POLARITY/);
    expect(match("S18")).toBe("OLDER + OTHER-COUNTRY");
    expect(match("S2")).toBe("MATCH: in adults");
    expect(match("S0a")).toBe("");
  });

  it("keeps the labels' limits apart by jurisdiction", () => {
    expect(labelsOf("current-treatment", "US", /^Minimum age/)).toMatch(/24 months/);
    expect(labelsOf("current-treatment", "UK", /^Minimum age/)).toMatch(/^Minimum age: 3 months/);
    expect(labelsOf("tacrolimus-ointment", "EU", /^Minimum age/)).toMatch(/2 years.*16 years/);
    expect(labelsOf("tacrolimus-ointment", "US", /^Review/)).toMatch(/6 weeks/);
    expect(labelsOf("tacrolimus-ointment", "EU", /^Review/)).toMatch(/2 weeks/);
    expect(labelsOf("ruxolitinib-cream", "UK", /^Licence/)).toMatch(/Not for atopic dermatitis/);
    expect(card("ruxolitinib-cream").labels.every(({ labelDate }) => labelDate !== "")).toBe(true);
  });

  it("never shows a label's words without what they are about", () => {
    const labels = content().items.flatMap((item) => item.labels);
    expect(labels.length).toBeGreaterThan(100);
    expect(labels.filter(({ topic, text }) => !text.includes(`${topic}: `))).toEqual([]);
    expect(labelsOf("antistaphylococcal-antibiotics", "UK", /^Do not use/)).toMatch(
      /^Flucloxacillin\. Do not use: /,
    );
  });

  it("gives differences their own words where the jurisdiction decides", () => {
    const difference = (id: string) => content().differences.find((entry) => entry.id === id);
    expect(difference("D7")?.variants?.US).toMatch(/stop/);
    expect(difference("D7")?.variants?.UK).toMatch(/twice weekly/);
    expect(difference("D13")?.variants?.UK).toMatch(/clarithromycin/);
    expect(difference("D13")?.variants?.US).toMatch(/not sold/);
  });

  it("asks concrete questions on technique, triggers and other diagnoses", () => {
    expect(card("technique").howTo.length).toBeGreaterThanOrEqual(9);
    expect(card("triggers").howTo.join(" ")).toMatch(/benzyl alcohol/);
    expect(card("alternative-diagnoses").howTo.join(" ")).toMatch(/patch test.*scabies.*lymphoma/is);
  });
});
