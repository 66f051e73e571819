/** What was found, entry by entry, and which of it is told: a thing said a hundred times is told a few dozen times. */
import type { Finding } from "../../engine/finding";
import type { Built } from "./build";
import { precedes } from "./dom";
import type { Run } from "./interest";

/** An entry of the page. */
export interface Unit {
  /** The entry's box or first text; a part of a long text has itself for a key. */
  key: object;
  at: Node;
  runs: Set<Run>;
  /** Kept only while something of it is told. */
  entries: Entry[];
  kinds: Set<string>;
}

export interface Entry {
  number: number;
  built: Built;
  findings: Finding[];
}

/** The same finding, in different entries, is told this often. */
const TOLD = 40;

interface Shelf {
  told: Set<Unit>;
  waiting: Set<Unit>;
}

const kindOf = ({ concept, status, section, value, note }: Finding): string =>
  [concept, status, section, value, note].join("|");

export class Units {
  readonly byKey = new Map<object, Unit>();
  readonly byRun = new Map<Run, Unit>();
  private readonly shelves = new Map<string, Shelf>();
  private readonly telling = new Set<Unit>();
  private sorted: Unit[] | undefined;

  add(unit: Unit): void {
    this.byKey.set(unit.key, unit);
    for (const run of unit.runs) this.byRun.set(run, unit);
  }

  /** Whether one more finding of this kind would be told. */
  wants(finding: Finding): boolean {
    return (this.shelves.get(kindOf(finding))?.told.size ?? 0) < TOLD;
  }

  /** Puts what an entry says on the shelves; what is not wanted now may be wanted later. */
  tell(unit: Unit, entries: Entry[], unwanted: Finding[]): void {
    unit.entries = entries;
    for (const finding of entries.flatMap(({ findings }) => findings))
      this.shelf(finding, unit).told.add(unit);
    for (const finding of unwanted) this.shelf(finding, unit).waiting.add(unit);
    if (entries.length > 0) this.telling.add(unit);
    this.sorted = undefined;
  }

  /** Takes an entry away. Gives the entries that may now be told instead, and its runs. */
  remove(unit: Unit): { runs: Set<Run>; next: Set<Unit> } {
    const next = new Set<Unit>();
    for (const kind of unit.kinds) {
      const shelf = this.shelves.get(kind);
      if (!shelf) continue;
      const [waiting] = shelf.told.delete(unit) ? shelf.waiting : [];
      if (waiting && waiting !== unit) next.add(waiting);
      shelf.waiting.delete(unit);
      if (shelf.told.size + shelf.waiting.size === 0) this.shelves.delete(kind);
    }
    this.byKey.delete(unit.key);
    for (const run of unit.runs) this.byRun.delete(run);
    if (this.telling.delete(unit)) this.sorted = undefined;
    return { runs: unit.runs, next };
  }

  /** Entries that are told, in document order. */
  told(): Unit[] {
    this.sorted ??= [...this.telling].sort((a, b) => (precedes(a.at, b.at) ? -1 : 1));
    return this.sorted;
  }

  private shelf(finding: Finding, unit: Unit): Shelf {
    const kind = kindOf(finding);
    unit.kinds.add(kind);
    const known = this.shelves.get(kind);
    if (known) return known;
    const shelf: Shelf = { told: new Set(), waiting: new Set() };
    this.shelves.set(kind, shelf);
    return shelf;
  }
}
