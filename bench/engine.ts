/**
 * What a decision costs, beside json-rules-engine given the same option gates: every row and cell of the decision tables
 * as one rule each, the same facts, the worst effect taken from its events. Both must come to the same statuses.
 */
import { Engine, type RuleProperties } from "json-rules-engine";
import { advise, itemsOf, whatWouldChange } from "../src/engine";
import { COMPILED } from "../src/engine/advise";
import { EFFECT, EFFECTS } from "../src/engine/compile";
import { VARIABLES } from "../src/engine/fact-space";
import type { PatientFacts } from "../src/engine/facts";

const ROUNDS = 5;

/** Ours are the same rules, read off the compiled tables: a rule holds where every one of its tests does. */
function peer(): Engine {
  const engine = new Engine();
  engine.addOperator("among", (value: number, mask: number) => ((mask >>> value) & 1) === 1);
  engine.addOperator("anyOf", (value: number, mask: number) => (value & mask) !== 0);
  engine.addOperator("noneOf", (value: number, mask: number) => (value & mask) === 0);
  for (const { parts, effects } of COMPILED.rules) {
    const all = parts.flatMap(({ tests }) =>
      tests.map(({ variable, mask, none }) => ({
        fact: `v${variable}`,
        operator: VARIABLES[variable]?.kind !== "list" ? "among" : none ? "noneOf" : "anyOf",
        value: mask,
      })),
    );
    if (all.length === 0) all.push({ fact: "v0", operator: "among", value: -1 });
    const params = { effects: effects.map(({ item, effect }) => [item, effect]) };
    engine.addRule({ conditions: { all }, event: { type: "holds", params } } as RuleProperties);
  }
  return engine;
}

async function peerStatuses(engine: Engine, facts: PatientFacts): Promise<string[]> {
  const state = COMPILED.space.encode(facts);
  const { events } = await engine.run(Object.fromEntries(state.map((value, index) => [`v${index}`, value])));
  const worst = COMPILED.items.map(() => EFFECT.recommend);
  const after = COMPILED.items.map(() => 0);
  for (const { params } of events) {
    for (const [item = 0, effect = 0] of (params?.effects ?? []) as number[][]) {
      if (effect <= EFFECT.exclude) worst[item] = Math.max(worst[item] ?? 0, effect);
      else if (effect < EFFECT.note) after[item] = Math.max(after[item] ?? 0, effect);
    }
  }
  return worst.map(
    (one, item) => EFFECTS[one <= EFFECT.caution && after[item] ? (after[item] ?? one) : one] ?? "",
  );
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Microseconds of processor time for one call, its garbage collection included; median of the rounds. */
async function cost(times: number, call: () => unknown): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const from = process.cpuUsage();
    for (let n = 0; n < times; n++) await call();
    const { user, system } = process.cpuUsage(from);
    if (round > 0) rounds.push((user + system) / times);
  }
  return median(rounds);
}

/** Medians of one run, in microseconds for one patient. */
export interface EngineFigures {
  rules: number;
  patients: number;
  advise: number;
  whatWouldChange: number;
  jsonRulesEngine: number;
}

/** Throws where the two engines disagree on a status. */
export async function measure(patients: readonly PatientFacts[]): Promise<EngineFigures> {
  const engine = peer();
  for (const facts of patients) {
    const ours = new Map(itemsOf(advise(facts)).map(({ id, status }) => [id, status]));
    const theirs = await peerStatuses(engine, facts);
    COMPILED.items.forEach(({ id }, index) => {
      if (ours.get(id) !== theirs[index]) throw new Error(`${id}: ${ours.get(id)} and ${theirs[index]}`);
    });
  }
  const all =
    <T>(call: (facts: PatientFacts) => T) =>
    async () => {
      for (const facts of patients) await call(facts);
    };
  const each = 1 / patients.length;
  const peerOf = all((facts) => peerStatuses(engine, facts));
  return {
    rules: COMPILED.rules.length,
    patients: patients.length,
    advise: each * (await cost(2000, all(advise))),
    whatWouldChange: each * (await cost(40, all(whatWouldChange))),
    jsonRulesEngine: each * (await cost(10, peerOf)),
  };
}

/** The figures as Markdown: as measured, aims beside them, no verdict. */
export function report(figures: EngineFigures, date: string, machine: string): string {
  const { rules, patients, advise: ours, whatWouldChange: sensitivity, jsonRulesEngine: theirs } = figures;
  return `# What a decision costs

Measured ${date} on ${machine}, in one run of \`npm run bench:engine\`. Processor time of the process,
whatever else the machine does; medians of ${ROUNDS} rounds over ${patients} synthetic patients (known, hardly known, a child, severe with
failures, one whom much excludes). json-rules-engine runs the same ${rules} rules on the same facts, its worst event taken
for each item; the run stops where the two differ in any status.

| | measured | aim |
| --- | --- | --- |
| advise | ${ours.toFixed(1)} µs, ${Math.round(1e6 / ours).toLocaleString("en")} decisions a second | under 50 µs |
| whatWouldChange, every other value of every fact | ${(sensitivity / 1000).toFixed(2)} ms | under 5 ms |
| json-rules-engine, statuses alone | ${theirs.toFixed(0)} µs, ${(theirs / ours).toFixed(0)} times as long as advise | at least 50 times |
`;
}

const KNOWN: PatientFacts = {
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
  sites: ["face", "trunk"],
  activeFlare: true,
};

/** Synthetic: known, hardly known, a child, severe with failures, and one whom much excludes. */
export const PATIENTS: PatientFacts[] = [
  KNOWN,
  { diagnosis: "atopic-dermatitis", onPimecrolimus: true },
  { ...KNOWN, ageMonths: 30, weightKg: 14 },
  {
    ...KNOWN,
    severity: "severe",
    bsaPercent: 45,
    tried: { "topical-corticosteroid": "adequate-failed", methotrexate: "current" },
  },
  {
    ...KNOWN,
    jurisdiction: "UK",
    infection: "herpetic",
    conditions: ["netherton", "renal", "smoker"],
    medications: ["biologic"],
  },
];
