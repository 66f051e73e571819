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
  /** A new entry is a turn to something else, even under the address of before; one replaced in place is not. */
  const turned = (event: Event) => {
    const { navigationType } = event as Event & { navigationType?: string | null };
    if (navigationType === "push" || navigationType === "traverse") last = "";
    check();
  };
  addEventListener("popstate", check, { signal });
  addEventListener("hashchange", check, { signal });
  const { navigation } = globalThis as { navigation?: Navigation };
  navigation?.addEventListener?.("currententrychange", (event) => turned(event), { signal });
  navigation?.addEventListener?.("navigatesuccess", check, { signal });
  return check;
}
