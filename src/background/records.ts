/**
 * What the worker remembers between events, in the browser's session memory: one record a frame's document, one a
 * tab, one for the clinician's corrections in a tab. Each event writes a key of its own, so quick events cannot
 * overwrite one another, and whatever does not parse is treated as not there.
 */
import * as z from "zod/mini";
import { pageReading } from "../messages";
import { session } from "../platform";

const frameRecord = z.object({
  tabId: z.number(),
  frameId: z.number(),
  document: z.string(),
  visit: z.number(),
  /** When it last said something, in milliseconds since 1970. */
  at: z.number(),
  /** Absent between a change and the reading that follows. */
  page: z.optional(pageReading),
});

const tabRecord = z.object({
  /** When the tab was last reached into. */
  asked: z.number(),
  /** When that was tried again, because nothing was heard of it, or the document is complete now. */
  tried: z.optional(z.number()),
  /** The frames that the reader was put into: each will speak. */
  expects: z.optional(z.array(z.number())),
  /** Names the try, so that an earlier one which ends later is known to be late. */
  attempt: z.optional(z.string()),
  outcome: z.enum(["asked", "injected", "not-permitted", "no-answer"]),
  /** The clinic's policy does not let this site be read. */
  fenced: z.optional(z.boolean()),
});

const correctionsRecord = z.object({
  /** Whose facts were corrected: see `identity` in view.ts. */
  identity: z.string(),
  corrections: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export type FrameRecord = z.infer<typeof frameRecord>;
export type TabRecord = z.infer<typeof tabRecord>;
export type CorrectionsRecord = z.infer<typeof correctionsRecord>;

export interface TabRecords {
  tab?: TabRecord;
  /** A scout in the tab called the reader. */
  called?: boolean;
  frames: FrameRecord[];
  corrections?: CorrectionsRecord;
}

const prefix = (tabId: number) => `tab:${tabId}:`;
const frameKey = (frame: { tabId: number; frameId: number; document: string }) =>
  `${prefix(frame.tabId)}frame:${frame.frameId}:${frame.document}`;

/** The tab that a key of session memory speaks of. */
export function tabOfKey(key: string): number | undefined {
  const match = /^tab:(-?\d+):/.exec(key);
  return match ? Number(match[1]) : undefined;
}

export async function recordsOf(tabId: number): Promise<TabRecords> {
  const records: TabRecords = { frames: [] };
  for (const [key, value] of Object.entries(await session.all())) {
    if (!key.startsWith(prefix(tabId))) continue;
    const rest = key.slice(prefix(tabId).length);
    if (rest === "called") records.called = value === true;
    else if (rest === "tab") records.tab = z.safeParse(tabRecord, value).data;
    else if (rest === "corrections") records.corrections = z.safeParse(correctionsRecord, value).data;
    else {
      const frame = z.safeParse(frameRecord, value).data;
      if (frame) records.frames.push(frame);
    }
  }
  records.frames = newestByFrame(records.frames);
  return records;
}

/** A frame shows one document at a time: of two that claim it, the later speaks. */
function newestByFrame(frames: FrameRecord[]): FrameRecord[] {
  const newest = new Map<number, FrameRecord>();
  for (const frame of frames) {
    const other = newest.get(frame.frameId);
    if (!other || other.at < frame.at) newest.set(frame.frameId, frame);
  }
  return [...newest.values()].sort((a, b) => a.frameId - b.frameId);
}

/** Keeps what a document said, unless it said something later already: messages are said again, and may cross. */
export async function saveFrame(frame: FrameRecord): Promise<void> {
  const kept = z.safeParse(frameRecord, await session.get(frameKey(frame))).data;
  if (kept && isLater(kept, frame)) return;
  await session.set(frameKey(frame), frame).catch(async (reason: unknown) => {
    // What cannot be replaced must not stay: it may be of somebody else by now.
    await dropFrame(frame);
    throw reason;
  });
}

function isLater(one: FrameRecord, other: FrameRecord): boolean {
  if (one.visit !== other.visit) return one.visit > other.visit;
  return (one.page?.number ?? -1) > (other.page?.number ?? -1);
}

export const dropFrame = (frame: { tabId: number; frameId: number; document: string }) =>
  session.remove([frameKey(frame)]);
export const saveTab = (tabId: number, tab: TabRecord) => session.set(`${prefix(tabId)}tab`, tab);
export const saveCalled = (tabId: number) => session.set(`${prefix(tabId)}called`, true);
export const saveCorrections = (tabId: number, record: CorrectionsRecord) =>
  session.set(`${prefix(tabId)}corrections`, record);

/** One piece of work on a tab after another, so that what is noted of one try cannot cross what is noted of the next. */
export const inTurn = (tabId: number, work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(prefix(tabId), work);

/** Forgets what the documents of a tab said, and that it was asked. Corrections stay: they are bound to a patient. */
export async function forgetDocuments(tabId: number): Promise<void> {
  const keys = Object.keys(await session.all()).filter((key) => key.startsWith(prefix(tabId)));
  await session.remove(keys.filter((key) => key !== `${prefix(tabId)}corrections`));
}

/** Forgets every chart in every tab, and tells which tabs those were. */
export async function forgetAllTabs(): Promise<number[]> {
  const keys = Object.keys(await session.all());
  const tabs = new Set(keys.flatMap((key) => tabOfKey(key) ?? []));
  await session.remove(keys.filter((key) => tabOfKey(key) !== undefined));
  return [...tabs];
}

export async function forgetTab(tabId: number): Promise<void> {
  await session.remove(Object.keys(await session.all()).filter((key) => key.startsWith(prefix(tabId))));
}
