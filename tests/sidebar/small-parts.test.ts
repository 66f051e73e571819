import { describe, expect, it } from "vitest";
import { gramsAnswer } from "../../src/background/calculations";
import type { Advice, Item, Status } from "../../src/engine/advice";
import type { Evidence } from "../../src/engine/evidence";
import type { Site } from "../../src/engine/facts";
import { difference } from "../../src/sidebar/advice/difference";
import { standingOfContent } from "../../src/sidebar/advice/freshness";
import { daysBetween, dayWords, isoDay } from "../../src/sidebar/dates";
import { set, strike, toggle, undo } from "../../src/sidebar/facts/edit";
import { statusWords, wordsOf } from "../../src/sidebar/ui";
import { word } from "./words";

const read: Evidence[] = [{ id: "sites.face", fact: "sites", value: true, quotes: [] }];

describe("edits", () => {
  it("strike a word that the chart has, and forget one that was only typed", () => {
    expect(toggle({}, "sites.face", false, read)).toEqual({ "sites.face": null });
    expect(toggle({ "sites.face": null }, "sites.face", true, read)).toEqual({});
    expect(toggle({}, "sites.neck", true, read)).toEqual({ "sites.neck": true });
    expect(toggle({ "sites.neck": true }, "sites.neck", false, read)).toEqual({});
  });

  it("undo a fact with its words, and no other fact that begins alike", () => {
    const corrections = set(strike({ "sites.face": true, sitesX: 1 }, "sites.neck"), "severity", "mild");
    expect(undo(corrections, "sites")).toEqual({ sitesX: 1, severity: "mild" });
  });
});

const item = (id: string, status: Status, ...texts: string[]): Item => ({
  id,
  status,
  statements: [],
  reasons: texts.map((text) => ({ code: text, text })),
  grade: { strength: "none", certainty: "none", citations: [] },
});
const adviceOf = (redFlags: Item[], options: Item[]): Advice => ({
  applicability: "applies",
  redFlags,
  options,
  adherence: [],
  adjuncts: [],
  secondary: [],
  escalation: [],
  rescue: [],
  pitfalls: [],
  missing: [],
});

describe("the difference between two advices", () => {
  it("names what moved, from where to where, and the reason that is new", () => {
    const before = adviceOf([], [item("a", "recommend", "old"), item("b", "consider")]);
    const after = adviceOf([], [item("b", "consider"), item("a", "exclude", "old", "new")]);
    expect(difference(before, after)).toEqual([
      { id: "a", from: "recommend", to: "exclude", because: "new" },
    ]);
  });

  it("names what came and what went", () => {
    const before = adviceOf([], [item("a", "recommend")]);
    const after = adviceOf([item("flag", "recommend", "now")], []);
    expect(difference(before, after)).toEqual([
      { id: "flag", from: undefined, to: "recommend", because: "now" },
      { id: "a", from: "recommend" },
    ]);
    expect(difference(undefined, after)).toEqual([]);
  });
});

describe("a status in words", () => {
  it("never says of a pitfall that it fits, or that it is not for this patient", () => {
    const ui = wordsOf({ word });
    expect(statusWords(ui, "oral-antihistamines", "exclude")).toBe("Avoid");
    expect(statusWords(ui, "alternative-diagnoses", "recommend")).toBe("Think of it");
    expect(statusWords(ui, "tacrolimus-ointment", "exclude")).toBe("Not for this patient");
  });
});

describe("dates", () => {
  it("count whole days, and tell what is no date", () => {
    expect(daysBetween("2026-09-28", "2026-11-23")).toBe(56);
    expect(daysBetween("soon", "2026-11-23")).toBeUndefined();
    expect(dayWords("2026-09")).toBe("2026-09");
    expect(dayWords("2026-13-45")).toBe("2026-13-45");
    expect(isoDay(new Date(2026, 0, 5, 23, 59).getTime())).toBe("2026-01-05");
  });

  it("say how content stands on the day itself, the day after and half a year later", () => {
    const at = (day: string) => standingOfContent("2027-05-22", new Date(`${day}T12:00:00`).getTime());
    expect([at("2027-05-22"), at("2027-05-23"), at("2027-11-18"), at("2027-11-19")]).toEqual([
      "fresh",
      "overdue",
      "overdue",
      "withheld",
    ]);
    expect(standingOfContent("unknown", 0)).toBe("overdue");
  });
});

describe("grams", () => {
  const extent = { ageMonths: 480, sites: ["face", "neck"] as Site[] };

  it("are expected for the extent, and set against what was dispensed", () => {
    expect(gramsAnswer({ ...extent })).toMatchObject({
      expected: { gramsPerWeek: 17.5 },
    });
    expect(gramsAnswer({ ...extent, gramsDispensed: 30, weeks: 8 })).toMatchObject({
      dispensed: { gramsExpected: 140, possibleUnderUse: true },
    });
  });

  it("name the number that is refused, and keep the expected amount", () => {
    const answer = gramsAnswer({ ...extent, gramsDispensed: 30, weeks: 0 });
    expect(answer.problem).toEqual({ field: "weeks", accepted: "a number above 0, up to 520" });
    expect(answer.expected).toMatchObject({ gramsPerWeek: 17.5 });
    expect(gramsAnswer({ ageMonths: -1 }).problem?.field).toBe("ageMonths");
  });
});
