/** The page reader as the watch uses it: remembers the last reading and what in the page it rests on. */
import type { PageReading } from "../../engine/finding";
import { dayOf } from "../patient/dates";
import { type Whose, whoseChart } from "../patient/whose";
import { Contexts } from "./context";
import { isConnected, isElement, nodeType, textOf, within } from "./dom";
import { Grids } from "./grid";
import { interestOf } from "./interest";
import { type Entry, type Language, read } from "./reader";
import { type Run, rawText, runsBelow } from "./runs";
import { Sight } from "./visible";

/** Longest text in which a replaced banner is looked for at once, in characters. */
const QUICK = 5000;
const MOST_ASKED = 60;

export class PageReader {
  entries: Entry[] = [];
  private whose: Whose = { others: [] };
  private bannerKey: string | undefined;

  constructor(
    private readonly page: Document,
    private readonly language: Language,
  ) {}

  *read(): Generator<void, PageReading> {
    const { reading, entries, whose } = yield* read(this.page, this.language, new Date());
    this.entries = entries;
    this.whose = whose;
    this.bannerKey = whose.banner && this.keyIn(whose.banner);
    return reading;
  }

  note(): void {}

  overtaken(records: MutationRecord[]): "no" | "banner" | "page" {
    const { banner } = this.whose;
    if (banner) {
      if (isConnected(banner)) {
        const concerned = records.some(
          ({ target, type }) => within(banner, target) || (type === "attributes" && within(target, banner)),
        );
        return concerned && this.keyIn(banner) !== this.bannerKey ? "banner" : "no";
      }
      return this.added(records).some((box) => this.keyIn(box) === this.bannerKey) ? "no" : "page";
    }
    if (!records.some(({ removedNodes }) => removedNodes.length > 0)) return "no";
    const asked = this.entries.slice(0, MOST_ASKED).flatMap(({ built }) => built.segments[0]?.node ?? []);
    const gone = asked.filter((node) => !isConnected(node)).length;
    return gone > 0 && gone >= asked.length / 2 ? "page" : "no";
  }

  beyondBanner(records: MutationRecord[]): boolean {
    const { banner } = this.whose;
    return records.some(
      ({ target, type }) =>
        type === "childList" && !(banner && (banner === target || within(banner, target))),
    );
  }

  private added(records: MutationRecord[]): Element[] {
    return records
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter(
        (node): node is Element =>
          isElement(node) && isConnected(node) && (textOf(node) ?? "").length <= QUICK,
      )
      .slice(0, MOST_ASKED);
  }

  /** Key of the one person named in a box. */
  private keyIn(box: Element): string | undefined {
    const runs: Run[] = [];
    for (const { nodes, container } of runsBelow(this.page, box)) {
      const interest = interestOf(rawText(nodes), () => false, true);
      if (interest && nodeType(container) === 1) runs.push({ nodes, container, interest: { ...interest } });
    }
    const sight = new Sight(this.page);
    return whoseChart(
      runs.filter(({ interest }) => interest.person),
      { page: this.page, sight, contexts: new Contexts(sight), grids: new Grids(), today: dayOf(new Date()) },
    ).patient?.key;
  }
}
