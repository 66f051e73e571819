/** "What would change this advice": the items decided again for every other value of every fact. */
import { accepted, applicabilityOf, COMPILED } from "./advise";
import { type BitSet, difference, emptySet, intersect, numbersOf, unite } from "./bit-set";
import type { Compiled, CompiledItem, Rule } from "./compile";
import { type Decision, decideItem } from "./decide";
import { CONDITION_LIST, type State, TPMT, UNKNOWN, VARIABLES, type Variable } from "./fact-space";
import type { PatientFacts } from "./facts";
import type { Sensitivity } from "./sensitivity";

type Outcome = Sensitivity["outcomes"][number];

/**
 * The facts that would change the advice if they were otherwise, those first that move most items to another status,
 * with every value that does. A word or a yes or no is tried in all its values, a number once in each band of the
 * tables, a list by adding each absent word (value true) and by taking away each present one (value false). An item is
 * changed where its status or its reasons are. Values that contradict other facts (R4) are left out, and so are
 * diagnosis and pimecrolimus itself, without which there is nothing to change: then the list is empty.
 * Throws `FactError` as `advise` does.
 */
export function whatWouldChange(facts: PatientFacts): Sensitivity[] {
  if (applicabilityOf(accepted(facts)) !== "applies") return [];
  const patient = new Patient(COMPILED, COMPILED.space.encode(facts));
  const all = VARIABLES.flatMap((_, variable) => patient.sensitivities(variable));
  const weighed = all.map((one) => ({ one, weight: weightOf(one) }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ one }) => one);
}

class Patient {
  readonly #holding: BitSet;
  readonly #butFor: BitSet[];
  readonly #now: Decision[];

  constructor(
    private readonly compiled: Compiled,
    private readonly state: State,
  ) {
    this.#holding = compiled.index.holding(state);
    this.#butFor = compiled.index.butFor(state);
    this.#now = compiled.items.map((item) => decideItem(item, this.#holding));
  }

  /** Of one variable; for a list, of each of its words. */
  sensitivities(variable: number): Sensitivity[] {
    const { fact, agent, kind, words } = VARIABLES[variable] as Variable;
    const value = this.state[variable] as number;
    const found = (id: string, unknown: boolean, outcomes: Outcome[]): Sensitivity[] => {
      const telling = outcomes.filter(({ changes }) => changes.length > 0);
      return telling.length > 0 ? [{ fact, id, unknown, outcomes: telling }] : [];
    };
    if (kind === "list") {
      return words.flatMap((word, index) => {
        const bit = 1 << index;
        const absent = (value & bit) === 0;
        const contradicts = variable === CONDITION_LIST && (bit & TPMT) !== 0 && (value & TPMT) !== 0;
        if (absent && contradicts) return [];
        const changes = this.#changes(variable, value ^ bit);
        return found(`${fact}.${word}`, absent, [{ value: absent, changes }]);
      });
    }
    const { space } = this.compiled;
    const barred = space.contradicted(variable, this.state);
    const candidates: readonly (string | number)[] = kind === "number" ? space.values(variable) : words;
    const outcomes = candidates.flatMap((candidate, index): Outcome[] => {
      const place = index + 1;
      if (place === value || ((barred >>> place) & 1) === 1) return [];
      return [{ value: plain(candidate), changes: this.#changes(variable, place) }];
    });
    return found(agent ? `${fact}.${agent}` : fact, value === UNKNOWN, outcomes);
  }

  /** Decides again, with another value of one variable, whatever hangs on a rule that it turns. */
  #changes(variable: number, value: number): Outcome["changes"] {
    const { index, items, rules } = this.compiled;
    const then = index.standing(variable, value).slice();
    intersect(then, this.#butFor[variable] as BitSet);
    const turned = emptySet(items.length);
    for (const number of numbersOf(difference(then, this.#holding))) {
      const rule = rules[number] as Rule;
      unite(turned, rule.items);
      unite(turned, rule.itemsIfOffered);
    }
    return numbersOf(turned).flatMap((number) => {
      const item = items[number] as CompiledItem;
      const before = this.#now[number] as Decision;
      const after = decideItem(item, then);
      if (before.status === after.status && sameReasons(before, after)) return [];
      return [{ item: item.id, from: before.status, to: after.status }];
    });
  }
}

const plain = (value: string | number): Outcome["value"] =>
  value === "yes" ? true : value === "no" ? false : value;

/** Equal reasons are one object. */
const sameReasons = ({ reasons: one }: Decision, { reasons: other }: Decision): boolean =>
  one.length === other.length && one.every((reason, index) => reason === other[index]);

/** Items moved to another status by some value, before items of which only the reasons change. */
function weightOf({ outcomes }: Sensitivity): number {
  const moved = new Set<string>();
  const touched = new Set<string>();
  for (const { changes } of outcomes) {
    for (const { item, from, to } of changes) {
      touched.add(item);
      if (from !== to) moved.add(item);
    }
  }
  return moved.size * 100 + touched.size;
}
