import type { PanelView, Role } from "../../../src/sidebar/port";
import { type FakePort, NOW, viewOfChart, viewWithout } from "../fake-worker";
import type { Chart } from "./charts";

/** One thing that a clinician does: a press, or typing into a field. */
export type Step = string | { into: string; type: string };

/** A named state of the panel: a chart (or none), and what was done since it was opened. */
export interface State {
  name: string;
  chart?: Chart;
  view: PanelView | undefined;
  steps: Step[];
  role?: Role;
  now: number;
  /** The browser lets nothing be copied. */
  noClipboard?: boolean;
  /** Changes the port's manners for this state. */
  prepare?(port: FakePort): void;
}

type More = Partial<Omit<State, "name" | "view" | "chart" | "steps">>;

/** A state of a chart. */
export const onChart = (name: string, chart: Chart, steps: Step[] = [], more: More = {}): State => ({
  name,
  chart,
  view: viewOfChart(chart),
  steps,
  now: NOW,
  ...more,
});

/** A state in which nobody's chart is read. */
export const withoutChart = (
  name: string,
  state: Parameters<typeof viewWithout>[0],
  steps: Step[] = [],
  more: More = {},
): State => ({ name, view: viewWithout(state), steps, now: NOW, ...more });
