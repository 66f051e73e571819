import { type Advice, GROUPS, type Item } from "./advice";
import { checkFacts, FACT_NAMES, FactError } from "./check-facts";
import { type Compiled, type CompiledItem, compile } from "./compile";
import { type Decision, decideItem } from "./decide";
import { holds, type State, TRIED_FROM } from "./fact-space";
import type { PatientFacts } from "./facts";
import { checks, missingFacts } from "./missing";
import { TABLES, type Tables } from "./tables";

export type Advise = (facts: PatientFacts) => Advice;

/** §5.2 G0 and R9: only atopic dermatitis with topical pimecrolimus; whatever is not stated has to be confirmed. */
export function applicabilityOf({ diagnosis, onPimecrolimus }: PatientFacts): Advice["applicability"] {
  if (diagnosis === undefined || onPimecrolimus === undefined) return "confirm-diagnosis";
  if (diagnosis === "not-atopic-dermatitis" || !onPimecrolimus) return "not-applicable";
  return diagnosis === "atopic-dermatitis" ? "applies" : "confirm-diagnosis";
}

/** The facts that are accepted; throws `FactError` with every problem of the others. */
export function accepted(facts: PatientFacts): PatientFacts {
  const problems = checkFacts(facts);
  if (problems.length > 0) throw new FactError(problems);
  return facts;
}

/** `advise` by a set of tables. Throws if the tables cannot be read. */
export function adviseBy(tables: Tables): Advise {
  const compiled = compile(tables);
  return (facts) => adviseWith(compiled, facts);
}

/** The tables that ship, compiled. */
export const COMPILED = compile(TABLES);

/**
 * Advice for one patient: every item of `ITEM_IDS` with its status and every reason (§5). Pure and synchronous; the
 * facts are left as they are, and equal facts give equal advice to the byte. Where the advice does not apply, every
 * group is empty. Throws `FactError` for facts that cannot be used (R4).
 */
export const advise: Advise = (facts) => adviseWith(COMPILED, facts);

function adviseWith(compiled: Compiled, facts: PatientFacts): Advice {
  const applicability = applicabilityOf(accepted(facts));
  const advice: Advice = {
    applicability,
    redFlags: [],
    adherence: [],
    options: [],
    adjuncts: [],
    secondary: [],
    escalation: [],
    rescue: [],
    pitfalls: [],
    missing: [],
  };
  if (applicability !== "applies") return { ...advice, missing: unconfirmed(compiled, facts) };

  const { space, items, index } = compiled;
  const state = space.encode(facts);
  const standing = { holding: index.holding(state), butFor: index.butFor(state, TRIED_FROM) };
  const decisions = items.map((item) => decideItem(item, standing.holding));
  const toCheck = checks(compiled, state, decisions, standing);
  for (const number of onScreen(items, decisions, facts)) {
    const { id, group, statements, grade, beyondSource } = items[number] as CompiledItem;
    const { status, reasons, specialist } = decisions[number] as Decision;
    const item: Item = { id, statements, status, reasons, grade };
    if (beyondSource) item.beyondSource = true;
    if (specialist) item.specialist = true;
    const check = toCheck[number] ?? [];
    if (check.length > 0) item.check = check;
    advice[group].push(item);
  }
  advice.redFlags = redFlags(compiled, state, facts);
  advice.missing = missingFacts(compiled, state, decisions, standing);
  return advice;
}

/** Numbers of the items in their order on screen. */
function onScreen(items: CompiledItem[], decisions: Decision[], facts: PatientFacts): number[] {
  const ranks = items.map(({ id }, number) => rankOf(id, decisions[number] as Decision, facts));
  return items
    .map((_, number) => number)
    .sort((one, other) => (ranks[one] as number) - (ranks[other] as number) || one - other);
}

/** R28. */
const ON_SCREEN: Item["status"][] = [
  "recommend",
  "consider",
  "caution",
  "needs-info",
  "defer",
  "later",
  "not-next",
  "exclude",
];
const OFFERED: readonly string[] = ["recommend", "consider", "caution"];

/**
 * Place on screen: what the chart trips, then the diagnosis where it is in question (R27), then by status, then as the
 * source has it. A corticosteroid that is offered, has not adequately failed and is not in use
 * comes before every other option (R28).
 */
function rankOf(id: string, { status, pinned, tripped }: Decision, { tried }: PatientFacts): number {
  if (tripped) return -3;
  if (pinned) return -2;
  if (id === "topical-corticosteroid" && OFFERED.includes(status)) {
    const outcome = tried?.["topical-corticosteroid"];
    if (outcome !== "adequate-failed" && outcome !== "current") return -1;
  }
  return ON_SCREEN.indexOf(status);
}

/** Flags entered, and those that follow from other facts (R11, R12). */
function redFlags({ flags }: Compiled, state: State, facts: PatientFacts): Item[] {
  return flags.flatMap(({ reason, derivedFrom }): Item[] => {
    const entered = facts.redFlags?.some((flag) => flag === reason.id) ?? false;
    const derived =
      derivedFrom.length > 0 && derivedFrom.every(({ tests }) => tests.every((test) => holds(test, state)));
    if (!entered && !derived) return [];
    const { id, text, sources, verification } = reason;
    const fact = entered ? "redFlags" : derivedFrom[0]?.fact;
    return [
      {
        id,
        statements: [],
        status: "recommend",
        reasons: [{ code: id, text, fact, sources, verification }],
        grade: { strength: "none", certainty: "none", citations: [] },
        beyondSource: true,
      },
    ];
  });
}

/** Whichever of diagnosis and pimecrolimus is not stated keeps back every item. */
function unconfirmed({ items }: Compiled, facts: PatientFacts): Advice["missing"] {
  const blocks = items.map(({ id }) => id);
  return FACT_NAMES.slice(0, 2).flatMap((fact) =>
    facts[fact] === undefined ? [{ fact, blocks: [...blocks] }] : [],
  );
}

/** Every item of an advice, group by group, in the order on screen. */
export function itemsOf(advice: Advice): Item[] {
  return GROUPS.flatMap((group) => advice[group]);
}
