/** What a page's frame said. */
import type { FromPage } from "../messages";
import { badge } from "../platform";
import { reach } from "./reach";
import { dropFrame, recordsOf, saveFrame } from "./records";
import { viewOf } from "./view";

/** Text of the badge where the pair was read: a cue, not a count. */
const CUE = "•";

/** Takes in one message of the frame `frameId` of tab `tabId`, heard at `at` (milliseconds since 1970). */
export async function hear(message: FromPage, tabId: number, frameId: number, at: number): Promise<void> {
  const { document } = message;
  switch (message.type) {
    case "page/reading":
      await saveFrame({ tabId, frameId, document, visit: message.visit, at, page: message });
      break;
    case "page/changed":
      await saveFrame({ tabId, frameId, document, visit: message.visit, at });
      break;
    case "page/gone":
      await dropFrame({ tabId, frameId, document });
      break;
    case "page/frame": {
      // Only where the tab was reached into: a frame born in a site that is always read gets its script by itself.
      const { tab } = await recordsOf(tabId);
      if (tab) await reach(tabId, at, false);
      break;
    }
  }
  await cue(tabId, at);
}

/** Shows on the toolbar whether the pair stands in this tab now. */
export async function cue(tabId: number, now: number): Promise<void> {
  const { state } = viewOf(tabId, await recordsOf(tabId), now);
  await badge(tabId, state === "advice" ? CUE : "");
}
