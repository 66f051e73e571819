/** Every name of a text judged where it stands: diseases by their scopes, medicines by their acts. */
import type { ConditionStatus, MedicationStatus } from "../../engine/finding";
import { KIND_OF } from "../../engine/terminology";
import type { Block } from "./block";
import { judgeCondition } from "./condition";
import { type Drug, type DrugJudgement, type DrugSentence, judgeDrugs } from "./drug";
import type { Hit } from "./find";
import { holdsSign, isEarlier, severityBeside, sitesIn } from "./measures";
import type { Span } from "./sentences";
import { conditionMarks } from "./words";

export interface Judged {
  status: ConditionStatus | MedicationStatus;
  note?: string;
  /** The sentence says so, as against the part of the chart it stands in. */
  said: boolean;
  suspected?: boolean;
}

export interface PlacedSentence extends Span {
  block: Block;
  hits: Hit[];
}

export function judgeHits(text: string, sentences: readonly PlacedSentence[]): Map<Hit, Judged> {
  const judged = new Map<Hit, Judged>();
  judgeMedicines(text, sentences, judged);
  judgeConditions(text, sentences, judged);
  return judged;
}

export const isDrug = (hit: Hit) => KIND_OF.get(hit.concept) === "medication";

function judgeMedicines(text: string, sentences: readonly PlacedSentence[], judged: Map<Hit, Judged>): void {
  const hitOf = new Map<Drug, Hit>();
  const drugSentences = sentences.map(({ start, end, block, hits }): DrugSentence => {
    const drugs = hits.filter(isDrug).map((hit): Drug => {
      const drug = { start: hit.start, end: hit.end };
      hitOf.set(drug, hit);
      return drug;
    });
    return { start, end, place: block.place, drugs, others: hits.filter((hit) => !isDrug(hit)) };
  });
  for (const [drug, judgement] of judgeDrugs(text, drugSentences)) {
    const hit = hitOf.get(drug);
    if (!hit) continue;
    if (hit.wrongRoute) judged.set(hit, { status: "other", said: true });
    // Who names it, and says no more, tells what keeps the transplant: it is no cream that one might try.
    else if (
      hit.concept === "tacrolimus-systemic" &&
      !hit.note &&
      judgement.status === "other" &&
      !judgement.said
    )
      judged.set(hit, { ...judgement, status: "current" });
    else
      judged.set(hit, isDue(text, sentences, hit, judgement) ? { status: "planned", said: true } : judgement);
  }
}

const DUE =
  /\b(?:due|overdue|planned|scheduled|upcoming|catch-?up|booked|needs?|will (?:get|have|receive)|to (?:get|have|receive))\b/;

/** A vaccine that is due is planned, though nobody writes of it as of a medicine. */
function isDue(text: string, sentences: readonly Span[], hit: Hit, judgement: DrugJudgement): boolean {
  if (hit.concept !== "live-vaccine-planned" || judgement.status !== "other" || judgement.note) return false;
  const sentence = sentences.find(({ start, end }) => start <= hit.start && hit.end <= end);
  return sentence !== undefined && DUE.test(text.slice(sentence.start, sentence.end));
}

function judgeConditions(text: string, sentences: readonly PlacedSentence[], judged: Map<Hit, Judged>): void {
  sentences.forEach(({ start, end, block, hits }, index) => {
    const mentions = hits.filter((hit) => !isDrug(hit));
    if (mentions.length === 0) return;
    const marks = conditionMarks(text, start, end).filter(
      (mark) => !hits.some((hit) => mark.start < hit.end && mark.end > hit.start),
    );
    const next = sentences[index + 1];
    for (const hit of mentions) {
      if (isMeasure(hit)) {
        const earlier = block.place === "copied" || isEarlier(text, { start, end }, hit);
        if (block.place !== "family")
          judged.set(hit, { status: earlier ? "historical" : "present", said: true });
        continue;
      }
      const judgement = judgeCondition(hit, {
        text,
        sentence: { start, end },
        marks,
        mentions,
        place: block.place,
        ...(next?.hits.every(isDrug) && { next }),
      });
      judged.set(hit, { ...judgement, said: judgement.status !== "present" });
    }
  });
}

const isMeasure = ({ concept }: Hit) => concept === "severity" || concept === "bsa" || concept === "site";
const DISEASE = new Set(["atopic-dermatitis", "eczema-unspecified"]);
const CREAM = new Set([
  "pimecrolimus",
  "tacrolimus-topical",
  "topical-corticosteroid",
  "crisaborole",
  "ruxolitinib-topical",
]);
const USED = new Set<string | undefined>(["current", "planned", "failed"]);

/** Severity and places said beside a disease that is there, or a cream that is used for it. */
export function measuresBeside(
  text: string,
  sentences: readonly PlacedSentence[],
  judged: ReadonlyMap<Hit, Judged>,
): Map<Block, Hit[]> {
  const found = new Map<Block, Hit[]>();
  const isThere = (hit: Hit) => DISEASE.has(hit.concept) && judged.get(hit)?.status === "present";
  const anywhere = sentences.some(({ hits }) => hits.some(isThere));
  for (const sentence of sentences) {
    const { block, hits } = sentence;
    if (block.place === "family" || block.place === "allergies" || block.place === "copied") continue;
    const there = hits.filter(isThere);
    const severities = there.flatMap((hit) => severityBeside(text, sentence, hit) ?? []);
    const creams = hits.some((hit) => CREAM.has(hit.concept) && USED.has(judged.get(hit)?.status));
    const signs = anywhere && holdsSign(text.slice(sentence.start, sentence.end));
    const sites = there.length > 0 || creams || signs ? sitesIn(text, sentence, hits) : [];
    const own = [...severities, ...sites].map((measure): Hit => ({ name: measure.value, ...measure }));
    if (own.length > 0) found.set(block, [...(found.get(block) ?? []), ...own]);
  }
  return found;
}
