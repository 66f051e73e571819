/** Arithmetic of the engine that the panel asks for while something is being typed. Nothing of it is kept. */

import { advise, checkFacts, handouts } from "../engine";
import type { PatientFacts } from "../engine/facts";
import { dispensedAgainstExpected, expectedGramsPerWeek, GramsInputError } from "../engine/grams";
import type { Handout } from "../engine/handout";
import type { GramsAnswer, GramsQuestion } from "../sidebar/port";

/** How much the extent takes, and what was dispensed against it where both numbers are there. */
export function gramsAnswer({ gramsDispensed, weeks, ...extent }: GramsQuestion): GramsAnswer {
  try {
    const expected = expectedGramsPerWeek(extent);
    if (gramsDispensed === undefined || weeks === undefined) return { expected };
    return { expected, ...against(extent, gramsDispensed, weeks) };
  } catch (error) {
    return { problem: refusal(error) };
  }
}

/** What an input error refuses; any other error is a fault of ours. */
function refusal(error: unknown): GramsAnswer["problem"] {
  if (!(error instanceof GramsInputError)) throw error;
  return { field: error.field, accepted: error.message.slice(error.field.length + 2) };
}

/** A refused number leaves the expected amount standing. */
function against(
  extent: Omit<GramsQuestion, "gramsDispensed" | "weeks">,
  gramsDispensed: number,
  weeks: number,
): Pick<GramsAnswer, "dispensed" | "problem"> {
  try {
    return { dispensed: dispensedAgainstExpected({ ...extent, gramsDispensed, weeks }) };
  } catch (error) {
    return { problem: refusal(error) };
  }
}

/** The pages that may be printed; none for facts that the engine refuses. */
export function handoutsFor(given: unknown): Handout[] {
  if (checkFacts(given).length > 0) return [];
  const facts = given as PatientFacts;
  return handouts(facts, advise(facts));
}
