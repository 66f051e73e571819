/**
 * Finds the stretches of text that may matter. Whole boxes are looked at before their parts, so that most of a page
 * costs one glance; only where something may matter are single texts taken up.
 */
import { isInline, isSilentName } from "./context";
import {
  countBelow,
  firstChild,
  isElement,
  isText,
  nameOf,
  nextSibling,
  nodeType,
  parentOf,
  TEXT,
  textOf,
  textsBelow,
} from "./dom";
import { mayMatter } from "./hint";

/** Unbroken text inside one block. */
export interface Stretch {
  /** Text nodes in document order, all in one block. */
  nodes: Text[];
  /** The block: nearest ancestor that is not an inline element. */
  container: Node;
  /** The part of the one node that is meant, where the node is too long to be read in one go. */
  part?: [start: number, end: number];
}

/** A box with less text than this, in characters, is taken up text by text. */
const SMALL = 600;
/** A box with more elements than this is not glanced at as a whole: the glance itself would take too long. */
const LARGE = 1500;
/** A single text longer than this is read in parts. */
const LONGEST_TEXT = 40_000;
const NEVER_LARGE = /^(?:tr|td|th|li|p|h[1-6]|dt|dd|a|span|b|strong|label|button)$/;

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
 * hears of every element that is looked at.
 */
export function* search(
  page: Document,
  root: Node,
  met: (element: Element) => void,
): Generator<Stretch | undefined> {
  const stack: (Node | Node[])[] = [root];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (Array.isArray(next) || nodeType(next) === TEXT) {
      const nodes = Array.isArray(next) ? next : [next];
      if (mayMatter(nodes.map(wordsOf).join(""))) yield* stretches(page, nodes);
      continue;
    }
    if (isElement(next)) {
      const name = nameOf(next);
      if (isSilentName(name) && name !== "iframe") continue;
      met(next);
      if (NEVER_LARGE.test(name) || !isLarge(next)) {
        const words = wordsOf(next);
        const small = words.length <= SMALL;
        // A box without words of its own may hold shadow roots.
        if (!(blank(words) && firstChild(next)) && !mayMatter(words)) continue;
        if (small && !blank(words)) {
          yield* stretches(page, [next]);
          continue;
        }
      }
    }
    const parts = partsOf(next);
    for (let index = parts.length - 1; index >= 0; index--) stack.push(parts[index] as Node | Node[]);
    yield undefined;
  }
}

function wordsOf(node: Node): string {
  // A form's own field may stand in front of the property.
  const text: unknown = node.textContent;
  return typeof text === "string" ? text : (textOf(node) ?? "");
}

function isLarge(element: Element): boolean {
  return firstChild(element) !== null && countBelow(element) > LARGE;
}

/** Children, with neighbours that belong to one line of text together. */
function partsOf(node: Node): (Node | Node[])[] {
  const parts: (Node | Node[])[] = [];
  let line: Node[] = [];
  const end = () => {
    if (line.some((each) => !isText(each) || !blank(each.data))) parts.push(line);
    line = [];
  };
  for (let child = firstChild(node); child; child = nextSibling(child)) {
    const type = nodeType(child);
    if (type === TEXT) line.push(child);
    else if (isElement(child)) {
      const inner = firstChild(child);
      if (isInline(child) && !(isElement(inner) && !isInline(inner))) line.push(child);
      else {
        end();
        parts.push(child);
      }
    }
  }
  end();
  return parts;
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
