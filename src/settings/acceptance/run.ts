/** The acceptance run: made-up patients through the engine, made-up charts through the reader. */
import { advise, content } from "../../engine";
import { chartView, fill } from "../chart-view";
import { CHART_DAY } from "./chart";
import { CHARTS } from "./charts";
import { chartFaults, vignetteFaults } from "./judge";
import type { Vignette } from "./vignette";
import { BASIC_VIGNETTES } from "./vignettes";
import { COURSE_VIGNETTES } from "./vignettes-course";
import { MODIFIER_VIGNETTES } from "./vignettes-modifiers";

export const VIGNETTES: Vignette[] = [...BASIC_VIGNETTES, ...MODIFIER_VIGNETTES, ...COURSE_VIGNETTES];
export { CHARTS };

/** How one made-up patient or chart came out; `faults` says each difference in words. */
export interface Verdict {
  id: string;
  kind: "patient" | "chart";
  says: string;
  faults: string[];
}

export interface Outcome {
  knowledge: string;
  /** SHA-256 of the knowledge and of every answer that the engine gave, so that any change of either shows. */
  hash: string;
  verdicts: Verdict[];
  milliseconds: number;
}

/**
 * Runs everything, the charts in `page`, which should be laid out. `progress` is called with the number done, and the
 * browser may paint in between.
 */
export async function runAcceptance(
  page: Document,
  progress: (done: number, all: number) => void,
): Promise<Outcome> {
  const start = performance.now();
  const all = VIGNETTES.length + CHARTS.length;
  const verdicts: Verdict[] = [];
  const answers: unknown[] = [];
  const step = async (verdict: Verdict) => {
    verdicts.push(verdict);
    progress(verdicts.length, all);
    if (verdicts.length % 10 === 0) await new Promise((done) => setTimeout(done));
  };
  for (const vignette of VIGNETTES) {
    await step(
      judged("patient", vignette, () => {
        const advice = advise(vignette.facts);
        answers.push(advice);
        return vignetteFaults(vignette, advice);
      }),
    );
  }
  for (const chart of CHARTS) {
    await step(
      judged("chart", chart, () => {
        fill(page, chart.html);
        return chartFaults(chart, chartView(page, { id: chart.id, day: CHART_DAY }));
      }),
    );
  }
  const knowledge = content();
  return {
    knowledge: knowledge.version,
    hash: await sha256(JSON.stringify([knowledge, answers])),
    verdicts,
    milliseconds: Math.round(performance.now() - start),
  };
}

/** Whatever breaks is a fault of this one, and the run goes on. */
function judged(
  kind: Verdict["kind"],
  { id, says }: { id: string; says: string },
  faults: () => string[],
): Verdict {
  try {
    return { id, kind, says, faults: faults() };
  } catch (error) {
    return { id, kind, says, faults: [`broke: ${String(error)}`] };
  }
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
