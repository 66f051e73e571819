/** What is not known: which facts could change which items (R40), and what to check before prescribing (R13). */
import type { Advice } from "./advice";
import { type BitSet, emptySet, intersect, numbersOf, setOf, subtract, unite } from "./bit-set";
import { FACT_NAMES } from "./check-facts";
import type { Compiled, Rule } from "./compile";
import type { Decision } from "./decide";
import { holds, type State, TRIED_FROM } from "./fact-space";

/** The rules that hold, and for each variable those that all the others leave standing. */
export interface Standing {
  holding: BitSet;
  butFor: BitSet[];
}

/**
 * Every unknown fact for which some value changes an item's status or reasons, with the ids of those items. Read off
 * the rules, without trying values: a rule that fails for the want of one unknown fact begins to hold for some value of
 * it, and one that holds because a fact is unknown ceases to hold.
 */
export function missingFacts(
  { items, rules, unknowns, index }: Compiled,
  state: State,
  decisions: Decision[],
  { butFor }: Standing,
): Advice["missing"] {
  const offered = setOf(items.length, (item) => decisions[item]?.status !== "exclude");
  const missing: Advice["missing"] = [];
  const turned = emptySet(rules.length);
  const always = emptySet(items.length);
  const ifOffered = emptySet(items.length);
  for (const { fact, variable, rules: turnable } of unknowns.turnable(state)) {
    turned.set(variable === TRIED_FROM ? index.holding(state, TRIED_FROM) : (butFor[variable] as BitSet));
    intersect(turned, turnable);
    always.fill(0);
    ifOffered.fill(0);
    for (const number of numbersOf(turned)) {
      const rule = rules[number] as Rule;
      unite(always, rule.items);
      unite(ifOffered, rule.itemsIfOffered);
    }
    intersect(ifOffered, offered);
    unite(always, ifOffered);
    const blocks = numbersOf(always).map((item) => items[item]?.id ?? "");
    if (blocks.length > 0) missing.push({ fact, blocks });
  }
  return missing.sort((one, other) => FACT_NAMES.indexOf(one.fact) - FACT_NAMES.indexOf(other.fact));
}

const OFFERED: readonly string[] = ["recommend", "consider", "caution"];

/** What is not known of a patient and would stand against an item that is offered, in words, by item (R13). */
export function checks(
  { items, rules, unknowns, checkTexts }: Compiled,
  state: State,
  decisions: Decision[],
  { holding, butFor }: Standing,
): string[][] {
  const itemsOf = checkTexts.map(() => emptySet(items.length));
  const open = emptySet(rules.length);
  for (let variable = 0; variable < TRIED_FROM; variable++) {
    const checkable = unknowns.checkable(variable, state);
    if (!checkable) continue;
    open.set(butFor[variable] as BitSet);
    intersect(open, checkable);
    subtract(open, holding);
    for (const number of numbersOf(open)) {
      const { check } = rules[number] as Rule;
      if (check?.onlyIf.every((test) => holds(test, state)))
        unite(itemsOf[check.text] as BitSet, check.items);
    }
  }
  const offered = setOf(items.length, (item) => OFFERED.includes(decisions[item]?.status ?? ""));
  const texts: string[][] = items.map(() => []);
  for (const [number, concerned] of itemsOf.entries()) {
    intersect(concerned, offered);
    for (const item of numbersOf(concerned)) texts[item]?.push(checkTexts[number] as string);
  }
  return texts;
}
