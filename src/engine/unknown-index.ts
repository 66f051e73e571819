/** The rules turned on their side once more: which of them could go the other way once an unknown fact is known. */
import { add, type BitSet, emptySet } from "./bit-set";
import type { Part, Rule } from "./compile";
import {
  AGE,
  CONDITION_LIST,
  type FactSpace,
  holds,
  PREGNANCY,
  type State,
  TPMT,
  TRIED_FROM,
  UNKNOWN,
  VARIABLES,
  type Variable,
} from "./fact-space";
import type { FactName } from "./facts";

const NOTHING_KNOWN: State = VARIABLES.map(() => UNKNOWN);

/** Of one fact. */
interface Open {
  /** Any of its values; any but those that another fact may rule out; TPMT alone. */
  whole: BitSet;
  narrowed: BitSet;
  tpmt: BitSet;
  /** Rules to be checked before prescribing, as long as it is not known. */
  check: BitSet;
}

export class UnknownIndex {
  readonly #open = new Map<FactName, Open>();

  constructor(
    rules: readonly Rule[],
    private readonly space: FactSpace,
  ) {
    const empty = () => emptySet(rules.length);
    const narrowing: Record<string, State> = {
      pregnancy: NOTHING_KNOWN.map((value, variable) => (variable === AGE ? 1 : value)),
      ageMonths: NOTHING_KNOWN.map((value, variable) => (variable === PREGNANCY ? 1 : value)),
    };
    for (const { fact } of VARIABLES) {
      this.#open.set(fact, { whole: empty(), narrowed: empty(), tpmt: empty(), check: empty() });
    }
    for (const [number, { parts, check }] of rules.entries()) {
      for (const part of parts) {
        const open = this.#open.get(part.fact);
        if (!open) continue;
        if (this.#canTurn(part, NOTHING_KNOWN)) add(open.whole, number);
        const other = narrowing[part.fact];
        if (other && this.#canTurn(part, other)) add(open.narrowed, number);
        if (part.fact === "conditions" && part.tests.some(({ mask }) => (mask & TPMT) !== 0))
          add(open.tpmt, number);
        if (check && part.fact !== "redFlags" && part.fact !== "tried") add(open.check, number);
      }
    }
  }

  /** Whether some value of a fact that is not known makes its part of a rule hold where it did not, or the reverse. */
  #canTurn({ tests }: Part, others: State): boolean {
    if (tests.every((test) => holds(test, NOTHING_KNOWN))) {
      return tests.some(({ variable, mask, none }) => none || (this.#could(variable, others) & ~mask) !== 0);
    }
    return tests.every(
      (test) => holds(test, NOTHING_KNOWN) || (this.#could(test.variable, others) & test.mask) !== 0,
    );
  }

  #could(variable: number, others: State): number {
    return this.space.known(variable) & ~this.space.contradicted(variable, others);
  }

  /**
   * For each unknown fact the rules that it could turn. A list that is empty is unknown; a list of conditions without
   * TPMT leaves that open (R40); a record of treatments, once begun, is known.
   */
  turnable(state: State): { fact: FactName; variable: number; rules: BitSet }[] {
    const found: { fact: FactName; variable: number; rules: BitSet }[] = [];
    const triedKnown = state.some((value, variable) => variable >= TRIED_FROM && value !== UNKNOWN);
    for (let variable = 0; variable <= TRIED_FROM; variable++) {
      const { fact } = VARIABLES[variable] as Variable;
      const open = this.#open.get(fact) as Open;
      const value = state[variable] as number;
      if (variable === TRIED_FROM ? !triedKnown : value === UNKNOWN) {
        const narrowed = this.space.contradicted(variable, state) !== 0;
        found.push({ fact, variable, rules: narrowed ? open.narrowed : open.whole });
      } else if (variable === CONDITION_LIST && (value & TPMT) === 0) {
        found.push({ fact, variable, rules: open.tpmt });
      }
    }
    return found;
  }

  /** The rules to be checked as long as a fact is not known; a list never says what is absent. */
  checkable(variable: number, state: State): BitSet | undefined {
    const { fact, kind } = VARIABLES[variable] as Variable;
    return kind === "list" || state[variable] === UNKNOWN ? this.#open.get(fact)?.check : undefined;
  }
}
