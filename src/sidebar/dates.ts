const DAY = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const MONTH = new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat(undefined, {
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
});

const DAY_MS = 86_400_000;

const wordsBy = (format: Intl.DateTimeFormat) => (iso: string) => {
  const time = Date.parse(iso);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(time) ? format.format(time) : iso;
};

/** "2026-03-03" as the reader writes dates; anything else stays as it is. */
export const dayWords = wordsBy(DAY);

/** The month of "2026-03-03", for where room is short; anything else stays as it is. */
export const monthWords = wordsBy(MONTH);

/** Time of day where the reader is. */
export const timeWords = (time: number) => TIME.format(time);

/** The reader's own day, as an ISO date. */
export function isoDay(time: number): string {
  const day = new Date(time);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Whole days from one ISO date to another; undefined where either is none. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);
  return Number.isNaN(days) ? undefined : days;
}
