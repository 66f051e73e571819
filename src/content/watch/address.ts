/** Calls back when the document's address changes without a new document. */

interface Navigation extends EventTarget {
  readonly currentEntry?: unknown;
}

/** Returns a check to be called whenever the page moves: a page's own pushState sends no event. */
export function onAddress(changed: () => void, signal: AbortSignal): () => void {
  let last = location.href;
  const check = () => {
    if (location.href === last) return;
    last = location.href;
    changed();
  };
  addEventListener("popstate", check, { signal });
  addEventListener("hashchange", check, { signal });
  const { navigation } = globalThis as { navigation?: Navigation };
  navigation?.addEventListener?.("currententrychange", check, { signal });
  navigation?.addEventListener?.("navigatesuccess", check, { signal });
  return check;
}
