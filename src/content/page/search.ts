/**
 * Finds the stretches of text that may matter. The texts of a page are glanced at many at a time; only where something
 * may matter is the small box around it taken up.
 */
import { isInline, isSilentName } from "./context";
import {
  isElement,
  isText,
  nameOf,
  nodesBelow,
  parentNode,
  parentOf,
  textOf,
  textsBelow,
  within,
} from "./dom";
import { Glance } from "./glance";
import { prepare } from "./hint";

/** Unbroken text inside one block. */
export interface Stretch {
  /** Text nodes in document order, all in one block. */
  nodes: Text[];
  /** The block: nearest ancestor that is not an inline element. */
  container: Node;
  /** The part of the one node that is meant, where the node is too long to be read in one go. */
  part?: [start: number, end: number];
}

/** A box with no more text than this, in characters, is taken up whole: what stands beside a name may say whose it is. */
const SMALL = 600;
/** Nodes between two chances for the page to have its turn. */
const STEP = 100;
/** A single text longer than this is read in parts. */
const LONGEST_TEXT = 40_000;

/** The block that a text node stands in; undefined for text that is never the page's words. */
export function containerOf(text: Node): Node | undefined {
  let at = parentOf(text);
  while (at && isElement(at)) {
    if (isSilentName(nameOf(at))) return undefined;
    if (!isInline(at)) return at;
    at = parentOf(at);
  }
  return at ?? undefined;
}

const blank = (text: string) => !/\S/.test(text);

/**
 * Gives the stretches below a node that may matter, in document order, and `undefined` between pieces of work. `met`
 * hears of every element.
 */
export function* search(
  page: Document,
  root: Node,
  met: (element: Element) => void,
): Generator<Stretch | undefined> {
  yield* prepare();
  const nodes = nodesBelow(page, root);
  const glance = new Glance();
  let taken: Node | undefined;
  /** Boxes that turned out to be too large: asked once for all that stands in them. */
  const large = new Set<Node>();
  function* takeUp(texts: Text[]): Generator<Stretch | undefined> {
    for (const text of texts) {
      if (taken && within(taken, text)) continue;
      taken = smallBox(text, root, large);
      if (taken) yield* stretches(page, [taken]);
      else yield* stretchAround(page, text);
      yield undefined;
    }
  }
  let count = 0;
  for (let next = nodes.nextNode(); next; next = nodes.nextNode()) {
    if (++count % STEP === 0) yield undefined;
    if (!isText(next)) {
      met(next as Element);
      continue;
    }
    const { length } = next.data;
    // The longest texts of a page are its scripts.
    if (length > SMALL && isSilentName(nameOf(parentOf(next)))) continue;
    if (length > LONGEST_TEXT) {
      yield* takeUp(glance.end());
      yield* stretchAround(page, next);
    } else yield* takeUp(glance.add(next));
  }
  yield* takeUp(glance.end());
}

/** The largest box around a text, up to `root`, that is small; undefined where even its block is not. */
function smallBox(text: Text, root: Node, large: Set<Node>): Element | undefined {
  let small: Element | undefined;
  for (let at = containerOf(text) ?? null; isElement(at) && !large.has(at); at = parentNode(at)) {
    if ((textOf(at) ?? "").length > SMALL) {
      large.add(at);
      break;
    }
    small = at;
    if (at === root) break;
  }
  return small;
}

/** The stretches below some neighbouring nodes, whether or not they may matter. */
export function* stretches(page: Document, roots: Node[]): Generator<Stretch> {
  let nodes: Text[] = [];
  let container: Node | undefined;
  for (const root of roots) {
    for (const text of textsOf(page, root)) {
      const own = containerOf(text);
      if (!own || (own !== container && blank(text.data))) continue;
      if (own !== container) {
        if (container) yield* whole(nodes, container);
        nodes = [];
        container = own;
      }
      nodes.push(text);
    }
  }
  if (container) yield* whole(nodes, container);
}

function* textsOf(page: Document, root: Node): Generator<Text> {
  if (isText(root)) {
    yield root;
    return;
  }
  const walker = textsBelow(page, root);
  for (let next = walker.nextNode(); next; next = walker.nextNode()) yield next as Text;
}

function* whole(nodes: Text[], container: Node): Generator<Stretch> {
  const [only] = nodes;
  if (nodes.length > 1 || !only || only.data.length <= LONGEST_TEXT) {
    yield { nodes, container };
    return;
  }
  const text = only.data;
  for (let start = 0; start < text.length; ) {
    const end = start + LONGEST_TEXT >= text.length ? text.length : cutBefore(text, start + LONGEST_TEXT);
    yield { nodes, container, part: [start, end] };
    start = end;
  }
}

/** A place to cut a long text: after a line, a sentence, a word. */
function cutBefore(text: string, at: number): number {
  for (const mark of ["\n", ". ", " "]) {
    const found = text.lastIndexOf(mark, at);
    if (found > at - LONGEST_TEXT / 4) return found + mark.length;
  }
  return at;
}

/** The whole stretch that a text node belongs to. */
export function* stretchAround(page: Document, text: Text): Generator<Stretch> {
  const container = containerOf(text);
  if (!container) return;
  const walker = textsBelow(page, container);
  const side = (step: () => Node | null): Text[] => {
    const found: Text[] = [];
    walker.currentNode = text;
    for (let next = step(); next; next = step()) {
      const other = containerOf(next);
      if (other === container) found.push(next as Text);
      else if (other && !blank((next as Text).data)) break;
    }
    return found;
  };
  const before = side(() => walker.previousNode()).reverse();
  const nodes = [...before, text, ...side(() => walker.nextNode())];
  // As a reading of the whole page has it: a stretch begins with a word.
  const first = nodes.findIndex(({ data }) => !blank(data));
  if (first >= 0) yield* whole(nodes.slice(first), container);
}

/** `between`: what stands between its texts, which may be parts of one word or boxes of their own. */
export function rawText({ nodes, part }: Stretch, between = ""): string {
  const [only] = nodes;
  if (nodes.length > 1) return nodes.map((node) => node.data).join(between);
  return part ? (only?.data ?? "").slice(...part) : (only?.data ?? "");
}
