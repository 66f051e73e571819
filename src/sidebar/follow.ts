import type { Corrections } from "../engine/corrections";
import { isSilenced } from "./notice";
import type { PanelPort, PanelView } from "./port";

/** What the panel shows now. */
export interface Shown {
  /** The chart's view, or the look-up's while one is open; undefined: nothing of anyone. */
  view?: PanelView;
  /** The corrections in force, with those that are still on their way. */
  corrections: Corrections;
  /** The view from which the last correction started, for the difference it made. */
  before?: PanelView;
  /** The last correction could not be carried out. */
  failed: boolean;
  /** The look-up could not be opened. */
  lookupFailed: boolean;
  /** The chart in front changed since the look-up was opened. */
  moved: boolean;
}

export interface Follower {
  /** Replaces the corrections of what is shown. */
  correct(corrections: Corrections): void;
  /** Asks for something about the chart that is shown; its corrections stay. */
  act(run: (stamp: string) => Promise<PanelView>): void;
  /** Opens an empty look-up, also in place of one that is open. */
  openLookup(): void;
  closeLookup(): void;
  stop(): void;
}

/** The chart's side and the look-up's side each have a current view and a turn, by which late answers are known. */
class Side {
  view?: PanelView;
  before?: PanelView;
  pending?: Corrections;
  failed = false;
  turn = 0;

  /** Whatever is on its way belongs to something that has passed. */
  reset(view?: PanelView) {
    this.turn++;
    this.view = view;
    this.before = undefined;
    this.pending = undefined;
    this.failed = false;
  }
}

/** Follows the port: `changed` is called with each thing to show, in the same turn in which the port told it. */
export function follow(port: PanelPort, changed: (shown: Shown) => void): Follower {
  const chart = new Side();
  const hand = new Side();
  let lookingUp = false;
  let moved = false;
  let lookupFailed = false;

  function tell() {
    const side = lookingUp ? hand : chart;
    changed({
      view: side.view,
      corrections: side.pending ?? side.view?.corrections ?? {},
      // Nothing has changed yet, or at all: to say "no status changed" would be an answer.
      before: side.pending || side.failed ? undefined : side.before,
      failed: side.failed,
      lookupFailed,
      moved: lookingUp && moved,
    });
  }

  async function carryOut(side: Side, corrections: Corrections, asked: Promise<PanelView>) {
    const mine = ++side.turn;
    side.before = side.view;
    side.pending = corrections;
    side.failed = false;
    tell();
    let view: PanelView | undefined;
    try {
      view = await asked;
    } catch {
      view = undefined;
    }
    if (mine !== side.turn) return;
    side.pending = undefined;
    side.failed = view === undefined;
    // A look-up that never opened leaves the chart in front.
    if (!view && side === hand && !hand.view) {
      lookingUp = false;
      lookupFailed = true;
    }
    if (view) {
      // An answer under another stamp is another patient's: nothing of the last one stays beside it.
      if (view.stamp !== side.view?.stamp) side.reset(view);
      side.view = view;
    }
    tell();
  }

  const stopWatching = port.watch((view) => {
    // What the clinic silences it silences at once, an open look-up included.
    if (isSilenced(view)) lookingUp = false;
    if (!view || view.stamp !== chart.view?.stamp) {
      chart.reset(view);
      moved = true;
    }
    chart.view = view;
    tell();
  });

  function openLookup() {
    lookingUp = true;
    lookupFailed = false;
    moved = false;
    hand.reset();
    void carryOut(hand, {}, port.lookup({}));
  }

  return {
    correct(corrections) {
      if (lookingUp) void carryOut(hand, corrections, port.lookup(corrections));
      else if (chart.view) void carryOut(chart, corrections, port.correct(chart.view.stamp, corrections));
    },
    act(run) {
      if (lookingUp || !chart.view) return;
      void carryOut(chart, chart.pending ?? chart.view.corrections, run(chart.view.stamp));
      chart.before = undefined;
    },
    openLookup,
    closeLookup() {
      lookingUp = false;
      hand.reset();
      tell();
    },
    stop() {
      chart.turn++;
      hand.turn++;
      stopWatching();
    },
  };
}
