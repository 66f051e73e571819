/** People told apart, and lists of them told from the patient whose chart it is. */
import {
  attr,
  childrenOf,
  hostOf,
  isElement,
  nameOf,
  parentElementOf,
  query,
  roleOf,
  textOf,
  within,
} from "../page/dom";
import type { Person } from "./banner";
import { isoOf } from "./dates";
import { tokensOf } from "./name";
import type { Found } from "./whose";

/** A row of a list of people is short; a chart beside another chart is not. */
const LONGEST_ROW = 400;

/** The element that a box is, or the host of the shadow root that it is. */
export const elementAt = (box: Node): Element | null =>
  isElement(box) ? box : (hostOf(box) ?? parentElementOf(box));

/** The row, item or card that names one person, beside an alike one that names another. */
export function rowBeside(one: Found, other: Found): Element | undefined {
  // What is labelled as the patient is no line of a list.
  if (one === other || !differ(one, other) || (one.labelled && other.labelled)) return undefined;
  for (let row = elementAt(one.box); row; row = parentElementOf(row)) {
    const list = parentElementOf(row);
    if (!list || !within(list, other.box)) continue;
    const beside = childrenOf(list).find((child) => within(child, other.box));
    if (!beside || beside === row) return undefined;
    const alike =
      nameOf(row) === nameOf(beside) &&
      roleOf(row) === roleOf(beside) &&
      attr(row, "class") === attr(beside, "class");
    const short = (textOf(row) ?? "").trim().length <= LONGEST_ROW && query(row, "table,h2,h3").length < 2;
    return alike && short ? row : undefined;
  }
  return undefined;
}

/** A dialog about one of the people in a list. */
export function aboutOneOf(one: Found, rows: readonly Found[]): boolean {
  if (!rows.some((row) => row.name && !differ(one, row))) return false;
  for (let at = elementAt(one.box); at; at = parentElementOf(at))
    if (/dialog/.test(roleOf(at)) || /(?:^|[\s_-])(?:popup|modal|dialog)/i.test(attr(at, "class") ?? ""))
      return true;
  return false;
}

/** Some part of the identity that both state is not the same. */
export function differ(one: Person, other: Person): boolean {
  if (one.record && other.record && one.record !== other.record && one.name !== other.name) return true;
  const sameBirth =
    one.birth && other.birth
      ? one.birth.some((a) => other.birth?.some((b) => isoOf(a) === isoOf(b)))
      : undefined;
  if (sameBirth === false) return true;
  if (!one.name || !other.name) return false;
  const [a, b] = [tokensOf(one.name), tokensOf(other.name)];
  const shared = a.filter((token) => b.includes(token)).length;
  return shared < Math.min(2, a.length, b.length);
}
