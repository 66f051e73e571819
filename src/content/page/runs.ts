/** Unbroken stretches of text inside one block: what the page is searched by. */

import { isInline, isSilentName } from "./context";
import { isElement, nameOf, nodeType, parentOf, TEXT, textsBelow } from "./dom";
import type { Interest } from "./interest";

export interface Run {
  /** Text nodes in document order, all in one block. */
  nodes: Text[];
  /** The block: nearest ancestor that is not an inline element. */
  container: Node;
  interest: Interest;
}

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

/** The stretches of text below a node, in document order. Each is a unit of work. */
export function* runsBelow(page: Document, root: Node): Generator<{ nodes: Text[]; container: Node }> {
  if (nodeType(root) === TEXT) {
    const around = runAround(page, root as Text);
    if (around) yield around;
    return;
  }
  const walker = textsBelow(page, root);
  let nodes: Text[] = [];
  let container: Node | undefined;
  let parent: Node | null = null;
  let parentContainer: Node | undefined;
  for (let next = walker.nextNode(); next; next = walker.nextNode()) {
    const text = next as Text;
    if (blank(text.data)) {
      // White space inside a stretch keeps words apart; elsewhere it says nothing.
      if (nodes.length > 0 && parent === text.parentNode) nodes.push(text);
      continue;
    }
    if (text.parentNode !== parent || !parent) {
      parent = text.parentNode;
      parentContainer = containerOf(text);
    }
    if (!parentContainer) continue;
    if (parentContainer === container) nodes.push(text);
    else {
      if (container && nodes.length > 0) yield { nodes, container };
      nodes = [text];
      container = parentContainer;
    }
  }
  if (container && nodes.length > 0) yield { nodes, container };
}

/** The whole stretch that a text node belongs to. */
export function runAround(page: Document, text: Text): { nodes: Text[]; container: Node } | undefined {
  const container = containerOf(text);
  if (!container) return undefined;
  const walker = textsBelow(page, container);
  const collect = (step: () => Node | null): Text[] => {
    const found: Text[] = [];
    walker.currentNode = text;
    for (let next = step(); next; next = step()) {
      const other = containerOf(next);
      if (other === container) found.push(next as Text);
      else if (other && !blank((next as Text).data)) break;
    }
    return found;
  };
  const before = collect(() => walker.previousNode()).reverse();
  const nodes = [...before, text, ...collect(() => walker.nextNode())];
  return nodes.some((node) => !blank(node.data)) ? { nodes, container } : undefined;
}

export const rawText = (nodes: Text[]): string =>
  nodes.length === 1 && nodes[0] ? nodes[0].data : nodes.map((node) => node.data).join("");
