/**
 * Can a person see it? Style is asked of elements near something found, geometry only of what was found. Where the
 * page is not laid out (a saved page, a test), style alone decides.
 */
import {
  attr,
  boxOf,
  isElement,
  isVisible,
  nameOf,
  newRange,
  parentElementOf,
  parentOf,
  rectsOf,
  rootOf,
  viewOf,
} from "./dom";

/** Smaller text than this, in CSS pixels, can't be read. */
const SMALLEST_FONT = 3;
/** Contrast below this is text in the colour of its ground. */
const LEAST_CONTRAST = 1.12;

/** Pages that were laid out once: a frame hidden later has no boxes, and then shows nothing. */
const laidOut = new WeakSet<Document>();

type Colour = [red: number, green: number, blue: number, alpha: number];

export class Sight {
  private readonly view: Window | null;
  private readonly rendered = new Map<Element, boolean>();
  private readonly styles = new Map<Element, CSSStyleDeclaration | null>();
  private readonly legible = new Map<Element, boolean>();
  private asked = false;

  constructor(private readonly page: Document) {
    this.view = viewOf(page);
  }

  /**
   * The page has boxes: jsdom and documents without a window have none. Asked only where needed, and never again once it
   * has: it makes the page lay itself out.
   */
  private get boxes(): boolean {
    if (!this.asked && !laidOut.has(this.page)) {
      const root = rootOf(this.page);
      if (root && this.view && rectsOf(root).length > 0) laidOut.add(this.page);
    }
    this.asked = true;
    return laidOut.has(this.page);
  }

  style(element: Element): CSSStyleDeclaration | null {
    const known = this.styles.get(element);
    if (known !== undefined) return known;
    let style: CSSStyleDeclaration | null = null;
    try {
      style = this.view?.getComputedStyle(element) ?? null;
    } catch {
      style = null;
    }
    this.styles.set(element, style);
    return style;
  }

  crossedOut(element: Element): boolean {
    const style = this.style(element);
    if (!style) return false;
    // The shorthand takes longer to ask for; only where nothing is laid out is it the only one.
    const line = this.boxes
      ? style.textDecorationLine
      : `${style.textDecorationLine} ${style.textDecoration}`;
    return line.includes("line-through");
  }

  /** The element is rendered: neither hidden nor inside something hidden. Off-screen text counts as rendered. */
  renders(element: Element | null): boolean {
    if (!element) return true;
    const known = this.rendered.get(element);
    if (known !== undefined) return known;
    const answer = this.boxes
      ? this.checked(element)
      : this.styled(element) && this.renders(shownIn(element));
    this.rendered.set(element, answer);
    return answer;
  }

  private checked(element: Element): boolean {
    if (isVisible(element)) return true;
    // An element without a box of its own still shows its children.
    return this.style(element)?.display === "contents" && this.renders(parentElementOf(element));
  }

  private styled(element: Element): boolean {
    if (attr(element, "hidden") !== null) return false;
    const folded = parentElementOf(element);
    if (nameOf(folded) === "details" && folded && attr(folded, "open") === null) {
      if (nameOf(element) !== "summary") return false;
    }
    const style = this.style(element);
    if (!style) return true;
    return style.display !== "none" && !/hidden|collapse/.test(style.visibility) && style.opacity !== "0";
  }

  /** The characters from `start` to `end` of a text node can be seen and read. */
  sees(node: Node, start: number, end: number): boolean {
    const element = isElement(node) ? node : parentElementOf(node);
    if (!element || !this.renders(element)) return false;
    let known = this.legible.get(element);
    if (known === undefined) {
      known = this.readable(element);
      this.legible.set(element, known);
    }
    if (!known) return false;
    if (!this.boxes) return this.keptInFlow(element);
    const range = newRange(this.page);
    try {
      if (isElement(node)) range.selectNode(node);
      else {
        range.setStart(node, start);
        range.setEnd(node, end);
      }
    } catch {
      return false;
    }
    return [...range.getClientRects()].some(
      (box) => box.width >= 1 && box.height >= 1 && this.inView(element, box),
    );
  }

  /** Large enough, and not in the colour of its ground. */
  private readable(element: Element): boolean {
    const style = this.style(element);
    if (!style) return true;
    const size = Number.parseFloat(style.fontSize);
    if (size < SMALLEST_FONT && (size === 0 || style.fontSize.endsWith("px"))) return false;
    const ink = colour(style.getPropertyValue("-webkit-text-fill-color")) ?? colour(style.color);
    if (!ink) return true;
    if (ink[3] < 0.1) return /text/.test(style.getPropertyValue("background-clip"));
    const ground = this.ground(element);
    return !ground || contrast(ink, ground) >= LEAST_CONTRAST;
  }

  /** The colour behind an element; undefined where it can't be told. */
  private ground(element: Element): Colour | undefined {
    for (let at: Element | null = element; at; at = parentElementOf(at)) {
      const style = this.style(at);
      if (!style) return undefined;
      if (style.backgroundImage && style.backgroundImage !== "none") return undefined;
      const fill = colour(style.backgroundColor);
      if (fill && fill[3] > 0.95) return fill;
      if (fill && fill[3] > 0.05) return undefined;
      // What stands out of the flow may lie over anything.
      if (/fixed|absolute/.test(style.position)) return undefined;
      if (/dark/.test(style.colorScheme ?? "")) return undefined;
    }
    return [255, 255, 255, 1];
  }

  /** No ancestor cuts the box away, and it does not lie left of or above the page. */
  private inView(element: Element, text: DOMRect): boolean {
    let box: { left: number; top: number; right: number; bottom: number } = text;
    const view = this.view;
    if (!view || box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0) return false;
    for (let at: Element | null = element; at; at = parentElementOf(at)) {
      const style = this.style(at);
      if (!style || nameOf(at) === "body" || nameOf(at) === "html") return true;
      if (clipped(style)) return false;
      const overflow = `${style.overflowX} ${style.overflowY}`;
      if (!/hidden|clip|auto|scroll/.test(overflow) || style.display === "inline") {
        if (style.position === "fixed") return true;
        continue;
      }
      const frame = boxOf(at);
      if (frame.width < 2 || frame.height < 2) return false;
      if (/auto|scroll/.test(overflow)) box = frame;
      else if (
        box.right <= frame.left ||
        box.left >= frame.right ||
        box.bottom <= frame.top ||
        box.top >= frame.bottom
      )
        return false;
      if (style.position === "fixed") return true;
    }
    return true;
  }

  /** What style alone says of text that is moved or cut out of sight. */
  private keptInFlow(element: Element): boolean {
    for (let at: Element | null = element; at; at = parentElementOf(at)) {
      const style = this.style(at);
      if (!style) return true;
      if (clipped(style) || /scale[XY]?\(0/.test(style.transform)) return false;
      if (Number.parseFloat(style.textIndent) < -500) return false;
      const out = /absolute|fixed/.test(style.position);
      if (out && (Number.parseFloat(style.left) < -500 || Number.parseFloat(style.top) < -500)) return false;
      const cut = /hidden|clip/.test(`${style.overflow} ${style.overflowX} ${style.overflowY}`);
      if (cut && (Number.parseFloat(style.height) <= 1 || Number.parseFloat(style.width) <= 1)) return false;
    }
    return true;
  }
}

function shownIn(element: Element): Element | null {
  const parent = parentOf(element);
  return isElement(parent) ? parent : null;
}

function clipped(style: CSSStyleDeclaration): boolean {
  const path = style.clipPath ?? "";
  if (/inset\((50|100)%|circle\(0|polygon\(0(px|%)? 0(px|%)?(, 0(px|%)? 0(px|%)?)*\)/.test(path)) return true;
  const clip = style.getPropertyValue("clip");
  if (!/absolute|fixed/.test(style.position)) return false;
  const sides = /rect\(([^)]*)\)/
    .exec(clip)?.[1]
    ?.match(/-?[\d.]+/g)
    ?.map(Number);
  if (!sides || sides.length < 4) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = sides;
  return right - left < 2 || bottom - top < 2;
}

function colour(words: string): Colour | undefined {
  const parts = /^rgba?\(([^)]*)\)/
    .exec(words)?.[1]
    ?.match(/[\d.]+/g)
    ?.map(Number);
  if (!parts || parts.length < 3) return words === "transparent" ? [0, 0, 0, 0] : undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return [red, green, blue, alpha];
}

function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
