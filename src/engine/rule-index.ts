/**
 * The rules turned on their side. For every value of every variable one set of bits says which rules that value leaves
 * standing; the rules that hold for a patient are what all sets have in common. Costs one AND per 32 rules and variable.
 */
import { type BitSet, emptySet, intersect, setOf, subtract, unite } from "./bit-set";
import type { Rule } from "./compile";
import { type FactSpace, type State, type Test, VARIABLES } from "./fact-space";

/** Place of the lowest bit. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

interface VariableSets {
  /** Of a word or number: the rules left standing by each of its places. */
  places: BitSet[];
  /** Of a list: rules that ask for no word of it, that ask for each word, that forbid each word. */
  free: BitSet;
  asked: BitSet[];
  forbidden: BitSet[];
}

export class RuleIndex {
  readonly #size: number;
  readonly #sets: VariableSets[];

  constructor(rules: readonly Rule[], space: FactSpace) {
    this.#size = rules.length;
    this.#sets = VARIABLES.map((_, variable) => {
      const tests = rules.map(({ parts }) =>
        parts.flatMap((part) => part.tests.filter((test) => test.variable === variable)),
      );
      return this.#setsOf(variable, tests, space);
    });
  }

  #setsOf(variable: number, tests: Test[][], space: FactSpace): VariableSets {
    const { kind, words } = VARIABLES[variable] ?? { kind: "word", words: [] };
    const where = (passes: (own: Test[]) => boolean) =>
      setOf(this.#size, (rule) => passes(tests[rule] ?? []));
    if (kind === "list") {
      const meets = (none: boolean, index: number) => (own: Test[]) =>
        own.some((test) => test.none === none && ((test.mask >>> index) & 1) === 1);
      return {
        places: [],
        free: where((own) => own.every((test) => test.none)),
        asked: words.map((_, index) => where(meets(false, index))),
        forbidden: words.map((_, index) => where(meets(true, index))),
      };
    }
    const count = kind === "number" ? space.values(variable).length : words.length;
    const places = Array.from({ length: count + 1 }, (_, place) =>
      where((own) => own.every((test) => ((test.mask >>> place) & 1) === 1)),
    );
    return { places, free: emptySet(this.#size), asked: [], forbidden: [] };
  }

  /** The rules whose conditions on one variable its value meets. Not to be written to. */
  standing(variable: number, value: number): BitSet {
    const sets = this.#sets[variable] as VariableSets;
    if (sets.places.length > 0) return sets.places[value] as BitSet;
    if (value === 0) return sets.free;
    const standing = sets.free.slice();
    for (let bits = value; bits !== 0; bits &= bits - 1) unite(standing, sets.asked[lowest(bits)] as BitSet);
    for (let bits = value; bits !== 0; bits &= bits - 1)
      subtract(standing, sets.forbidden[lowest(bits)] as BitSet);
    return standing;
  }

  /** The rules that hold for a state. */
  holding(state: State): BitSet {
    const set = emptySet(this.#size).fill(-1);
    for (let variable = 0; variable < state.length; variable++) {
      intersect(set, this.standing(variable, state[variable] as number));
    }
    return set;
  }

  /** For each of the first `count` variables, the rules that all the other variables leave standing. */
  butFor(state: State, count = state.length): BitSet[] {
    const standing = state.map((value, variable) => this.standing(variable, value));
    const running = emptySet(this.#size).fill(-1);
    for (let variable = count; variable < standing.length; variable++)
      intersect(running, standing[variable] as BitSet);
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
