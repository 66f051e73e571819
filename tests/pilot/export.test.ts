import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ABSTENTIONS,
  type Cell,
  cellOf,
  counted,
  EVENTS,
  factOf,
  RULES,
  rulesFiring,
} from "../../src/pilot/counting";
import { addDays } from "../../src/pilot/day";
import { COLUMNS, HIDDEN, rowsOf, toCsv, toJson } from "../../src/pilot/export";
import { REASONS } from "../../src/pilot/manners";
import { adviceOf, item } from "./advice";

const cell = (day: string, count: number, more: Partial<Cell> = {}): Cell => ({
  day,
  rule: "bathing",
  event: "opened",
  feedback: "",
  count,
  ...more,
});
const CODES = { user: "u7", location: "DERM-1" };

const aCell = fc.record({
  day: fc.integer({ min: 0, max: 20 }).map((days) => addDays("2026-10-01", days)),
  rule: fc.constantFrom(...RULES.slice(0, 4)),
  event: fc.constantFrom(...EVENTS),
  feedback: fc.constantFrom("", ...REASONS.slice(0, 2)),
  count: fc.integer({ min: 1, max: 12 }),
});
/** As the store gives them: one cell a day, rule, event and feedback. */
const cells = fc.uniqueArray(aCell, {
  selector: ({ day, rule, event, feedback }) => [day, rule, event, feedback].join(" "),
  maxLength: 60,
});

describe("the export", () => {
  it("states a day that has enough by itself, and joins days that have too few", () => {
    const rows = rowsOf(
      [cell("2026-10-03", 4), cell("2026-10-01", 7), cell("2026-10-02", 1), cell("2026-10-04", 2)],
      CODES,
    );
    expect(rows.map(({ date, count }) => [date, count])).toEqual([
      ["2026-10-01", "7"],
      ["2026-10-02/2026-10-03", "5"],
      ["2026-10-04", HIDDEN],
    ]);
  });

  it("has exactly its columns, in CSV and in JSON", () => {
    const rows = rowsOf([cell("2026-10-01", 7, { event: "dismissed", feedback: "limited-time" })], CODES);
    expect(toCsv(rows)).toBe(
      "intervention,action taken,feedback,user code,date,location code,count\n" +
        "bathing,dismissed,limited-time,u7,2026-10-01,DERM-1,7\n",
    );
    expect(JSON.parse(toJson(rows))).toEqual([
      {
        intervention: "bathing",
        "action taken": "dismissed",
        feedback: "limited-time",
        "user code": "u7",
        date: "2026-10-01",
        "location code": "DERM-1",
        count: 7,
      },
    ]);
  });

  it("holds no number under five and loses none, whatever was counted", () => {
    fc.assert(
      fc.property(cells, (counted) => {
        const rows = rowsOf(counted, CODES);
        for (const { count } of rows) expect(count === HIDDEN || Number(count) >= 5).toBe(true);
        const lines = toCsv(rows).trimEnd().split("\n");
        expect(lines[0]).toBe(COLUMNS.join(","));
        for (const line of lines) expect(line.split(",")).toHaveLength(COLUMNS.length);
        for (const entry of JSON.parse(toJson(rows))) expect(Object.keys(entry)).toEqual([...COLUMNS]);

        const inSeries = (one: { rule: string; event: string; feedback: string }) =>
          rows.filter(
            (row) =>
              row.intervention === one.rule &&
              row["action taken"] === one.event &&
              row.feedback === one.feedback,
          );
        for (const one of counted) {
          const holding = inSeries(one).filter(({ date }) => {
            const [from = "", to = from] = date.split("/");
            return from <= one.day && one.day <= to;
          });
          expect(holding).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves nothing smaller when one export is subtracted from a later one", () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 0, max: 20 }), (all, days) => {
        const until = addDays("2026-10-01", days);
        const written = ({ count, ...row }: Record<string, string>) =>
          `${Object.values(row).join()}=${count}`;
        const later = rowsOf(all, CODES).map(written);
        const earlier = rowsOf(
          all.filter(({ day }) => day <= until),
          CODES,
        ).filter(({ count }) => count !== HIDDEN);
        for (const row of earlier) expect(later).toContain(written(row));
      }),
      { numRuns: 500 },
    );
  });

  it("takes no word that is not on its lists", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...EVENTS), (rule, feedback, event) => {
        const kept = counted({ event, rule, feedback }, "coded");
        if (!RULES.includes(rule)) expect(kept).toBeUndefined();
        const plain = counted({ event, rule: "bathing", feedback }, "coded");
        expect(["", ...REASONS, ...ABSTENTIONS, "severity"]).toContain(plain?.feedback);
        expect(
          cellOf({ day: "2026-10-01", rule, event, feedback: `${feedback} Quill`, count: 1 }),
        ).toBeUndefined();
      }),
    );
  });
});

describe("counting", () => {
  it("keeps reasons only where the clinic asked for them, and nothing where it asked for nothing", () => {
    const dismissed = { event: "dismissed", rule: "bathing", feedback: "limited-time" } as const;
    expect(counted(dismissed, "coded")).toEqual(dismissed);
    expect(counted(dismissed, "counts")).toEqual({ ...dismissed, feedback: "" });
    expect(counted(dismissed, "off")).toBeUndefined();
  });

  it("tells no red flag from another", () => {
    expect(counted({ event: "option-opened", rule: "eczema-herpeticum" }, "counts")?.rule).toBe("red-flag");
    expect(RULES).not.toContain("eczema-herpeticum");
  });

  it("gives a reason to a dismissal and to nothing else", () => {
    expect(counted({ event: "opened", rule: "bathing", feedback: "limited-time" }, "coded")?.feedback).toBe(
      "",
    );
  });

  it.each([
    ["torn", "torn"],
    ["without a day", { ...cell("2026-13-01", 1) }],
    ["without a count", { ...cell("2026-10-01", 0) }],
    ["of a stranger's rule", { ...cell("2026-10-01", 1), rule: "Quill, Synthia" }],
    ["with a text", { ...cell("2026-10-01", 1), feedback: "seen her twice" }],
    ["nothing", undefined],
  ])("does not read a cell that is %s", (_what, stored) => {
    expect(cellOf(stored)).toBeUndefined();
  });

  it("names the fact of a correction and never its value", () => {
    expect(factOf("conditions.netherton")).toBe("conditions");
    expect(factOf("severity")).toBe("severity");
    expect(factOf("severityOfQuill")).toBeUndefined();
  });

  it("counts what would be offered and what the chart tripped, and all red flags as one", () => {
    const advice = adviceOf({
      redFlags: [item("eczema-herpeticum"), item("erythroderma")],
      options: [item("tacrolimus-ointment", "consider"), item("ruxolitinib-cream", "exclude")],
      pitfalls: [item("topical-antihistamines", "exclude", ["tripped"]), item("alternative-diagnoses")],
    });
    expect(rulesFiring(advice)).toEqual([
      "pimecrolimus-and-atopic-dermatitis",
      "red-flag",
      "tacrolimus-ointment",
      "topical-antihistamines",
    ]);
  });
});
