/** What was found in a document's text, kept in step with the document: work follows what changed. */
import { isInline } from "./context";
import {
  isConnected,
  isElement,
  isLonger,
  isText,
  matches,
  nextSibling,
  parentOf,
  previousSibling,
  query,
  textOf,
  textsBelow,
} from "./dom";
import { mayHost, quickName, rootOf } from "./hosts";
import { interestOf, type Run } from "./interest";
import { headingLevel, PLAIN_LEVEL } from "./levels";
import { type Stretch, search, stretchAround, stretches } from "./search";

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary", "caption"]);
/** What is looked at whatever it says: a heading by its role, and what may be a name with nothing beside it. */
const TITLES = "[role=heading],[class~=title]";
/** Longest text of those, in characters. */
const LONGEST_TITLE = 300;
const FRAMES = new Set(["iframe", "frame", "embed", "object"]);
/** So many elements are asked again whether they have a shadow root by now. */
const MOST_HOSTS = 5000;

export class Finds {
  readonly runs = new Set<Run>();
  /** Found or lost since last asked. */
  readonly fresh = new Set<Run>();
  readonly lost = new Set<Run>();
  /** Shadow roots met, each searched and to be watched. */
  readonly roots = new Set<Node>();
  /** Elements that show documents of their own. */
  readonly frames = new Set<Element>();
  private readonly searched = new WeakSet<Node>();
  /** Elements that have no shadow root yet; nothing tells when one is given to them. */
  private readonly hosts = new Set<Element>();
  private readonly byText = new WeakMap<Text, Run[]>();

  constructor(private readonly page: Document) {
    this.roots.add(page);
  }

  /** Searches everything that was not searched yet, shadow roots included. */
  *all(): Generator<void> {
    // Roots that are met on the way come in their turn.
    for (const root of this.roots) {
      if (this.searched.has(root)) continue;
      this.searched.add(root);
      yield* this.below(root);
    }
  }

  /** An element that was met without a shadow root has one now. */
  rootsCame(): boolean {
    for (const host of this.hosts) if (rootOf(host)) return true;
    return false;
  }

  /** Takes in what the page changed. */
  *update(records: MutationRecord[]): Generator<void> {
    const added = new Set<Node>();
    const texts = new Set<Text>();
    for (const host of this.hosts) {
      if (isConnected(host) && !rootOf(host)) continue;
      this.hosts.delete(host);
      if (!isConnected(host)) continue;
      this.meet(host);
      // What stood in it shows no more, unless the root has a place for it.
      for (const text of this.textsIn(host)) texts.add(text);
    }
    for (const record of records) {
      const { type, target, addedNodes, removedNodes } = record;
      if (isText(target)) texts.add(target);
      if (type === "attributes") for (const text of this.textsIn(target)) texts.add(text);
      for (const node of removedNodes) this.drop(node, texts);
      for (const node of addedNodes) added.add(node);
      // A box set between the words of a line parts them; one taken away joins them.
      if (type === "childList") {
        this.join(record.previousSibling, previousSibling, texts);
        this.join(record.nextSibling, nextSibling, texts);
        for (let at: Node | null = target; at && isElement(at) && isInline(at); at = parentOf(at)) {
          this.join(previousSibling(at), previousSibling, texts);
          this.join(nextSibling(at), nextSibling, texts);
        }
      }
      yield;
    }
    for (const node of added) {
      if (!isConnected(node)) continue;
      if (isText(node)) texts.add(node);
      else if (isElement(node) && isInline(node)) {
        for (const text of this.textsIn(node, true)) texts.add(text);
        for (const element of [node, ...query(node, "*")]) this.meet(element);
      } else {
        for (const text of this.textsIn(node)) this.forget(text, texts);
        yield* this.below(node);
      }
      yield;
    }
    for (const text of texts) {
      if (isConnected(text)) this.touch(text);
      yield;
    }
    for (const root of this.roots) {
      if (isConnected(root)) continue;
      this.roots.delete(root);
      this.searched.delete(root);
      for (const text of this.textsIn(root)) this.forget(text);
    }
    yield* this.all();
    for (const frame of this.frames) if (!isConnected(frame)) this.frames.delete(frame);
  }

  /** Runs that a text belongs to. */
  of(text: Text): Run[] {
    return this.byText.get(text) ?? [];
  }

  /** The nearest words of a line on one side of a change. */
  private join(beside: Node | null, next: (node: Node) => Node | null, texts: Set<Text>): void {
    for (let at = beside; at; at = next(at)) {
      if (isText(at)) texts.add(at);
      else if (!isElement(at)) continue;
      else if (isInline(at)) for (const text of this.textsIn(at, true)) texts.add(text);
      else return;
      if ((textOf(at) ?? "").trim()) return;
    }
  }

  private *below(root: Node): Generator<void> {
    for (const stretch of search(this.page, root, (element) => this.meet(element))) {
      if (stretch) this.keep(stretch);
      yield;
    }
    const titles = query(root, TITLES);
    if (isElement(root) && matches(root, TITLES)) titles.push(root);
    for (const title of titles) {
      if (isLonger(title, LONGEST_TITLE)) continue;
      for (const stretch of stretches(this.page, [title])) this.keep(stretch);
    }
  }

  private meet(element: Element): void {
    const name = quickName(element);
    // A heading ends what the one before it governs, whatever it says.
    if (HEADINGS.has(name)) for (const stretch of stretches(this.page, [element])) this.keep(stretch);
    const root = rootOf(element);
    if (root) this.roots.add(root);
    else if (FRAMES.has(name)) this.frames.add(element);
    else if (this.hosts.size < MOST_HOSTS && mayHost(element, name)) this.hosts.add(element);
  }

  private keep(stretch: Stretch): void {
    const [first] = stretch.nodes;
    if (first && this.byText.get(first)?.some(({ part }) => part?.[0] === stretch.part?.[0])) return;
    const heading = isElement(stretch.container) && headingLevel(stretch.container) < PLAIN_LEVEL;
    const interest = interestOf(stretch, heading);
    if (!interest) return;
    const run: Run = { ...stretch, interest };
    for (const node of stretch.nodes) {
      const runs = this.byText.get(node);
      if (runs) runs.push(run);
      else this.byText.set(node, [run]);
    }
    this.runs.add(run);
    this.fresh.add(run);
  }

  /** A text changed, or its neighbours did: its whole stretch is looked at again. */
  private touch(text: Text): void {
    const waiting = new Set([text]);
    const seen = new Set<Text>();
    for (const next of waiting) {
      if (seen.has(next) || !isConnected(next)) continue;
      const now = [...stretchAround(this.page, next)];
      seen.add(next);
      for (const { nodes } of now) {
        for (const node of nodes) {
          seen.add(node);
          // Words that used to stand in one line with these, and may not any more.
          this.forget(node, waiting);
        }
      }
      for (const stretch of now) this.keep(stretch);
    }
  }

  private forget(text: Text, neighbours?: Set<Text>): void {
    for (const run of this.byText.get(text) ?? []) {
      this.runs.delete(run);
      if (!this.fresh.delete(run)) this.lost.add(run);
      for (const node of run.nodes) {
        this.byText.delete(node);
        if (node !== text) neighbours?.add(node);
      }
    }
  }

  /** A node left the page: what stood in it is gone; what stood beside it is looked at again. */
  private drop(node: Node, neighbours: Set<Text>): void {
    if (isConnected(node)) return;
    for (const text of this.textsIn(node)) this.forget(text, neighbours);
  }

  /** Texts below a node in which something was found; all of them, where asked for. */
  private textsIn(node: Node, all = false): Text[] {
    if (isText(node)) return all || this.byText.has(node) ? [node] : [];
    const texts: Text[] = [];
    const walker = textsBelow(this.page, node);
    for (let next = walker.nextNode(); next; next = walker.nextNode())
      if (all || this.byText.has(next as Text)) texts.push(next as Text);
    return texts;
  }
}
