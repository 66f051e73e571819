import { beforeEach, describe, expect, it, vi } from "vitest";
import { EXTENSION, type FakeBrowser, fakeBrowser, OWN_PAGE } from "./fake-browser";

let fake: FakeBrowser;

vi.mock("webextension-polyfill", () => ({
  get default() {
    return fake.browser;
  },
}));

beforeEach(async () => {
  fake = fakeBrowser();
  vi.resetModules();
  await import("../../src/background/worker");
});

async function fromPanel(message: unknown): Promise<unknown> {
  const [answer] = fake.events.message.fire(message, { id: EXTENSION, url: OWN_PAGE });
  return answer;
}

const FACTS = {
  diagnosis: "atopic-dermatitis",
  onPimecrolimus: true,
  ageMonths: 480,
  severity: "moderate",
  infection: "none",
  immunocompromised: false,
};

describe("what the panel has worked out by the worker", () => {
  it("severity from a score, or why not", async () => {
    expect(await fromPanel({ type: "panel/severity", scale: "poem", score: 12 })).toEqual({
      readings: [{ by: "POEM", band: "moderate", severities: ["moderate"] }],
    });
    expect(await fromPanel({ type: "panel/severity", scale: "iga", score: 5 })).toHaveProperty("problem");
  });

  it("grams for an extent", async () => {
    const question = { ageMonths: 480, sites: ["face"], gramsDispensed: 30, weeks: 8 };
    expect(await fromPanel({ type: "panel/grams", question })).toMatchObject({
      expected: { gramsPerWeek: 17.5 },
      dispensed: { possibleUnderUse: true },
    });
  });

  it("pages to print for facts that the engine takes, and none for others", async () => {
    expect(await fromPanel({ type: "panel/handouts", facts: FACTS })).toContainEqual(
      expect.objectContaining({ agent: "tacrolimus-ointment" }),
    );
    expect(await fromPanel({ type: "panel/handouts", facts: { ...FACTS, ageMonths: -1 } })).toEqual([]);
    expect(await fromPanel({ type: "panel/handouts", facts: { ...FACTS, unheardOf: 1 } })).toEqual([]);
  });

  it("nothing for a question that is none", async () => {
    expect(await fromPanel({ type: "panel/severity", scale: "dlqi", score: 3 })).toBeUndefined();
    expect(await fromPanel({ type: "panel/grams", question: { sites: ["nose"] } })).toBeUndefined();
  });
});
