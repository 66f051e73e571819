/** From what the frames of one tab said to what the panel shows. Pure: the clock comes in as an argument. */
import {
  advise,
  type Corrections,
  checkFacts,
  correct,
  type PatientFacts,
  type Resolved,
  resolve,
  whatWouldChange,
} from "../engine";
import type { Jurisdiction } from "../engine/facts";
import type { PagePatient, PageReading } from "../engine/finding";
import { isoDay } from "../pilot/day";
import type { FactProblem, PanelState, PanelView } from "../sidebar/port";
import type { CorrectionsRecord, FrameRecord, TabRecords } from "./records";

/** A page that said nothing for so long, in milliseconds, is not going to. */
export const PATIENCE_MS = 5000;

/** A frame is given so long for its first word, in milliseconds: a reader that has much to read says so before. */
const FIRST_WORD_MS = 2000;

/** A moment far in the future is none to wait for: somebody set the clock back. */
const isRecent = (moment: number, now: number) => Math.abs(now - moment) < PATIENCE_MS;

/** A frame that is in sight and has been read to the end. */
interface Read {
  frame: FrameRecord;
  reading: PageReading;
}

const EMPTY = {
  coverage: [],
  found: {},
  facts: {},
  evidence: [],
  corrections: {},
  sensitivity: [],
  problems: [],
};

/** Where the clinic or the user says that they practise; `fixed`: no correction changes it. */
export interface Place {
  jurisdiction?: Jurisdiction;
  fixed?: boolean;
}

/** A frame that the reader is in, or is on its way into, may say in a moment what the others lack. */
function waits({ tab, frames }: TabRecords, now: number): boolean {
  if (!tab || Math.abs(now - (tab.tried ?? tab.asked)) >= FIRST_WORD_MS) return false;
  const spoke = new Set(frames.map(({ frameId }) => frameId));
  return tab.outcome === "asked" || (tab.expects ?? []).some((frameId) => !spoke.has(frameId));
}

/** Whose word a view rests on, for the panel to ask whether they are still there: a frame may go without a word. */
const sourcesOf = (frames: FrameRecord[]) => frames.map(({ document, visit }) => ({ document, visit }));

/** A view that holds nothing of any patient. */
export const bareView = (state: PanelState, stamp: string): PanelView => ({ ...EMPTY, state, stamp });

/** What to show for a tab at `now` (milliseconds since 1970). */
export function viewOf(tabId: number, records: TabRecords, now: number, place: Place = {}): PanelView {
  const bare = (state: PanelState) => bareView(state, `${tabId}|${state}`);
  const { tab, frames } = records;
  // A refused probe outranks whatever answers: a script may have outlived the permission in the back-forward cache.
  if (tab?.outcome === "not-permitted" || tab?.outcome === "no-answer") return bare(tab.outcome);

  // Hidden frames may hold an earlier patient.
  const inSight = frames.filter((frame) => !frame.page || frame.page.visible);
  const read = inSight.flatMap((frame): Read[] =>
    frame.page?.done ? [{ frame, reading: frame.page.reading }] : [],
  );
  if (read.length === 0 || read.length < inSight.length) {
    const heard = Math.max(tab?.asked ?? 0, ...inSight.map((frame) => frame.at));
    if (isRecent(heard, now)) return bare("reading");
    return { ...bare("no-answer"), sources: sourcesOf(inSight) };
  }
  const top = read.find(({ frame }) => frame.frameId === 0);
  if (top?.frame.page?.contentType === "application/pdf") return bare("no-answer");

  const readings = read.map(({ reading }) => reading);
  const coverage = readings.flatMap((reading) => reading.coverage);
  if (readings.some((reading) => reading.twoPatients) || disagree(readings)) {
    return { ...bare("two-patients"), coverage, sources: sourcesOf(inSight) };
  }

  const resolved = resolve(readings, isoDay(now));
  const stamp = identity(tabId, read);
  const corrections = records.corrections?.identity === stamp ? records.corrections.corrections : {};
  const view = withFacts(resolved.facts, corrections, place);
  const state = stateOf(view.facts, readings, resolved);
  const readAt = Math.max(...read.map(({ frame }) => frame.at));
  // A page that still fills itself has not been found empty, nor one of which a frame has not said a word yet.
  const filling = coverage.some((section) => section.state === "reading") && isRecent(readAt, now);
  const lacking = state === "nothing-found" || state === "confirm";
  if ((filling && state === "nothing-found") || (lacking && waits(records, now))) return bare("reading");
  return {
    ...EMPTY,
    ...view,
    state,
    stamp,
    sources: sourcesOf(inSight),
    patient: readings.find((reading) => reading.patient?.label)?.patient?.label,
    readAt,
    coverage,
    found: {
      pimecrolimus: resolved.found.pimecrolimus?.quote,
      diagnosis: resolved.found.diagnosis?.quote,
      unspecifiedEczema: resolved.found.unspecifiedEczema?.quote,
    },
    evidence: resolved.evidence,
    pimecrolimusStart: resolved.pimecrolimusStart,
  };
}

/** What to show for facts typed by hand; the person at the keys vouches for the pair. */
export function lookupView(corrections: Corrections, place: Place = {}): PanelView {
  const asserted: PatientFacts = { diagnosis: "atopic-dermatitis", onPimecrolimus: true };
  return { ...bareView("lookup", "lookup"), ...withFacts(asserted, corrections, place) };
}

/** Facts with corrections on top, and the advice for them. A refused fact counts as unknown and is named. */
function withFacts(
  chart: PatientFacts,
  corrections: Corrections,
  { jurisdiction, fixed }: Place,
): Pick<PanelView, "facts" | "corrections" | "advice" | "sensitivity" | "problems"> {
  const corrected = correct(jurisdiction ? { ...chart, jurisdiction } : chart, corrections);
  if (jurisdiction && fixed) corrected.facts.jurisdiction = jurisdiction;
  const refused = checkFacts(corrected.facts);
  const facts = { ...corrected.facts };
  for (const { field } of refused) delete facts[field as keyof PatientFacts];
  const problems = [...corrected.problems, ...refused] as FactProblem[];
  return { facts, corrections, advice: advise(facts), sensitivity: whatWouldChange(facts), problems };
}

function stateOf(facts: PatientFacts, readings: PageReading[], resolved: Resolved): PanelState {
  if (facts.diagnosis === "not-atopic-dermatitis") return "nothing-found";
  const pair = facts.onPimecrolimus === true;
  if (pair && facts.diagnosis === "atopic-dermatitis") return "advice";
  if (pair && facts.diagnosis === "eczema-unspecified") return "confirm";
  const inUse = readings.some((reading) =>
    reading.findings.some(
      ({ concept, status }) => concept === "pimecrolimus" && (status === "current" || status === "listed"),
    ),
  );
  return pair && inUse && resolved.found.pimecrolimus ? "confirm" : "nothing-found";
}

/** Two frames in sight name two people: some part of the identity that both state differs. */
function disagree(readings: PageReading[]): boolean {
  const patients = readings.flatMap((reading) => reading.patient ?? []);
  return patients.some((one, index) => patients.slice(index + 1).some((other) => differ(one, other)));
}

function differ(one: PagePatient, other: PagePatient): boolean {
  if (!one.parts || !other.parts) return one.key !== other.key;
  const { parts } = one;
  const against = other.parts;
  return (["name", "birth", "record"] as const).some(
    (part) => parts[part] !== undefined && against[part] !== undefined && parts[part] !== against[part],
  );
}

/**
 * Whose facts these are, for as long as they may be corrected. A name with a birth date or a record number is one
 * person wherever the tab goes; anything less holds only until a document is replaced or changes its content.
 */
function identity(tabId: number, read: Read[]): string {
  const certain = read.find(
    ({ reading: { patient } }) => patient?.parts?.name && (patient.parts.birth || patient.parts.record),
  );
  if (certain) {
    const { name, birth, record } = certain.reading.patient?.parts ?? {};
    return `${tabId}|${[name, birth, record].join("|")}`.slice(0, 200);
  }
  const [first] = read;
  const visits = read.reduce((sum, { frame }) => sum + frame.visit, 0);
  return `${tabId}|${first?.frame.document}|${visits}|${first?.reading.patient?.key ?? ""}`.slice(0, 200);
}

/** Corrections for the patient under `stamp`, to be kept; undefined when that patient is no longer in view. */
export function correctionsFor(
  view: PanelView,
  stamp: string,
  corrections: Corrections,
): CorrectionsRecord | undefined {
  return view.stamp === stamp ? { identity: stamp, corrections } : undefined;
}
