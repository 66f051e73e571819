/**
 * Shows where something was read: scrolls there and marks the words with the CSS Custom Highlight API, which leaves
 * the page's own elements alone. The extension adds the style for the name given back; the page can see that name, so
 * it is random.
 */
import type { Built } from "./page/build";
import { isConnected, newRange, parentElementOf } from "./page/dom";
import { normalise } from "./page/normalise";

/** Marks one place at a time. */
export class Marker {
  private name: string | undefined;

  /** The highlight's name, or undefined where the words are gone. */
  show(built: Built | undefined, quote: string): string | undefined {
    this.clear();
    const ranges = built ? rangesOf(built, quote) : [];
    const [first] = ranges;
    if (!first || typeof Highlight === "undefined") return undefined;
    this.name = randomName();
    CSS.highlights.set(this.name, new Highlight(...ranges));
    parentElementOf(first.startContainer)?.scrollIntoView({ block: "center", inline: "nearest" });
    return this.name;
  }

  clear(): void {
    if (this.name) CSS.highlights.delete(this.name);
    this.name = undefined;
  }
}

/** Where the quoted words of a passage stand in the page; none if the page has changed them. */
export function rangesOf({ passage, segments }: Built, quote: string): Range[] {
  const start = passage.text.indexOf(quote);
  const end = start < 0 ? passage.text.length : start + quote.length;
  return segments.flatMap((segment) => {
    if (segment.end <= Math.max(start, 0) || segment.start >= end) return [];
    const range = rangeIn(segment, Math.max(start, 0), end, passage.text);
    return range ? [range] : [];
  });
}

function rangeIn(
  { node, start, end, cut, part }: Built["segments"][number],
  from: number,
  to: number,
  text: string,
): Range | undefined {
  if (!isConnected(node)) return undefined;
  const range = newRange(node.ownerDocument);
  if (cut) {
    range.selectNodeContents(node);
    return range;
  }
  const words = text.slice(start, end);
  const [begun, ended] = part ?? [0, node.data.length];
  const data = node.data.slice(begun, ended);
  const normal = [normalise(data), normalise(data, true)].find((each) => each.text.startsWith(words));
  if (!normal) return undefined;
  const last = Math.min(to, end) - start - 1;
  const raw = (offset: number) => begun + (normal.from?.[offset] ?? offset);
  range.setStart(node, Math.min(raw(Math.max(from, start) - start), node.data.length));
  range.setEnd(node, Math.min(raw(last) + 1, node.data.length));
  return range;
}

function randomName(): string {
  return `h${[...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("")}`;
}
