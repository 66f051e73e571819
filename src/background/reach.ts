/** Reaching into a tab: at a press, and whenever the panel looks at a tab that has said nothing yet. */
import type { ToPage } from "../messages";
import { mayRead } from "../pilot/fence";
import { addressOfTab, inject, tellTab } from "../platform";
import { standingAt } from "./policy";
import { forgetDocuments, inTurn, recordsOf, saveCalled, saveTab } from "./records";

const READ_NOW: ToPage = { type: "page/read-now" };
const WAKE: ToPage = { type: "page/wake" };

/** Chromium may hear of a press before it gives the access that came with it, soon after a document was replaced. */
const ACCESS_AFTER_MS = [50, 150, 400];

/**
 * Injects the reader into every frame that may be read and asks those already there to read again.
 * `pressed`: the user just gave access, so a refusal means that no extension may read this page. `tried`: this is
 * another try of what was asked for at `asked`.
 */
export async function reach(tabId: number, asked: number, pressed: boolean, tried?: number): Promise<void> {
  const { policy, reads } = await standingAt(asked);
  if (!reads) return;
  const { ehrHosts } = policy.terms;
  if (ehrHosts) {
    const address = await addressOfTab(tabId);
    // Frames of an allowed site in another site's page speak by themselves; nothing is put into the page.
    if (address && !mayRead(ehrHosts, address)) {
      await saveTab(tabId, { asked, outcome: "injected", fenced: true });
      return;
    }
    // Without an address there is no permission either.
    if (!address) {
      await forgetDocuments(tabId);
      await saveTab(tabId, { asked, outcome: pressed ? "no-answer" : "not-permitted" });
      return;
    }
  }
  const attempt = crypto.randomUUID();
  await inTurn(tabId, () => saveTab(tabId, { asked, tried, attempt, outcome: "asked" }));
  let reached = await inject(tabId);
  for (const pause of pressed ? ACCESS_AFTER_MS : []) {
    if (reached !== "not-permitted") break;
    await new Promise((done) => setTimeout(done, pause));
    reached = await inject(tabId);
  }
  const [outcome, expects] = typeof reached === "string" ? [reached] : (["injected", reached] as const);
  // Told before it is noted: should the worker die in between, the tab is reached into again.
  if (outcome === "injected") await tellTab(tabId, READ_NOW);
  await inTurn(tabId, async () => {
    // The document changed, or the tab was tried once more: how this went says nothing of what is there now.
    if ((await recordsOf(tabId)).tab?.attempt !== attempt) return;
    // Noted as asked, so it is tried again.
    if (outcome === "gone") return;
    // Whatever was read here before was read under a permission that is gone.
    if (outcome !== "injected") await forgetDocuments(tabId);
    const refused = outcome !== "injected" && pressed ? "no-answer" : outcome;
    await saveTab(tabId, { asked, tried, expects, outcome: refused });
  });
}

/** Reaches into a tab once more, if anyone asked for it since its document changed. */
export async function reachAgain(tabId: number): Promise<void> {
  const { tab } = await recordsOf(tabId);
  if (tab) await reach(tabId, tab.asked, false, Date.now());
}

/** A scout calls the reader. What it saw concerns every frame of the tab: any of them may tell whose chart it is. */
export async function comeTo(tabId: number, frameId: number): Promise<void> {
  // Noted first: a frame that is woken, or born meanwhile, asks whether its tab is being read.
  await saveCalled(tabId);
  await inject(tabId, frameId);
  await tellTab(tabId, WAKE);
}

/** A scout looks out in a frame, in which nothing needs to be read unless the rest of its tab is. */
export async function joinIn(tabId: number, frameId: number): Promise<void> {
  const { called, tab } = await recordsOf(tabId);
  if (called || tab) await inject(tabId, frameId);
}
