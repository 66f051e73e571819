import type { FromPage, FromPanel, FromSettings, ToPage } from "../../src/messages";
import { ATOPIC, PIMECROLIMUS, QUILL, readingOf } from "../background/readings";

export const TAB = 7;

/** A valid message of every type: what mutations start from. */
export const FROM_PAGE: FromPage[] = [
  {
    type: "page/reading",
    document: "doc-1",
    visit: 0,
    number: 1,
    done: true,
    visible: true,
    contentType: "text/html",
    reading: readingOf([PIMECROLIMUS, ATOPIC], QUILL),
  },
  { type: "page/changed", document: "doc-1", visit: 1 },
  { type: "page/gone", document: "doc-1" },
  { type: "page/frame", document: "doc-1" },
  { type: "page/found" },
  { type: "page/here" },
];

const stamp = `${TAB}|n1|b1|r1`;

export const FROM_PANEL: FromPanel[] = [
  { type: "panel/view", tabId: TAB },
  { type: "panel/correct", tabId: TAB, stamp, corrections: { severity: "severe", ageMonths: 400 } },
  { type: "panel/lookup", corrections: { severity: "mild", pregnant: false } },
  { type: "panel/content" },
  { type: "panel/read", tabId: TAB },
  { type: "panel/show", tabId: TAB, stamp, frame: 0, passage: 1, quote: "Pimecrolimus" },
  { type: "panel/dismiss", tabId: TAB, stamp, reason: "limited-time", item: "tacrolimus-ointment" },
  { type: "panel/snooze", tabId: TAB, stamp, days: 7 },
  { type: "panel/count", tabId: TAB, stamp, event: "copied" },
  { type: "panel/severity", scale: "easi", score: 12 },
  { type: "panel/grams", question: { ageMonths: 400, bsaPercent: 12, gramsDispensed: 60, weeks: 4 } },
  { type: "panel/handouts", facts: { diagnosis: "atopic-dermatitis", onPimecrolimus: true } },
];

export const FROM_SETTINGS: FromSettings[] = [
  { type: "settings/state" },
  { type: "settings/set", name: "role", value: "dermatology" },
  { type: "settings/counts" },
  { type: "settings/end-snooze", rule: "tacrolimus-ointment" },
  { type: "settings/erase" },
];

export const TO_PAGE: ToPage[] = [
  { type: "page/read-now" },
  { type: "page/show", visit: 0, passage: 1, quote: "Pimecrolimus" },
  { type: "page/show", visit: 0 },
  { type: "page/stop" },
];

/** Fields that a valid message of the type may lack. */
export const OPTIONAL = new Set([
  "panel/show passage",
  "panel/show quote",
  "panel/dismiss reason",
  "panel/dismiss item",
  "panel/snooze item",
  "panel/count item",
  "page/show passage",
  "page/show quote",
]);
