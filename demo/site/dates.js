// Dates relative to today, so that the demo never ages.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (number) => String(number).padStart(2, "0");

/** The day so many days ago. */
export function daysAgo(days) {
  const day = new Date();
  day.setHours(12, 0, 0, 0);
  day.setDate(day.getDate() - days);
  return day;
}

/** A birth date that makes somebody this old, two months past the birthday. */
export function born({ years = 0, months = 0 }) {
  const day = new Date();
  day.setHours(12, 0, 0, 0);
  day.setDate(15);
  day.setMonth(day.getMonth() - months - (months ? 0 : 2));
  day.setFullYear(day.getFullYear() - years);
  return day;
}

/** "03-Sep-2026" */
export const written = (day) => `${two(day.getDate())}-${MONTHS[day.getMonth()]}-${day.getFullYear()}`;

/** "36 yrs", or "18 mos" under two years. */
export function ageOf(birth) {
  const now = new Date();
  let months = (now.getFullYear() - birth.getFullYear()) * 12 + now.getMonth() - birth.getMonth();
  if (now.getDate() < birth.getDate()) months--;
  return months < 24 ? `${months} mos` : `${Math.floor(months / 12)} yrs`;
}
