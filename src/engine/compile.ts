/** Turns the tables into rules over bits, once. Whatever a table says that is not understood is an error, never ignored. */
import type { Grade, Group, Reason } from "./advice";
import { type BitSet, setOf } from "./bit-set";
import { FactSpace, type Test } from "./fact-space";
import type { FactName } from "./facts";
import { entriesOf, Reasons, TRIPPED } from "./reasons";
import { rowsOf } from "./rows";
import { RuleIndex } from "./rule-index";
import type { Cell, Range, RedFlagRow, Row, Tables, When, Words } from "./tables";
import { UnknownIndex } from "./unknown-index";
import { AGENT_IDS, ALLERGIES } from "./vocabulary";

/** The ladder on which the worst wins (§5.3), then what is set after combining, then a reason without effect. */
export const EFFECTS = [
  "recommend",
  "consider",
  "caution",
  "needs-info",
  "defer",
  "exclude",
  "later",
  "not-next",
  "note",
] as const;
export const EFFECT = Object.fromEntries(EFFECTS.map((word, index) => [word, index])) as Record<
  (typeof EFFECTS)[number],
  number
>;

export interface Effect {
  rule: number;
  item: number;
  effect: number;
  reason: Reason;
  specialist: boolean;
  pin: boolean;
  onlyIfOffered: boolean;
  /** Asks for what the card still needs (§5.1). */
  asks: boolean;
  /** The chart itself trips the pitfall (R25, R26). */
  tripped: boolean;
}

/** Every test of one fact. */
export interface Part {
  fact: FactName;
  tests: Test[];
}

export interface Rule {
  /** Id of the row that it comes from. */
  row: string;
  parts: Part[];
  effects: Effect[];
  /** Items that it concerns whatever their status, and those that it concerns only if they are not excluded. */
  items: BitSet;
  itemsIfOffered: BitSet;
  /** What to check before prescribing which items: a number of `checkTexts`. */
  check?: { text: number; onlyIf: Test[]; items: BitSet };
}

export interface CompiledItem {
  id: string;
  group: Exclude<Group, "redFlags">;
  statements: string[];
  grade: Grade;
  beyondSource: boolean;
  specialist: boolean;
  /** All that can befall it, in the order of its reasons. */
  effects: Effect[];
}

export interface CompiledFlag {
  reason: RedFlagRow;
  /** Facts from which the flag follows without being entered (R11). */
  derivedFrom: Part[];
}

export interface Compiled {
  space: FactSpace;
  items: CompiledItem[];
  rules: Rule[];
  checkTexts: string[];
  index: RuleIndex;
  unknowns: UnknownIndex;
  flags: CompiledFlag[];
}

/** Reasons of the worse before those of the milder, notes last. */
const ORDER_OF_REASONS = [
  "exclude",
  "defer",
  "needs-info",
  "caution",
  "not-next",
  "later",
  "consider",
  "note",
].map((word) => EFFECT[word as keyof typeof EFFECT]);
const BEFORE_CAUTIONS = ORDER_OF_REASONS.indexOf(EFFECT.caution) - 0.5;

/** Compiles a set of tables. Throws on an unknown item, word, effect or reason, or a cause without a name. */
export function compile(tables: Tables): Compiled {
  const rows = rowsOf(tables);
  const flagWhens = tables.redFlags.map(({ derivedFrom }) => derivedFrom ?? {});

  const space = new FactSpace();
  const whens = rows.flatMap(({ row, when }) => [when, row.checkIf ?? {}]);
  for (const when of [...whens, ...flagWhens]) addRanges(space, when);

  const compiler = new RuleCompiler(tables, space);
  for (const { row, when } of rows) compiler.addRules(row, when);
  const { rules, checkTexts } = compiler;
  const effects = rules.flatMap((rule) => rule.effects);
  return {
    space,
    items: tables.items.map((item, index) => compileItem(item, tables, inOrder(effects, index))),
    rules,
    checkTexts,
    index: new RuleIndex(rules, space),
    unknowns: new UnknownIndex(rules, space),
    flags: tables.redFlags.map((reason, index) => ({
      reason,
      derivedFrom: compiler.parts(flagWhens[index] ?? {}),
    })),
  };
}

function inOrder(effects: Effect[], item: number): Effect[] {
  const own = effects.filter((effect) => effect.item === item);
  const place = ({ effect, tripped, asks }: Effect) => {
    if (tripped) return -1;
    return asks ? BEFORE_CAUTIONS : ORDER_OF_REASONS.indexOf(effect);
  };
  return own.sort((one, other) => place(one) - place(other));
}

function compileItem(item: Tables["items"][number], { statements }: Tables, effects: Effect[]): CompiledItem {
  const own = item.statements.map((id) => {
    const found = statements.find((statement) => statement.id === id);
    if (!found) throw new Error(`${item.id}: no statement ${id}`);
    return found;
  });
  const graded = own.find(({ id }) => id === item.gradeFrom);
  const all = [...new Set(own.flatMap(({ citations }) => citations))].sort();
  const { strength, certainty } = graded ?? { strength: "none", certainty: "none" };
  return {
    id: item.id,
    group: item.group,
    statements: Object.freeze(item.statements) as string[],
    grade: Object.freeze({
      strength,
      certainty,
      citations: Object.freeze(graded?.citations ?? all) as string[],
    }),
    beyondSource: item.beyondSource ?? false,
    specialist: item.specialist ?? false,
    effects,
  };
}

function addRanges(space: FactSpace, when: When): void {
  for (const [fact, condition] of entriesOf(when)) {
    if (fact !== "tried" && isRange(condition)) space.addRange(fact, condition);
  }
}

const isRange = (condition: Words | Range): condition is Range =>
  ["from", "below", "above", "upTo", "orUnknown"].some((key) => key in condition);

class RuleCompiler {
  readonly rules: Rule[] = [];
  readonly checkTexts: string[] = [];
  readonly #reasons: Reasons;
  readonly #items: ReadonlyMap<string, number>;

  constructor(
    readonly tables: Tables,
    readonly space: FactSpace,
  ) {
    this.#reasons = new Reasons(tables);
    this.#items = new Map(tables.items.map(({ id }, index) => [id, index]));
  }

  /** A row that speaks of the agent itself becomes a rule for each of its cells. */
  addRules(row: Row, when: When): void {
    const cells = Object.entries(row.cells).filter(([, cell]) => cell !== "none" && cell !== "recommend");
    const self = JSON.stringify(when).includes('"self"');
    for (const group of self ? cells.map((cell) => [cell]) : [cells]) {
      const [item] = group[0] ?? [];
      if (!item) continue;
      const own = self ? withSelf(when, item) : when;
      const effects = group.map(([id, cell]) => this.#effect(row, own, id, cell));
      this.rules.push({
        row: row.id,
        parts: this.parts(own),
        effects,
        items: this.#itemsOf(effects, ({ onlyIfOffered }) => !onlyIfOffered),
        itemsIfOffered: this.#itemsOf(effects, ({ onlyIfOffered }) => onlyIfOffered),
        check: row.check ? this.#check(row, row.check, effects) : undefined,
      });
    }
  }

  #check({ checkIf }: Row, text: string, effects: Effect[]): Rule["check"] {
    const onlyIf = this.parts(checkIf ?? {}).flatMap(({ tests }) => tests);
    const concerned = ({ effect, item }: Effect) =>
      effect !== EFFECT.note && this.tables.items[item]?.group !== "pitfalls";
    const known = this.checkTexts.indexOf(text);
    const number = known >= 0 ? known : this.checkTexts.push(text) - 1;
    return { text: number, onlyIf, items: this.#itemsOf(effects, concerned) };
  }

  #itemsOf(effects: Effect[], concerned: (effect: Effect) => boolean): BitSet {
    return setOf(this.#items.size, (item) => effects.some((one) => one.item === item && concerned(one)));
  }

  #effect(row: Row, when: When, id: string, cell: Cell): Effect {
    const item = this.#items.get(id);
    const [word = "", ...rest] = cell.split(" ");
    const specialist = rest.at(-1) === "specialist";
    const code = (specialist ? rest.slice(0, -1) : rest)[0] ?? row.reason;
    const effect = EFFECT[word as keyof typeof EFFECT];
    if (item === undefined || effect === undefined || !code)
      throw new Error(`${row.id}: cannot read "${cell}" for ${id}`);
    const { reason, onlyIfOffered, asks } = this.#reasons.reason(row, when, code);
    // A recommendation with a reason has no effect beyond it.
    return {
      rule: this.rules.length,
      item,
      effect: word === "recommend" ? EFFECT.note : effect,
      reason,
      specialist,
      pin: row.pin ?? false,
      onlyIfOffered,
      asks,
      tripped: reason.code === TRIPPED,
    };
  }

  parts(when: When): Part[] {
    return entriesOf(when).map(([fact, condition]) => ({
      fact,
      tests:
        fact === "tried"
          ? Object.entries(condition as unknown as Record<string, Words>).map(([agent, words]) =>
              this.space.test(fact, agent, words),
            )
          : [this.space.test(fact, undefined, condition)],
    }));
  }
}

/** The condition with "self" replaced by the agent that the cell is about. */
function withSelf(when: When, id: string): When {
  const known: readonly string[] = when.tried ? AGENT_IDS : ALLERGIES;
  if (!known.includes(id)) throw new Error(`"self" means nothing for ${id}`);
  return JSON.parse(JSON.stringify(when).replaceAll('"self"', JSON.stringify(id))) as When;
}
