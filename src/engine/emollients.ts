/** How much moisturiser a week (dossier §3.4, §4.2): a floor for children, amounts by area for adults. */
import type { Site } from "./facts";
import { GramsInputError } from "./grams";
import emollients from "./knowledge/emollients.json";
import { SITES } from "./vocabulary";

export type EmollientAmount =
  | {
      known: true;
      gramsPerWeekAtLeast: number;
      /** Absent where only a floor is known. */
      gramsPerWeekAtMost?: number;
      /** What was added up, in words. */
      summed: string[];
      /** Sites without an amount of their own: left out. */
      notCounted: Site[];
      note: string;
    }
  | { known: false; reason: "age-unknown" | "no-row"; text: string };

type Row = { summed: string; gramsPerWeek: number[] };
const ADULT_ROWS: Partial<Record<Site, Row>> = emollients.adult.sites;

/**
 * Grams of moisturiser a week. Under 18 years the floor holds whatever the sites; in adults the sites are added up, and
 * without sites it is the whole body.
 * @param ageMonths 0–1440; absent: unknown.
 * @throws GramsInputError for an age or a site that cannot be.
 */
export function emollientGramsPerWeek({
  ageMonths,
  sites = [],
}: {
  ageMonths?: number;
  sites?: readonly Site[];
}): EmollientAmount {
  for (const site of sites) {
    if (!SITES.includes(site)) throw new GramsInputError("sites", `one of ${SITES.join(", ")}`);
  }
  if (ageMonths === undefined)
    return {
      known: false,
      reason: "age-unknown",
      text: "The amount depends on the age, which is not known.",
    };
  if (!(ageMonths >= 0 && ageMonths <= 1440))
    throw new GramsInputError("ageMonths", "a number from 0 to 1440");
  if (ageMonths < emollients.child.toMonths + 1) {
    const { gramsPerWeekAtLeast, note } = emollients.child;
    return { known: true, gramsPerWeekAtLeast, summed: ["whole body"], notCounted: [], note };
  }
  if (sites.length === 0) {
    const { gramsPerWeekAbout, note } = emollients.adultWholeBody;
    return {
      known: true,
      gramsPerWeekAtLeast: gramsPerWeekAbout,
      gramsPerWeekAtMost: gramsPerWeekAbout,
      summed: ["whole body"],
      notCounted: [],
      note,
    };
  }
  const distinct = [...new Set(sites)];
  const rows = distinct.flatMap((site) => ADULT_ROWS[site] ?? []);
  if (rows.length === 0)
    return { known: false, reason: "no-row", text: `The table has no figure for ${distinct.join(", ")}.` };
  const sum = (end: number) => rows.reduce((grams, row) => grams + (row.gramsPerWeek.at(end) ?? 0), 0);
  return {
    known: true,
    gramsPerWeekAtLeast: sum(0),
    gramsPerWeekAtMost: sum(-1),
    summed: rows.map(({ summed }) => summed),
    notCounted: distinct.filter((site) => !ADULT_ROWS[site]),
    note: emollients.adult.note,
  };
}
