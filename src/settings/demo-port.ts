/** The panel's port for the demo chart: the same reader, engine and panel, with nothing in between. */
import { gramsAnswer, handoutsFor } from "../background/calculations";
import { bareView, lookupView } from "../background/view";
import { severityFromScore } from "../engine";
import type { Corrections } from "../engine/corrections";
import type { PanelPort, PanelView } from "../sidebar/port";
import { chartView } from "./chart-view";
import type { SettingsPort, SettingsState } from "./port";

/** What the clinic silences stays silent here as well. */
function silenced({ silence, policy }: SettingsState): PanelView | undefined {
  if (!silence) return undefined;
  const notice = { code: silence, contact: policy.terms.contactText };
  return {
    ...bareView("no-answer", "silent"),
    pilot: { notice, muted: [], formulary: {}, cues: { given: 0 } },
  };
}

/** Reads `page`, which shows the chart called `id`. */
export function demoPort(settings: SettingsPort, page: Document, id: string, day: Date): PanelPort {
  let show: (view: PanelView | undefined) => void = () => undefined;

  async function view(corrected?: { stamp: string; corrections: Corrections }): Promise<PanelView> {
    const state = await settings.state();
    const { jurisdiction } = state.policy.terms;
    return silenced(state) ?? chartView(page, { id, day, place: { jurisdiction }, corrected });
  }

  return {
    watch(shown) {
      show = shown;
      void view().then(show);
      return () => {
        show = () => undefined;
      };
    },
    content: () => settings.content(),
    correct: (stamp, corrections) => view({ stamp, corrections }),
    async lookup(corrections) {
      const state = await settings.state();
      return silenced(state) ?? lookupView(corrections, { jurisdiction: state.policy.terms.jurisdiction });
    },
    read: async () => show(await view()),
    reload: async () => show(await view()),
    site: async () => undefined,
    allowSite: async () => "refused",
    showInPage: async (_stamp, where) => (where ? pointTo(page, where.quote) : false),
    shortcut: () => settings.shortcut(),
    severityOf: async (scale, score) => severityFromScore(scale, score),
    grams: async (question) => gramsAnswer(question),
    handouts: async (facts) => handoutsFor(facts),
    word: settings.word,
  };
}

/** Selects the first element whose own words hold the quote; false where none does. */
function pointTo(page: Document, quote: string): boolean {
  const found = [...page.body.querySelectorAll("*")].find(
    (element) => element.children.length === 0 && element.textContent?.includes(quote),
  );
  if (!found) return false;
  found.scrollIntoView({ block: "center" });
  page.getSelection()?.selectAllChildren(found);
  return true;
}
