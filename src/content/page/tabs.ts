/** The part of the chart that an open tab names. */
import { nameOf, nearest, parentElementOf, query, roleOf, textOf, within } from "./dom";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import type { Place } from "./outline";
import type { Sight } from "./visible";

const OPEN =
  "[role=tab][aria-selected=true],[aria-current=page],[class~=nav-link][class~=active],[class~=tab][class~=active],li[class~=active]>a,[class~=tab][class~=selected]";

/** What the open tabs around an entry say. Found when first asked for: most entries have a nearer label. */
export function openTab(page: Document, sight: Sight): (entry: Node) => Place {
  let open: { place: Place; around: Node }[] | undefined;
  const find = () =>
    query(page, OPEN).flatMap((tab) => {
      const words = plain(textOf(tab) ?? "");
      const meaning = meaningOf(words);
      const strip =
        nearest(tab, (at) => /^(?:ul|ol|nav)$/.test(nameOf(at)) || roleOf(at) === "tablist") ?? tab;
      const around = parentElementOf(strip);
      if (!meaning || !around || !sight.renders(tab)) return [];
      const { section, group } = meaning;
      const place: Place = section === "aside" ? { aside: true } : section ? { section, heading: words } : {};
      return [{ place: group ? { ...place, group: words } : place, around }];
    });
  return (entry) => {
    open ??= find();
    const here = open.filter(({ around }) => within(around, entry));
    return {
      ...here.find(({ place }) => place.section || place.aside)?.place,
      group: here.find(({ place }) => place.group)?.place.group,
    };
  };
}
