import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** The heading of each state: what a reader who lands there hears first. */
const HEADINGS = ".strip h1[tabindex], .told h2";

/**
 * Keeps the keyboard in the panel when `state` changes and what had the focus goes with the old one: it lands on the
 * new heading. Never takes the focus from the page beside the panel.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>, state: string): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const remember = ({ target }: Event) => {
      last.current = target instanceof Element ? target : null;
    };
    const root = panel.current;
    root?.addEventListener("focusin", remember);
    return () => root?.removeEventListener("focusin", remember);
  }, [panel]);
  useLayoutEffect(() => {
    const gone = last.current && !last.current.isConnected && document.activeElement === document.body;
    if (!gone || !document.hasFocus()) return;
    const headings = [...(panel.current?.querySelectorAll<HTMLElement>(HEADINGS) ?? [])];
    (headings.find(({ localName }) => localName === "h2") ?? headings[0])?.focus({ preventScroll: true });
  }, [state]);
}
