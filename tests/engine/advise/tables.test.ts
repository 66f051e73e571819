import { describe, expect, it } from "vitest";
import { advise, itemsOf } from "../../../src/engine";
import { ITEM_IDS } from "../../../src/engine/advice";
import { adviseBy } from "../../../src/engine/advise";
import { compile } from "../../../src/engine/compile";
import sources from "../../../src/engine/knowledge/sources.json";
import { TABLES, type Tables } from "../../../src/engine/tables";
import { ADULT, SEVERE } from "./patients";

/** The grade of every item that the source grades (R22); all others have none. */
const GRADES: Record<string, [strength: string, certainty: string, citations: string[]]> = {
  "tacrolimus-ointment": ["strong", "high", ["1"]],
  "topical-corticosteroid": ["strong", "high", ["1"]],
  "ruxolitinib-cream": ["strong", "moderate", ["1"]],
  "crisaborole-ointment": ["strong", "high", ["1"]],
  moisturizer: ["strong", "moderate", ["1"]],
  "wet-wraps": ["conditional", "none", ["1"]],
  "topical-antihistamines": ["conditional-against", "none", ["1"]],
};

/** Citations of the items that the source does not grade. */
const CITED: Record<string, string[]> = {
  technique: ["1", "3"],
  "moisturizer-use": ["1", "2"],
  triggers: ["1"],
  "relapsing-nature": ["1", "2"],
  bathing: ["1", "2"],
  "infection-evaluation": ["1"],
  "antistaphylococcal-antibiotics": ["1"],
  "bleach-baths": ["1"],
  phototherapy: ["1", "2", "4"],
  dupilumab: ["1", "2", "4"],
  ciclosporin: ["1"],
  methotrexate: ["1"],
  azathioprine: ["1"],
  "oral-corticosteroid": ["1"],
  "topical-antimicrobials": ["1"],
  "oral-antihistamines": ["1", "2"],
  "long-term-systemic-corticosteroids": ["1"],
  "adherence-before-failure": ["1"],
  "alternative-diagnoses": ["1"],
};

const STATEMENTS: Record<string, string> = {
  technique: "S31 S32",
  "moisturizer-use": "S31 S33",
  triggers: "S31 S34",
  "relapsing-nature": "S31 S35",
  "tacrolimus-ointment": "S1 S2 S3 S4 S5",
  "topical-corticosteroid": "S1 S6 S7 S8 S9 S10",
  "ruxolitinib-cream": "S11 S13",
  "crisaborole-ointment": "S12 S13",
  moisturizer: "S14",
  bathing: "S15",
  "wet-wraps": "S16",
  "infection-evaluation": "S17",
  "antistaphylococcal-antibiotics": "S18",
  "bleach-baths": "S19",
  phototherapy: "S20 S21",
  dupilumab: "S20 S22",
  ciclosporin: "S20 S23",
  methotrexate: "S20 S23",
  azathioprine: "S20 S23",
  "oral-corticosteroid": "S20 S24 S25",
  "topical-antihistamines": "S26",
  "topical-antimicrobials": "S27",
  "oral-antihistamines": "S28",
  "long-term-systemic-corticosteroids": "S25",
  "adherence-before-failure": "S29",
  "alternative-diagnoses": "S30",
};

const items = itemsOf(advise(ADULT));
const reasons = Object.entries(TABLES.reasons.reasons);

describe("the items", () => {
  it("are those of the contract, group by group, in the source's order", () => {
    const idsOf = (group: string) => TABLES.items.filter((item) => item.group === group).map(({ id }) => id);
    expect(idsOf("adherence")).toEqual(ITEM_IDS.adherence);
    expect(idsOf("options")).toEqual([...ITEM_IDS.options, ...ITEM_IDS.optionsBeyondSource]);
    expect(idsOf("adjuncts")).toEqual(ITEM_IDS.adjuncts);
    expect(idsOf("secondary")).toEqual(ITEM_IDS.secondary);
    expect(idsOf("escalation")).toEqual([...ITEM_IDS.escalation, ...ITEM_IDS.escalationBeyondSource]);
    expect(idsOf("rescue")).toEqual(ITEM_IDS.rescue);
    expect(idsOf("pitfalls")).toEqual(ITEM_IDS.pitfalls);
  });

  it("carry the grade that the source gives one statement, none elsewhere, and what it cites", () => {
    for (const { id, grade, beyondSource } of items) {
      const [strength, certainty, citations] = GRADES[id] ?? ["none", "none", CITED[id] ?? []];
      expect({ id, ...grade }).toEqual({ id, strength, certainty, citations });
      expect(beyondSource ?? false).toBe(!(id in STATEMENTS));
    }
  });

  it("stand on every statement of the source", () => {
    for (const { id, statements } of items)
      expect(`${id}: ${statements.join(" ")}`).toBe(`${id}: ${STATEMENTS[id] ?? ""}`);
    const all = new Set(items.flatMap(({ statements }) => statements));
    for (let number = 1; number <= 35; number++) expect(all).toContain(`S${number}`);
  });

  it("mark as a specialist's decision all that follows topical treatment", () => {
    const advice = advise(SEVERE);
    expect(advice.escalation.every(({ specialist }) => specialist)).toBe(true);
    expect(advice.options.some(({ specialist }) => specialist)).toBe(false);
  });

  it("say what to check before prescribing, and nothing that is known", () => {
    const checkOf = (facts: typeof ADULT, id: string) =>
      (itemsOf(advise(facts)).find((item) => item.id === id)?.check ?? []).join("; ");
    expect(checkOf(ADULT, "tacrolimus-ointment")).toMatch(/Netherton.*lymphoma/);
    expect(checkOf(ADULT, "tacrolimus-ointment")).not.toMatch(/Pregnancy|Signs of infection/);
    expect(checkOf({ ...ADULT, pregnancy: undefined }, "tacrolimus-ointment")).toMatch(/Pregnancy/);
    expect(checkOf({ ...ADULT, pregnancy: undefined, ageMonths: 800 }, "tacrolimus-ointment")).not.toMatch(
      /Pregnancy/,
    );
    expect(checkOf({ ...ADULT, infection: undefined }, "topical-corticosteroid")).toMatch(
      /Signs of infection/,
    );
    expect(checkOf({ ...ADULT, conditions: ["netherton"] }, "topical-corticosteroid")).toMatch(/Netherton/);
    expect(checkOf({ ...ADULT, infection: "herpetic" }, "tacrolimus-ointment")).toBe("");
    expect(checkOf(SEVERE, "ciclosporin")).toMatch(/hypertension.*Kidney.*Liver/);
  });
});

describe("the reasons", () => {
  it("are all used", () => {
    const used = new Set(
      compile(TABLES).items.flatMap(({ effects }) => effects.map(({ reason }) => reason.text)),
    );
    const patterns = [...used];
    for (const [code, { text }] of reasons) {
      const [before = "", after] = text.split("{cause}");
      const given = patterns.some((one) =>
        after === undefined ? one === text : one.startsWith(before) && one.endsWith(after),
      );
      expect(`${code} ${given}`).toBe(`${code} true`);
    }
  });

  it("are short, name registered sources, and say how far they were verified", () => {
    const known = new Set(sources.map(({ id }) => id));
    for (const [code, { text, sources: own, verification }] of [
      ...reasons,
      ...TABLES.redFlags.map((flag) => [flag.id, flag] as const),
    ]) {
      expect(`${code}: ${own.filter((id) => !known.has(id))}`).toBe(`${code}: `);
      expect(`${code}: ${verification.length > 0}`).toBe(`${code}: true`);
      expect(
        verification.every((tag) => ["primary", "secondary", "unverified", "design"].includes(tag)),
      ).toBe(true);
      if (!TABLES.redFlags.some(({ id }) => id === code))
        expect(`${code}: ${text.length < 125}`).toBe(`${code}: true`);
    }
  });

  it("never give a dose of a systemic drug", () => {
    const texts = [...reasons.map(([, { text }]) => text), ...TABLES.redFlags.map(({ text }) => text)];
    expect(texts.filter((text) => /\bmg\b|mg\/|milligram/i.test(text))).toEqual([]);
  });

  it("reach the advice with source and verification", () => {
    const tacrolimus = itemsOf(advise({ ...ADULT, immunocompromised: true })).find(
      ({ id }) => id === "tacrolimus-ointment",
    );
    expect(tacrolimus?.reasons[0]).toEqual({
      code: "tci-immunity",
      text: expect.stringContaining("Weakened immunity"),
      fact: "immunocompromised",
      sources: ["L-TAC-US"],
      verification: ["primary"],
    });
  });
});

describe("a table with a mistake is refused", () => {
  const broken = (change: (tables: Tables) => void) => {
    const tables = structuredClone(TABLES);
    change(tables);
    return () => adviseBy(tables);
  };
  const firstCell = (tables: Tables, cell: string) => {
    const row = tables.modifiers.rows[0];
    if (row) row.cells["tacrolimus-ointment"] = cell;
  };

  it.each<[string, (tables: Tables) => void, RegExp]>([
    ["an unknown effect", (tables) => firstCell(tables, "forbid tacrolimus-age"), /cannot read/],
    ["an unknown reason", (tables) => firstCell(tables, "exclude no-such-reason"), /no reason/],
    ["no reason at all", (tables) => firstCell(tables, "exclude"), /cannot read/],
    [
      "an unknown item",
      (tables) => Object.assign(tables.gates[0]?.cells ?? {}, { aspirin: "exclude allergy" }),
      /cannot read/,
    ],
    [
      "an unknown word",
      (tables) => Object.assign(tables.gates[0] ?? {}, { when: { severity: ["awful"] } }),
      /no word "awful"/,
    ],
    [
      "an unknown fact",
      (tables) => Object.assign(tables.gates[0] ?? {}, { when: { shoes: ["brown"] } }),
      /no word/,
    ],
    [
      "an unreadable condition",
      (tables) => Object.assign(tables.gates[0] ?? {}, { when: { severity: { over: 3 } } }),
      /cannot read/,
    ],
    ["an unknown statement", (tables) => tables.items[0]?.statements.push("S99"), /no statement S99/],
    [
      "a cause without a name",
      (tables) => {
        tables.reasons.causes = {};
      },
      /cause without a name/,
    ],
    [
      "a site without a potency",
      (tables) => {
        tables.potency.siteNames = {};
      },
      /no potency/,
    ],
  ])("%s", (_, change, message) => {
    expect(broken(change)).toThrow(message);
  });
});
