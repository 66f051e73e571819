/** Whose chart a page is, kept in step with it: who is named where, and whether a change may have made it another's. */
import type { PageReading } from "../../engine/finding";
import { Contexts } from "../page/context";
import { holds, isConnected, isElement, isLonger, nameOf, within } from "../page/dom";
import { Grids } from "../page/grid";
import { interestOf, type Run } from "../page/interest";
import { plain } from "../page/normalise";
import { rawText, stretches } from "../page/search";
import { Sight } from "../page/visible";
import { atOnce } from "../watch/slices";
import { dayOf } from "./dates";
import { Nameless } from "./nameless";
import { forgetTitles, TITLES } from "./titles";
import { type Whose, whoseChart } from "./whose";

/** Longest text in which a replaced banner is looked for at once, in characters. */
const QUICK = 5000;
const MOST_ASKED = 60;
/** A box with less text than this, in characters, may be a patient's banner. */
const BANNER = 1300;

/** How the page is seen at the moment. */
interface Look {
  contexts: Contexts;
  sight: Sight;
  grids: Grids;
}

export class Identity {
  private whose: Whose = { others: [] };
  private nameless = new Nameless();
  private bannerKey: string | undefined;

  constructor(
    private readonly page: Document,
    private readonly now: () => Date,
  ) {}

  /** As the page's reading tells it. */
  get told(): Pick<PageReading, "patient" | "twoPatients"> {
    const { patient, twoPatients } = this.whose;
    return { ...(patient && { patient }), ...(twoPatients && { twoPatients }) };
  }

  /** The text is about somebody else on the page. */
  isOthers(run: Run): boolean {
    const { others, listed } = this.whose;
    return (
      others.some((box) => within(box, run.container)) ||
      listed?.some((name) => plain(rawText(run)).startsWith(name)) === true
    );
  }

  /** Every stretch of text may name somebody again. */
  forget(): void {
    this.nameless = new Nameless();
  }

  /** Hears of one change; true if somebody may be named now. `runsIn`: the stretches that a box holds. */
  disturb(record: MutationRecord, runsIn: (box: Node) => Iterable<Run>): boolean {
    return this.nameless.disturb(record, runsIn);
  }

  /**
   * Looks again whose chart it is, among the stretches that may name a person; true if other text than before is
   * somebody else's. `waiting`: what changed since the reading began, as far as it was heard. Yields between small
   * pieces of work.
   */
  *identify(persons: Run[], look: Look, waiting: () => readonly MutationRecord[]): Generator<void, boolean> {
    const before = this.whose;
    const { length } = waiting();
    this.whose = yield* this.lookAt(persons, look);
    const meanwhile = waiting().slice(length);
    if (meanwhile.length > 0) {
      // The page changed meanwhile: a name of before must not be put to words of after.
      this.forget();
      this.heardOf(meanwhile);
      const sight = new Sight(this.page);
      this.whose = atOnce(this.lookAt(persons, { ...look, sight, contexts: new Contexts(sight) }));
    }
    const { banner, others, listed } = this.whose;
    this.bannerKey = banner && this.keyIn(...banner);
    return (
      (before.listed ?? []).join() !== (listed ?? []).join() ||
      before.others.length !== others.length ||
      before.others.some((box, index) => box !== others[index])
    );
  }

  /** Hears of changes that may have brought titles; of all, where `fresh`. */
  heardOf(records: readonly MutationRecord[], fresh = false): void {
    const came = records.some(({ addedNodes }) => [...addedNodes].some((node) => holds(node, TITLES)));
    if (fresh || came) forgetTitles(this.page);
  }

  /** Something changed in the banner, or in a box small enough to be one, or a title came or went. */
  isTouched(records: readonly MutationRecord[]): boolean {
    const banner = this.whose.banner ?? [];
    return records.some(
      ({ target, addedNodes, removedNodes }) =>
        [...addedNodes, ...removedNodes].some((node) => holds(node, TITLES)) ||
        banner.some((box) => within(box, target) || within(target, box) || !isConnected(box)) ||
        !isLonger(target, BANNER - 1),
    );
  }

  /**
   * Something now shows another patient, or none, or other lists, than the last reading said. Quick. `places`: where
   * the reading's entries stand.
   */
  overtaken(records: readonly MutationRecord[], places: () => readonly Node[]): "no" | "banner" | "page" {
    const { banner } = this.whose;
    if (banner) {
      if (banner.every(isConnected)) {
        const concerned = records.some(({ target, type }) =>
          banner.some((box) => within(box, target) || (type === "attributes" && within(target, box))),
        );
        return concerned && this.keyIn(...banner) !== this.bannerKey ? "banner" : "no";
      }
      return addedIn(records).some((box) => this.keyIn(box) === this.bannerKey) ? "no" : "page";
    }
    if (!records.some(({ removedNodes }) => removedNodes.length > 0)) return "no";
    const asked = places().slice(0, MOST_ASKED);
    const gone = asked.filter((at) => !isConnected(at)).length;
    return gone > 0 && gone >= asked.length / 2 ? "page" : "no";
  }

  /** The changes touch more than the patient's banner. */
  isPassed(records: readonly MutationRecord[]): boolean {
    const { banner } = this.whose;
    return records.some(
      ({ target, type }) => type === "childList" && !banner?.some((box) => within(box, target)),
    );
  }

  private lookAt(persons: Run[], look: Look): Generator<void, Whose> {
    const { page, now, nameless } = this;
    return whoseChart(persons, { ...look, page, today: dayOf(now()), nameless: nameless.runs });
  }

  /** Key of the one person named in some boxes. */
  private keyIn(...boxes: Node[]): string | undefined {
    const persons: Run[] = [];
    for (const stretch of stretches(this.page, boxes)) {
      const interest = interestOf(stretch, true);
      if (interest?.person) persons.push({ ...stretch, interest });
    }
    const sight = new Sight(this.page);
    const whose = whoseChart(persons, {
      page: this.page,
      sight,
      contexts: new Contexts(sight),
      grids: new Grids(),
      today: dayOf(this.now()),
    });
    return atOnce(whose).patient?.key;
  }
}

/** Boxes that came and in which a banner can be looked for at once. */
function addedIn(records: readonly MutationRecord[]): Element[] {
  const boxes = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isElement);
  return boxes
    .filter((box) => isConnected(box) && !/^(?:script|style)$/.test(nameOf(box)) && !isLonger(box, QUICK))
    .slice(0, MOST_ASKED);
}
