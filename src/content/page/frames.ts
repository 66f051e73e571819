/** Frames that this reader cannot read, by name. A frame of this site has a reader of its own. */
import { addressOf, attr, nameOf, rectsOf } from "./dom";

/** Smaller frames, in CSS pixels, show nothing. */
const SMALLEST = 3;

/** The name of a frame that cannot be read: a PDF's, or another site's host. undefined where it can be, or shows nothing. */
export function frameState(frame: Element, page: Document): string | undefined {
  const [box] = rectsOf(frame);
  if (box && (box.width < SMALLEST || box.height < SMALLEST)) return undefined;
  const source = attr(frame, "src") ?? attr(frame, "data") ?? "";
  if (/pdf/i.test(attr(frame, "type") ?? "") || /\.pdf(?:$|[?#])/i.test(source)) {
    const file = source.split(/[?#]/, 1)[0]?.split("/").pop() ?? "";
    return `PDF ${attr(frame, "title") || file}`.trim();
  }
  if (!/^i?frame$/.test(nameOf(frame)) || readable(frame, source, page)) return undefined;
  return hostOf(source, page) ?? (attr(frame, "title") || "frame");
}

function readable(frame: Element, source: string, page: Document): boolean {
  try {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    // The empty document that stands in a frame before it has loaded is not what will be read there.
    return inner !== null && !foreign(inner.URL === "about:blank" ? source : inner.URL, page);
  } catch {
    return false;
  }
}

function foreign(source: string, page: Document): boolean {
  const { protocol, origin } = new URL(source || "about:blank", addressOf(page));
  return /^https?:$/.test(protocol) && origin !== new URL(addressOf(page)).origin;
}

function hostOf(source: string, page: Document): string | undefined {
  try {
    return new URL(source, addressOf(page)).host || undefined;
  } catch {
    return undefined;
  }
}
