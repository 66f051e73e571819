/** Dates as charts write them. A date that could be two is given as both. */

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const NUMBERED =
  /(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)|(?<!\d)(\d{1,2})([/.-])(\d{1,2})\5(\d{4}|\d{2})(?!\d)|(?<!\d)(\d{1,2})\/(\d{4})(?!\d)/;
const NAMED = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -](${MONTHS})[a-z]*\\.?[ ,-]{1,2}(\\d{4})|(?<![a-z])(${MONTHS})[a-z]*\\.? (?:(\\d{1,2})(?:st|nd|rd|th)?,? )?(\\d{4})`,
);
const YEAR = /^\s*(\d{4})\s*$/;

const iso = (year: number, month = 1, day = 1): string | undefined =>
  year > 1900 && year < 10_000 && month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
    : undefined;

export interface Dates {
  /** The earliest and latest day it can mean, ISO. */
  earliest: string;
  latest: string;
  /** The day it says, where it says only one. */
  exact?: string;
}

/** The first date in a folded text; undefined where there is none. `dayFirst`: the page's language writes 3/2 for 3 February. */
export function dateIn(text: string, dayFirst?: boolean): Dates | undefined {
  const of = (a: string | undefined, b = a): Dates | undefined => {
    if (!a && !b) return undefined;
    const [one, other] = [a ?? b ?? "", b ?? a ?? ""].sort();
    return { earliest: one ?? "", latest: other ?? "", ...(one === other && { exact: one }) };
  };
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    const [, year, month, day, one, separator, two, shortYear, onlyMonth, itsYear] = numbered;
    if (year)
      return day
        ? of(iso(+year, +(month ?? 1), +day))
        : of(iso(+year, +(month ?? 1)), iso(+year, +(month ?? 1), 28));
    if (onlyMonth) return of(iso(+(itsYear ?? 0), +onlyMonth), iso(+(itsYear ?? 0), +onlyMonth, 28));
    const full =
      +(shortYear ?? 0) + ((shortYear ?? "").length === 2 ? (+(shortYear ?? 0) > 60 ? 1900 : 2000) : 0);
    const monthFirst = iso(full, +(one ?? 0), +(two ?? 0));
    const dayThenMonth = iso(full, +(two ?? 0), +(one ?? 0));
    if (separator === "." || dayFirst === true) return of(dayThenMonth ?? monthFirst);
    if (dayFirst === false) return of(monthFirst ?? dayThenMonth);
    return of(monthFirst, dayThenMonth);
  }
  const named = NAMED.exec(text);
  if (named) {
    const [, day, month, year, monthToo, dayToo, yearToo] = named;
    const index = MONTHS.split("|").indexOf(month ?? monthToo ?? "") + 1;
    const theDay = day ?? dayToo;
    return theDay
      ? of(iso(+(year ?? yearToo ?? 0), index, +theDay))
      : of(iso(+(yearToo ?? 0), index), iso(+(yearToo ?? 0), index, 28));
  }
  const year = YEAR.exec(text);
  return year ? of(iso(+(year[1] ?? 0)), iso(+(year[1] ?? 0), 12, 31)) : undefined;
}
