/**
 * The rules turned on their side. For every value of every variable one set of bits says which rules that value leaves
 * standing; the rules that hold for a patient are what all sets have in common. Costs one AND per 32 rules and variable.
 */
import { add, type BitSet, emptySet, fullSet, intersect, remove, subtract, unite } from "./bit-set";
import type { Rule } from "./compile";
import { type FactSpace, type State, VARIABLES } from "./fact-space";

/** Place of the lowest bit. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** Of a word or number: the rules left standing by each of its places. */
interface PlaceSets {
  places: BitSet[];
}

/** Of a list: the rules that ask for no word of it, those that ask for each word, those that forbid each word. */
interface ListSets {
  free: BitSet;
  asked: BitSet[];
  forbidden: BitSet[];
}

export class RuleIndex {
  readonly #size: number;
  readonly #sets: (PlaceSets | ListSets)[];

  constructor(rules: readonly Rule[], space: FactSpace) {
    this.#size = rules.length;
    this.#sets = VARIABLES.map(({ kind, words }, variable) => {
      const all = () => fullSet(this.#size);
      const none = () => emptySet(this.#size);
      if (kind === "list") return { free: all(), asked: words.map(none), forbidden: words.map(none) };
      const known = kind === "number" ? space.values(variable).length : words.length;
      return { places: Array.from({ length: known + 1 }, all) };
    });
    for (const [number, { parts }] of rules.entries()) {
      for (const { tests } of parts) for (const test of tests) this.#enter(number, test);
    }
  }

  #enter(rule: number, { variable, mask, none }: Rule["parts"][number]["tests"][number]): void {
    const sets = this.#sets[variable] as PlaceSets | ListSets;
    if ("places" in sets) {
      for (const [place, set] of sets.places.entries()) if (((mask >>> place) & 1) === 0) remove(set, rule);
      return;
    }
    if (!none) remove(sets.free, rule);
    const named = none ? sets.forbidden : sets.asked;
    for (const [word, set] of named.entries()) if (((mask >>> word) & 1) === 1) add(set, rule);
  }

  /** The rules whose conditions on one variable its value meets. Not to be written to. */
  standing(variable: number, value: number): BitSet {
    const sets = this.#sets[variable] as PlaceSets | ListSets;
    if ("places" in sets) return sets.places[value] as BitSet;
    if (value === 0) return sets.free;
    const standing = sets.free.slice();
    for (let bits = value; bits !== 0; bits &= bits - 1) unite(standing, sets.asked[lowest(bits)] as BitSet);
    for (let bits = value; bits !== 0; bits &= bits - 1) {
      subtract(standing, sets.forbidden[lowest(bits)] as BitSet);
    }
    return standing;
  }

  /** The rules that hold for a state, or for its first variables. */
  holding(state: State, count = state.length): BitSet {
    const set = fullSet(this.#size);
    for (let variable = 0; variable < count; variable++) {
      intersect(set, this.standing(variable, state[variable] as number));
    }
    return set;
  }

  /** For each of the first `count` variables, the rules that all the other variables leave standing. */
  butFor(state: State, count = state.length): BitSet[] {
    const standing = state.map((value, variable) => this.standing(variable, value));
    const running = fullSet(this.#size);
    for (let variable = count; variable < standing.length; variable++) {
      intersect(running, standing[variable] as BitSet);
    }
    const sets: BitSet[] = [];
    for (let variable = count - 1; variable >= 0; variable--) {
      sets[variable] = running.slice();
      intersect(running, standing[variable] as BitSet);
    }
    running.fill(-1);
    for (let variable = 0; variable < count; variable++) {
      intersect(sets[variable] as BitSet, running);
      intersect(running, standing[variable] as BitSet);
    }
    return sets;
  }
}
