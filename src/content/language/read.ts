/** From blocks and the names in them to findings. */
import type { Finding } from "../../engine/finding";
import { KIND_OF } from "../../engine/terminology";
import type { Block } from "./block";
import { conditionStatus, drugStatus, stateOfEntry } from "./entry";
import type { Hit } from "./find";
import { type Folded, original } from "./fold";
import { headKind } from "./heads";
import { isDrug, type Judged, judgeHits, measuresBeside, type PlacedSentence } from "./judge";
import { SECTION_OF } from "./places";
import { sentencesOf } from "./sentences";
import type { State } from "./states";

export interface Source {
  raw: string;
  folded: Folded;
  today?: string;
}

export const isUpperIn =
  ({ raw, folded }: Source) =>
  (at: number): boolean => {
    const char = raw[folded.from?.[at] ?? at] ?? "";
    return char !== char.toLowerCase();
  };

const PRESENT: Judged = { status: "present", said: true };

/** Findings of the blocks, in order of place. Blocks and hits are in order. Linear. */
export function readBlocks(source: Source, blocks: readonly Block[], hits: readonly Hit[]): Finding[] {
  const { text } = source.folded;
  const isUpper = isUpperIn(source);
  const sentences: PlacedSentence[] = [];
  const hitsOf = new Map<Block, Hit[]>();
  let next = 0;
  let followed = false;
  for (const block of blocks) {
    const inside: Hit[] = [];
    while (next < hits.length && (hits[next]?.start ?? 0) < block.end) {
      const hit = hits[next++];
      if (hit && hit.start >= block.start) inside.push(hit);
    }
    hitsOf.set(block, inside);
    // Of a block without names only the first sentence can matter: it may go on about the one before.
    if (inside.length === 0 && !followed) continue;
    followed = inside.length > 0;
    let at = 0;
    for (const span of sentencesOf(text, block.start, block.end, isUpper)) {
      const own: Hit[] = [];
      while (at < inside.length && (inside[at]?.start ?? 0) < span.end) {
        const hit = inside[at++];
        if (hit) own.push(hit);
      }
      sentences.push({ ...span, block, hits: own });
      if (inside.length === 0) break;
    }
  }
  const judged = judgeHits(text, sentences);
  const beside = measuresBeside(text, sentences, judged);
  const findings: Finding[] = [];
  for (const block of blocks) {
    const inside = hitsOf.get(block) ?? [];
    const leading = leadingOf(text, block, inside);
    const entry = leading.length > 0 ? stateOfEntry(text, block, source.today) : {};
    for (const hit of inside) {
      const own = judged.get(hit);
      if (!own) continue;
      const lead = leading.includes(hit);
      const stated = lead ? structured(hit, own, block, entry.state) : aside(hit, own, block, leading);
      findings.push(findingOf(source, block, hit, stated, lead ? entry.date : undefined));
    }
    for (const hit of beside.get(block) ?? [])
      findings.push(findingOf(source, block, hit, aside(hit, PRESENT, block, []), undefined));
  }
  return findings.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** Between a name and another of the same thing: "pimecrolimus 10 MG/ML Topical Cream [Elidel]". */
const SAME_THING =
  /^[\s()[\]/,:.%\d-]*(?:(?:mg|ml|g|gm|mcg|topical|external|cream|ointment|gel|lotion|solution)\b[\s()[\]/,:.%\d-]*)*$/;

/** The names that an entry is about: those in its name column, or at its very beginning. */
function leadingOf(text: string, block: Block, hits: readonly Hit[]): Hit[] {
  if (!block.entry || hits.length === 0) return [];
  const named = block.cells?.find(({ head }) => headKind(head) === "name") ?? block.cells?.[0];
  const span = named ?? block;
  const inside = hits.filter((hit) => hit.start >= span.start && hit.end <= span.end);
  const [first] = inside;
  if (!first) return [];
  const before = text.slice(span.start, first.start);
  if (
    !/^\W*(?:\d[\d/.-]*\W+)?(?:(?:topical|oral|brand|generic|rx|otc|new|med(?:ication)?|drug|medicine|problem|diagnosis|dx|condition|name|allergen|substance|medikament|diagnose|icd-?10|code|history of|hx of|h\/o|chronic|mild|moderate|severe|facial|\(?[a-z]\d{2}(?:\.\w+)?\)?)\W*)*$/.test(
      before,
    )
  )
    return [];
  return inside.filter(
    (hit, index) =>
      index === 0 ||
      (hit.concept === first.concept &&
        SAME_THING.test(text.slice(inside[index - 1]?.end ?? 0, hit.start))) ||
      ((hit.concept === first.concept || KIND_OF.get(hit.concept) === KIND_OF.get(first.concept)) &&
        /^[\s()[\]/,:-]*(?:\d[\d.]* ?%\s*|cream\s*|ointment\s*)*[\s()[\]/,:-]*$/.test(
          text.slice(inside[index - 1]?.end ?? 0, hit.start),
        )),
  );
}

/** The page's structure outranks the sentence, which outranks the part of the chart. */
function structured(hit: Hit, own: Judged, block: Block, state: State | undefined): Judged {
  if (hit.wrongRoute) return own;
  const { place } = block;
  if (isDrug(hit)) {
    if (place === "family") return { ...own, status: "other" };
    if (place === "allergies") {
      if (state === "refuted" || state === "ended")
        return { status: "other", note: "allergy no longer held", said: true };
      return {
        status: "allergy",
        note: own.note === "intolerance" ? own.note : state === "intolerance" ? state : "allergy",
        said: true,
      };
    }
    if (block.draft)
      return { status: own.status === "negated" ? "other" : "planned", note: "draft", said: true };
    if (state === "failed" || state === "intolerance" || state === "allergy")
      return { status: drugStatus(state), ...(state !== "failed" && { note: state }), said: true };
    if (state === "ended" && (own.status === "failed" || own.status === "allergy")) return own;
    if (state === "active" && own.status === "failed") return own;
    if (state) return { status: drugStatus(state), ...(own.note && { note: own.note }), said: true };
    if (own.said) return own;
    if (place === "past-medications" || place === "failed-medications" || place === "copied") return own;
    return { ...own, status: block.list ? "listed" : place === "plan" ? "planned" : "current" };
  }
  if (block.draft) return { status: "hypothetical", note: "draft", said: true };
  if (place === "family" || place === "allergies") return own;
  if (own.status !== "present" && own.status !== "historical") return own;
  if (state) return { ...own, status: conditionStatus(state), said: true };
  if (own.status === "historical") return own;
  return block.list && (place === "problems" || place === "history") ? { ...own, status: "listed" } : own;
}

/** A name inside another's entry is a mention: a medicine there is in use only where the words say so. */
function aside(hit: Hit, own: Judged, block: Block, leading: readonly Hit[]): Judged {
  if (block.draft)
    return isDrug(hit)
      ? { status: "other", note: "draft", said: true }
      : { status: "hypothetical", note: "draft", said: true };
  if (block.struck) return { ...own, status: isDrug(hit) ? "past" : "historical" };
  if (leading.length > 0 && isDrug(hit) && !own.said) return { ...own, status: "other" };
  return own;
}

/** Words that are a fact already when merely suspected. */
const SUSPICION_COUNTS = new Set([
  "ctcl-suspected",
  "eczema-herpeticum",
  "erythroderma",
  "systemically-unwell",
  "eye-involvement",
  "immunodeficiency-suspected",
]);

function findingOf(
  source: Source,
  block: Block,
  hit: Hit,
  judged: Judged,
  date: string | undefined,
): Finding {
  const [start, end] = original(source.folded, hit.start, hit.end);
  let { status } = judged;
  if (hit.concept === "eczema-other" && (status === "present" || status === "listed")) status = "other";
  if (status === "hypothetical" && judged.suspected && SUSPICION_COUNTS.has(hit.concept)) status = "present";
  const note = [hit.note, judged.note].filter(Boolean).join("; ");
  return {
    concept: hit.concept,
    kind: KIND_OF.get(hit.concept) ?? "other",
    status,
    quote: source.raw.slice(start, end),
    start,
    end,
    section: SECTION_OF[block.place],
    ...(date && { date }),
    ...(note && { note }),
    ...(hit.value && { value: hit.value }),
  };
}
