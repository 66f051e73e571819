/** The state of an entry: its own status column, badge, dates and reason first, then the group it stands in. */
import type { ConditionStatus, MedicationStatus } from "../../engine/finding";
import type { Block } from "./block";
import { dateIn } from "./dates";
import { headKind } from "./heads";
import { reasonState, type State, stateOf, statesIn } from "./states";

/** From this year on an end date means that there is no end. */
const OPEN_YEAR = "2090";

export interface EntryState {
  /** Set where the page states it. */
  state?: State;
  /** ISO date of the start, where one is stated. */
  date?: string;
}

const YES = /^(?:yes|y|true|x|✓|✔|☑|si|ja|oui)$/;
const NO = /^(?:no|n|false|nein|non)$/;
/** What an entry's line ends in, set apart from its name: "(resolved)", "- stopped 3/2024". */
const ENDS_IN = /(?:[([]([^()[\]]+)[)\]]|\s[-–]\s([^()[\]]+)|,\s([^,()[\]]+))\s*$/;
const EMPTY = /^(?:-*|n\/a|none|null|open|present|ongoing|current|not on file|unknown)$/;

/** What the cells, badge and group of an entry say of its state. `name` is the span of its leading name. */
export function stateOfEntry(text: string, block: Block, today: string | undefined): EntryState {
  const dayFirst = dayFirstOf(block.lang);
  let own: State | undefined;
  let why: State | undefined;
  let open = false;
  let date: string | undefined;
  const take = (state: State | undefined) => {
    if (!state) return;
    if (state === "failed" || state === "intolerance" || state === "allergy") why ??= state;
    else if (!own || own === "active") own = state;
  };
  block.cells?.forEach((cell, index) => {
    const value = text.slice(cell.start, cell.end).trim();
    const kind = headKind(cell.head);
    if (kind === "status") for (const state of statesIn(value)) take(state);
    if (kind === "in-force")
      take(
        YES.test(value)
          ? "active"
          : NO.test(value)
            ? /taking/.test(cell.head ?? "")
              ? "not-taken"
              : "ended"
            : stateOf(value),
      );
    if (kind === "over") {
      const end = dateIn(value, dayFirst);
      if (NO.test(value)) take("active");
      else if (YES.test(value)) take("ended");
      else if (end) {
        if (end.latest >= OPEN_YEAR) open = true;
        else if (today === undefined || end.latest < today) take("ended");
        else open = true;
      } else if (EMPTY.test(value)) open = true;
      else take(stateOf(value));
    }
    if (kind === "start") date ??= dateIn(value, dayFirst)?.exact;
    if (kind === "reason" && block.place !== "allergies") {
      why ??= reasonState(value);
      if (/stop|discontinu|^d\/?c|end/.test(cell.head ?? "") && !EMPTY.test(value)) take("ended");
    }
    if (kind === "detail" && index > 0) {
      if (cell.head === undefined) take(stateOf(value));
      else if (/^(?:comments?|notes?|details)$/.test(cell.head))
        why ??= /\b(?:stop|discontinu|d\/c|failed)/.test(value) ? reasonState(value) : undefined;
      // Where it was done, the column of the button says why.
      else if (cell.head === "discontinue") why ??= reasonState(value);
    }
    if (kind === "relative") take("family");
  });
  if (block.list && !block.cells)
    for (const line of text
      .slice(block.start, block.end)
      .split(/\n| \| /)
      .slice(1)) {
      take(stateOf(line));
      if (/^\s*(?:stop|discontinu|due to|reason)/.test(line)) why ??= reasonState(line);
    }
  take(overAtEnd(text, block));
  if (block.status) for (const state of statesIn(block.status)) take(state);
  if (block.struck && (own === undefined || own === "active")) own = "ended";
  if (block.checked === false && own !== "ended") own = "not-taken";
  const group = block.group;
  const state = own === "active" && group && group !== "active" ? group : (own ?? group);
  if (why && state !== "planned" && state !== "not-taken" && state !== "refuted") return { state: why, date };
  if (state) return { state, date };
  if (block.checked === true) return { state: "active", date };
  return open ? { state: "active", date } : { date };
}

/** An entry that says of itself that it is over is so under any heading, and has said no more than that. */
function overAtEnd(text: string, { start, end, cells }: Block): State | undefined {
  const name = cells?.find(({ head }) => headKind(head) === "name") ?? cells?.[0] ?? { start, end };
  const [line = ""] = text.slice(name.start, name.end).split(/\n| \| /);
  const state = stateOf(ENDS_IN.exec(line)?.slice(1).find(Boolean) ?? "");
  return state === "ended" || state === "not-taken" || state === "refuted" ? state : undefined;
}

export function dayFirstOf(lang: string | undefined): boolean | undefined {
  if (!lang) return undefined;
  return /^en-us/i.test(lang) ? false : /^(?:en-(?!us)|es|de|fr|it|pt|nl)/i.test(lang) ? true : undefined;
}

const DRUG: Readonly<Record<State, MedicationStatus>> = {
  active: "current",
  ended: "past",
  planned: "planned",
  "not-taken": "negated",
  refuted: "negated",
  possible: "other",
  failed: "failed",
  intolerance: "allergy",
  allergy: "allergy",
  family: "other",
};

const CONDITION: Readonly<Record<State, ConditionStatus>> = {
  active: "present",
  ended: "historical",
  planned: "other",
  "not-taken": "negated",
  refuted: "negated",
  possible: "hypothetical",
  failed: "present",
  intolerance: "other",
  allergy: "other",
  family: "family",
};

export const drugStatus = (state: State): MedicationStatus => DRUG[state];
export const conditionStatus = (state: State): ConditionStatus => CONDITION[state];
