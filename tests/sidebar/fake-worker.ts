import { gramsAnswer, handoutsFor } from "../../src/background/calculations";
import type { FrameRecord } from "../../src/background/records";
import { lookupView, viewOf } from "../../src/background/view";
import { content } from "../../src/engine";
import type { Corrections } from "../../src/engine/corrections";
import type { PatientFacts } from "../../src/engine/facts";
import { severityFromScore } from "../../src/engine/severity-scores";
import type { PanelPort, PanelState, PanelView, Role, SiteOffer } from "../../src/sidebar/port";
import type { Chart } from "./states/charts";
import { word } from "./words";

/** The moment of every picture and test: a Monday morning. */
export const NOW = Date.parse("2026-11-23T10:32:05");

const TAB = 7;

/** The view of a chart, as the worker makes it from what the frames said. */
export function viewOfChart(chart: Chart, corrections: Corrections = chart.corrections ?? {}): PanelView {
  const frames = chart.readings.map((reading, frameId): FrameRecord => {
    const document = `document-${reading.patient?.key ?? frameId}`;
    return {
      tabId: TAB,
      frameId,
      document,
      visit: 0,
      at: NOW,
      page: {
        type: "page/reading",
        document,
        visit: 0,
        number: 1,
        done: true,
        visible: true,
        contentType: "text/html",
        reading,
      },
    };
  });
  const plain = viewOf(TAB, { frames }, NOW);
  return viewOf(TAB, { frames, corrections: { identity: plain.stamp, corrections } }, NOW);
}

/** A view without anybody in it. */
export const viewWithout = (state: PanelState): PanelView => ({
  state,
  stamp: `${TAB}|${state}`,
  coverage: [],
  found: {},
  facts: {},
  evidence: [],
  corrections: {},
  sensitivity: [],
  problems: [],
});

/** A port with the shipped engine behind it and no browser. */
export class FakePort implements PanelPort {
  /** What the panel asked for, in order. */
  readonly asked: [what: string, ...details: unknown[]][] = [];
  /** What the next answers are to be. */
  offer: SiteOffer | undefined = { host: "ehr.example", way: "ask" };
  permission: Awaited<ReturnType<PanelPort["allowSite"]>> = "refused";
  passageThere = true;
  chosenRole?: Role;
  private listeners = new Set<(view: PanelView | undefined) => void>();

  constructor(
    private view: PanelView | undefined,
    private readonly chart?: Chart,
  ) {}

  /** Tells the panel what the tab in front shows now. */
  show(view: PanelView | undefined) {
    this.view = view;
    for (const listener of this.listeners) listener(view);
  }

  dismiss?: PanelPort["dismiss"];
  restore?: PanelPort["restore"];
  snooze?: PanelPort["snooze"];

  /** The view now in front, with something changed. */
  viewNow(change: Partial<PanelView>): PanelView {
    this.view = { ...viewOfChart(this.chart ?? { readings: [] }), ...change };
    return this.view;
  }

  /** The corrections of the last question. */
  lastCorrections(): Corrections {
    return (this.asked.at(-1)?.at(-1) ?? {}) as Corrections;
  }

  watch = (listener: (view: PanelView | undefined) => void) => {
    this.listeners.add(listener);
    listener(this.view);
    return () => this.listeners.delete(listener);
  };

  content = async () => content();

  correct = async (stamp: string, corrections: Corrections) => {
    this.asked.push(["correct", stamp, corrections]);
    return viewOfChart(this.chart ?? { readings: [] }, corrections);
  };

  lookup = async (corrections: Corrections) => {
    this.asked.push(["lookup", corrections]);
    return lookupView(corrections);
  };

  read = async () => {
    this.asked.push(["read"]);
  };

  reload = async () => {
    this.asked.push(["reload"]);
  };

  site = async () => this.offer;

  allowSite = async () => {
    this.asked.push(["allowSite"]);
    return this.permission;
  };

  showInPage: PanelPort["showInPage"] = async (stamp, where) => {
    this.asked.push(["showInPage", stamp, where]);
    return this.passageThere;
  };

  shortcut = async () => "Alt+Shift+N";
  severityOf: PanelPort["severityOf"] = async (scale, score) => severityFromScore(scale, score);
  grams: PanelPort["grams"] = async (question) => gramsAnswer(question);
  role = async () => this.chosenRole;
  chooseRole = async (role: Role) => {
    this.asked.push(["chooseRole", role]);
  };
  handouts = async (facts: PatientFacts) => handoutsFor(facts);
  word = word;
}
