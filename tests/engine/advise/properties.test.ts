import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise, checkFacts, itemsOf } from "../../../src/engine";
import type { Advice, Item } from "../../../src/engine/advice";
import { ITEM_IDS } from "../../../src/engine/advice";
import type { FactName, PatientFacts } from "../../../src/engine/facts";
import { patients } from "./arbitrary";
import { allItems, itemOf } from "./patients";

/** 20,000 patients in all, and more. */
const RUNS = 2500;

/** So many times as many, where the rarest status has to come up. */
const RARE = 4;

/** Every random patient's advice has nothing that `wrong` would tell of. */
const never = (wrong: (facts: PatientFacts, advice: Advice) => unknown[], numRuns = RUNS) =>
  fc.assert(
    fc.property(patients, (facts) => {
      expect(wrong(facts, advise(facts))).toEqual([]);
    }),
    { numRuns },
  );

const OFFERED = ["recommend", "consider", "caution"];
const isOffered = ({ status }: Item) => OFFERED.includes(status);
const ALL_IDS = Object.values(ITEM_IDS).flat();
const offeredOf = (advice: Advice, ids: readonly string[]) =>
  ids
    .map((id) => itemOf(advice, id))
    .flatMap((item) => (isOffered(item) ? [`${item.id} ${item.status}`] : []));

describe("whatever is known of a patient", () => {
  it("makes patients worth asking about", () => {
    const seen = new Set<string>();
    never((facts, advice) => {
      for (const { id, status } of allItems(advice)) seen.add(`${id} ${status}`);
      return checkFacts(facts);
    }, RARE * RUNS);
    for (const id of [...ITEM_IDS.options, ...ITEM_IDS.escalation]) {
      for (const status of ["consider", "caution", "needs-info", "defer", "later", "not-next", "exclude"]) {
        expect(seen).toContain(`${id} ${status}`);
      }
    }
    for (const id of ["tralokinumab", "lebrikizumab", "nemolizumab"]) {
      expect(OFFERED.some((status) => seen.has(`${id} ${status}`))).toBe(true);
    }
    expect(seen).toContain("oral-corticosteroid caution");
  });

  it("gives every item once, in its group, with a reason unless it simply fits, and no reason twice", () => {
    never((_, advice) => {
      const items = allItems(advice);
      const ids = items.map(({ id }) => id).sort();
      const wrong: unknown[] = String(ids) === String([...ALL_IDS].sort()) ? [] : [ids];
      if (advice.options.length !== 6 || advice.escalation.length !== 10) wrong.push("groups");
      for (const { id, status, reasons } of items) {
        // Two facts may give one reason: then each is named, so that either alone is seen to hold it up.
        const told = new Set(reasons.map(({ text, fact }) => `${fact}: ${text}`));
        if (told.size !== reasons.length) wrong.push(`${id} repeats`);
        if (status !== "recommend" && reasons.length === 0) wrong.push(`${id} has no reason`);
      }
      return wrong;
    });
  });

  it("never offers tacrolimus under 2 years, nor 0.1 % under 16, nor any without its strength", () => {
    never(({ ageMonths = 0 }, advice) => {
      const { status, reasons } = itemOf(advice, "tacrolimus-ointment");
      const texts = reasons.map(({ text }) => text);
      const wrong = ageMonths < 24 ? offeredOf(advice, ["tacrolimus-ointment"]) : [];
      if (ageMonths < 192)
        wrong.push(...texts.filter((text) => /0\.1 %/.test(text) && !/0\.1 % is not/.test(text)));
      if (OFFERED.includes(status) && !texts.some((text) => /0\.03 %/.test(text))) wrong.push("no strength");
      return wrong;
    });
  });

  it("never offers a calcineurin inhibitor or a JAK cream in weakened immunity or herpetic infection", () => {
    never(({ immunocompromised, infection, medications, redFlags, tried }, advice) => {
      const weak =
        immunocompromised !== false ||
        medications?.includes("immunosuppressant") ||
        [tried?.ciclosporin, tried?.methotrexate, tried?.azathioprine].includes("current");
      const herpetic =
        infection === undefined || infection === "herpetic" || redFlags?.includes("eczema-herpeticum");
      return weak || herpetic ? offeredOf(advice, ["tacrolimus-ointment", "ruxolitinib-cream"]) : [];
    });
  });

  it("never offers methotrexate or an oral JAK inhibitor in pregnancy, breastfeeding or planning", () => {
    never(({ pregnancy }, advice) => {
      if (pregnancy === undefined || pregnancy === "none" || pregnancy === "not-applicable") return [];
      const excluded = ["methotrexate", ...["upadacitinib", "abrocitinib"]];
      if (pregnancy === "breastfeeding") excluded.push("ruxolitinib-cream");
      return excluded.filter((id) => itemOf(advice, id).status !== "exclude");
    });
  });

  it("offers an oral corticosteroid to severe adults in an acute flare with a plan alone, and never a dose", () => {
    never((facts, advice) => {
      const { status } = itemOf(advice, "oral-corticosteroid");
      const due =
        facts.severity === "severe" &&
        (facts.ageMonths ?? 0) >= 216 &&
        facts.acuteSevereFlare === true &&
        facts.steroidSparingPlan === true;
      const texts = itemsOf(advice).flatMap(({ reasons }) => reasons.map(({ text }) => text));
      const doses = texts.filter((text) => /\d\s*(mg|milligram)|mg\/|per day/i.test(text));
      if (status === "recommend" || status === "consider" || (status === "caution" && !due))
        doses.push(status);
      return doses;
    });
  });

  it("offers no agent that is excluded by allergy, contraindication or country, in use, or has failed", () => {
    never(({ allergies = [], tried, jurisdiction = "US" }, advice) => {
      const american = ["ruxolitinib-cream", "crisaborole-ointment", "roflumilast-cream", "tapinarof-cream"];
      const agents = [...advice.options, ...advice.escalation, ...advice.rescue];
      return agents.flatMap(({ id, status }) => {
        const own = tried?.[id as keyof typeof tried];
        const allergic = allergies.some((allergy) => allergy === id) && id !== "topical-corticosteroid";
        const foreign = american.includes(id) && jurisdiction !== "US";
        const excluded = own === "contraindicated" || allergic || foreign;
        const done = own === "current" || (own === "adequate-failed" && id !== "oral-corticosteroid");
        if (excluded && status !== "exclude") return [`${id} ${status}`];
        return done && OFFERED.includes(status) ? [`${id} ${status}`] : [];
      });
    });
  });

  it("says the same for the same facts, to the byte, and leaves them as they are", () => {
    never((facts, advice) => {
      const told = JSON.stringify(advice);
      const reversed = Object.fromEntries(Object.entries(facts).reverse()) as PatientFacts;
      const again = [advise(deepFreeze(structuredClone(facts))), advise(reversed)];
      return again.filter((one) => JSON.stringify(one) !== told);
    });
  });

  it("takes an empty list for an unknown one", () => {
    never((facts, advice) => {
      const empty = { sites: [], allergies: [], conditions: [], medications: [], redFlags: [], tried: {} };
      const emptied = JSON.stringify(advise({ ...empty, ...facts }));
      return emptied === JSON.stringify(advice) ? [] : [emptied];
    });
  });
});

describe("an exclude", () => {
  it("survives every added fact that none of its reasons names (R14)", () => {
    fc.assert(
      fc.property(patients, patients, (facts, more) => {
        const excluded = allItems(advise(facts)).filter(({ status }) => status === "exclude");
        const softened = (Object.keys(more) as FactName[]).flatMap((name) => {
          const richer = withMore(facts, more, name);
          if (!richer || checkFacts(richer).length > 0) return [];
          const after = advise(richer);
          return excluded
            .filter(({ reasons }) => !reasons.some(({ fact }) => fact === name))
            .filter(({ id }) => itemOf(after, id).status !== "exclude")
            .map(({ id }) => `${id} by ${name}`);
        });
        expect(softened).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Without which fact an item must never be offered (R13, R2, R3, §5.1). */
const CRITICAL: Partial<Record<FactName, readonly string[]>> = {
  ageMonths: [
    ...ITEM_IDS.options,
    ...ITEM_IDS.optionsBeyondSource,
    ...ITEM_IDS.escalation,
    ...ITEM_IDS.escalationBeyondSource,
    ...ITEM_IDS.rescue,
  ],
  severity: [
    "tacrolimus-ointment",
    "ruxolitinib-cream",
    "crisaborole-ointment",
    "roflumilast-cream",
    "tapinarof-cream",
    "wet-wraps",
    "bleach-baths",
    ...ITEM_IDS.escalation,
    ...ITEM_IDS.escalationBeyondSource,
    ...ITEM_IDS.rescue,
  ],
  infection: ["tacrolimus-ointment", "ruxolitinib-cream", "wet-wraps", "oral-corticosteroid"],
  immunocompromised: [
    "tacrolimus-ointment",
    "ruxolitinib-cream",
    "ciclosporin",
    "methotrexate",
    "azathioprine",
    "upadacitinib",
    "abrocitinib",
  ],
  bsaPercent: ["ruxolitinib-cream"],
  weightKg: ["dupilumab", "lebrikizumab", "upadacitinib", "abrocitinib"],
  pregnancy: ["ruxolitinib-cream", "methotrexate", "azathioprine", "upadacitinib", "abrocitinib"],
  conditions: ["azathioprine"],
  activeFlare: ["wet-wraps"],
  acuteSevereFlare: ["oral-corticosteroid"],
  steroidSparingPlan: ["oral-corticosteroid"],
};

describe("an unknown critical fact", () => {
  it("never leaves its items offered (R13); what they need is said, and listed as missing", () => {
    never((facts) =>
      (Object.entries(CRITICAL) as [FactName, readonly string[]][]).flatMap(([name, ids]) => {
        const poorer = { ...facts };
        delete poorer[name];
        const possible = (poorer.ageMonths ?? 144) >= 144 && (poorer.ageMonths ?? 144) < 612;
        if (name === "pregnancy" && !possible) return [];
        const advice = advise(poorer);
        const needy = ids.map((id) => itemOf(advice, id)).filter(({ status }) => status === "needs-info");
        const blocks = advice.missing.find(({ fact }) => fact === name)?.blocks ?? [];
        const silent = needy.filter(
          ({ id, reasons }) => !blocks.includes(id) || !reasons.some(({ fact }) => fact === name),
        );
        return [...offeredOf(advice, ids), ...silent.map(({ id }) => `${id} silent on ${name}`)];
      }),
    );
  });
});

/** The facts with one more known; a list that is known already gains the other's words. */
function withMore(facts: PatientFacts, more: PatientFacts, name: FactName): PatientFacts | undefined {
  const [own, other] = [facts[name], more[name]];
  if (own === undefined) return { ...facts, [name]: other };
  if (Array.isArray(own) && Array.isArray(other))
    return { ...facts, [name]: [...new Set([...own, ...other])] };
  if (name === "tried") return { ...facts, tried: { ...more.tried, ...facts.tried } };
  return undefined;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
