/** Which entry of the page a found word belongs to: table row, list item, card, pair, paragraph. */
import {
  attr,
  childrenOf,
  firstElementOf,
  insideOf,
  nameOf,
  nextElementOf,
  parentElementOf,
  previousElementOf,
  query,
  roleOf,
  textOf,
} from "./dom";
import { flatAround } from "./flat";
import { type Grids, holdsProse, isGroupRow, type Spot } from "./grid";
import { headKind, isHead } from "./heads";
import type { Run } from "./interest";
import { fold, meaningOf } from "./labels";
import { plain } from "./normalise";
import { cellsOf, type Grid } from "./rows";
import { badgesBelow, statusKind } from "./status";
import type { Sight } from "./visible";

export type Unit =
  | { kind: "row"; root: Element; grid: Grid }
  | { kind: "record"; root: Element; parts: Part[] }
  | { kind: "pair"; root: Element; label: Element; value: Element }
  | { kind: "item"; root: Element }
  | { kind: "paragraph"; root: Node; spot?: Spot };

/** A label with its value, in a list of them. */
export interface Part {
  label: Element;
  value: Element;
}

const LONGEST_CARD = 400;
const LONGEST_RECORD = 1500;
const MOST_PAIRS = 20;
const EDGES = /^(body|html|main|td|th|tr|table|tbody|li|ul|ol|dl|dd|form|fieldset|blockquote)$/;
/** Doses, directions, dates, codes: what stands beside a name and is no entry of its own. */
const DETAIL =
  /^(apply|use|take|thin|twice|once|daily|bid|tid|qid|qhs|prn|as directed|dose|sig|refills?|qty|quantity|onset|since|start|started|stop|stopped|ended|noted|recorded|last|updated|by|dr|code|icd|snomed|rxnorm|reaction|severity|reason|indication|route|status|prescribed|ordered|filled|expires)\b/;

const words = (element: Element) => plain(textOf(insideOf(element)) ?? "");

export function unitOf(run: Run, grids: Grids, sight: Sight, holdsLabel: (box: Element) => boolean): Unit {
  const container = run.container as Element;
  const flat = flatAround(container);
  if (flat) return { kind: "record", ...flat };
  const spot = grids.spotOf(container);
  const item = itemOf(container, spot?.cell);
  if (item) return item;
  if (spot) {
    const { grid, row } = spot;
    if (grid.pairs) {
      const [label, value] = cellsOf(row);
      if (label && value) return { kind: "pair", root: row, label, value };
    }
    if (!holdsProse(spot) && !isGroupRow(grid, row)) return { kind: "row", root: row, grid };
    return { kind: "paragraph", root: container, spot };
  }
  return pairOf(container) ?? cardOf(container, sight, holdsLabel) ?? { kind: "paragraph", root: container };
}

/** List items and definition lists, unless a row of data stands nearer. */
function itemOf(from: Element, cell: Element | undefined): Unit | undefined {
  for (let at: Element | null = from; at && at !== cell; at = parentElementOf(at)) {
    const name = nameOf(at);
    if (name === "li" || roleOf(at) === "listitem")
      return words(at).length > 0 ? { kind: "item", root: at } : undefined;
    if (name === "dd" || name === "dt") return definitionOf(at);
    if (/^(table|section|article|body)$/.test(name)) return undefined;
  }
  return undefined;
}

function definitionOf(part: Element): Unit {
  const list = parentNamed(part, "dl");
  const parts = list ? partsOf(list) : [];
  const record = list && recordAround(parts, part);
  if (list && record) return { kind: "record", root: list, parts };
  const own = parts.find(({ value, label }) => value === part || label === part);
  return own && own.value !== own.label
    ? { kind: "pair", root: own.value, label: own.label, value: own.value }
    : { kind: "paragraph", root: part };
}

function partsOf(list: Element): Part[] {
  const parts: Part[] = [];
  let label: Element | undefined;
  for (const part of query(list, "dt,dd")) {
    if (parentNamed(part, "dl") !== list) continue;
    if (nameOf(part) === "dt") label = part;
    else if (label) parts.push({ label, value: part });
  }
  return parts;
}

function parentNamed(element: Element, name: string): Element | null {
  for (let at = parentElementOf(element); at; at = parentElementOf(at)) if (nameOf(at) === name) return at;
  return null;
}

/** Pairs that together describe one entry ("Medication", "Status", "Started"). */
function recordAround(parts: Part[], part: Element): boolean {
  const kinds = parts.map(({ label }) => headKind(words(label)));
  const length = parts.reduce((sum, { value }) => sum + words(value).length, 0);
  return (
    parts.some(({ value }) => value === part) &&
    kinds.includes("name") &&
    (kinds.includes("status") || kinds.includes("date")) &&
    length <= LONGEST_RECORD
  );
}

/** Splits a list of pairs at each that names something. */
export function recordsOf(parts: Part[]): Part[][] {
  const records: Part[][] = [];
  for (const part of parts) {
    const current = records.at(-1);
    if (!current || headKind(words(part.label)) === "name") records.push([part]);
    else current.push(part);
  }
  return records;
}

/** "Label: value" in two boxes side by side. */
function pairOf(container: Element): Unit | undefined {
  const before = previousElementOf(container);
  const parent = parentElementOf(container);
  if (!before || !parent || firstElementOf(parent) !== before || nextElementOf(container)) return undefined;
  const label = words(before);
  const isLabel =
    /[:：]$/.test(label) ||
    nameOf(before) === "label" ||
    (isHeading(before) && isHeading(container) && (isHead(label) || meaningOf(label) !== undefined));
  const parts = isHeading(before) && isLabel ? headingPairs(parent) : [];
  if (recordAround(parts, container)) return { kind: "record", root: parent, parts };
  return isLabel && label.length < 50 && words(container).length > 0
    ? { kind: "pair", root: container, label: before, value: container }
    : undefined;
}

/** Pairs of headings in boxes side by side: "Medication" over a name, "Status" over a state. */
function headingPairs(pair: Element): Part[] {
  let at: Element | null = pair;
  for (let climbed = 0; at && climbed < 3; at = parentElementOf(at), climbed++) {
    const row = parentElementOf(at);
    const boxes = row ? childrenOf(row).filter((child) => at && alike(child, at)) : [];
    if (boxes.length < 2 || boxes.length > MOST_PAIRS) continue;
    return boxes.flatMap((box) => {
      const [label, value, ...more] = query(box, "h1,h2,h3,h4,h5,h6");
      return label && value && more.length === 0 ? [{ label, value }] : [];
    });
  }
  return [];
}

const alike = (one: Element, other: Element) =>
  nameOf(one) === nameOf(other) && attr(one, "class") === attr(other, "class");

/** An entry built of boxes: the name with its badge, dates and directions. */
function cardOf(container: Element, sight: Sight, holdsLabel: (box: Element) => boolean): Unit | undefined {
  let at = container;
  for (let climbed = 0; climbed < 5; climbed++) {
    const parent = parentElementOf(at);
    if (!parent || EDGES.test(nameOf(at)) || holdsLabel(at)) return undefined;
    if (words(at).length > LONGEST_CARD) return undefined;
    const clinical = badgesBelow(at, sight).filter(({ kind }) => kind === "clinical");
    if (clinical.length > 1 && new Set(clinical.map(({ text }) => fold(text))).size > 1) return undefined;
    if (clinical.length > 0 && at !== container) return { kind: "item", root: at };
    const whole: Unit | undefined = at === container ? undefined : { kind: "item", root: at };
    if (hasBeside(at, parent, (child) => alike(child, at) && !isDetail(words(child))))
      return clinical.length > 0 ? { kind: "item", root: at } : whole;
    if (!isHeading(at) && hasBeside(at, parent, isHeading)) return whole;
    at = parent;
  }
  return undefined;
}

const isHeading = (box: Element) => /^h[1-6]$/.test(nameOf(box));

/** A box with words of its own that passes stands beside this one. */
function hasBeside(box: Element, parent: Element, passes: (child: Element) => boolean): boolean {
  for (let child = firstElementOf(parent); child; child = nextElementOf(child))
    if (child !== box && passes(child) && words(child) !== "") return true;
  return false;
}

function isDetail(text: string): boolean {
  return (
    statusKind(text) !== undefined ||
    DETAIL.test(fold(text)) ||
    !/\p{L}{3}/u.test(text.replace(/\p{Lu}\p{L}{2}\b/gu, ""))
  );
}
