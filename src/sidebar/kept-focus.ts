import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

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
    const heading = (selector: string) => panel.current?.querySelector<HTMLElement>(selector);
    // What the state says, or else whose chart it is.
    (heading(".told h2") ?? heading(".strip h1[tabindex]"))?.focus({ preventScroll: true });
  }, [state]);
}
