/**
 * Facts as small whole numbers. A word, a yes or no, or a band of a number is its place in the list of possible values
 * (0: unknown); a list is a set of bits, one for each word on it. A condition of a table is a mask over the places.
 */
import { LEAST_AGE_OF_PREGNANCY, PREGNANCY_WORDS } from "./check-facts";
import type { AgentId, FactName, PatientFacts } from "./facts";
import type { Range, Words } from "./tables";
import {
  ADHERENCES,
  AGENT_IDS,
  ALLERGIES,
  CONDITIONS,
  INFECTIONS,
  JURISDICTIONS,
  MEDICATIONS,
  PIMECROLIMUS_STATES,
  PREGNANCIES,
  RED_FLAGS,
  SEVERITIES,
  SITES,
  TRIED,
} from "./vocabulary";

export interface Variable {
  fact: FactName;
  agent?: AgentId;
  kind: "word" | "number" | "list";
  words: readonly string[];
}

/** Of a list: one of the masked words is on it, or (`none`) none is. Otherwise: the value is among the masked places. */
export interface Test {
  variable: number;
  mask: number;
  none: boolean;
}

/** One number for each of `VARIABLES`. */
export type State = readonly number[];

/** Where one band of a number ends and the next begins; `after`: the value itself still lies in the lower band. */
interface Cut {
  at: number;
  after: boolean;
}

export const UNKNOWN = 0;
const UNKNOWN_BIT = 1;

const YES_NO = ["yes", "no"] as const;
const words = (fact: FactName, all: readonly string[]): Variable => ({ fact, kind: "word", words: all });
const number = (fact: FactName): Variable => ({ fact, kind: "number", words: [] });
const list = (fact: FactName, all: readonly string[]): Variable => ({ fact, kind: "list", words: all });

/** Diagnosis and pimecrolimus itself decide whether there is any advice, and are no part of the tables. */
export const VARIABLES: readonly Variable[] = [
  words("jurisdiction", JURISDICTIONS),
  number("ageMonths"),
  number("weightKg"),
  words("severity", SEVERITIES),
  words("activeFlare", YES_NO),
  words("acuteSevereFlare", YES_NO),
  words("steroidSparingPlan", YES_NO),
  list("sites", SITES),
  number("bsaPercent"),
  words("infection", INFECTIONS),
  list("redFlags", RED_FLAGS),
  words("pimecrolimus", PIMECROLIMUS_STATES),
  words("adherence", ADHERENCES),
  words("pregnancy", PREGNANCIES),
  words("immunocompromised", YES_NO),
  list("allergies", ALLERGIES),
  list("conditions", CONDITIONS),
  list("medications", MEDICATIONS),
  ...AGENT_IDS.map((agent): Variable => ({ fact: "tried", agent, kind: "word", words: TRIED })),
];

const variableOf = (fact: FactName, agent?: string) =>
  VARIABLES.findIndex((one) => one.fact === fact && (agent === undefined || one.agent === agent));

export const AGE = variableOf("ageMonths");
export const PREGNANCY = variableOf("pregnancy");
export const CONDITION_LIST = variableOf("conditions");
/** The record of treatments takes the variables from here to the end. */
export const TRIED_FROM = variableOf("tried");

const PLACES: ReadonlyMap<string, number>[] = VARIABLES.map(
  ({ kind, words: all }) => new Map(all.map((word, index) => [word, kind === "list" ? index : index + 1])),
);
const bitOf = (variable: number, word: string): number => {
  const place = PLACES[variable]?.get(word);
  return place === undefined ? 0 : 1 << place;
};
const bitsOf = (variable: number, all: readonly string[]): number =>
  all.reduce((bits, word) => bits | bitOf(variable, word), 0);

/** Both words of TPMT: without either it is unknown, whatever else is on the list (R40). */
export const TPMT = bitsOf(CONDITION_LIST, ["tpmt-normal", "tpmt-deficient"]);
const PREGNANT = bitsOf(PREGNANCY, PREGNANCY_WORDS);

export const holds = ({ variable, mask, none }: Test, state: State): boolean => {
  const value = state[variable] as number;
  if (VARIABLES[variable]?.kind !== "list") return ((mask >>> value) & 1) === 1;
  return ((value & mask) !== 0) !== none;
};

/** The variables with their bands, as the ranges of a set of tables cut them. */
export class FactSpace {
  readonly #cuts: Cut[][] = VARIABLES.map(() => []);
  #under96 = 0;

  constructor() {
    this.addRange("ageMonths", { below: LEAST_AGE_OF_PREGNANCY });
  }

  /** Takes note of a range's ends. Every range has to be known before the first test or encoding. */
  addRange(fact: FactName, { from, below, above, upTo }: Range): void {
    const cuts = this.#cuts[variableOf(fact)] ?? [];
    const ends = [
      { at: from, after: false },
      { at: below, after: false },
      { at: above, after: true },
      { at: upTo, after: true },
    ];
    for (const { at, after } of ends) {
      if (at === undefined || cuts.some((cut) => cut.at === at && cut.after === after)) continue;
      cuts.push({ at, after });
    }
    cuts.sort((one, other) => one.at - other.at || Number(one.after) - Number(other.after));
    if (cuts.length > 28) throw new Error(`${fact} has too many bands`);
  }

  /** Encodes facts that `checkFacts` has passed. */
  encode(facts: PatientFacts): number[] {
    const { tried } = facts;
    return VARIABLES.map(({ fact, agent, kind }, variable) => {
      const value = agent ? tried?.[agent] : facts[fact];
      if (value === undefined) return UNKNOWN;
      if (kind === "list") return bitsOf(variable, value as readonly string[]);
      if (kind === "number") return this.#band(variable, value as number);
      const word = value === true ? "yes" : value === false ? "no" : (value as string);
      return PLACES[variable]?.get(word) ?? UNKNOWN;
    });
  }

  #band(variable: number, value: number): number {
    let band = 1;
    for (const { at, after } of this.#cuts[variable] ?? []) if (after ? value > at : value >= at) band += 1;
    return band;
  }

  /** The test that a condition of a table stands for. Throws on what the fact cannot be. */
  test(fact: FactName, agent: string | undefined, condition: Words | Range): Test {
    const variable = variableOf(fact, agent);
    const kind = VARIABLES[variable]?.kind;
    if (Array.isArray(condition)) {
      const ofNothing = kind === "list" && condition[0] === "unknown";
      if (ofNothing) return { variable, mask: this.known(variable), none: true };
      return { variable, mask: this.#mask(variable, condition), none: false };
    }
    if (kind === "number") return { variable, mask: this.#range(variable, condition as Range), none: false };
    if (kind === "list" && "noneOf" in condition) {
      return { variable, mask: this.#mask(variable, condition.noneOf), none: true };
    }
    if (kind === "word" && "not" in condition) {
      const mask = (this.known(variable) | UNKNOWN_BIT) & ~this.#mask(variable, condition.not);
      return { variable, mask, none: false };
    }
    throw new Error(`cannot read the condition on ${fact} ${agent ?? ""}`);
  }

  /** An absent jurisdiction is the US. */
  #mask(variable: number, all: readonly string[]): number {
    let mask = 0;
    for (const word of all) {
      const bit = word === "unknown" ? UNKNOWN_BIT : bitOf(variable, word);
      if (bit === 0) throw new Error(`${VARIABLES[variable]?.fact} has no word "${word}"`);
      mask |= word === "US" ? bit | UNKNOWN_BIT : bit;
    }
    return mask;
  }

  #range(variable: number, { from, below, above, upTo, orUnknown }: Range): number {
    let mask = orUnknown ? UNKNOWN_BIT : 0;
    for (const [band, value] of this.values(variable).entries()) {
      const within =
        (from === undefined || value >= from) &&
        (below === undefined || value < below) &&
        (above === undefined || value > above) &&
        (upTo === undefined || value <= upTo);
      if (within) mask |= 2 << band;
    }
    return mask;
  }

  /** A value in each band of a number, in its unit: its lowest, to one step. */
  values(variable: number): number[] {
    const { fact } = VARIABLES[variable] ?? {};
    const step = fact === "ageMonths" ? 1 : 0.1;
    const above = (at: number) => Math.round((at + step) * 10) / 10;
    const lowest = fact === "weightKg" ? 0.4 : 0;
    return [lowest, ...(this.#cuts[variable] ?? []).map(({ at, after }) => (after ? above(at) : at))];
  }

  /** Mask of all that a variable could be known to be. */
  known(variable: number): number {
    const { kind, words: all } = VARIABLES[variable] ?? { kind: "number", words: [] };
    if (kind !== "number") return bitsOf(variable, all);
    return (2 << this.values(variable).length) - 2;
  }

  /** Mask of what the other facts rule out: pregnancy under 96 months of age, and the reverse (R4). */
  contradicted(variable: number, state: State): number {
    if (variable !== PREGNANCY && variable !== AGE) return 0;
    this.#under96 ||= this.#range(AGE, { below: LEAST_AGE_OF_PREGNANCY });
    const [ruledOut, mask, by] =
      variable === AGE ? [this.#under96, PREGNANT, PREGNANCY] : [PREGNANT, this.#under96, AGE];
    return ((mask >>> (state[by] ?? UNKNOWN)) & 1) === 1 ? ruledOut : 0;
  }
}
