import type { Quote } from "./evidence";
import type { Finding } from "./finding";

/** A finding and the frame it was read in. */
export interface Placed extends Finding {
  frame: number;
}

/** Words of the page, for the clinician to check a fact by. */
export const quoteOf = ({ quote, section, date, frame, passage }: Placed): Quote => ({
  quote,
  ...(section && { section }),
  ...(date && { date }),
  frame,
  ...(passage !== undefined && { passage }),
});

/** The chart says that it is so, now: in a list, or in so many words. */
export const holds = ({ status }: Finding) =>
  status === "present" || status === "current" || status === "listed";
