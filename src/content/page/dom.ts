/**
 * Reading nodes. A form's named fields can stand in front of its own properties (and a document's named elements in
 * front of the document's), so everything that may be a form or a document is read through its prototype.
 */

function find(node: object, name: string): PropertyDescriptor | undefined {
  for (let proto = Object.getPrototypeOf(node); proto; proto = Object.getPrototypeOf(proto)) {
    const descriptor = Object.getOwnPropertyDescriptor(proto, name);
    if (descriptor) return descriptor;
  }
  return undefined;
}

function property<T>(name: string): (node: object) => T {
  let get: (() => unknown) | undefined;
  return (node) => {
    get ??= find(node, name)?.get;
    return get?.call(node) as T;
  };
}

function method<A extends unknown[], T>(name: string): (node: object, ...args: A) => T {
  let call: ((...args: A) => T) | undefined;
  return (node, ...args) => {
    call ??= find(node, name)?.value as typeof call;
    return call?.apply(node, args) as T;
  };
}

export const nodeType = property<number>("nodeType");
export const firstChild = property<Node | null>("firstChild");
export const nextSibling = property<Node | null>("nextSibling");
export const previousSibling = property<Node | null>("previousSibling");
export const isConnected = property<boolean>("isConnected");
export const textOf = property<string | null>("textContent");
export const parentNode = property<Node | null>("parentNode");
/** The document that a node is of; null for a document. */
export const pageOf = property<Document | null>("ownerDocument");
const localName = property<string>("localName");
const shadowRoot = property<ShadowRoot | null>("shadowRoot");
const elementSlot = property<Element | null>("assignedSlot");
const textSlot = property<Element | null>("assignedSlot");
const host = property<Element | null>("host");
const nextElement = property<Element | null>("nextElementSibling");
const previousElement = property<Element | null>("previousElementSibling");
const firstElement = property<Element | null>("firstElementChild");
const childCount = property<number>("childElementCount");
const rootChildCount = property<number>("childElementCount");
const rootElementOf = property<Element | null>("firstElementChild");
const getAttribute = method<[string], string | null>("getAttribute");
const compare = method<[Node], number>("compareDocumentPosition");
const contains = method<[Node], boolean>("contains");
const rootElement = property<Element | null>("documentElement");
const view = property<Window | null>("defaultView");
const documentQuery = method<[string], NodeListOf<Element>>("querySelectorAll");
const fragmentQuery = method<[string], NodeListOf<Element>>("querySelectorAll");
export const firstMatch = method<[string], Element | null>("querySelector");
const elementQuery = method<[string], NodeListOf<Element>>("querySelectorAll");
const walker = method<[Node, number], TreeWalker>("createTreeWalker");
const iterator = method<[Node, number], NodeIterator>("createNodeIterator");
const style = new WeakMap<object, Window | null>();

export const matches = method<[string], boolean>("matches");
export const rectsOf = method<[], DOMRectList>("getClientRects");
export const boxOf = method<[], DOMRect>("getBoundingClientRect");
export const newRange = method<[], Range>("createRange");
export const contentTypeOf = property<string | undefined>("contentType");
export const isHidden = property<boolean>("hidden");
export const addressOf = property<string>("baseURI");
export const isTicked = property<boolean>("checked");
const visibility = method<[CheckVisibilityOptions], boolean>("checkVisibility");

export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;
export const FRAGMENT = 11;

/** The document's elements may hide `documentElement` and the like; this can't be hidden. */
export const rootOf = (page: Document): Element | null => rootElement(page);

export function isElement(node: Node | null | undefined): node is Element {
  return node ? nodeType(node) === ELEMENT : false;
}

export function isText(node: Node | null | undefined): node is Text {
  return node ? nodeType(node) === TEXT : false;
}

/** Name in lower case; "" for what is not an element. */
export function nameOf(node: Node | null | undefined): string {
  return isElement(node) ? localName(node).toLowerCase() : "";
}

export const attr = (element: Element, name: string): string | null => getAttribute(element, name);

/** Role in lower case, the first where several stand. */
export function roleOf(element: Element): string {
  const role = getAttribute(element, "role");
  return role ? (role.trim().toLowerCase().split(/\s+/, 1)[0] ?? "") : "";
}

/** Parent as the page shows it: the slot that shows a child of a shadow host; the host of a shadow root. */
export function parentOf(node: Node): Node | null {
  const parent = parentNode(node);
  if (!parent) return null;
  const type = nodeType(parent);
  if (type === FRAGMENT) return host(parent) ?? parent;
  // Only a host's children are shown elsewhere.
  return (type === ELEMENT && shadowRoot(parent) && slotOf(node)) || parent;
}

function slotOf(node: Node): Element | null {
  const type = nodeType(node);
  return type === ELEMENT ? elementSlot(node) : type === TEXT ? textSlot(node) : null;
}

/** Parent element as the page shows it, if any. */
export function parentElementOf(node: Node): Element | null {
  const parent = parentOf(node);
  return isElement(parent) ? parent : null;
}

/** The nearest of node and its ancestors that passes, as the page shows them. */
export function nearest(node: Node | null, passes: (element: Element) => boolean): Element | null {
  for (let at: Node | null = node; at; at = parentOf(at)) if (isElement(at) && passes(at)) return at;
  return null;
}

export const nextElementOf = (element: Element): Element | null => nextElement(element);
export const previousElementOf = (element: Element): Element | null => previousElement(element);
/** Rendered, not hidden, not wholly transparent. */
export const isVisible = (element: Element): boolean =>
  visibility(element, { opacityProperty: true, visibilityProperty: true });
export const hostOf = (root: Node): Element | null => (nodeType(root) === FRAGMENT ? host(root) : null);

/** What an element shows: its open shadow root, where it has one. */
export const insideOf = (element: Element): Element | ShadowRoot => shadowOf(element) ?? element;
/** Element children as the page shows them. */
export function childrenOf(element: Element): Element[] {
  const found: Element[] = [];
  // Going from sibling to sibling is many times faster than spreading a live collection.
  for (let child = firstElementOf(element); child; child = nextElement(child)) found.push(child);
  return found;
}
/** First of an element's children as the page shows them. */
export function firstElementOf(element: Element): Element | null {
  const inside = insideOf(element);
  return inside === element ? firstElement(inside) : rootElementOf(inside);
}
/** How many element children it has, as the page shows them. */
export function childCountOf(element: Element): number {
  const inside = insideOf(element);
  return inside === element ? childCount(inside) : rootChildCount(inside);
}
export const shadowOf = (element: Element): ShadowRoot | null => shadowRoot(element);
export const within = (outer: Node, inner: Node): boolean => contains(outer, inner);
export const precedes = (a: Node, b: Node): boolean => (compare(a, b) & 4) !== 0;

export function childNodesOf(node: Node): Node[] {
  const nodes: Node[] = [];
  for (let child = firstChild(node); child; child = nextSibling(child)) nodes.push(child);
  return nodes;
}

/** Elements below a document, shadow root or element, in document order; none where the selector is unknown. */
export function query(root: Node, selector: string): Element[] {
  const type = nodeType(root);
  const find = type === DOCUMENT ? documentQuery : type === FRAGMENT ? fragmentQuery : elementQuery;
  const list = find(root, selector);
  const found: Element[] = [];
  for (let index = 0; index < list.length; index++) found.push(list[index] as Element);
  return found;
}

/** The node is, or has below it, what a selector asks for. */
export const holds = (node: Node, selector: string): boolean =>
  isElement(node) && (matches(node, selector) || firstMatch(node, selector) !== null);

/** Walks the text below a node, in document order. */
export function textsBelow(page: Document, root: Node): TreeWalker {
  return walker(page, root, 4);
}

/** Holds more than so many characters of text. Looks no further than it must: a box around may hold the whole page. */
export function isLonger(node: Node, limit: number): boolean {
  if (isText(node)) return node.data.length > limit;
  const only = firstChild(node);
  if (!only) return false;
  // Most boxes hold one text: a walker takes longer to make than that text to ask.
  if (isText(only) && !nextSibling(only)) return only.data.length > limit;
  const page = pageOf(node);
  if (!page) return (textOf(node) ?? "").length > limit;
  const texts = textsBelow(page, node);
  let length = 0;
  for (let next = texts.nextNode(); next; next = texts.nextNode()) {
    length += (next as Text).data.length;
    if (length > limit) return true;
  }
  return false;
}

/** As `isLonger`, not counting the blanks before its first word and after its last. */
export function saysMore(element: Element, limit: number): boolean {
  const page = pageOf(element);
  if (!page) return false;
  const texts = textsBelow(page, element);
  let length = 0;
  for (let next = texts.nextNode(); next; next = texts.nextNode()) {
    const { data } = next as Text;
    const words = length === 0 ? data.trimStart() : data;
    if (length + words.trimEnd().length > limit && /\S/.test(words)) return true;
    length += words.length;
  }
  return false;
}

/** Goes through a node's elements and texts, itself first, and keeps its place when the page takes nodes away. */
export function nodesBelow(page: Document, root: Node): NodeIterator {
  return iterator(page, root, 5);
}

/** The window that lays the page out; null for a document that is not shown. */
export function viewOf(page: Document): Window | null {
  if (!style.has(page)) style.set(page, view(page));
  return style.get(page) ?? null;
}
