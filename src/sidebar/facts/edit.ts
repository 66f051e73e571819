import type { Corrections, FactId } from "../../engine/corrections";
import type { Evidence } from "../../engine/evidence";

/** Sets one fact. */
export function set(corrections: Corrections, id: FactId, value: string | number | boolean): Corrections {
  return { ...corrections, [id]: value };
}

/** Strikes one fact out as read wrongly. */
export function strike(corrections: Corrections, id: FactId): Corrections {
  return { ...corrections, [id]: null };
}

/** Takes back every change to a fact and to the words below it. */
export function undo(corrections: Corrections, id: FactId): Corrections {
  return Object.fromEntries(
    Object.entries(corrections).filter(([key]) => key !== id && !key.startsWith(`${id}.`)),
  );
}

/**
 * Puts a word into a list fact, or takes it out. Out means: struck out where the chart has it, forgotten where it was
 * only typed.
 */
export function toggle(corrections: Corrections, id: FactId, on: boolean, evidence: Evidence[]): Corrections {
  const inChart = evidence.some((one) => one.id === id);
  if (on) return inChart && corrections[id] === null ? undo(corrections, id) : set(corrections, id, true);
  return inChart ? strike(corrections, id) : undo(corrections, id);
}

/** A number as people type it, with a point or a comma; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(",", ".");
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : undefined;
}
