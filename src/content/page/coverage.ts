/** How much of the chart the page shows, part by part, in the page's own signs. */
import type { Coverage, CoverageState } from "../../engine/finding";
import type { Contexts } from "./context";
import { attr, isElement, nameOf, parentElementOf, query, rootOf, textOf } from "./dom";
import type { Grids } from "./grid";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import type { Outline } from "./outline";
import { rowsOf } from "./rows";
import { type Run, rawText } from "./runs";
import type { Sight } from "./visible";

interface Tools {
  page: Document;
  contexts: Contexts;
  sight: Sight;
  grids: Grids;
  outline: Outline;
}

const MOST_LISTS = 400;
const RANGE = /(\d+)\s*(?:[-–—]|to|bis|a|à)\s*(\d+)\s*(?:of|von|de|sur|\/|out of)\s*(?:about )?(\d+)/i;
const OUT_OF = /(?:showing|shown|anzeige|mostrando)\s*(?:first\s*)?(\d+)\s*(?:of|von|de|sur)\s*(\d+)/i;
const PAGE = /(?:page|p[áa]gina|seite)\s*(\d+)\s*(?:of|von|de|sur|\/)\s*(\d+)/i;
const FILTER =
  /^\s*(?:show(?:ing)?|filter(?:ed)?(?: by)?|view(?:ing)?|status|anzeigen|mostrar|afficher)\s*[:：]?\s*(?:only\s*)?(?:active|current|recent|open|my|last|past|inactive|aktive?|activ[oa]s|actifs|(?:the )?last \d+)\b/i;
const ONLY = /\b(?:active|current)\s+only\b|\bonly\s+(?:active|current)\b|\bfilters? applied\b/i;
const MORE =
  /^\s*(?:\+\s*\d+\s*(?:more)?|(?:show|see|view|load|display)\s+(?:all|more|\d+ more)\b.*|\d+\s+more\b.*|more…?|alle anzeigen|mehr anzeigen|ver m[áa]s|ver todos|voir plus|voir tout)\s*(?:\(\d+\))?\s*$/i;
const LOADING =
  /^\s*(?:loading|please wait|fetching|retrieving|cargando|wird geladen|lade|laden|chargement)\b.{0,30}(?:…|\.\.\.)?\s*$/i;
const EMPTY =
  /^\s*(?:(?:there are )?no (?:known |active |current |recorded |documented |data |results? )*(?:\p{L}+ ){0,3}?(?:to display|recorded|found|on file|documented|entered|listed|available|for this patient)\b.*|no known .{0,40}|no (?:active |current )?(?:medications?|problems?|conditions?|allerg\p{L}+|diagnoses|notes|data|results|entries)\.?|nothing (?:recorded|to display|found|on file|documented)\.?|none(?: recorded| known| on file| documented| reported)?\.?|nkda|nka|not on file|empty|sin (?:datos|registros|alergias|medicaci[óo]n).{0,30}|ning[uú]n\p{L}*.{0,30}|keine .{0,40}|aucune? .{0,40})\s*$/iu;

class Tally {
  private readonly entries = new Map<string, { states: Set<CoverageState>; count: number }>();

  note(section: string | undefined, state: CoverageState, count = 0): void {
    const name = (section ?? "page").slice(0, 120);
    const entry = this.entries.get(name) ?? { states: new Set(), count: 0 };
    entry.states.add(state);
    entry.count += count;
    this.entries.set(name, entry);
  }

  result(): Coverage[] {
    const order: CoverageState[] = ["unreadable", "reading", "partly", "read", "empty"];
    return [...this.entries].slice(0, 200).map(([section, { states, count }]) => ({
      section,
      state: order.find((state) => states.has(state)) ?? "read",
      count,
    }));
  }
}

/** `cues`: stretches of text that may say how much is shown. */
export function coverageOf(cues: Run[], tools: Tools): Coverage[] {
  const tally = new Tally();
  const { page, outline, sight } = tools;
  if (/pdf/i.test(page.contentType ?? "")) {
    tally.note("PDF document", "unreadable");
    return tally.result();
  }
  const counted = countLists(tally, tools);
  for (const label of outline.labels) {
    const section = label.meaning.section;
    if (!section || section === "aside" || counted.has(section)) continue;
    if (isElement(label.run.container)) tally.note(section, "read", countAfter(label.run.container));
  }
  for (const run of cues) readCue(run, tally, tools);
  for (const busy of query(
    page,
    "[aria-busy=true],[role=progressbar],progress,[class*=skeleton i],[class*=spinner i]",
  )) {
    if (sight.renders(busy) && !tools.contexts.of(parentElementOf(busy)).silent) {
      const section = sectionAt(busy, outline);
      if (section || attr(busy, "aria-busy")) tally.note(section, "reading");
    }
  }
  folded(tally, tools);
  tabs(tally, tools);
  frames(tally, tools);
  return tally.result();
}

function sectionAt(node: Node, outline: Outline): string | undefined {
  const place = outline.placeOf(node);
  return place.aside ? undefined : place.section;
}

function countLists(tally: Tally, { page, outline, grids, sight }: Tools): Set<string> {
  const counted = new Set<string>();
  for (const list of query(page, "table,ul,ol,[role=grid],[role=table],[role=list]").slice(0, MOST_LISTS)) {
    if (!sight.renders(list)) continue;
    const section = sectionAt(list, outline) ?? undefined;
    const grid = /^(ul|ol)$/.test(nameOf(list)) || attr(list, "role") === "list" ? undefined : grids.of(list);
    if (grid && (!grid.data || grid.people)) continue;
    const named = section ?? (grid ? sectionOfGrid(grid.heads) : undefined);
    if (!named) continue;
    const rows = grid
      ? rowsOf(list).filter((row) => !grid.headRows.has(row) && sight.renders(row))
      : [...list.children].filter((child) => (textOf(child) ?? "").trim() && sight.renders(child));
    const shown = rows.filter((row) => !EMPTY.test(textOf(row) ?? ""));
    counted.add(named);
    tally.note(named, shown.length > 0 ? "read" : "empty", shown.length);
    const total = Number(attr(list, "aria-rowcount"));
    if (total === -1 || total > shown.length + 2) tally.note(named, "partly");
  }
  return counted;
}

function sectionOfGrid(heads: string[]): string | undefined {
  for (const head of heads) {
    const section = meaningOf(head)?.section;
    if (section === "medications" || section === "problems" || section === "allergies") return section;
  }
  return undefined;
}

/** Entries in the boxes that follow a label, where the page has no list. */
function countAfter(label: Element): number {
  let box: Element | null = label;
  for (let climbed = 0; box && !box.nextElementSibling && climbed < 4; climbed++) box = parentElementOf(box);
  let content = box?.nextElementSibling ?? null;
  while (content && content.children.length === 1 && content.children[0]) content = content.children[0];
  if (!content || !(textOf(content) ?? "").trim()) return 0;
  return Math.max(1, [...content.children].filter((child) => (textOf(child) ?? "").trim()).length);
}

function readCue(run: Run, tally: Tally, tools: Tools): void {
  const text = plain(rawText(run.nodes));
  const first = run.nodes[0];
  const element = first ? parentElementOf(first) : null;
  if (!first || !element) return;
  const state = cueState(text);
  if (!state || !tools.sight.renders(element)) return;
  if (nameOf(element) === "option") return;
  const section = sectionAt(element, tools.outline);
  if (state === "empty" || state === "reading" ? section : true) tally.note(section, state);
}

/** What a short text says about how much is shown. */
export function cueState(text: string): CoverageState | undefined {
  const range = RANGE.exec(text);
  if (range) {
    const [, from, to, total] = range.map(Number);
    if ((to ?? 0) >= (from ?? 0) && (total ?? 0) > (to ?? 0) - (from ?? 0) + 1) return "partly";
    return undefined;
  }
  const part = OUT_OF.exec(text);
  if (part) return Number(part[1]) < Number(part[2]) ? "partly" : undefined;
  const page = PAGE.exec(text);
  if (page) return Number(page[2]) > 1 ? "partly" : undefined;
  if (FILTER.test(text) || ONLY.test(text) || MORE.test(text)) return "partly";
  if (LOADING.test(text)) return "reading";
  return EMPTY.test(text) ? "empty" : undefined;
}

/** Parts of the chart that are folded away. */
function folded(tally: Tally, { page, sight, outline }: Tools): void {
  for (const handle of query(page, "[aria-expanded=false],details:not([open])>summary")) {
    const words = plain(textOf(handle) ?? "") || (attr(handle, "aria-label") ?? "");
    if (attr(handle, "aria-haspopup") || attr(handle, "role") === "combobox" || !sight.renders(handle))
      continue;
    const section = meaningOf(words)?.section;
    if (section && section !== "aside") tally.note(section, "partly");
    else if (/expand|show|details|more|anzeigen|ver|voir/i.test(words)) {
      const place = sectionAt(handle, outline);
      if (place) tally.note(place, "partly");
    }
  }
  for (const select of query(page, "select")) {
    const chosen = plain(
      query(select, "option").find((option) => (option as HTMLOptionElement).selected)?.textContent ?? "",
    );
    if (!/^(active|current|aktive?|activ[oa]s|actifs)\b/i.test(chosen) || !sight.renders(select)) continue;
    const section = sectionAt(select, outline);
    if (section) tally.note(section, "partly");
  }
}

/** Parts of the chart that stand behind a tab which is not open. */
function tabs(tally: Tally, { page, sight }: Tools): void {
  for (const tab of query(page, "[role=tab][aria-selected=false]")) {
    const section = meaningOf(plain(textOf(tab) ?? ""))?.section;
    if (section && section !== "aside" && sight.renders(tab)) tally.note(section, "partly");
  }
}

/** Frames of other sites, and documents that are pictures of text, by name. */
function frames(tally: Tally, { page, sight }: Tools): void {
  for (const frame of query(page, "iframe,frame,embed,object")) {
    if (!sight.renders(frame)) continue;
    const source = attr(frame, "src") ?? attr(frame, "data") ?? "";
    const name = nameOf(frame);
    const box = frame.getBoundingClientRect();
    if (rootOf(page)?.getClientRects().length && (box.width < 3 || box.height < 3)) continue;
    if (/pdf/i.test(attr(frame, "type") ?? "") || /\.pdf(?:$|[?#])/i.test(source)) {
      tally.note(
        `PDF ${attr(frame, "title") ?? source.split(/[?#]/, 1)[0]?.split("/").pop() ?? ""}`.trim(),
        "unreadable",
      );
    } else if (name === "iframe" || name === "frame") {
      if (!reachable(frame))
        tally.note(hostOf(source, page) ?? attr(frame, "title") ?? "frame", "unreadable");
    }
  }
}

/** A frame of this site has a reader of its own. */
function reachable(frame: Element): boolean {
  try {
    return (frame as HTMLIFrameElement).contentDocument !== null;
  } catch {
    return false;
  }
}

function hostOf(source: string, page: Document): string | undefined {
  try {
    return new URL(source, page.baseURI).host || undefined;
  } catch {
    return undefined;
  }
}
