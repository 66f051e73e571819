/** Puts a passage's text together and remembers from which node each part came. */
import type { Contexts } from "./context";
import { isInline } from "./context";
import { attr, childNodesOf, insideOf, isElement, isText, nameOf, parentElementOf, textOf } from "./dom";
import { normalise, plain } from "./normalise";
import { statusKind } from "./status";
import type { Sight } from "./visible";

export interface Segment {
  /** Offsets in the passage's text. */
  start: number;
  end: number;
  node: Text;
  struck: boolean;
  /** The node's text is cut; these are the words of its `title`. */
  cut?: boolean;
  /** The part of the node's text that was taken, where not all was. */
  part?: [start: number, end: number];
}

const RANK = { "": 0, " ": 1, "\n": 2, "\t": 3 } as const;
export type Gap = keyof typeof RANK;

export class PassageText {
  text = "";
  readonly segments: Segment[] = [];
  private pending: Gap = "";

  gap(gap: Gap): void {
    if (RANK[gap] > RANK[this.pending]) this.pending = gap;
  }

  /** Words that belong before the text, but were read elsewhere. */
  begin(words: string): void {
    this.text = `${words} `;
  }

  /** A tab that stays even where nothing stands before or after it. */
  cell(): void {
    this.text += "\t";
    this.pending = "";
  }

  add(
    node: Text,
    words: string,
    before: boolean,
    after: boolean,
    more: Pick<Segment, "struck" | "cut" | "part">,
  ): void {
    if (words) {
      if (before) this.gap(" ");
      if (this.pending && this.text && !/[\t ]$/.test(this.text)) this.text += this.pending;
      this.pending = "";
      this.segments.push({ start: this.text.length, end: this.text.length + words.length, node, ...more });
      this.text += words;
      if (after) this.gap(" ");
    } else if (before) this.gap(" ");
  }
}

const LONGEST_STATE = 24;
const CUT = /\s*(?:…|\.\.\.)\s*$/;

/** The whole of a text that the page cut short, from the nearest `title` that begins with it. */
export function uncut(node: Text): string | undefined {
  if (!CUT.test(node.data)) return undefined;
  const shown = plain(node.data);
  const stem = shown.replace(CUT, "").toLowerCase();
  let at = parentElementOf(node);
  for (let climbed = 0; at && climbed < 4; climbed++, at = parentElementOf(at)) {
    const title = plain(attr(at, "title") ?? "");
    if (title.length > stem.length && stem.length > 2 && title.toLowerCase().startsWith(stem)) return title;
  }
  return undefined;
}

export interface Collecting {
  contexts: Contexts;
  sight: Sight;
  /** Parts that are passages of their own. */
  leaveOut?: (element: Element) => boolean;
  /** Only these texts, where given. */
  only?: Set<Node>;
  /** Only this part of a text that is too long to be taken whole. */
  part?: [start: number, end: number];
}

/** Adds what a person can read below a node. */
export function collect(node: Node, into: PassageText, how: Collecting): void {
  if (isText(node)) {
    if (how.only && !how.only.has(node)) return;
    const parent = parentElementOf(node);
    const context = how.contexts.of(parent);
    if (context.silent || !how.sight.renders(parent)) return;
    const whole = uncut(node);
    if (whole !== undefined) {
      into.add(node, whole, true, true, { struck: context.struck, cut: true });
      return;
    }
    const lines = /^pre|break-spaces/.test((parent && how.sight.style(parent)?.whiteSpace) || "");
    const { text, before, after } = normalise(how.part ? node.data.slice(...how.part) : node.data, lines);
    into.add(node, text, before, after, { struck: context.struck, ...(how.part && { part: how.part }) });
    return;
  }
  if (!isElement(node)) return;
  if (how.leaveOut?.(node)) return;
  const name = nameOf(node);
  if (name === "br") {
    into.gap("\n");
    return;
  }
  const context = how.contexts.of(node);
  if (context.silent || !how.sight.renders(node)) return;
  const gap = gapAround(node, how.sight);
  into.gap(gap);
  for (const child of shownChildren(node)) collect(child, into, how);
  into.gap(gap);
}

/** Children as the page shows them: a shadow root's instead of the host's, a slot's assigned ones. */
export function shownChildren(element: Element): Node[] {
  if (nameOf(element) === "slot") {
    const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) return assigned;
  }
  return childNodesOf(insideOf(element));
}

function gapAround(element: Element, sight: Sight): Gap {
  if (!isInline(element)) return "\n";
  const style = sight.style(element);
  const display = style?.display ?? "inline";
  if (!/^inline|^contents$|^$/.test(display) && display !== "none") return " ";
  // A person sees the room around a badge, and knows a state from the word before it.
  if (style && [style.marginLeft, style.paddingLeft].some((room) => Number.parseFloat(room) >= 2)) return " ";
  const words = textOf(element) ?? "";
  if (words.length <= LONGEST_STATE && statusKind(words)) return " ";
  const parent = parentElementOf(element);
  return parent && /flex|grid/.test(sight.style(parent)?.display ?? "") ? " " : "";
}
