/**
 * Every message in the system; the direction is in its name. Whatever crosses a door is checked there with these
 * schemas: the sender may be an old copy of ourselves, a page's frame, or a stranger.
 * The content script imports types only from here.
 */
import * as z from "zod/mini";
import { SITES } from "./engine/vocabulary";
import { LONGEST_SNOOZE, REASONS } from "./pilot/manners";

/** zod's own `maxLength` compares whatever a stranger calls `length`, and throws on some; this is asked of texts and lists only. */
const upTo = (limit: number) => z.refine<{ length: number }>(({ length }) => length <= limit);
const text = (limit: number) => z.string().check(upTo(limit));
const whole = z.number().check(z.int(), z.nonnegative());

const finding = z.object({
  concept: text(80),
  kind: z.enum(["condition", "medication", "severity", "site", "infection", "red-flag", "other"]),
  status: z.enum([
    "listed",
    "present",
    "negated",
    "family",
    "historical",
    "hypothetical",
    "other",
    "current",
    "past",
    "planned",
    "failed",
    "allergy",
  ]),
  quote: text(400),
  start: z.optional(whole),
  end: z.optional(whole),
  section: z.optional(
    z.enum(["problems", "medications", "allergies", "family-history", "note", "orders", "other"]),
  ),
  date: z.optional(text(10)),
  note: z.optional(text(400)),
  value: z.optional(text(80)),
  passage: z.optional(whole),
});

const patient = z.object({
  key: text(80),
  ageMonths: z.optional(z.number().check(z.int(), z.nonnegative(), z.maximum(1440))),
  label: z.optional(text(300)),
  parts: z.optional(
    z.object({ name: z.optional(text(80)), birth: z.optional(text(80)), record: z.optional(text(80)) }),
  ),
  sex: z.optional(z.enum(["female", "male"])),
});

const coverage = z.object({
  section: text(120),
  state: z.enum(["read", "partly", "reading", "empty", "unreadable"]),
  count: whole,
});

const reading = z.object({
  findings: z.array(finding).check(upTo(2000)),
  patient: z.optional(patient),
  coverage: z.array(coverage).check(upTo(200)),
  twoPatients: z.optional(z.boolean()),
});

/** One document's reading. `visit` grows with every change of banner or address within the document, `number` with every reading. */
export const pageReading = z.object({
  type: z.literal("page/reading"),
  document: text(60),
  visit: whole,
  number: whole,
  /** False while the reader is still at it. */
  done: z.boolean(),
  /** The frame is on screen: hidden frames may hold an earlier patient. */
  visible: z.boolean(),
  contentType: text(100),
  reading,
});

/** The patient, the address or the lists of this document changed: nothing read before holds any more. */
const pageChanged = z.object({ type: z.literal("page/changed"), document: text(60), visit: whole });

/** The document is going away, or into the back-forward cache. */
const pageGone = z.object({ type: z.literal("page/gone"), document: text(60) });

/** A frame came to life in this document: the worker should reach into it as well. */
const pageFrame = z.object({ type: z.literal("page/frame"), document: text(60) });

/** The scout in this document saw what may be the name of pimecrolimus: the reader is to come, into every frame. */
const pageFound = z.object({ type: z.literal("page/found") });

/** A scout looks out here: if its tab is being read, the reader is to come. */
const pageHere = z.object({ type: z.literal("page/here") });

/** Content script → worker, and → panel, which blanks on the second kind without waiting for the worker. */
export const fromPage = z.discriminatedUnion("type", [
  pageReading,
  pageChanged,
  pageGone,
  pageFrame,
  pageFound,
  pageHere,
]);

const tabId = z.number().check(z.int());
const value = z.union([text(80), z.number(), z.boolean(), z.null()]);
const corrections = z.record(text(80), value);

/** Panel → worker: what to show for this tab now? */
const panelView = z.object({ type: z.literal("panel/view"), tabId });
/** Panel → worker: the clinician's whole set of corrections for what stands under `stamp`; refused if that has passed. */
const panelCorrect = z.object({ type: z.literal("panel/correct"), tabId, stamp: text(200), corrections });
/** Panel → worker: facts by hand, no page. */
const panelLookup = z.object({ type: z.literal("panel/lookup"), corrections });
/** Panel → worker: the static words. */
const panelContent = z.object({ type: z.literal("panel/content") });
/** Panel → worker: read the tab again, reaching in if need be. */
const panelRead = z.object({ type: z.literal("panel/read"), tabId });
/** Panel → worker: mark the words of a passage in the page, or (no passage) take the mark away. */
const panelShow = z.object({
  type: z.literal("panel/show"),
  tabId,
  stamp: text(200),
  frame: whole,
  passage: z.optional(whole),
  quote: z.optional(text(400)),
});

const rule = z.optional(text(80));

/** Panel → worker: this advice, or one item of it, is dismissed for this patient and visit; without a reason: no longer. */
const panelDismiss = z.object({
  type: z.literal("panel/dismiss"),
  tabId,
  stamp: text(200),
  reason: z.optional(z.enum(REASONS)),
  item: rule,
});
/** Panel → worker: silence the cue, or one item, for some days; 0 ends it. */
const panelSnooze = z.object({
  type: z.literal("panel/snooze"),
  tabId,
  stamp: text(200),
  days: z.number().check(z.int(), z.nonnegative(), z.maximum(LONGEST_SNOOZE)),
  item: rule,
});
/** Panel → worker: what the clinician did with the advice. */
const panelCount = z.object({
  type: z.literal("panel/count"),
  tabId,
  stamp: text(200),
  event: z.enum(["option-opened", "copied", "handout"]),
  item: rule,
});

/** Panel → worker: the severity that a score stands for. */
const panelSeverity = z.object({
  type: z.literal("panel/severity"),
  scale: z.enum(["iga", "easi", "scorad", "poem"]),
  score: z.number(),
});
/** Panel → worker: grams expected for an extent, and against what was dispensed. */
const panelGrams = z.object({
  type: z.literal("panel/grams"),
  question: z.object({
    ageMonths: z.optional(z.number()),
    sites: z.optional(z.array(z.enum(SITES))),
    bsaPercent: z.optional(z.number()),
    gramsDispensed: z.optional(z.number()),
    weeks: z.optional(z.number()),
  }),
});
/** Panel → worker: the pages that may be printed for these facts. The engine checks them. */
const panelHandouts = z.object({ type: z.literal("panel/handouts"), facts: z.record(text(40), z.unknown()) });

export const fromPanel = z.discriminatedUnion("type", [
  panelView,
  panelCorrect,
  panelLookup,
  panelContent,
  panelRead,
  panelShow,
  panelDismiss,
  panelSnooze,
  panelCount,
  panelSeverity,
  panelGrams,
  panelHandouts,
]);

/** Settings page → worker. */
export const fromSettings = z.discriminatedUnion("type", [
  z.object({ type: z.literal("settings/state") }),
  /** One setting of the user's; null takes it away. */
  z.object({
    type: z.literal("settings/set"),
    name: text(40),
    value: z.union([text(80), z.number(), z.boolean(), z.null()]),
  }),
  z.object({ type: z.literal("settings/counts") }),
  z.object({ type: z.literal("settings/end-snooze"), rule: text(80) }),
  z.object({ type: z.literal("settings/erase") }),
]);

/** Worker → content script. */
export const toPage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("page/read-now") }),
  /** The clinic switched Nextline off: read nothing until asked again. */
  z.object({ type: z.literal("page/stop") }),
  /** To scouts: another frame of the tab needs the reader, so all do. */
  z.object({ type: z.literal("page/wake") }),
  z.object({
    type: z.literal("page/show"),
    visit: whole,
    passage: z.optional(whole),
    quote: z.optional(text(400)),
  }),
]);

export type FromPage = z.infer<typeof fromPage>;
export type FromSettings = z.infer<typeof fromSettings>;
export type FromPanel = z.infer<typeof fromPanel>;
export type ToPage = z.infer<typeof toPage>;
