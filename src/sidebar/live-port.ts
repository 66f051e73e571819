/** The panel's port in the browser: follows the tab in front of its window and never shows what has passed. */
import type { Content } from "../engine/content";
import type { Handout } from "../engine/handout";
import type { SeverityFromScore } from "../engine/severity-scores";
import { type FromPage, type FromPanel, type FromSettings, fromPage } from "../messages";
import {
  askWorker,
  onMessage,
  onTab,
  onTabInFront,
  openLine,
  openSettings,
  pressShortcut,
  reloadTab,
  requestSite,
  session,
  siteOffer,
  tabInFront,
  word,
} from "../platform";
import type { SettingsState } from "../settings/port";
import type { GramsAnswer, PanelPort, PanelView } from "./port";

const ask = (question: FromPanel | FromSettings) => askWorker(question);

/** `anew`: what the worker knows is worth nothing. Undefined where it gave no answer, or died over the question. */
async function viewOf(tabId: number | undefined, anew: boolean): Promise<PanelView | undefined> {
  if (tabId === undefined) return undefined;
  const type = anew ? "panel/read" : "panel/view";
  return (await ask({ type, tabId }).catch(() => undefined)) as PanelView | undefined;
}

/** How long the documents of a view are given to say that they are still there, in milliseconds. */
const VOUCH_MS = 500;

/** Asks again about a page that is still being read, in milliseconds; the worker gives up on it after five seconds. */
const ASK_AGAIN_MS = 1000;

/** Milliseconds until the next day begins where the clinician is. */
function untilTomorrow(): number {
  const now = Date.now();
  return new Date(now).setHours(24, 0, 0, 0) - now;
}

export function livePort(): PanelPort {
  let tab: { id: number; url?: string } | undefined;

  function watch(show: (view: PanelView | undefined) => void): () => void {
    let turn = 0;
    let again: ReturnType<typeof setTimeout> | undefined;
    /** The visit each document is known to have reached: a view of an earlier one is late. */
    const reached = new Map<string, number>();

    /** The direct line to the tab in front, and the documents that have spoken on it. */
    let line: { tabId: number; here: Set<string>; close(): void } | undefined;

    const isLate = (view: PanelView) =>
      view.sources?.some(({ document, visit }) => visit < (reached.get(document) ?? 0)) ?? false;

    async function refresh(anew = false) {
      const mine = ++turn;
      clearTimeout(again);
      const front = await tabInFront();
      if (mine !== turn) return;
      if (front?.id !== tab?.id) show(undefined);
      tab = front;
      // The documents speak while the worker looks: what they say is weighed once its view is here.
      if (front && line?.tabId !== front.id) listenTo(front.id);
      const view = await viewOf(front?.id, anew);
      if (mine !== turn) return;
      const vouched = !front || (await vouchedFor(front.id, view?.sources));
      if (mine !== turn) return;
      const late = !view || !vouched || isLate(view);
      show(late ? undefined : view);
      if (late || view.state === "reading") again = setTimeout(() => refresh(!vouched), ASK_AGAIN_MS);
      // A pilot ends with a day, and no event tells of it.
      else again = setTimeout(() => refresh(), untilTomorrow());
    }

    /** Opens a line on which each document of the tab says where it is; `heard` is called after each. */
    function listenTo(tabId: number, heard?: () => void) {
      line?.close();
      const here = new Set<string>();
      const close = openLine(tabId, (message) => {
        const said = fromPage.safeParse(message);
        if (!said.success || said.data.type !== "page/changed" || line?.here !== here) return;
        const { document, visit } = said.data;
        here.add(document);
        if (Number.isFinite(reached.get(document))) hear(said.data);
        else reached.set(document, visit);
        heard?.();
      });
      line = { tabId, here, close };
    }

    /** Has every document of a view say that it is still there, and at which visit; false where one stays silent. */
    async function vouchedFor(tabId: number, sources: PanelView["sources"] = []): Promise<boolean> {
      const all = () => sources.every(({ document }) => line?.tabId === tabId && line.here.has(document));
      if (all()) return true;
      return new Promise((resolve) => {
        listenTo(tabId, () => all() && resolve(true));
        setTimeout(() => resolve(all()), VOUCH_MS);
      });
    }

    function hear(said: FromPage) {
      if (!("visit" in said) && said.type !== "page/gone") return;
      const { type, document } = said;
      const known = reached.get(document);
      if (type === "page/gone") {
        reached.set(document, Number.POSITIVE_INFINITY);
        blank();
        return;
      }
      // The same news comes by two ways: what the slower brings later is known already.
      const news = known === undefined || known < said.visit;
      if (news || known === Number.POSITIVE_INFINITY) reached.set(document, said.visit);
      if (type === "page/changed" && news) blank();
    }

    function blank() {
      // Counted as a turn of its own: an answer already on its way is late now.
      turn++;
      show(undefined);
      void refresh();
    }

    const stops = [
      onMessage((message, sender) => {
        const said = fromPage.safeParse(message);
        if (!sender.own && said.success && sender.tabId === tab?.id) hear(said.data);
        return undefined;
      }),
      session.onChanged((keys) => {
        if (keys.some((key) => key === "terms-changed" || key.startsWith(`tab:${tab?.id}:`))) void refresh();
      }),
      onTab({
        loading: (tabId) => tabId === tab?.id && blank(),
        complete: () => undefined,
        removed: (tabId) => tabId === tab?.id && blank(),
      }),
      onTabInFront(blank),
    ];
    void refresh();
    return () => {
      turn++;
      clearTimeout(again);
      line?.close();
      for (const stop of stops) stop();
    };
  }

  const front = () => {
    if (!tab) throw new Error("No tab is in front of this window");
    return tab;
  };

  return {
    watch,
    content: async () => (await ask({ type: "panel/content" })) as Content,
    correct: async (stamp, corrections) =>
      (await ask({ type: "panel/correct", tabId: front().id, stamp, corrections })) as PanelView,
    lookup: async (corrections) => (await ask({ type: "panel/lookup", corrections })) as PanelView,
    read: async () => void (await ask({ type: "panel/read", tabId: front().id })),
    reload: () => reloadTab(front().id),
    site: async () => {
      // A press lets the tab's address be seen: what was known of the tab may be from before it.
      const now = await tabInFront();
      if (now && now.id === tab?.id) tab = now;
      return siteOffer(front());
    },
    allowSite: () => requestSite(front()),
    showInPage: async (stamp, where) =>
      (await ask({ type: "panel/show", tabId: front().id, stamp, frame: 0, ...where })) === true,
    dismiss: async (stamp, reason, item) =>
      (await ask({ type: "panel/dismiss", tabId: front().id, stamp, reason, item })) as PanelView,
    restore: async (stamp, item) =>
      (await ask({ type: "panel/dismiss", tabId: front().id, stamp, item })) as PanelView,
    snooze: async (stamp, days, item) =>
      (await ask({ type: "panel/snooze", tabId: front().id, stamp, days, item })) as PanelView,
    count: (stamp, event, item) => {
      // Lost where the worker dies over it; the clinician has done what was to be counted.
      if (tab) ask({ type: "panel/count", tabId: tab.id, stamp, event, item }).catch(() => undefined);
    },
    openSettings,
    severityOf: async (scale, score) =>
      (await ask({ type: "panel/severity", scale, score })) as SeverityFromScore,
    grams: async (question) => (await ask({ type: "panel/grams", question })) as GramsAnswer,
    handouts: async (facts) => (await ask({ type: "panel/handouts", facts: { ...facts } })) as Handout[],
    role: async () => ((await ask({ type: "settings/state" })) as SettingsState).policy.terms.role,
    chooseRole: async (role) => void (await ask({ type: "settings/set", name: "role", value: role })),
    shortcut: pressShortcut,
    word: (key, ...substitutions) => word(key, substitutions),
  };
}
