import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUPS } from "../../src/engine/advice";
import { STATUSES } from "../../src/engine/vocabulary";
import { addDays } from "../../src/pilot/day";
import { ITEMS } from "../../src/pilot/items";
import {
  cueFits,
  cuesGiven,
  LONGEST_SNOOZE,
  PAIR_RULE,
  quieten,
  runningSnoozes,
  withSnooze,
} from "../../src/pilot/manners";
import { adviceOf, item } from "./advice";

const TODAY = "2026-12-30";
const NOTHING = { policy: [], snoozes: [], dismissed: [] };

describe("a snooze", () => {
  it("ends by itself after the days it was given", () => {
    const snoozes = withSnooze([], "bathing", 3, TODAY) ?? [];
    expect(snoozes).toEqual([{ rule: "bathing", until: "2027-01-01" }]);
    expect(runningSnoozes(snoozes, "2027-01-01")).toHaveLength(1);
    expect(runningSnoozes(snoozes, "2027-01-02")).toEqual([]);
  });

  it.each([0, 91, 1.5, -3, Number.NaN, Number.POSITIVE_INFINITY])("is refused for %s days", (days) => {
    expect(withSnooze([], "bathing", days, TODAY)).toBeUndefined();
  });

  it("is refused for what warns of harm and for what is no rule", () => {
    for (const rule of ["eczema-herpeticum", "infection-evaluation", "current-treatment", "toast"]) {
      expect(withSnooze([], rule, 7, TODAY)).toBeUndefined();
    }
    expect(withSnooze([], PAIR_RULE, 7, TODAY)).toHaveLength(1);
  });

  it("replaces the last one of its rule", () => {
    const first = withSnooze([], "bathing", 90, TODAY) ?? [];
    expect(withSnooze(first, "bathing", 1, TODAY)).toEqual([{ rule: "bathing", until: TODAY }]);
  });

  it("never runs longer than it may, whatever storage holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: -400, max: 400 }), (rubbish, days) => {
        const stored = [rubbish, { rule: "bathing", until: addDays(TODAY, days) }, { rule: 7, until: TODAY }];
        for (const { until } of runningSnoozes(stored, TODAY)) {
          expect(until >= TODAY && until <= addDays(TODAY, LONGEST_SNOOZE)).toBe(true);
        }
      }),
    );
    expect(runningSnoozes("rubbish", TODAY)).toEqual([]);
  });
});

describe("muting", () => {
  it("leaves an item out, says so, and drops it from what is missing", () => {
    const advice = adviceOf({
      adjuncts: [item("bathing"), item("moisturizer")],
      missing: [
        { fact: "severity", blocks: ["bathing", "moisturizer"] },
        { fact: "sites", blocks: ["bathing"] },
      ],
    });
    const quiet = quieten(advice, { ...NOTHING, policy: ["bathing"] });
    expect(quiet.advice.adjuncts.map(({ id }) => id)).toEqual(["moisturizer"]);
    expect(quiet.advice.missing).toEqual([{ fact: "severity", blocks: ["moisturizer"] }]);
    expect(quiet.muted).toEqual([{ item: "bathing", by: "policy" }]);
    expect(advice.adjuncts).toHaveLength(2);
  });

  it("says who muted it and until when", () => {
    const advice = adviceOf({ adjuncts: [item("bathing"), item("moisturizer")] });
    const { muted } = quieten(advice, {
      ...NOTHING,
      snoozes: [{ rule: "bathing", until: "2027-01-01" }],
      dismissed: ["moisturizer"],
    });
    expect(muted).toEqual([
      { item: "bathing", by: "snooze", until: "2027-01-01" },
      { item: "moisturizer", by: "dismissal" },
    ]);
  });

  it("never hides a red flag, an exclusion, or what the chart tripped", () => {
    const anItem = fc.record({
      id: fc.constantFrom(...ITEMS),
      status: fc.constantFrom(...STATUSES),
      codes: fc.subarray(["tripped", "verify-first"]),
    });
    const groups = fc.record(
      Object.fromEntries(GROUPS.map((group) => [group, fc.array(anItem, { maxLength: 4 })])),
    );
    fc.assert(
      fc.property(groups, (given) => {
        const advice = adviceOf(
          Object.fromEntries(
            Object.entries(given).map(([group, items]) => [
              group,
              items.map(({ id, status, codes }) => item(id, status, codes)),
            ]),
          ),
        );
        const everything = { policy: [...ITEMS], snoozes: [], dismissed: [...ITEMS] };
        const { advice: quiet, muted } = quieten(advice, everything);
        expect(quiet.redFlags).toEqual(advice.redFlags);
        for (const group of GROUPS) {
          const must = advice[group].filter(
            ({ status, reasons }) => status === "exclude" || reasons.some(({ code }) => code === "tripped"),
          );
          for (const one of must) expect(quiet[group]).toContain(one);
        }
        const all = GROUPS.flatMap((group) => advice[group]).length;
        expect(GROUPS.flatMap((group) => quiet[group]).length + muted.length).toBe(all);
      }),
    );
  });
});

describe("the day's budget of cues", () => {
  it("begins anew each day and ends at its number", () => {
    expect(cuesGiven(undefined, TODAY)).toBe(0);
    expect(cuesGiven({ day: "2026-12-29", given: 9 }, TODAY)).toBe(0);
    expect(cuesGiven({ day: TODAY, given: 9 }, TODAY)).toBe(9);
    expect([cueFits(9, 10), cueFits(10, 10), cueFits(0, 0), cueFits(99, undefined)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
