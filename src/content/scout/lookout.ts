/**
 * Watches a document for the name of one medicine and does nothing else, so that a page without it pays next to nothing.
 * Once the name may stand there, the reader is called, and this is over.
 */
import { isInline, isSilentName } from "../page/context";
import {
  attr,
  isConnected,
  isElement,
  isHidden,
  isLonger,
  isText,
  nameOf,
  nodesBelow,
  parentNode,
  query,
} from "../page/dom";
import { mayHost, quickName, rootOf } from "../page/hosts";
import { inSlices } from "../watch/slices";
import { mayName } from "./names";

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["title"],
};
/** Changes are gathered for so long, in milliseconds; under pressure so many times as long as the last look took. */
const SOON = 100;
const REST = 20;
const SLOWEST = 8000;
/** Shadow roots are looked for so long after a look, then ever more seldom down to the second. */
const FIRST_LOOK = 250;
const SELDOM_LOOK = 8000;
const MOST_HOSTS = 5000;
/** So many characters are looked at together, and so many of them again with what follows: a name may be split. */
const TOGETHER = 4000;
const OVERLAP = 40;
/** A box with more text than this, in characters, is no single line: only what changed in it is looked at. */
const LINE = 2000;
/** A longer text is a script, if it stands in one. */
const LONG = 600;
const STEP = 100;

export class Lookout {
  private waiting = new Set<Node>();
  private readonly observed = new WeakSet<Node>();
  private readonly hosts = new Set<Element>();
  private readonly observer = new MutationObserver((records) => this.heard(records));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private rooting: ReturnType<typeof setTimeout> | undefined;
  private looking = false;
  private gap = 0;

  /** `found` is called once. */
  constructor(
    private readonly page: Document,
    private readonly found: () => void,
    private readonly signal: AbortSignal,
  ) {}

  start(): void {
    const { page, signal } = this;
    signal.addEventListener("abort", () => {
      this.observer.disconnect();
      clearTimeout(this.timer);
      clearTimeout(this.rooting);
    });
    page.addEventListener("visibilitychange", () => this.plan(), { signal });
    this.take(page);
    this.plan();
  }

  /** A document or shadow root: to be watched, and looked through. */
  private take(root: Node): void {
    if (this.observed.has(root)) return;
    this.observed.add(root);
    this.observer.observe(root, OBSERVED);
    this.waiting.add(root);
  }

  private heard(records: MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (type !== "childList") this.add(target);
      for (const node of addedNodes) this.add(node);
    }
    this.plan();
  }

  /** Words may join those beside them: what is part of a line is looked at with the whole of it. */
  private add(node: Node): void {
    const parent = isText(node) || isInline(node) ? parentNode(node) : null;
    this.waiting.add(parent && !isLonger(parent, LINE) ? parent : node);
  }

  private plan(): void {
    if (this.timer || this.looking || this.waiting.size === 0 || isHidden(this.page) || this.signal.aborted)
      return;
    this.timer = setTimeout(() => void this.look(), this.gap);
  }

  private async look(): Promise<void> {
    this.timer = undefined;
    this.looking = true;
    const nodes = this.waiting;
    this.waiting = new Set();
    const started = performance.now();
    const named = await inSlices(this.search(nodes), () => this.signal.aborted, false);
    this.looking = false;
    if (this.signal.aborted) return;
    if (named) return this.found();
    this.gap = Math.min(SLOWEST, Math.max(SOON, (performance.now() - started) * REST));
    this.lookForRoots(FIRST_LOOK);
    this.plan();
  }

  /** Whether the name may stand in some nodes, or in the shadow roots below them. Yields between small pieces of work. */
  private *search(nodes: Iterable<Node>): Generator<void, boolean> {
    let text = "";
    for (const root of nodes) {
      // Words of another place go on with none of these.
      text += "\n";
      if (!isConnected(root)) continue;
      const inside = nodesBelow(this.page, root);
      for (let next = inside.nextNode(), count = 1; next; next = inside.nextNode(), count++) {
        if (count % STEP === 0) yield;
        if (!isText(next)) {
          this.meet(next);
          continue;
        }
        const { data } = next;
        if (data.length > LONG && isSilentName(nameOf(parentNode(next)))) continue;
        text += data;
        if (text.length < TOGETHER) continue;
        if (mayName(text)) return true;
        text = text.slice(-OVERLAP);
        yield;
      }
      text += titlesIn(root);
    }
    return mayName(text);
  }

  private meet(node: Node): void {
    if (!isElement(node)) return;
    const root = rootOf(node);
    if (root) this.take(root);
    else if (this.hosts.size < MOST_HOSTS && mayHost(node, quickName(node))) this.hosts.add(node);
  }

  /** No mutation tells of a shadow root that is given to an element late. */
  private lookForRoots(wait: number): void {
    clearTimeout(this.rooting);
    if (this.hosts.size === 0) return;
    this.rooting = setTimeout(() => {
      if (!isHidden(this.page)) {
        for (const host of this.hosts) {
          if (isConnected(host) && !rootOf(host)) continue;
          this.hosts.delete(host);
          this.meet(host);
        }
      }
      this.plan();
      this.lookForRoots(Math.min(wait * 2, SELDOM_LOOK));
    }, wait);
  }
}

/** A name that the page cuts short may stand in a title in whole. */
function titlesIn(root: Node): string {
  if (isText(root)) return "";
  const titled = [...(isElement(root) ? [root] : []), ...query(root, "[title]")];
  return titled.map((element) => `\n${attr(element, "title") ?? ""}`).join("");
}
