import { ADVICE_STATES } from "./advice";
import { FACT_STATES } from "./facts";
import { PANEL_STATES } from "./panel";
import { PILOT_STATES } from "./pilot";
import type { State } from "./state";
import { TOOL_STATES } from "./tools";

/** Every named state, by the component that it shows. */
export const STATES: Record<string, State[]> = {
  Panel: PANEL_STATES,
  Facts: FACT_STATES,
  Advice: ADVICE_STATES,
  Tools: TOOL_STATES,
  Pilot: PILOT_STATES,
};

export const ALL_STATES: State[] = Object.values(STATES).flat();
