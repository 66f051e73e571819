/** Dates of birth and ages as banners write them. Nothing is guessed: a date with two readings has two. */

export interface Day {
  year: number;
  month: number;
  day: number;
}

export interface FoundDate {
  /** One reading, or two where day and month could be exchanged. */
  readings: Day[];
  start: number;
  end: number;
}

export interface FoundAge {
  /** Completed months; for an age in years, twelve times the years. */
  months: number;
  /** Stated in years: the true age may be up to eleven months more. */
  inYears: boolean;
  start: number;
  end: number;
}

const MONTHS =
  "jan(?:uary|uar|vier)?|ene(?:ro)?|feb(?:ruary|ruar|rero)?|f[ée]v(?:rier)?|mar(?:ch|zo|s)?|m[äa]rz?|mrz|apr(?:il)?|abr(?:il)?|avr(?:il)?|may(?:o)?|mai|jun[ie]?(?:o)?|juin|jul[iy]?(?:o)?|juil(?:let)?|aug(?:ust)?|ago(?:sto)?|ao[uû]t|sep(?:t(?:ember|iembre|embre)?)?|oct(?:ober|ubre|obre)?|okt(?:ober)?|nov(?:ember|iembre|embre)?|dec(?:ember)?|dez(?:ember)?|dic(?:iembre)?|d[ée]c(?:embre)?";
const STEMS: [RegExp, number][] = [
  [/^(jan|ene)/, 1],
  [/^f/, 2],
  [/^m(ar|r)/, 3],
  [/^a[pbv]r/, 4],
  [/^ma[yi]/, 5],
  [/^jui?n/, 6],
  [/^jui?l/, 7],
  [/^a(ug|go|ou)/, 8],
  [/^sep/, 9],
  [/^o[ck]t/, 10],
  [/^nov/, 11],
  [/^d[ei][czk]/, 12],
];
const DATES = new RegExp(
  [
    String.raw`(?<!\d)(?<y1>(?:18|19|20)\d\d)[-/.](?<m1>\d{1,2})[-/.](?<d1>\d{1,2})(?!\d)`,
    String.raw`(?<!\d)(?<d2>\d{1,2})(?:st|nd|rd|th)?(?:\.?[-\s/]{1,2}|\.)(?:de )?(?<n2>${MONTHS})(?:\.?,?[-\s/]{1,2}|\.)(?:de )?(?<y2>(?:18|19|20)\d\d|\d\d)(?!\d)`,
    String.raw`\b(?<n3>${MONTHS})\.?[-\s](?<d3>\d{1,2})(?:st|nd|rd|th)?,?[-\s]\s?(?<y3>(?:18|19|20)\d\d)(?!\d)`,
    String.raw`(?<!\d)(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<y4>(?:18|19|20)\d\d|\d\d)(?!\d)`,
  ].join("|"),
  "giu",
);

/** All dates in a text, in order. `today` settles the century of a year with two digits. */
export function datesIn(text: string, today: Day): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATES)) {
    const part = match.groups ?? {};
    const number = (name: string) => Number(part[name]);
    let readings: Day[];
    if (part.y1) readings = [{ year: number("y1"), month: number("m1"), day: number("d1") }];
    else if (part.n2)
      readings = [{ year: yearOf(part.y2, today), month: monthOf(part.n2), day: number("d2") }];
    else if (part.n3) readings = [{ year: number("y3"), month: monthOf(part.n3), day: number("d3") }];
    else {
      const [a, b, year] = [number("a"), number("b"), yearOf(part.y4, today)];
      readings = [{ year, month: b, day: a }];
      // With dots the day always stands first.
      if (part.mark !== "." && a !== b) readings.push({ year, month: a, day: b });
    }
    readings = readings.filter(exists);
    if (readings.length > 0) found.push({ readings, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function yearOf(digits: string | undefined, today: Day): number {
  const year = Number(digits);
  if ((digits ?? "").length > 2) return year;
  return 2000 + year > today.year ? 1900 + year : 2000 + year;
}

function monthOf(name: string): number {
  const folded = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return STEMS.find(([stem]) => stem.test(folded))?.[1] ?? 0;
}

function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const AGES =
  /(?<![\d./-]|\b(?:x|for|every|over|within|in|past|last|after)\s)(?<n>\d{1,3})\s?-?\s?(?:(?<y>y(?:ea)?rs?(?:\s?-?\s?olds?)?|y\/?\.?o\.?|y|jahre?(?:\s?alt)?|j\.|a[ñn]os?|ans?)|(?<m>months?(?:\s?-?\s?olds?)?|mos?\.?|m\/o|monate?|meses|mois)|(?<w>weeks?|wks?|wochen?|semanas?|semaines?)|(?<d>days?|tage?|d[íi]as?|jours?))(?![\p{L}\d])|\b(?:age|aged|edad|alter|[âa]ge)\s*[:=]?\s*(?<n2>\d{1,3})\b(?!\s*(?:mo|month|w|wk|week|d|day)s?\b)/giu;

/** All stated ages in a text, in order. */
export function agesIn(text: string): FoundAge[] {
  const found: FoundAge[] = [];
  for (const match of text.matchAll(AGES)) {
    const { n, n2, m, w, d } = match.groups ?? {};
    const value = Number(n ?? n2);
    const inYears = !m && !w && !d;
    if (inYears ? value > 120 : value > 400) continue;
    const months = inYears ? value * 12 : m ? value : Math.floor((w ? value * 7 : value) / 30.4375);
    found.push({ months, inYears, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Completed months from birth to today; undefined for a birth that lies ahead or too far back. */
export function monthsBetween(birth: Day, today: Day): number | undefined {
  const months = (today.year - birth.year) * 12 + today.month - birth.month - (today.day < birth.day ? 1 : 0);
  return months >= 0 && months <= 1440 ? months : undefined;
}

export const isoOf = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** The calendar day of a moment, where the clinician is. */
export const dayOf = (moment: Date): Day => ({
  year: moment.getFullYear(),
  month: moment.getMonth() + 1,
  day: moment.getDate(),
});

/**
 * The one reading of a date of birth: the only one there is, or the only one that the stated age allows, or the one
 * that the page's own way of writing dates gives ("day" or "month" first). Undefined where none of these decides.
 */
export function settle(
  readings: Day[],
  today: Day,
  stated: FoundAge | undefined,
  order: "day" | "month" | undefined,
): Day | undefined {
  const past = readings.filter((reading) => monthsBetween(reading, today) !== undefined);
  if (past.length <= 1) return past[0];
  if (stated) {
    const fits = past.filter((reading) => agrees(reading, today, stated));
    if (fits.length === 1) return fits[0];
  }
  // `datesIn` gives the reading with the day first, first.
  return order === "day" ? past[0] : order === "month" ? past[1] : undefined;
}

function agrees(birth: Day, today: Day, { months, inYears }: FoundAge): boolean {
  const exact = monthsBetween(birth, today);
  if (exact === undefined) return false;
  return inYears ? Math.floor(exact / 12) === months / 12 : Math.abs(exact - months) <= 1;
}
