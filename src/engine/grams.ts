/**
 * How much cream is enough (dossier §4.2, R39): fingertip units by age and area, grams a week, and what was dispensed
 * against them. An estimate: the unit was made for corticosteroids. Where the table has no row there is no number.
 */
import type { AgentId, Site } from "./facts";
import fingertip from "./knowledge/fingertip.json";
import use from "./knowledge/topical-use.json";
import { SITES } from "./vocabulary";

/** Columns of the fingertip-unit table: one arm, one leg. */
export type SkinArea =
  | "face-and-neck"
  | "arm-and-hand"
  | "leg-and-foot"
  | "front-of-trunk"
  | "back-and-buttocks"
  | "whole-body";

/** Where the skin is affected. Of several, the most exact decides: areas, then body surface, then sites. */
export interface Extent {
  /** 0–1440; absent: unknown. */
  ageMonths?: number;
  /** How many of each area: `{ "arm-and-hand": 2 }`. */
  areas?: Partial<Record<SkinArea, number>>;
  /** 0–100. */
  bsaPercent?: number;
  sites?: readonly Site[];
}

/** No number can be given, and why, in a code and in words. */
export interface NoFigure {
  known: false;
  reason: "age-unknown" | "under-3-months" | "extent-unknown" | "no-row" | "nothing-expected";
  text: string;
}

export interface FingertipUnits {
  known: true;
  /** For one application. */
  fingertipUnits: number;
  ageBand: string;
  basis: "areas" | "body-surface" | "sites";
  /** What was added up, in words. */
  summed: string[];
  /** Sites without a row: the figure leaves them out, so it is the least to expect. */
  notCounted: Site[];
}

export interface ExpectedGrams extends FingertipUnits {
  gramsPerApplication: number;
  gramsPerWeek: number;
  applicationsPerDay: number;
  note: string;
}

export interface DispensedAgainstExpected {
  known: true;
  gramsDispensed: number;
  gramsExpected: number;
  /** Dispensed over expected. */
  ratio: number;
  /** Less than half of the expected amount (the threshold is our own). */
  possibleUnderUse: boolean;
  expected: ExpectedGrams;
}

/** The largest amount that a label allows. `exceeded` is absent where it cannot be told. */
export interface AmountLimit {
  grams: number;
  weeks: number;
  bsaPercent: number;
  note: string;
  exceeded?: boolean;
}

export interface OptionGrams {
  /** At the lowest and at the highest frequency that the product's sources allow. */
  least: ExpectedGrams | NoFigure;
  most: ExpectedGrams | NoFigure;
  /** Every limit that may apply: all of them where the age is unknown. */
  limits: AmountLimit[];
}

/** An input that cannot be true; `field` names it. */
export class GramsInputError extends RangeError {
  constructor(
    readonly field: string,
    accepted: string,
  ) {
    super(`${field}: ${accepted}`);
    this.name = "GramsInputError";
  }
}

/** Agents whose amount can be worked out. */
export type TopicalAgent = keyof typeof use.timesDaily & AgentId;

type Counts = Partial<Record<SkinArea, number>>;
const SITE_ROWS: Partial<Record<Site, { areas: Counts; summed: string }>> = fingertip.sites;
const WITHIN: Partial<Record<Site, string>> = fingertip.within;
const LARGEST_COUNT: Record<SkinArea, number> = fingertip.counts;
const DAYS_PER_WEEK = 7;

/**
 * Fingertip units for one application.
 * @throws GramsInputError for an age, share, area or site that cannot be.
 */
export function fingertipUnits({ ageMonths, areas, bsaPercent, sites }: Extent): FingertipUnits | NoFigure {
  const counts = areas && checkedAreas(areas);
  if (ageMonths !== undefined) inRange("ageMonths", ageMonths, 0, 1440);
  if (bsaPercent !== undefined) inRange("bsaPercent", bsaPercent, 0, 100);
  for (const site of sites ?? []) {
    if (!SITES.includes(site)) throw new GramsInputError("sites", `one of ${SITES.join(", ")}`);
  }
  if (ageMonths === undefined)
    return noFigure("age-unknown", "The amount depends on the age, which is not known.");
  const age = fingertip.ages.findLast(({ fromMonths }) => ageMonths >= fromMonths);
  if (!age) return noFigure("under-3-months", "The table begins at 3 months of age.");

  const figure = (basis: FingertipUnits["basis"], units: number, summed: string[], notCounted: Site[] = []) =>
    ({ known: true, fingertipUnits: units, ageBand: age.label, basis, summed, notCounted }) as const;
  const total = (of: Counts) =>
    areaNames(of).reduce((sum, area) => sum + age.units[area] * (of[area] ?? 0), 0);

  if (counts && areaNames(counts).length > 0) {
    return figure(
      "areas",
      total(counts),
      areaNames(counts).map((area) => `${counts[area]} × ${area.replaceAll("-", " ")}`),
    );
  }
  if (bsaPercent !== undefined) {
    return figure("body-surface", (age.units["whole-body"] * bsaPercent) / 100, [
      `${bsaPercent} % of the whole body`,
    ]);
  }
  if (!sites || sites.length === 0)
    return noFigure("extent-unknown", "Sites and body surface are not known.");
  const rows = sites.flatMap((site) => SITE_ROWS[site] ?? []);
  const notCounted = sites.filter(
    (site) => !SITE_ROWS[site] && !sites.some((other) => WITHIN[site] === other),
  );
  if (rows.length === 0) return noFigure("no-row", `The table has no figure for ${sites.join(", ")}.`);
  // Face and neck share a row: it counts once.
  const union: Counts = Object.assign({}, ...rows.map((row) => row.areas));
  return figure(
    "sites",
    total(union),
    [...new Set(rows.map(({ summed }) => summed))],
    [...new Set(notCounted)],
  );
}

/**
 * Grams a week for the extent at a given frequency.
 * @param applicationsPerDay times a day, above 0 up to 4; twice weekly is 2 / 7. Twice a day where absent.
 * @throws GramsInputError for an input that cannot be.
 */
export function expectedGramsPerWeek({
  applicationsPerDay = 2,
  ...extent
}: Extent & { applicationsPerDay?: number }): ExpectedGrams | NoFigure {
  if (!(applicationsPerDay > 0 && applicationsPerDay <= 4)) {
    throw new GramsInputError("applicationsPerDay", "a number above 0, up to 4");
  }
  const units = fingertipUnits(extent);
  if (!units.known) return units;
  const gramsPerApplication = units.fingertipUnits * fingertip.gramsPerUnit;
  const gramsPerWeek = toTenth(gramsPerApplication * applicationsPerDay * DAYS_PER_WEEK);
  return { ...units, gramsPerApplication, gramsPerWeek, applicationsPerDay, note: fingertip.note };
}

/**
 * What was dispensed over some weeks, against what that time would have taken.
 * @param weeks above 0, up to 520.
 * @throws GramsInputError for an input that cannot be.
 */
export function dispensedAgainstExpected({
  gramsDispensed,
  weeks,
  ...extent
}: Extent & { gramsDispensed: number; weeks: number; applicationsPerDay?: number }):
  | DispensedAgainstExpected
  | NoFigure {
  inRange("gramsDispensed", gramsDispensed, 0, 100_000);
  if (!(weeks > 0 && weeks <= 520)) throw new GramsInputError("weeks", "a number above 0, up to 520");
  const expected = expectedGramsPerWeek(extent);
  if (!expected.known) return expected;
  const { gramsPerApplication, applicationsPerDay } = expected;
  const gramsExpected = toTenth(gramsPerApplication * applicationsPerDay * DAYS_PER_WEEK * weeks);
  if (gramsExpected === 0)
    return noFigure("nothing-expected", "No skin is affected, so no amount is expected.");
  const ratio = gramsDispensed / gramsExpected;
  return {
    known: true,
    gramsDispensed,
    gramsExpected,
    ratio,
    possibleUnderUse: ratio < use.underUse.belowShareOfExpected,
    expected,
  };
}

/**
 * Grams a week of a topical option, between the lowest and the highest frequency of its label, and the label's own
 * largest amount where it has one (ruxolitinib cream).
 * @throws GramsInputError for an agent without a frequency, or an extent that cannot be.
 */
export function gramsOfOption({ agent, ...extent }: Extent & { agent: TopicalAgent }): OptionGrams {
  if (!Object.hasOwn(use.timesDaily, agent)) {
    throw new GramsInputError("agent", `one of ${Object.keys(use.timesDaily).join(", ")}`);
  }
  const times = use.timesDaily[agent];
  const least = expectedGramsPerWeek({ ...extent, applicationsPerDay: times.least });
  const most = expectedGramsPerWeek({ ...extent, applicationsPerDay: times.most });
  const limits = (agent === "ruxolitinib-cream" ? use.limits[agent] : [])
    .filter((limit) => mayApply(limit, extent.ageMonths))
    .map(({ grams, weeks, bsaPercent, note }) => {
      const exceeded = isExceeded({ grams, weeks, bsaPercent }, least, extent.bsaPercent);
      return { grams, weeks, bsaPercent, note, ...(exceeded === undefined ? {} : { exceeded }) };
    });
  return { least, most, limits };
}

function mayApply(
  { fromMonths, toMonths }: { fromMonths: number; toMonths: number },
  ageMonths?: number,
): boolean {
  return ageMonths === undefined || (ageMonths >= fromMonths && ageMonths < toMonths + 1);
}

/** True where the amount or the area is too large; false only where both are known to be within. */
function isExceeded(
  limit: { grams: number; weeks: number; bsaPercent: number },
  expected: ExpectedGrams | NoFigure,
  bsaPercent?: number,
): boolean | undefined {
  if (bsaPercent !== undefined && bsaPercent > limit.bsaPercent) return true;
  if (expected.known && expected.gramsPerWeek > limit.grams / limit.weeks) return true;
  return expected.known && bsaPercent !== undefined ? false : undefined;
}

function checkedAreas(areas: Counts): Counts {
  for (const [area, count] of Object.entries(areas)) {
    const largest = Object.hasOwn(LARGEST_COUNT, area) ? LARGEST_COUNT[area as SkinArea] : 0;
    if (largest === 0) throw new GramsInputError("areas", `of ${Object.keys(LARGEST_COUNT).join(", ")}`);
    if (!Number.isInteger(count) || count < 0 || count > largest) {
      throw new GramsInputError("areas", `${area} is a whole number from 0 to ${largest}`);
    }
  }
  const given: Counts = Object.fromEntries(Object.entries(areas).filter(([, count]) => count > 0));
  if (given["whole-body"] && areaNames(given).length > 1) {
    throw new GramsInputError("areas", "the whole body already holds every other area");
  }
  return given;
}

const areaNames = (counts: Counts) => Object.keys(counts) as SkinArea[];

function inRange(field: string, value: number, from: number, to: number): void {
  if (!(value >= from && value <= to)) throw new GramsInputError(field, `a number from ${from} to ${to}`);
}

function noFigure(reason: NoFigure["reason"], text: string): NoFigure {
  return { known: false, reason, text };
}

const toTenth = (grams: number) => Math.round(grams * 10) / 10;
