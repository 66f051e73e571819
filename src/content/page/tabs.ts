/** The part of the chart that an open tab names. */
import { parentElementOf, query, textOf } from "./dom";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import type { Place } from "./outline";
import type { Sight } from "./visible";

const OPEN =
  "[role=tab][aria-selected=true],[aria-current=page],[class~=nav-link][class~=active],[class~=tab][class~=active],li[class~=active]>a,[class~=tab][class~=selected]";

/** Found when first asked for: most entries have a nearer label. */
export function openTab(page: Document, sight: Sight): () => Place | undefined {
  let place: Place | undefined;
  let asked = false;
  return () => {
    if (asked) return place;
    asked = true;
    for (const tab of query(page, OPEN)) {
      const words = plain(textOf(tab) ?? "");
      const section = meaningOf(words)?.section;
      if (!section || !parentElementOf(tab) || !sight.renders(tab)) continue;
      place = section === "aside" ? { aside: true, heading: words } : { section, heading: words };
      break;
    }
    return place;
  };
}
