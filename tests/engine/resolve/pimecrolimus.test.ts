import { describe, expect, it } from "vitest";
import { evidenceOf, factsOf, found, noted, resolved } from "./chart";

const row = (date?: string) =>
  found("pimecrolimus", "current", { quote: "Pimecrolimus 1 %", ...(date && { date }) });
const failed = noted("pimecrolimus", "failed", { quote: "no better with Elidel" });
const stateOf = (...findings: Parameters<typeof factsOf>) => factsOf(...findings).pimecrolimus;

describe("how pimecrolimus went", () => {
  it.each([
    ["worse", noted("pimecrolimus", "failed", { note: "worse" })],
    ["inadequate-response", failed],
    ["relapse", noted("pimecrolimus", "current", { note: "relapse on stopping" })],
    ["working", noted("pimecrolimus", "current", { note: "working" })],
    ["intolerant", noted("pimecrolimus", "allergy", { note: "intolerance" })],
    [undefined, noted("pimecrolimus", "past")],
    [undefined, noted("pimecrolimus", "current")],
  ] as const)("is %s where the chart says so", (state, finding) => {
    expect(stateOf(row("2026-03-01"), finding)).toBe(state);
  });

  it("is worse at any time, for the label asks for a review then", () => {
    expect(stateOf(row("2026-11-10"), noted("pimecrolimus", "failed", { note: "worse" }))).toBe("worse");
  });

  it("is no fair trial where it failed on less than was prescribed", () => {
    const low = noted("pimecrolimus", "current", { quote: "misses half", note: "low use" });
    expect(factsOf(row(), failed, low)).toMatchObject({
      pimecrolimus: "inadequate-trial",
      adherence: "inadequate",
    });
    expect(evidenceOf("pimecrolimus", row(), failed, low)?.against?.[0]?.quote).toBe("no better with Elidel");
    expect(factsOf(row(), low)).toEqual({ onPimecrolimus: true, adherence: "inadequate" });
  });

  it("takes sparing use of a cream that works as meant", () => {
    const chart = [
      noted("pimecrolimus", "current", { note: "working" }),
      noted("pimecrolimus", "current", { note: "low use" }),
    ];
    expect(factsOf(...chart)).toEqual({ onPimecrolimus: true, pimecrolimus: "working" });
  });

  it.each(["relapse on stopping", "working"])("stays open where it failed and also: %s", (note) => {
    const chart = [failed, noted("pimecrolimus", "current", { quote: "clears it", note })];
    expect(stateOf(...chart)).toBeUndefined();
    const evidence = evidenceOf("pimecrolimus", ...chart);
    expect([evidence?.quotes[0]?.quote, evidence?.against?.[0]?.quote]).toEqual([
      "no better with Elidel",
      "clears it",
    ]);
  });

  it("stays open where it is said to have failed in its first weeks, with both in sight", () => {
    const evidence = evidenceOf("pimecrolimus", failed, row("2026-11-10"));
    expect(stateOf(failed, row("2026-11-10"))).toBeUndefined();
    expect(evidence?.quotes[0]?.quote).toBe("no better with Elidel");
    expect(evidence?.against).toEqual([
      { quote: "Pimecrolimus 1 %", section: "medications", date: "2026-11-10", frame: 0 },
    ]);
  });

  it("is not borne, though the list still has it: the list is shown against it", () => {
    const stung = noted("pimecrolimus", "allergy", { note: "intolerance: burning" });
    expect(stateOf(row("2026-01-01"), stung)).toBe("intolerant");
    expect(evidenceOf("pimecrolimus", row("2026-01-01"), stung)?.against?.[0]?.quote).toBe(
      "Pimecrolimus 1 %",
    );
  });
});

describe("since when it is used", () => {
  it("is the earliest start of what is in use, the others named beside it", () => {
    const chart = [row("2026-11-10"), row("2026-02-01")];
    expect(resolved(...chart).pimecrolimusStart).toBe("2026-02-01");
    expect(evidenceOf("onPimecrolimus", ...chart)?.note).toContain("2026-11-10");
  });
  it("is a beginning only where nothing speaks of use before", () => {
    expect(stateOf(row("2026-11-10"))).toBe("not-trial-yet");
    expect(stateOf(row("2026-11-10"), row("2026-11-02"))).toBe("not-trial-yet");
    expect(stateOf(row("2026-11-10"), row("2026-02-01"))).toBeUndefined();
    expect(stateOf(row("2026-11-10"), found("pimecrolimus", "past", { date: "2025-02-01" }))).toBeUndefined();
  });
  it("is not known from what was stopped", () => {
    expect(resolved(found("pimecrolimus", "past", { date: "2026-02-01" })).pimecrolimusStart).toBeUndefined();
  });
});

describe("use that is denied elsewhere", () => {
  it("is still shown, with the denial", () => {
    const chart = [row(), noted("pimecrolimus", "negated", { quote: "never filled" })];
    expect(factsOf(...chart).onPimecrolimus).toBe(true);
    expect(evidenceOf("onPimecrolimus", ...chart)?.against?.[0]?.quote).toBe("never filled");
  });
});
