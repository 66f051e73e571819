/** What a page's frame said. */
import type { PageReading } from "../engine/finding";
import type { FromPage, ToPage } from "../messages";
import { mayRead } from "../pilot/fence";
import { askFrame, badge } from "../platform";
import { standingAt } from "./policy";
import { comeTo, joinIn, reach } from "./reach";
import { dropFrame, recordsOf, saveFrame } from "./records";
import { decideCue } from "./shown";

/** Text of the badge where the pair was read: a cue, not a count. */
const CUE = "•";

const STOP: ToPage = { type: "page/stop" };

/** A frame of a page, and the address that it speaks from. */
export interface Frame {
  tabId: number;
  frameId: number;
  address?: string;
}

/**
 * Takes in one message of a frame, heard at `at` (milliseconds since 1970). True once it is kept: the frame says it
 * again if a worker dies before.
 */
export async function hear(message: FromPage, frame: Frame, at: number): Promise<true> {
  const { tabId, frameId, address } = frame;
  const { policy, reads } = await standingAt(at);
  const { ehrHosts, readNotes } = policy.terms;
  if (!reads || !mayRead(ehrHosts, address)) {
    // What the browser started by itself is told to stop, and nothing that it said is kept.
    if ("document" in message) await dropFrame({ tabId, frameId, document: message.document });
    await askFrame(tabId, frameId, STOP);
    await cue(tabId, at);
    return true;
  }
  switch (message.type) {
    case "page/reading": {
      const page = readNotes ? message : { ...message, reading: listsOnly(message.reading) };
      await saveFrame({ tabId, frameId, document: message.document, visit: message.visit, at, page });
      break;
    }
    case "page/changed":
      await saveFrame({ tabId, frameId, document: message.document, visit: message.visit, at });
      break;
    case "page/gone":
      await dropFrame({ tabId, frameId, document: message.document });
      break;
    case "page/frame": {
      // Only where the tab was reached into: a frame born in a site that is always read gets its scout by itself.
      const { tab } = await recordsOf(tabId);
      if (tab) await reach(tabId, at, false);
      break;
    }
    case "page/found":
      await comeTo(tabId, frameId);
      return true;
    case "page/here":
      await joinIn(tabId, frameId);
      return true;
  }
  await cue(tabId, at);
  return true;
}

const LISTS = ["problems", "medications", "allergies", "orders"];

const isList = (section: string | undefined) => section !== undefined && LISTS.includes(section);

/** A reading without what stands in notes, or in no section that is known to be a list; that part counts as not read. */
function listsOnly(reading: PageReading): PageReading {
  const findings = reading.findings.filter(({ section }) => isList(section));
  const coverage = reading.coverage.map((part) =>
    isList(part.section) || part.state === "reading" ? part : { ...part, state: "unreadable" as const },
  );
  return { ...reading, findings, coverage };
}

/** Shows on the toolbar whether the pair stands in this tab now. */
export async function cue(tabId: number, now: number): Promise<void> {
  await badge(tabId, (await decideCue(tabId, now)) ? CUE : "");
}
