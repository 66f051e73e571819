import type { FactId } from "./corrections";
import type { Evidence } from "./evidence";
import type { FactName } from "./facts";
import type { PageReading } from "./finding";
import { type Placed, quotesOf } from "./placed";

/** What the readings of one tab say, and the day (ISO). */
export interface Chart {
  readings: readonly PageReading[];
  /** Of every frame, drafts left out, the weightiest first. */
  findings: readonly Placed[];
  today: string;
}

/** What the chart says of one fact. */
export interface Claim extends Evidence {
  /** The chart contradicts itself, or what it says cannot be: shown with its words, and the fact stays unknown. */
  open?: boolean;
}

interface Doubts {
  against?: readonly Placed[];
  note?: string;
  open?: boolean;
}

/** `id` as in corrections.ts; `behind`: the findings that say so. */
export function claim(
  id: FactId,
  value: Claim["value"],
  behind: readonly Placed[],
  { against = [], note, open }: Doubts = {},
): Claim {
  return {
    id,
    fact: id.split(".")[0] as FactName,
    value,
    quotes: quotesOf(behind),
    ...(against.length > 0 && { against: quotesOf(against) }),
    ...(note && { note }),
    ...(open && { open }),
  };
}

export const CONTRADICTION = "The chart says both: please settle it.";
