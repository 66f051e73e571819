/**
 * A closed list of phrases, found word by word, longest first. Building it costs little, unlike one regular expression
 * for thousands of phrases, because only what some text begins is built; looking costs a few look-ups a word.
 */

import { openFirst } from "./expand";

interface Node<Value> {
  values?: Value[];
  next?: Map<string, Node<Value>>;
  /** Phrases that go on from here, and from which place in them; taken in once something is looked for here. */
  waiting?: [phrase: string, at: number, value: Value][];
}

export interface Found<Value> {
  start: number;
  end: number;
  /** Of the first phrase that reads so. */
  value: Value;
  /** Of every phrase that reads so, each once. */
  values: readonly Value[];
}

const LETTERS = "a-z0-9\\u0400-\\u04ff";
/** "d/c'd", "w/o", "e.g": words that hold a mark. Tried before the plain word that begins them. */
const MARKED = /[a-z]{1,4}\/[a-z]{1,4}(?:'d)?|(?:[a-z]\.){1,3}[a-z]/y;
const WORD = new RegExp(`[${LETTERS}]+(?:'[sd](?![a-z]))?`, "y");
const NEXT_WORD = new RegExp(`[${LETTERS}]`, "g");
/** "Elidel1%": a name runs into its strength. */
const BARE = /[a-z\u0400-\u04ff]+/y;
const LETTER = /[a-z\u0400-\u04ff]/;
/** Between the words of a phrase: spaces, a hyphen, a line break; a dot after a single letter; an elision. */
const GAP = /[ \t\r\n-]{1,4}|['/](?=[a-z])/y;
const DOTTED = /\. {0,2}(?=[a-z])/y;
/** A mark that a phrase itself may hold ("dermatitis, contact"). */
const POINT = /\s?([,(:])\s?/y;

const PATTERNS = [MARKED, WORD, BARE];

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** A phrase as it is looked up: one space between its words. */
export const plainOf = (found: string): string => found.replace(/[\s-]+/g, " ");

export class Phrases<Value> {
  private readonly root: Node<Value> = {};

  /** `short`: the phrases hold brackets, as `expand` reads them. */
  constructor(
    entries: Iterable<readonly [phrase: string, value: Value]>,
    private readonly short = false,
  ) {
    for (const [phrase, value] of entries) add(this.root, phrase, 0, value, short);
  }

  /** Words with which phrases begin. */
  get firstWords(): string[] {
    return [...(this.root.next?.keys() ?? [])];
  }

  /** All phrases in a stretch of folded text, in order, none overlapping. */
  in(text: string, start: number, end: number): Found<Value>[] {
    const all: Found<Value>[] = [];
    for (let at = nextWord(text, start); at < end; ) {
      const found = this.at(text, at, end);
      if (found) all.push(found);
      at = nextWord(text, found ? found.end : at + (matchAt(WORD, text, at)?.[0].length ?? 1));
    }
    return all;
  }

  /** The longest phrase that begins with the word at `start` and ends by `limit`. */
  at(text: string, start: number, limit: number): Found<Value> | undefined {
    return this.longest(this.root, text, start, start, limit);
  }

  private longest(
    node: Node<Value>,
    text: string,
    start: number,
    at: number,
    limit: number,
  ): Found<Value> | undefined {
    takeIn(node, this.short);
    for (const pattern of PATTERNS) {
      const word = matchAt(pattern, text, at)?.[0];
      const next = word === undefined ? undefined : node.next?.get(word);
      if (!word || !next || at + word.length > limit || LETTER.test(text[at + word.length] ?? "")) continue;
      const found = this.goOn(next, text, start, at + word.length, word.length, limit);
      if (found) return found;
    }
    return undefined;
  }

  private goOn(
    node: Node<Value>,
    text: string,
    start: number,
    end: number,
    length: number,
    limit: number,
  ): Found<Value> | undefined {
    takeIn(node, this.short);
    if (node.next) {
      const gap = matchAt(GAP, text, end) ?? (length === 1 ? matchAt(DOTTED, text, end) : null);
      const found = gap && this.longest(node, text, start, end + gap[0].length, limit);
      if (found) return found;
      const point = matchAt(POINT, text, end);
      const after = point && node.next.get(point[1] ?? "");
      const further = point && after && this.longest(after, text, start, end + point[0].length, limit);
      if (further) return further;
    }
    const { values } = node;
    return values && { start, end, value: values[0] as Value, values };
  }
}

function nextWord(text: string, from: number): number {
  NEXT_WORD.lastIndex = from;
  return NEXT_WORD.exec(text)?.index ?? text.length;
}

/** Puts what stands in a phrase from `from` on below a node: its next word, with the rest waiting there. */
function add<Value>(node: Node<Value>, phrase: string, from: number, value: Value, short: boolean): void {
  const bracket = short ? phrase.indexOf("(", from) : -1;
  for (let at = from; at < phrase.length; at++) {
    const word = (matchAt(MARKED, phrase, at) ?? matchAt(WORD, phrase, at))?.[0] ?? markAt(phrase, at);
    if (!word) continue;
    const end = at + word.length;
    // What stands before a bracket may be no more than the beginning of a word.
    if (bracket >= 0 && !(end < bracket && /[ -]/.test(phrase[end] ?? ""))) {
      for (const opened of openFirst(phrase.slice(from)) ?? []) add(node, opened, 0, value, short);
      return;
    }
    node.next ??= new Map();
    const rest: [string, number, Value] = [phrase, end, value];
    const known = node.next.get(word)?.waiting;
    if (known) known.push(rest);
    else node.next.set(word, { waiting: [rest] });
    return;
  }
  if (!node.values) node.values = [value];
  else if (!node.values.includes(value)) node.values.push(value);
}

function takeIn<Value>(node: Node<Value>, short: boolean): void {
  const { waiting } = node;
  if (!waiting) return;
  node.waiting = undefined;
  for (const [phrase, at, value] of waiting) add(node, phrase, at, value, short);
}

const markAt = (phrase: string, at: number) => /[,(:]/.exec(phrase[at] ?? "")?.[0];
