/** What the panel asked. */
import { content, severityFromScore } from "../engine";
import type { FromPanel, ToPage } from "../messages";
import { factOf, type Happening } from "../pilot/counting";
import { isMutable } from "../pilot/items";
import { PAIR_RULE, withSnooze } from "../pilot/manners";
import { askFrame, insertStyle, local } from "../platform";
import type { PanelView } from "../sidebar/port";
import { gramsAnswer, handoutsFor } from "./calculations";
import { cue } from "./from-page";
import { askAnew, KEPT, standingAt } from "./policy";
import { reach } from "./reach";
import { forgetDocuments, recordsOf, saveCorrections, type TabRecord } from "./records";
import { placeOf, shownView } from "./shown";
import { underTerms } from "./under-terms";
import { correctionsFor, lookupView, PATIENCE_MS } from "./view";
import { during, type Visit } from "./visits";

/** Answers one question of the panel, asked at `now` (milliseconds since 1970). */
export async function answer(question: FromPanel, now: number): Promise<unknown> {
  switch (question.type) {
    case "panel/view":
      return view(question.tabId, now);
    case "panel/read":
      // What a frame said that has gone without a word must not stay.
      await forgetDocuments(question.tabId);
      await reach(question.tabId, now, false);
      return view(question.tabId, now);
    case "panel/correct":
      return correct(question, now);
    case "panel/lookup": {
      const standing = await standingAt(now);
      return underTerms(lookupView(question.corrections, placeOf(standing)), standing);
    }
    case "panel/content":
      return content();
    case "panel/severity":
      return severityFromScore(question.scale, question.score);
    case "panel/grams":
      return gramsAnswer(question.question);
    case "panel/handouts":
      return handoutsFor(question.facts);
    case "panel/show":
      return show(question, now);
    case "panel/dismiss":
      return dismiss(question, now);
    case "panel/snooze":
      return snooze(question, now);
    case "panel/count":
      return inVisit(question, now, () => [{ event: question.event, rule: question.item ?? PAIR_RULE }]);
  }
}

/** After so long without a word of how it went, in milliseconds, a tab is reached into again. */
const LOST_MS = 1500;

/** The worker that reached into the tab may have died over it. No tab is tried for longer than it is waited for. */
function isLost({ outcome, asked, tried = asked }: TabRecord, now: number): boolean {
  return outcome === "asked" && now - tried > LOST_MS && now - asked < PATIENCE_MS;
}

async function view(tabId: number, now: number): Promise<PanelView> {
  const [records, standing] = await Promise.all([recordsOf(tabId), standingAt(now)]);
  const { tab } = records;
  // Not awaited: the panel says "reading" at once and hears of the outcome through session memory.
  if (!tab) reach(tabId, now, false).catch(() => undefined);
  else if (isLost(tab, now)) reach(tabId, tab.asked, false, now).catch(() => undefined);
  if (!tab && records.frames.length === 0) records.tab = { asked: now, outcome: "asked" };
  const shown = await shownView(tabId, now, { records, standing });
  if (shown.view.state === "advice") {
    const opened: Happening = { event: "opened", rule: PAIR_RULE };
    // Not awaited: advice does not wait for the count, and what cannot be counted is shown all the same.
    during(shown.raw.stamp, standing, () => ({ happenings: [opened], result: undefined })).catch(
      () => undefined,
    );
  }
  return shown.view;
}

async function correct(
  { tabId, stamp, corrections }: Extract<FromPanel, { type: "panel/correct" }>,
  now: number,
): Promise<PanelView> {
  const { view: before, standing } = await shownView(tabId, now);
  const record = correctionsFor(before, stamp, corrections);
  if (!record) return before;
  const happenings = Object.entries(corrections).flatMap(([id, value]): Happening[] =>
    value === null && before.corrections[id] !== null
      ? [{ event: "corrected", rule: PAIR_RULE, feedback: factOf(id) }]
      : [],
  );
  await saveCorrections(tabId, record);
  await during(stamp, standing, () => ({ happenings, result: undefined }));
  await cue(tabId, now);
  return view(tabId, now);
}

/** Changes the visit of the patient in view, if that is still the one whom `stamp` names. */
async function inVisit(
  { tabId, stamp }: { tabId: number; stamp: string },
  now: number,
  change: (visit: Visit) => Happening[],
): Promise<void> {
  const shown = await shownView(tabId, now);
  if (shown.view.stamp !== stamp || !shown.view.advice) return;
  await during(stamp, shown.standing, (visit) => ({ happenings: change(visit), result: undefined }));
}

async function dismiss(
  question: Extract<FromPanel, { type: "panel/dismiss" }>,
  now: number,
): Promise<PanelView> {
  const { reason, item } = question;
  const rule = item ?? PAIR_RULE;
  await inVisit(question, now, ({ dismissed }) => {
    if (item !== undefined && !isMutable(item)) return [];
    if (!reason) delete dismissed[rule];
    else dismissed[rule] = reason;
    return reason ? [{ event: "dismissed", rule, feedback: reason }] : [];
  });
  await cue(question.tabId, now);
  await askAnew(now);
  return view(question.tabId, now);
}

/** A rule is snoozed for every patient, so this needs no patient in view; counted it is only with one. */
async function snooze(
  question: Extract<FromPanel, { type: "panel/snooze" }>,
  now: number,
): Promise<PanelView> {
  const { snoozes, today } = await standingAt(now);
  const rule = question.item ?? PAIR_RULE;
  const others = snoozes.filter((snoozed) => snoozed.rule !== rule);
  const changed = question.days === 0 ? others : withSnooze(snoozes, rule, question.days, today);
  if (changed) await local.set(KEPT.snoozes, changed);
  if (changed && question.days > 0) await inVisit(question, now, () => [{ event: "snoozed", rule }]);
  await cue(question.tabId, now);
  await askAnew(now);
  return view(question.tabId, now);
}

/** Marks a passage in its frame, if that still shows what was read. The answer tells whether the words were there. */
async function show(question: Extract<FromPanel, { type: "panel/show" }>, now: number): Promise<boolean> {
  const { view: shown, records } = await shownView(question.tabId, now);
  if (question.passage === undefined) {
    // No passage: whatever is marked in any frame is unmarked, whoever is in view by now.
    for (const { frameId, visit } of records.frames) {
      await askFrame(question.tabId, frameId, { type: "page/show", visit } satisfies ToPage);
    }
    return false;
  }
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
