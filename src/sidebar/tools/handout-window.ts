import type { Handout } from "../../engine/handout";

/** What the page says once it can listen. */
export const READY = "handout/ready";

/**
 * Opens the page to print in a tab of its own and hands the text over by message, so that nothing of it stands in an
 * address, a title or a store. False where the browser opens none. To be called from a click.
 */
export function openHandout(page: Handout): boolean {
  const tab = window.open(new URL("handout.html", location.href));
  if (!tab) return false;
  const hand = (event: MessageEvent) => {
    if (event.source !== tab || event.origin !== location.origin || event.data !== READY) return;
    removeEventListener("message", hand);
    tab.postMessage(page, location.origin);
  };
  addEventListener("message", hand);
  return true;
}
