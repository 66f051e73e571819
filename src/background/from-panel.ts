/** What the panel asked. */
import { content } from "../engine";
import type { FromPanel, ToPage } from "../messages";
import { askFrame, insertStyle } from "../platform";
import type { PanelView } from "../sidebar/port";
import { cue } from "./from-page";
import { reach } from "./reach";
import { recordsOf, saveCorrections } from "./records";
import { correctionsFor, lookupView, viewOf } from "./view";

/** Answers one question of the panel, asked at `now` (milliseconds since 1970). */
export async function answer(question: FromPanel, now: number): Promise<unknown> {
  switch (question.type) {
    case "panel/view":
      return view(question.tabId, now);
    case "panel/read":
      await reach(question.tabId, now, false);
      return view(question.tabId, now);
    case "panel/correct": {
      const before = await view(question.tabId, now);
      const record = correctionsFor(before, question.stamp, question.corrections);
      if (!record) return before;
      await saveCorrections(question.tabId, record);
      await cue(question.tabId, now);
      return view(question.tabId, now);
    }
    case "panel/lookup":
      return lookupView(question.corrections);
    case "panel/content":
      return content();
    case "panel/show":
      return show(question, now);
  }
}

async function view(tabId: number, now: number): Promise<PanelView> {
  const records = await recordsOf(tabId);
  if (!records.tab) {
    // Not awaited: the panel says "reading" at once and hears of the outcome through session memory.
    void reach(tabId, now, false);
    if (records.frames.length === 0)
      return viewOf(tabId, { frames: [], tab: { asked: now, outcome: "asked" } }, now);
  }
  return viewOf(tabId, records, now);
}

/** Marks a passage in its frame, if that still shows what was read. The answer tells whether the words were there. */
async function show(question: Extract<FromPanel, { type: "panel/show" }>, now: number): Promise<boolean> {
  const records = await recordsOf(question.tabId);
  const shown = viewOf(question.tabId, records, now);
  const source = shown.sources?.[question.frame];
  const frame = records.frames.find(({ document }) => document === source?.document);
  if (shown.stamp !== question.stamp || !frame) return false;
  const request: ToPage = {
    type: "page/show",
    visit: frame.visit,
    passage: question.passage,
    quote: question.quote,
  };
  const reply = await askFrame(question.tabId, frame.frameId, request);
  const name = (reply as { highlight?: unknown } | undefined)?.highlight;
  if (typeof name !== "string" || !/^[a-z][a-z0-9-]{3,40}$/.test(name)) return false;
  await insertStyle(
    question.tabId,
    frame.frameId,
    `::highlight(${name}){background-color:#ffe08a;color:#1b1b1b}`,
  );
  return true;
}
