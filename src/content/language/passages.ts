/** A passage of a page as blocks of the reader: what the page's structure already tells is taken over, not guessed. */
import type { Passage } from "../passage";
import type { Block, HoldsName } from "./block";
import { fold } from "./fold";
import { layoutOf } from "./layout";
import { PLACE_OF, type Place, placeOf } from "./places";
import { isUpperIn, type Source } from "./read";
import { stateOf } from "./states";

/** Longer items and pairs are prose in a box. */
const LONGEST_ENTRY = 400;

export function blocksOf(passage: Passage, source: Source, holdsName: HoldsName): Block[] {
  const { text, from } = source.folded;
  const place = placeOfPassage(passage);
  const group = passage.group === undefined ? undefined : stateOf(fold(passage.group).text);
  const heading = passage.heading === undefined ? undefined : stateOf(fold(passage.heading).text);
  const shared = {
    ...(passage.struck && { struck: true }),
    ...(passage.checked !== undefined && { checked: passage.checked }),
    ...(passage.draft && { draft: true }),
    ...(passage.lang && { lang: passage.lang }),
    ...(passage.status && { status: fold(passage.status).text }),
    group: group ?? heading,
  };
  const structured =
    passage.kind === "row" || passage.kind === "item" || passage.kind === "pair" || passage.kind === "field";
  const listing =
    place === "problems" ||
    place === "history" ||
    place === "past-problems" ||
    place === "medications" ||
    place === "past-medications" ||
    place === "failed-medications" ||
    place === "allergies" ||
    place === "family" ||
    place === "plan";
  const entry =
    structured &&
    text.length <= LONGEST_ENTRY * 2 &&
    (passage.kind === "row" ||
      listing ||
      shared.group !== undefined ||
      shared.status !== undefined ||
      passage.draft === true ||
      passage.checked !== undefined);
  if (!entry)
    return layoutOf(text, isUpperIn(source), holdsName, place).map((block) => ({
      ...shared,
      ...block,
      ...(block.group === undefined && { group: shared.group }),
    }));
  const foldedAt = placeInFolded(from, text.length);
  const cells = passage.cells?.map(({ head, start, end }) => ({
    ...(head !== undefined && { head: fold(head).text }),
    start: foldedAt(start),
    end: foldedAt(end),
  }));
  return [
    {
      start: 0,
      end: text.length,
      place,
      entry: true,
      list: true,
      ...shared,
      ...(cells && cells.length > 0 && { cells }),
    },
  ];
}

/** Where an offset of the passage's own text lies in its folded text. */
function placeInFolded(from: Uint32Array | undefined, length: number): (at: number) => number {
  if (!from) return (at) => at;
  return (at) => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((from[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The heading says more than the section it was sorted into ("Past medications", "Last visit plan"). */
function placeOfPassage({ heading, group, section }: Passage): Place {
  const named = section ? PLACE_OF[section] : undefined;
  for (const words of [group, heading]) {
    const place = words === undefined ? undefined : placeOf(fold(words).text.replace(/[:\s]+$/, ""));
    if (!place || place === "other" || place === "note") continue;
    if (place === "family" || place === "allergies" || place === "mixed-family") return place;
    if (!named || SAME[named]?.includes(place) || named === "note" || named === "other") return place;
  }
  return named ?? "note";
}

const SAME: Partial<Record<Place, readonly Place[]>> = {
  problems: ["past-problems", "history", "problems", "assessment", "differential"],
  medications: ["past-medications", "failed-medications", "medications"],
  plan: ["plan", "copied"],
};
