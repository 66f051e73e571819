/** What the worker may tell this script, checked by hand: the page's side carries no schema library. */
import type { ToPage } from "../messages";

const LONGEST_QUOTE = 400;

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isQuote = (value: unknown) => typeof value === "string" && value.length <= LONGEST_QUOTE;

/** The message, if it has the shape that messages.ts gives it. */
export function toPageOf(told: unknown): ToPage | undefined {
  if (typeof told !== "object" || told === null) return undefined;
  const { type, visit, passage, quote } = told as Record<string, unknown>;
  if (type === "page/read-now" || type === "page/stop" || type === "page/wake") return { type };
  const shaped =
    type === "page/show" &&
    isCount(visit) &&
    (passage === undefined || isCount(passage)) &&
    (quote === undefined || isQuote(quote));
  return shaped ? (told as ToPage) : undefined;
}
