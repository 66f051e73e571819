import type { Quote } from "./evidence";
import type { Finding, SectionName } from "./finding";

/** A finding and the frame it was read in. */
export interface Placed extends Finding {
  frame: number;
}

/** The chart says that it is so, now: in a list, or in so many words. */
export const holds = ({ status }: Finding) =>
  status === "present" || status === "current" || status === "listed";

/** What the reader adds to a status. */
export type Remark =
  | "draft"
  | "from an earlier note"
  | "a diagnosis given up"
  | "intolerance"
  | "worse"
  | "relapse on stopping"
  | "working"
  | "low use";

export const remarks = ({ note }: Finding, remark: Remark) => note?.includes(remark) === true;

/** The lists that a chart keeps, as against what somebody wrote on a day. */
const LISTS: readonly (SectionName | undefined)[] = ["problems", "medications", "allergies"];

export const isListed = ({ section }: Finding) => LISTS.includes(section);

/** How much a statement weighs: an entry in a list, today's words, what is over, what was copied from an earlier note. */
export function weightOf(finding: Finding): number {
  if (remarks(finding, "from an earlier note")) return 0;
  if (finding.status === "historical" || finding.status === "past") return 1;
  return isListed(finding) ? 3 : 2;
}

/** The weightiest first; equal ones in the order of the page, so that the order of reading changes nothing. */
export function byWeight(one: Placed, other: Placed): number {
  return (
    weightOf(other) - weightOf(one) ||
    one.frame - other.frame ||
    (one.passage ?? 0) - (other.passage ?? 0) ||
    (one.date ?? "").localeCompare(other.date ?? "") ||
    one.quote.localeCompare(other.quote) ||
    (one.section ?? "").localeCompare(other.section ?? "")
  );
}

/** Words of the page, for the clinician to check a fact by: each place once. */
export function quotesOf(findings: readonly Placed[]): Quote[] {
  const quotes = [...findings].sort(byWeight).map(
    ({ quote, section, date, frame, passage }): Quote => ({
      quote,
      ...(section && { section }),
      ...(date && { date }),
      frame,
      ...(passage !== undefined && { passage }),
    }),
  );
  return [...new Map(quotes.map((quote) => [JSON.stringify(quote), quote])).values()];
}
