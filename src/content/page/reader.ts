/** Reads one document and keeps its reading in step: text that matters → entries → passages → findings. */
import type { Finding, PageReading } from "../../engine/finding";
import type { Passage } from "../passage";
import { dayOf, isoOf } from "../patient/dates";
import { Identity } from "../patient/identity";
import { type Built, build, type Tools } from "./build";
import { Contexts } from "./context";
import { coverageOf } from "./coverage";
import { isElement, isLonger, parentOf } from "./dom";
import { Finds } from "./finds";
import { Grids } from "./grid";
import type { Run } from "./interest";
import type { LabelTools } from "./label";
import { Outline } from "./outline";
import { Parts } from "./parts";
import { stretches } from "./search";
import { Tabs } from "./tabs";
import { unitOf } from "./unit";
import { type Entry, type Unit, Units } from "./units";
import { Sight } from "./visible";

/** Messages hold no more. */
const MOST_FINDINGS = 2000;
const LONGEST_QUOTE = 400;
/** A text longer than this, in characters, is looked at about the words only. */
const LONG = 400;
/** A box with less text than this, in characters, may be one entry. */
const CARD = 500;

/** What is needed of a reader of text. */
interface Language {
  /** Findings of one passage; `today` is an ISO date. */
  readPassage(passage: Passage, options: { today?: string }): Finding[];
  /** Does beforehand, in pieces, what the first word would wait for. */
  learn(): Generator<void>;
}

export class PageReader {
  private finds: Finds;
  private units = new Units();
  private grids = new Grids();
  private parts = new Parts();
  private tabs = new Tabs();
  private outline: Outline | undefined;
  private readonly identity: Identity;
  private pending: MutationRecord[] = [];
  private readonly numbers = new WeakMap<object, number>();
  private next = 0;

  constructor(
    private readonly page: Document,
    private readonly language: Language,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.finds = new Finds(page);
    this.identity = new Identity(page, now);
  }

  /** The document and the open shadow roots in it. */
  get roots(): ReadonlySet<Node> {
    return this.finds.roots;
  }

  /** An element that was read without a shadow root has one now. Quick. */
  rootsCame(): boolean {
    return this.finds.rootsCame();
  }

  /** The passage of a number that was told, for showing it. */
  entry(number: number | undefined): Entry | undefined {
    return this.units
      .told()
      .flatMap(({ entries }) => entries)
      .find((entry) => entry.number === number);
  }

  /** Hears what changed; read next time. */
  note(records: MutationRecord[]): void {
    this.pending.push(...records);
  }

  /** Reads what changed since the last time; everything, where `fresh`. Yields between small pieces of work. */
  *read(fresh: boolean): Generator<void, PageReading> {
    const records = this.pending;
    this.pending = [];
    const again = new Set<Run>();
    let reshaped = false;
    let asked = false;
    if (fresh) {
      this.finds = new Finds(this.page);
      this.units = new Units();
      this.grids = new Grids();
      this.parts = new Parts();
      this.tabs = new Tabs();
      this.identity.forget();
      this.outline = undefined;
      yield* this.language.learn();
      yield* this.finds.all();
    } else {
      for (const record of records) {
        this.disturb(record, again);
        if (this.identity.disturb(record, (box) => this.runsIn(box))) asked = true;
      }
      const tables = this.grids.settle();
      for (const table of tables) this.takeWithin(table, again);
      reshaped = tables.length > 0;
      if (reshaped) this.identity.forget();
      const { size } = this.roots;
      yield* this.finds.update(records);
      if (reshaped || size !== this.roots.size) this.parts.clear();
      else this.parts.disturb(records);
      this.tabs.disturb(records);
    }
    yield;
    const { finds } = this;
    const sight = new Sight(this.page);
    const contexts = new Contexts(sight);
    const changed = [...finds.fresh, ...finds.lost];
    finds.fresh.clear();
    finds.lost.clear();

    this.relabel(records, changed, reshaped, { contexts, sight, grids: this.grids }, again);
    yield;

    const tools: Tools = {
      contexts,
      sight,
      grids: this.grids,
      outline: this.outline ?? new Outline([], { contexts, sight, grids: this.grids }),
      tab: this.tabs.around(this.page, sight),
    };
    if (this.tabs.settle(this.page, sight)) this.takeAll(again);
    const named = changed.some(({ interest }) => interest.person);
    this.identity.heardOf(records, fresh);
    if (fresh || asked || reshaped || named || this.identity.isTouched(records)) {
      const persons = [...finds.runs].filter(({ interest }) => interest.person);
      if (yield* this.identity.identify(persons, { contexts, sight, grids: this.grids }, () => this.pending))
        this.takeAll(again);
    }
    yield;

    for (const run of changed) {
      const unit = this.units.byRun.get(run);
      if (unit) this.take(unit, again);
      if (run.interest.term) again.add(run);
    }
    for (const run of again) {
      if (finds.runs.has(run) && run.interest.term) this.readRun(run, tools);
      yield;
    }

    const told = this.units.told();
    return {
      findings: told
        .flatMap(({ entries }) => entries.flatMap(({ findings }) => findings))
        .slice(0, MOST_FINDINGS),
      coverage: yield* coverageOf(finds.runs, finds.frames, { ...tools, page: this.page, parts: this.parts }),
      ...this.identity.told,
    };
  }

  /** Takes in labels that came, went or moved; what they governed is read again. */
  private relabel(
    records: MutationRecord[],
    changed: Run[],
    reshaped: boolean,
    tools: LabelTools,
    again: Set<Run>,
  ): void {
    const before = this.outline;
    const shaken =
      !before ||
      reshaped ||
      changed.some(({ interest }) => interest.label) ||
      records.some(({ type, target }) => type === "childList" && before.restsOn(target));
    if (shaken) {
      const labels = [...this.finds.runs].filter(({ interest }) => interest.label);
      this.outline = new Outline(labels, tools);
    }
    if (!before || !this.outline) return;
    if (shaken && !this.outline.equals(before)) this.takeAll(again);
    for (const box of this.outline.moved(before, records)) this.takeWithin(box, again);
  }

  /** Reads the entry that a stretch of text belongs to, if it has not been read. */
  private readRun(run: Run, tools: Tools): void {
    const { container } = run;
    if (!isElement(container) || this.identity.isOthers(run)) return;
    const shape = unitOf(run, tools.grids, tools.sight, (box) => tools.outline.holdsLabel(box));
    const key = shape.kind === "paragraph" ? (run.nodes[0] ?? container) : shape.root;
    const at = key;
    const known = run.part ? undefined : this.units.byKey.get(key);
    if (known) {
      known.runs.add(run);
      this.units.byRun.set(run, known);
      return;
    }
    const unit: Unit = { key: run.part ? run : at, at, runs: new Set([run]), entries: [], kinds: new Set() };
    this.units.add(unit);
    const entries: Entry[] = [];
    const unwanted: Finding[] = [];
    const builts = build(shape, run, tools);
    let number = this.numbers.get(unit.key) ?? this.next;
    if (number === this.next) this.next += builts.length;
    this.numbers.set(unit.key, number);
    for (const built of builts) {
      const findings = this.language
        .readPassage({ ...built.passage, number }, { today: isoOf(dayOf(this.now())) })
        .flatMap((finding) => {
          const told = asTold(finding, built, number);
          if (!this.units.wants(told)) unwanted.push(told);
          else if (inSight(finding, built, tools.sight)) return [told];
          return [];
        });
      if (findings.length > 0) entries.push({ number, built, findings });
      number++;
    }
    this.units.tell(unit, entries, unwanted);
  }

  /** Takes an entry apart, to be read again. */
  private take(unit: Unit, again: Set<Run>): void {
    const { runs, next } = this.units.remove(unit);
    for (const run of runs) again.add(run);
    for (const waiting of next) for (const run of this.units.remove(waiting).runs) again.add(run);
  }

  private takeAll(again: Set<Run>): void {
    for (const unit of [...this.units.byKey.values()]) this.take(unit, again);
    // What stood in another person's box has no entry to be taken apart.
    for (const run of this.finds.runs) again.add(run);
  }

  /** Entries whose surroundings changed, though perhaps no word of theirs. */
  private disturb(record: MutationRecord, again: Set<Run>): void {
    const { target } = record;
    let climbed = 0;
    for (let at: Node | null = target; at && climbed < 40; at = parentOf(at), climbed++) {
      const unit = this.units.byKey.get(at);
      if (unit) this.take(unit, again);
    }
    this.grids.disturb(record);
    // The largest box around that may still be one entry.
    let card: Node | undefined;
    for (let at: Node | null = target, tries = 0; at && tries < 4; at = parentOf(at), tries++) {
      if (isLonger(at, CARD)) break;
      card = at;
    }
    if (card) this.takeWithin(card, again);
  }

  private takeWithin(box: Node, again: Set<Run>): void {
    for (const run of this.runsIn(box)) {
      const unit = this.units.byRun.get(run);
      if (unit && isElement(run.container)) this.take(unit, again);
    }
  }

  /** The stretches inside a box that may matter. */
  private *runsIn(box: Node): Generator<Run> {
    for (const { nodes } of stretches(this.page, [box])) if (nodes[0]) yield* this.finds.of(nodes[0]);
  }

  /** Something now shows another patient, or none, or other lists, than the last reading said. Quick. */
  overtaken(records: MutationRecord[]): "no" | "banner" | "page" {
    return this.identity.overtaken(records, () => this.units.told().map(({ at }) => at));
  }

  /** The mutations touch more than the patient's banner. */
  beyondBanner(records: MutationRecord[]): boolean {
    return this.identity.isPassed(records);
  }
}

/** A finding as the page's reading gives it. */
function asTold(finding: Finding, { passage }: Built, number: number): Finding {
  const { start: _start, end: _end, ...rest } = finding;
  const section = rest.section ?? passage.section;
  return { ...rest, ...(section && { section }), quote: rest.quote.slice(0, LONGEST_QUOTE), passage: number };
}

/** Its words can be seen by a person. */
function inSight({ start = 0, end = 0 }: Finding, { segments }: Built, sight: Sight): boolean {
  const parts = segments.filter((segment) => segment.start < end && segment.end > start);
  return (
    parts.length > 0 &&
    parts.every((segment) => {
      const { length } = segment.node.data;
      if (length <= LONG) return sight.sees(segment.node, 0, length);
      // The boxes of a long text are many: only those about the words are asked for.
      const at = Math.min(length, (segment.part?.[0] ?? 0) + Math.max(0, start - segment.start));
      return sight.sees(segment.node, Math.max(0, at - LONG / 2), Math.min(length, at + LONG / 2));
    })
  );
}
