/** Synthetic patients and the questions that the cases ask of their advice. Nothing here reads the engine's tables. */
import type { Advice, Item, Reason, Status } from "../../../src/engine/advice";
import type { Advise } from "../../../src/engine/advise";
import type { PatientFacts } from "../../../src/engine/facts";

/** One thing that must hold of any set of tables that says what the dossier says. Throws where it does not. */
export interface Case {
  name: string;
  check(advise: Advise): void;
}

/** What the worked cases leave out (R1): an adult in the US. */
export const ADULT: PatientFacts = {
  diagnosis: "atopic-dermatitis",
  onPimecrolimus: true,
  ageMonths: 360,
  weightKg: 70,
  severity: "moderate",
  infection: "none",
  immunocompromised: false,
  bsaPercent: 12,
  pregnancy: "not-applicable",
  conditions: ["tpmt-normal"],
  pimecrolimus: "inadequate-response",
  adherence: "verified",
  sites: ["trunk"],
  activeFlare: true,
};

/** Severe, flaring, with a plan: everything that can be offered in severe disease is. */
export const SEVERE: PatientFacts = {
  ...ADULT,
  severity: "severe",
  acuteSevereFlare: true,
  steroidSparingPlan: true,
};

const KG: [fromMonths: number, kg: number][] = [
  [216, 70],
  [192, 60],
  [144, 45],
  [72, 25],
  [24, 16],
  [6, 9],
  [3, 6],
  [0, 5],
];

/** The patient at another age, with a weight that fits it. */
export function aged(ageMonths: number, base: PatientFacts = ADULT): PatientFacts {
  const [, weightKg] = KG.find(([from]) => ageMonths >= from) ?? [0, 5];
  return { ...base, ageMonths, weightKg };
}

/** The patient with one thing unknown. */
export function without(base: PatientFacts, ...facts: (keyof PatientFacts)[]): PatientFacts {
  const copy = { ...base };
  for (const fact of facts) delete copy[fact];
  return copy;
}

/** Conditions on top of the known TPMT. */
export const having = (
  base: PatientFacts,
  ...words: NonNullable<PatientFacts["conditions"]>
): PatientFacts => ({
  ...base,
  conditions: [...(base.conditions ?? []), ...words],
});

export const allItems = (advice: Advice): Item[] => [
  ...advice.adherence,
  ...advice.options,
  ...advice.adjuncts,
  ...advice.secondary,
  ...advice.escalation,
  ...advice.rescue,
  ...advice.pitfalls,
];

export function itemOf(advice: Advice, id: string): Item {
  const item = allItems(advice).find((one) => one.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

export const codesOf = (advice: Advice, id: string): string[] =>
  itemOf(advice, id).reasons.map(({ code }) => code);

export function expectEqual(told: string, found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${told}: ${one} instead of ${other}`);
}

export function expectStatus(advice: Advice, id: string, expected: Status): void {
  expectEqual(id, itemOf(advice, id).status, expected);
}

/** A case from a patient and the statuses that some of the items must have. */
export function statusCase(name: string, facts: PatientFacts, expected: Record<string, Status>): Case {
  return {
    name,
    check: (advise) => {
      const advice = advise(facts);
      for (const [id, status] of Object.entries(expected)) expectStatus(advice, id, status);
    },
  };
}

/** A case from a patient and a reason that one item must give, or (`absent`) must not. */
export function reasonCase(
  name: string,
  facts: PatientFacts,
  id: string,
  reason: { code?: string; text?: RegExp; fact?: string; absent?: true },
): Case {
  return {
    name,
    check: (advise) => {
      const { reasons } = itemOf(advise(facts), id);
      const fits = (one: Reason) =>
        (reason.code === undefined || one.code === reason.code) &&
        (reason.text === undefined || reason.text.test(one.text)) &&
        (reason.fact === undefined || one.fact === reason.fact);
      if (reasons.some(fits) === (reason.absent ?? false)) {
        throw new Error(
          `${id}: ${reason.absent ? "has" : "lacks"} ${reason.code ?? ""} ${reason.text ?? ""}`,
        );
      }
    },
  };
}

/** A case from a patient and the order of the options on screen, by the ids given. */
export function orderCase(
  name: string,
  facts: PatientFacts,
  group: "options" | "pitfalls" | "escalation" | "secondary",
  expected: string[],
): Case {
  return {
    name,
    check: (advise) => {
      const ids = advise(facts)[group].map(({ id }) => id);
      const found = expected.length === ids.length ? ids : ids.slice(0, expected.length);
      expectEqual(`order of ${group}`, found, expected);
    },
  };
}

/** A case that between two patients nothing changes but the items named, and that no reason stands twice. */
export function nothingElseCase(
  name: string,
  before: PatientFacts,
  after: PatientFacts,
  but: readonly string[],
): Case {
  return {
    name: `${name}: nothing else`,
    check: (advise) => {
      const is = advise(after);
      for (const was of allItems(advise(before))) {
        if (but.includes(was.id)) continue;
        const now = itemOf(is, was.id);
        expectEqual(
          was.id,
          [now.status, now.specialist, now.reasons],
          [was.status, was.specialist, was.reasons],
        );
      }
      for (const { id, reasons } of allItems(is)) {
        expectEqual(
          `reasons of ${id}, each once`,
          new Set(reasons.map(({ text }) => text)).size,
          reasons.length,
        );
      }
    },
  };
}
