/** Whether this document's frame is on screen: a frame kept hidden may hold an earlier patient. */
import { boxOf, isVisible } from "../page/dom";

/** A frame further out than this, in CSS pixels left of or above its page, has been put away. */
const AWAY = -1;

export function onScreen(): boolean {
  if ((document as { prerendering?: boolean }).prerendering) return false;
  if (innerWidth < 2 || innerHeight < 2) return false;
  let inner: Window = window;
  // As far up as the frames are of one site; a frame of another site can only ask for its own size.
  for (let depth = 0; depth < 20 && inner !== inner.parent; depth++) {
    const frame = frameOf(inner);
    if (!frame) return true;
    if (!isVisible(frame)) return isFrameSet(frame);
    const box = boxOf(frame);
    const outer = inner.parent;
    if (box.width < 2 || box.height < 2) return false;
    if (box.right + outer.scrollX <= AWAY || box.bottom + outer.scrollY <= AWAY) return false;
    inner = outer;
  }
  return true;
}

/** Frames of a frameset have no style of their own. */
const isFrameSet = (frame: Element) => frame.localName === "frame" && frame.getClientRects().length > 0;

function frameOf(inner: Window): Element | null {
  try {
    return inner.frameElement;
  } catch {
    return null;
  }
}

/** A frame that is out of sight looks so often, in milliseconds, whether it still is. */
const LOOK_AGAIN = 1000;

/** Calls back when the frame may have come into sight or gone out of it. */
export function onSight(changed: () => void, signal: AbortSignal): void {
  if (window === window.top) return;
  let seen = onScreen();
  const look = () => {
    seen = onScreen();
    changed();
  };
  addEventListener("resize", look, { signal, passive: true });
  const observer = new IntersectionObserver(look);
  observer.observe(document.documentElement);
  // Firefox tells nobody of a frame that was never laid out and comes into sight.
  const timer = setInterval(() => {
    if (!seen && onScreen()) look();
  }, LOOK_AGAIN);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearInterval(timer);
  });
}
