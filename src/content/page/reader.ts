/** Reads one document: text that matters → entries → passages → findings. */
import type { Finding, PageReading } from "../../engine/finding";
import type { Passage } from "../passage";
import { dayOf } from "../patient/dates";
import { type Whose, whoseChart } from "../patient/whose";
import { type Built, build, type Tools } from "./build";
import { Contexts } from "./context";
import { coverageOf } from "./coverage";
import { isElement, parentElementOf, query, rootOf, textOf } from "./dom";
import { Grids } from "./grid";
import { interestOf, type MayHoldTerm } from "./interest";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import { headingLevel, Outline, type Place } from "./outline";
import { rootsOf } from "./roots";
import { type Run, rawText, runsBelow } from "./runs";
import { unitOf } from "./unit";
import { Sight } from "./visible";

export interface Language {
  readPassage(passage: Passage): Finding[];
  mayHoldTerm: MayHoldTerm;
}

/** An entry of the page with what was found in it. */
export interface Entry {
  number: number;
  built: Built;
  findings: Finding[];
}

/** Messages hold no more; a page with more says so in its coverage. */
export const MOST_FINDINGS = 2000;
const LONGEST_QUOTE = 400;

/** Reads a document to the end, yielding between small pieces of work. */
export function* read(
  page: Document,
  language: Language,
  now: Date,
): Generator<void, { reading: PageReading; entries: Entry[]; whose: Whose }> {
  const runs: Run[] = [];
  for (const root of rootsOf(page)) {
    for (const { nodes, container } of runsBelow(page, root)) {
      const heading = isElement(container) && headingLevel(container) < 7;
      const interest = interestOf(rawText(nodes), language.mayHoldTerm, heading);
      if (interest) runs.push({ nodes, container, interest });
      yield;
    }
  }
  const sight = new Sight(page);
  const contexts = new Contexts(sight);
  const grids = new Grids();
  const outline = new Outline(contexts, sight, grids);
  outline.set(runs.filter(({ interest }) => interest.label));
  yield;
  const today = dayOf(now);
  const whose = whoseChart(
    runs.filter(({ interest }) => interest.person),
    { page, contexts, sight, grids, today },
  );
  yield;
  const tools: Tools = { contexts, sight, grids, outline, tab: openTab(page, sight) };
  const entries: Entry[] = [];
  const done = new Set<Node>();
  let number = 0;
  let count = 0;
  for (const run of runs) {
    if (!run.interest.term || !isElement(run.container)) continue;
    if (whose.others.some((box) => box.contains(run.container))) continue;
    const unit = unitOf(run, grids, sight, (box) => outline.holdsLabel(box));
    const key = unit.kind === "paragraph" ? (run.nodes[0] as Node) : unit.root;
    if (done.has(key)) continue;
    done.add(key);
    for (const built of build(unit, run, tools)) {
      const findings = seen(language.readPassage({ ...built.passage, number }), built, number, sight);
      if (findings.length > 0 && count < MOST_FINDINGS) {
        entries.push({ number, built, findings });
        count += findings.length;
      }
      number++;
    }
    yield;
  }
  const coverage = coverageOf(
    runs.filter(({ interest }) => interest.cue),
    { page, contexts, sight, grids, outline },
  );
  const reading: PageReading = {
    findings: entries.flatMap(({ findings }) => findings).slice(0, MOST_FINDINGS),
    coverage,
  };
  if (whose.patient) reading.patient = whose.patient;
  if (whose.twoPatients) reading.twoPatients = true;
  return { reading, entries, whose };
}

/** Findings whose words a person can see, as the page's reading gives them. */
function seen(findings: Finding[], built: Built, number: number, sight: Sight): Finding[] {
  return findings.flatMap((finding) => {
    const { start = 0, end = 0, ...rest } = finding;
    const parts = built.segments.filter((segment) => segment.start < end && segment.end > start);
    if (parts.length === 0 || !parts.every(({ node }) => sight.sees(node, 0, node.data.length))) return [];
    const section = rest.section ?? built.passage.section;
    return [
      { ...rest, ...(section && { section }), quote: rest.quote.slice(0, LONGEST_QUOTE), passage: number },
    ];
  });
}

/** The part of the chart named by the open tab, found once when first asked for. */
function openTab(page: Document, sight: Sight): () => Place | undefined {
  let place: Place | undefined;
  let asked = false;
  return () => {
    if (asked) return place;
    asked = true;
    const chosen = query(
      page,
      "[role=tab][aria-selected=true],[aria-current=page],[class~=nav-link][class~=active],[class~=tab][class~=active],li[class~=active]>a,[class~=tab][class~=selected]",
    ).filter((tab) => sight.renders(tab) && parentElementOf(tab) !== rootOf(page));
    for (const tab of chosen) {
      const words = plain(textOf(tab) ?? "");
      const section = meaningOf(words)?.section;
      if (section === "aside") place ??= { aside: true, heading: words };
      else if (section) place ??= { section, heading: words };
    }
    return place;
  };
}
