/** From an entry of the page to the passage that the language reader gets. */
import { mentions } from "../language";
import type { Passage } from "../passage";
import type { Contexts } from "./context";
import {
  attr,
  isElement,
  nameOf,
  nextSibling,
  parentElementOf,
  parentNode,
  previousElementOf,
  roleOf,
  textOf,
} from "./dom";
import { checkedIn, isFilledIn } from "./fields";
import type { Grids } from "./grid";
import { headKind, isHead, sectionByHeads } from "./heads";
import type { Run } from "./interest";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import type { Outline, Place } from "./outline";
import { cellsOf, columnsOf, type Grid } from "./rows";
import { badgesBelow, endedByClass, statusOf } from "./status";
import { type Collecting, collect, PassageText, type Segment } from "./text";
import { type Part, recordsOf, type Unit } from "./unit";
import type { Sight } from "./visible";

/** A passage without its number, and where its text stands. */
export interface Built {
  passage: Omit<Passage, "number">;
  segments: Segment[];
}

export interface Tools {
  contexts: Contexts;
  sight: Sight;
  grids: Grids;
  outline: Outline;
  /** What the open tabs around an entry say: a part of the chart, or a state. */
  tab: (entry: Node) => Place;
}

const LISTS = new Set(["problems", "medications", "allergies", "family-history"]);
const LONGEST_ENTRY = 160;
const SENTENCE = /[.!?](?:\s+\p{Lu}|$)|\n/u;

/** The passages of an entry; none where it is not this patient's chart. */
export function build(unit: Unit, run: Run, tools: Tools): Built[] {
  const place = placeOf(unit, tools);
  if (!place || tools.contexts.of(isElement(unit.root) ? unit.root : null).silent) return [];
  switch (unit.kind) {
    case "row":
      return [row(unit, place, tools)];
    case "record":
      return recordsOf(unit.parts).map((parts) => record(parts, place, tools));
    case "pair":
      return [record([{ label: unit.label, value: unit.value }], place, tools, "pair")];
    case "item":
      return item(unit.root, place, tools);
    case "paragraph":
      return paragraph(run, place, tools);
  }
}

function placeOf(unit: Unit, tools: Tools): Place | undefined {
  const { outline, grids } = tools;
  const grid = unit.kind === "row" ? unit.grid : unit.kind === "paragraph" ? unit.spot?.grid : undefined;
  if (grid?.people) return undefined;
  const place = { ...outline.placeOf(unit.root) };
  if (place.aside) return undefined;
  if (unit.kind === "row") {
    const heads = sectionByHeads(unit.grid.heads);
    if (heads && (!place.section || place.section === "other" || place.section === "note"))
      place.section = heads;
    const group = grids.groupOf(unit.grid, unit.root);
    if (group) place.group = group;
  }
  if (unit.kind === "pair") {
    const named = meaningOf(plain(textOf(unit.label) ?? ""))?.section;
    if (named === "aside") return undefined;
    if (named) return { section: named, heading: plain(textOf(unit.label) ?? "") };
  }
  if (unit.kind === "record") {
    const heads = sectionByHeads(unit.parts.map(({ label }) => plain(textOf(label) ?? "")));
    if (heads && (!place.section || place.section === "other")) place.section = heads;
  }
  if (!place.section || !place.group) {
    const tab = tools.tab(unit.root);
    if (!place.section && tab.aside) return undefined;
    place.group ??= tab.group;
    if (!place.section && tab.section)
      Object.assign(place, { section: tab.section, heading: place.heading ?? tab.heading });
  }
  return place;
}

const how = (tools: Tools, leaveOut?: Collecting["leaveOut"]): Collecting => ({
  contexts: tools.contexts,
  sight: tools.sight,
  leaveOut,
});

function row(unit: Extract<Unit, { kind: "row" }>, place: Place, tools: Tools): Built {
  const text = new PassageText();
  const cells = cellsOf(unit.root);
  const columns = columnsOf(unit.grid, unit.root, cells);
  const passage = bare("row", place, unit.root, tools);
  if (isFilledIn(unit.root)) Object.assign(passage, { kind: "field", draft: true });
  passage.cells = [];
  let status: string | undefined;
  cells.forEach((cell, index) => {
    if (index > 0) text.cell();
    const start = text.text.length;
    collect(cell, text, how(tools));
    const head = headOf(cell, unit.grid, columns[index] ?? index);
    const end = text.text.length;
    passage.cells?.push({ head, start, end });
    if (head && headKind(head) === "status" && end > start) status ??= text.text.slice(start, end);
  });
  passage.status = status ?? statusOf(badgesBelow(unit.root, tools.sight)) ?? endedByClass(unit.root);
  passage.checked = checkedIn(unit.root, unit.grid);
  return finish(passage, text);
}

function headOf(cell: Element, grid: Grid, column: number): string | undefined {
  return grid.heads[column] || attr(cell, "data-label") || attr(cell, "data-th") || undefined;
}

function record(parts: Part[], place: Place, tools: Tools, kind: "row" | "pair" = "row"): Built {
  const text = new PassageText();
  const [first] = parts;
  const passage = bare(kind, place, first?.value ?? null, tools);
  passage.cells = [];
  let status: string | undefined;
  parts.forEach(({ label, value }, index) => {
    if (index > 0) text.cell();
    const head = plain(textOf(label) ?? "").replace(/\s*[:：]$/, "") || undefined;
    // "IGA": "3" says something only together; "Diagnosis" only says what its value is.
    if (kind === "pair" && head && !isHead(head) && !meaningOf(head)) {
      collect(label, text, how(tools));
      passage.cells?.push({ start: 0, end: text.text.length });
      text.cell();
    }
    const start = text.text.length;
    collect(value, text, how(tools));
    passage.cells?.push({ head, start, end: text.text.length });
    if (head && headKind(head) === "status") status ??= text.text.slice(start);
  });
  if (status) passage.status = status;
  if (kind === "pair") {
    const badges = first && statusOf(badgesBelow(first.value, tools.sight));
    if (badges) passage.status = badges;
  }
  return finish(passage, text);
}

/** A list item without the lists inside it: their items are entries of their own. */
function item(root: Element, place: Place, tools: Tools): Built[] {
  const text = new PassageText();
  const nested = (element: Element) => element !== root && /^(ul|ol|table|dl)$/.test(nameOf(element));
  collect(root, text, how(tools, nested));
  const lead = groupAbove(root, tools);
  if (lead && /[:：]$/.test(lead) && !LISTS.has(place.section ?? "note"))
    return prose(lead, root, place, tools, nested);
  const passage = bare("item", place, root, tools);
  const badges = badgesBelow(root, tools.sight).filter(({ element }) => parentItem(element, root) === root);
  passage.status = statusOf(badges) ?? endedByClass(root);
  passage.checked = checkedIn(root);
  passage.group = lead ?? place.group;
  return split(passage, text);
}

/** An item of a list in running text goes on with the sentence above it ("Denies:"). */
function prose(
  lead: string,
  root: Element,
  place: Place,
  tools: Tools,
  nested: (element: Element) => boolean,
): Built[] {
  const text = new PassageText();
  text.begin(lead.replace(/^.*[.!?]\s+/, ""));
  collect(root, text, how(tools, nested));
  return split(bare("paragraph", place, root, tools), text);
}

function parentItem(element: Element, root: Element): Element {
  for (let at: Element | null = element; at && at !== root; at = parentElementOf(at))
    if (/^(li|table)$/.test(nameOf(at))) return at;
  return root;
}

/** Own words of the list item around this one ("Inactive"), or of a short text that ends in a colon above the list. */
function groupAbove(root: Element, tools: Tools): string | undefined {
  let list = parentElementOf(root);
  while (list && !/^(ul|ol)$/.test(nameOf(list)) && nameOf(list) !== "body" && roleOf(list) !== "list")
    list = parentElementOf(list);
  const outer = list && parentElementOf(list);
  if (!list || !outer) return undefined;
  if (nameOf(outer) === "li") {
    const text = new PassageText();
    collect(
      outer,
      text,
      how(tools, (element) => element !== outer && /^(ul|ol|table)$/.test(nameOf(element))),
    );
    if (text.text && text.text.length <= 90) return text.text;
  }
  const before = previousElementOf(list);
  const label = before ? plain(textOf(before) ?? "") : "";
  return /[:：]$/.test(label) && label.length <= 90 ? label : undefined;
}

function paragraph(run: Run, place: Place, tools: Tools): Built[] {
  const text = new PassageText();
  const only = new Set<Node>(run.nodes);
  let from: Node | null = topOf(run.nodes[0], run.container);
  const to = topOf(run.nodes.at(-1), run.container);
  while (from) {
    collect(from, text, { ...how(tools), only, part: run.part });
    if (from === to) break;
    from = nextSibling(from);
  }
  const root = isElement(run.container) ? run.container : null;
  // Under the name of a list, a few words that are no sentence are an entry, whatever box they stand in.
  const entry =
    LISTS.has(place.section ?? "note") && text.text.length <= LONGEST_ENTRY && !SENTENCE.test(text.text);
  const passage = bare(entry ? "item" : "paragraph", place, root, tools);
  if (root && text.text.length <= 200) {
    passage.status = statusOf(badgesBelow(root, tools.sight)) ?? endedByClass(root);
    passage.checked = checkedIn(root);
  }
  return split(passage, text);
}

/** The child of the block that holds a node. */
function topOf(node: Node | undefined, block: Node): Node | null {
  let at: Node | null = node ?? null;
  while (at && parentNode(at) !== block) at = parentNode(at);
  return at ?? node ?? null;
}

function bare(kind: Passage["kind"], place: Place, element: Element | null, tools: Tools): Built["passage"] {
  const context = tools.contexts.of(element);
  const passage: Built["passage"] = { kind: context.draft ? "field" : kind, text: "" };
  if (place.section) passage.section = place.section;
  if (place.heading) passage.heading = place.heading;
  if (place.group) passage.group = place.group;
  if (context.draft) passage.draft = true;
  if (context.lang) passage.lang = context.lang;
  return passage;
}

/** A row or record is one entry: struck if its first words are. Words struck further on are taken out. */
function finish(passage: Built["passage"], text: PassageText): Built {
  passage.text = text.text;
  if (text.segments[0]?.struck) passage.struck = true;
  return { passage: clean(passage), segments: text.segments };
}

/** Prose may hold struck words among others: each kind is a passage of its own. */
function split(passage: Built["passage"], text: PassageText): Built[] {
  const struck = text.segments.filter((segment) => segment.struck);
  const kept = text.segments.filter((segment) => !segment.struck);
  if (struck.length === 0)
    return [{ passage: clean({ ...passage, text: text.text }), segments: text.segments }];
  // Once the name of an entry is struck, what is left says when and why.
  const over =
    passage.kind === "item" &&
    text.segments[0]?.struck &&
    !mentions(rejoin(passage, text.text, kept).passage.text);
  if (kept.length === 0 || over)
    return [{ passage: clean({ ...passage, text: text.text, struck: true }), segments: text.segments }];
  return [rejoin(passage, text.text, kept), rejoin({ ...passage, struck: true }, text.text, struck)];
}

function rejoin(passage: Built["passage"], whole: string, segments: Segment[]): Built {
  let text = "";
  const moved = segments.map((segment) => {
    const between = text && /\s$/.test(whole.slice(0, segment.start)) ? " " : "";
    const start = text.length + between.length;
    text += between + whole.slice(segment.start, segment.end);
    return { ...segment, start, end: text.length };
  });
  return { passage: clean({ ...passage, text }), segments: moved };
}

function clean(passage: Built["passage"]): Built["passage"] {
  if (passage.status === undefined) delete passage.status;
  if (passage.checked === undefined) delete passage.checked;
  if (passage.group === undefined) delete passage.group;
  return passage;
}
