import type { Cell } from "./heads";
import type { Place } from "./places";
import type { State } from "./states";

/** A stretch of folded text that belongs together, and where in the chart it stands. */
export interface Block {
  start: number;
  end: number;
  place: Place;
  /** Table rows, cards and list items: what stands in them belongs to their leading name. */
  entry: boolean;
  cells?: Cell[];
  /** State of the group it stands in. */
  group?: State;
  struck?: boolean;
  checked?: boolean;
  draft?: boolean;
  lang?: string;
  /** Status words beside it, folded. */
  status?: string;
  /** In a list whose status the page does not state, an entry is merely listed. */
  list?: boolean;
}

export type IsUpper = (at: number) => boolean;
/** Whether a name stands in a stretch: then it is no heading. */
export type HoldsName = (start: number, end: number) => boolean;

export interface Line {
  start: number;
  end: number;
  text: string;
}

export const BULLET = /^\s*(?:[-*+•·●▪◦‣>]|\d{1,2}[.)]|\(\d{1,2}\)|\[[ x]?\]|[☐☑☒□■✓✔✗✘])\s*/;
