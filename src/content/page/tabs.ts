/** The part of the chart that an open tab names. */
import {
  attr,
  holds,
  isLonger,
  nameOf,
  nearest,
  parentElementOf,
  query,
  roleOf,
  textOf,
  within,
} from "./dom";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import type { Place } from "./outline";
import type { Sight } from "./visible";

const OPEN =
  "[role=tab][aria-selected=true],[aria-current=page],[class~=nav-link][class~=active],[class~=tab][class~=active],li[class~=active]>a,[class~=tab][class~=selected],[class~=tab-selected]";

/** So many characters beside the tabs, and a box holds more than their buttons. */
const ROOM = 60;
const MOST_CLIMBED = 6;
const CONTENT = "table,ul,ol,dl,h1,h2,h3,h4,h5,h6,p p,li,form,[role=tabpanel],[role=grid]";

/** The panel that a tab opens, where the page says which. */
function panelOf(page: Document, tab: Element): Element | undefined {
  const id = attr(tab, "aria-controls");
  return id && /^[\w:.-]+$/.test(id) ? query(page, `[id="${id}"]`)[0] : undefined;
}

/** The smallest box around the tabs that holds more than them and a few buttons. */
function boxAround(strip: Element): Element | null {
  const own = (textOf(strip) ?? "").length;
  let box = parentElementOf(strip);
  for (let climbed = 0; box && climbed < MOST_CLIMBED; climbed++) {
    const outer = parentElementOf(box);
    if (!outer || nameOf(outer) === "html" || isLonger(box, own + ROOM) || beside(box, strip)) break;
    box = outer;
  }
  return box;
}

const beside = (box: Element, strip: Element): boolean =>
  query(box, CONTENT).some((each) => !within(strip, each));

interface Named {
  place: Place;
  /** The box in which the tab says where an entry stands. */
  around: Node;
}

/** The open tabs of a document, looked for again only where one may have come, gone or been chosen. */
export class Tabs {
  private open: Element[] | undefined;
  private named: Named[] | undefined;

  disturb(records: MutationRecord[]): void {
    const concerns = ({ type, addedNodes, removedNodes }: MutationRecord) =>
      type === "attributes" || [...addedNodes, ...removedNodes].some((node) => holds(node, OPEN));
    if (records.some(concerns)) this.open = undefined;
  }

  /** The open tabs say something else than when they were last asked, if ever they were. */
  settle(page: Document, sight: Sight): boolean {
    const before = this.named;
    if (!before) return false;
    const now = this.find(page, sight);
    this.named = now;
    const same = ({ place, around }: Named, index: number) =>
      before[index]?.around === around && JSON.stringify(before[index]?.place) === JSON.stringify(place);
    return before.length !== now.length || !now.every(same);
  }

  /** What the open tabs around an entry say. Found when first asked for: most entries have a nearer label. */
  around(page: Document, sight: Sight): (entry: Node) => Place {
    return (entry) => {
      this.named ??= this.find(page, sight);
      const here = this.named.filter(({ around }) => within(around, entry));
      return {
        ...here.find(({ place }) => place.section || place.aside)?.place,
        group: here.find(({ place }) => place.group)?.place.group,
      };
    };
  }

  private find(page: Document, sight: Sight): Named[] {
    this.open ??= query(page, OPEN);
    return this.open.flatMap((tab) => {
      const words = plain(textOf(tab) ?? "");
      const meaning = meaningOf(words);
      const strip =
        nearest(tab, (at) => /^(?:ul|ol|nav)$/.test(nameOf(at)) || roleOf(at) === "tablist") ?? tab;
      const around = panelOf(page, tab) ?? boxAround(strip);
      if (!meaning || !around || !sight.renders(tab)) return [];
      const { section, group } = meaning;
      const place: Place = section === "aside" ? { aside: true } : section ? { section, heading: words } : {};
      return [{ place: group ? { ...place, group: words } : place, around }];
    });
  }
}
