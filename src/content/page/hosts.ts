/** Elements that have, or may come to have, a shadow root. */
import { FRAGMENT, firstChild, nameOf, nodeType } from "./dom";

/** Empty ones may be where an application is put, in a shadow root; so may every element of a name with a hyphen. */
const MOUNTS = new Set(["div", "section", "main", "article"]);

/** Read directly, for speed; only a form's field could stand here instead, and is no shadow root. */
export function rootOf({ shadowRoot }: Element): ShadowRoot | null {
  return shadowRoot && nodeType(shadowRoot) === FRAGMENT ? shadowRoot : null;
}

/** Read directly, for speed; where a form's field stands in front of the property, the long way. */
export function quickName(element: Element): string {
  const { localName }: { localName: unknown } = element;
  return typeof localName === "string" ? localName : nameOf(element);
}

/** It may be given a shadow root later. */
export const mayHost = (element: Element, name: string) =>
  name.includes("-") || (MOUNTS.has(name) && firstChild(element) === null);
