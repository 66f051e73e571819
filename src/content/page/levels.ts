import { attr, isElement, nameOf, nextElementOf, parentOf, previousElementOf, roleOf } from "./dom";

/** Level of a label that is no heading. */
export const PLAIN_LEVEL = 7;

/** 1–6 for headings and what serves as one; 7 for anything else. */
export function headingLevel(element: Element): number {
  for (let at: Element | null = element, climbed = 0; at && climbed < 3; climbed++) {
    const name = nameOf(at);
    if (/^h[1-6]$/.test(name)) return Number(name[1]);
    if (name === "legend" || name === "summary" || name === "caption") return 6;
    if (roleOf(at) === "heading") return Number(attr(at, "aria-level") ?? "2") || 2;
    const parent = parentOf(at);
    at = isElement(parent) && !previousElementOf(at) && !nextElementOf(at) ? parent : null;
  }
  return PLAIN_LEVEL;
}
