/** "Switch from A to B", "A was changed to B", "replace A with B": which medicine goes and which comes. */
import type { Act } from "./acts";
import type { Clause, Drug } from "./bind";
import { groupOf } from "./groups";
import { wordsIn } from "./marks";

export interface Move {
  drug: Drug;
  act: Act;
}

/** "Protopic 9/22", "Protopic in 2021" */
const DATED =
  /^(?:\s+\d[\d.]* ?%)?(?:\s+(?:cream|ointment|oint))?,?\s+(?:(?:in|on|since)\s+|\()?(?:\d{1,2}\/\d{1,4}(?:\/\d{2,4})?|(?:19|20)\d\d)(?![\d%])/;

/** "A -> B" */
function arrowsOf({ text, drugs }: Clause): Move[] {
  return drugs.flatMap((drug, index) => {
    const other = drugs[index + 1];
    if (!other || !/^[^;.]{0,30}(?:-+>|=+>|→)\s*$/.test(text.slice(drug.end, other.start))) return [];
    // "Elidel -> if no better -> Protopic": steps of a plan.
    if (/\bif\b/.test(text.slice(drug.end, other.start))) return [];
    const act = { start: drug.end, end: other.start, word: "->" };
    const done = DATED.test(text.slice(other.end, other.end + 40));
    return [
      { drug, act: { ...act, kind: "past" } },
      { drug: other, act: { ...act, kind: done ? "begun" : "planned" } },
    ];
  });
}

const BECAUSE =
  /\b(?:due to|because|owing to|secondary to|on account of|in (?:view|light) of|d\/t|2\/2|(?:as|since|given) (?:it|this|that|the|there|she|he|not|no|her|his)|(?:given|for) (?:no|(?:a )?lack|(?:a )?poor|(?:an )?inadequate|(?:an )?insufficient|minimal|little|limited|partial|(?:a )?suboptimal|failure|persist\w*|ongoing|treatment|ineff\w*|loss))\b/;
const COMES = new Set(["planned", "begun"]);

/**
 * "Switched from A to B because it did not work", "started B due to lack of effect": why one medicine comes tells of
 * the one that goes, never of itself. undefined where the act is no such reason.
 */
export function reasonOf(
  { text, drugs, acts }: Clause,
  moves: readonly Move[],
  act: Act,
): Drug[] | undefined {
  if (act.forward || !/^(?:failed|intolerance|allergy)$/.test(act.kind)) return undefined;
  const last = drugs.findLast((drug) => drug.end <= act.start);
  if (!last || drugs.some((drug) => drug.start >= act.end && !/[,;]/.test(text.slice(act.end, drug.start))))
    return undefined;
  const because = BECAUSE.exec(text.slice(last.end, act.start + act.word.length));
  if (
    !because ||
    /[;]|\b(?:but|which|however|then|stop\w*|d\/c\w*|discontinu\w*)\b/.test(
      because.input.slice(0, because.index),
    )
  )
    return undefined;
  const comes =
    moves.some(({ drug, act: move }) => drug === last && COMES.has(move.kind)) ||
    COMES.has(
      acts.findLast(({ end, word }) => end <= last.start && !/^(?:use|to use|apply)$/.test(word))?.kind ?? "",
    );
  if (!comes) return undefined;
  return moves.flatMap(({ drug, act: move }) => (move.kind === "past" ? [drug] : []));
}

/** "Elidel not on formulary, switched to Protopic": what can be had no more is given up. */
const NOT_HAD =
  /^[^;]*\b(?:formulary|covered|coverage|expensive|afford\w*|cost|copay|denied|unavailable|back ?ordered?|discontinued|insurance)[^;]*[,;.-]\s*(?:so |and |then |(?:pt|patient|she|he|was|we|has been|been|therefore)\s+){0,4}$/;

const FROM = /\b(?:from|von|de|off)\s+(?:(?!(?:to|onto|auf|zu|a|par)\b)\w+\s+){0,2}$/;
const TO = /\b(?:to|onto|auf|zu|a|por|par|into|with|by)\s+(?:\w+\s+){0,3}$/;

/** "Change Elidel to once daily": the same medicine. */
const OF_DOSE =
  /^\s*(?:\d[\d.]* ?%\s*)?(?:cream |ointment )?(?:dose |dosing |frequency |use |strength )?(?:from [\w ]{1,20} )?to\s+(?:once|twice|daily|bid|qd|tid|prn|every|nightly|weekends|weekdays|weekly|as needed|maintenance|proactive|\d)/;

/** "I have substituted Protopic": with nothing in its place, it is what comes. */
const isNew = (text: string, word: string, drug: Drug): boolean =>
  word === "substituted" && !/^[^.;]{0,30}\b(?:with|by|for it)\b/.test(text.slice(drug.end, drug.end + 40));

export function switchesOf(clause: Clause): Move[] {
  const { text, drugs, marks } = clause;
  const moves = arrowsOf(clause);
  for (const { start, end, word, kinds } of marks) {
    if (!kinds.includes("switched") || clause.acts.some((act) => act.kind === "failed" && act.end === end))
      continue;
    // "No change, Elidel and moisturizers"
    if (/\b(?:no|without|not|any)\s+$/.test(text.slice(Math.max(clause.sentence.start, start - 9), start)))
      continue;
    const coming: Act = {
      kind: /ed(?: off(?: of)?)?$|^in fav|^umgestellt$|^cambio$/.test(word) ? "begun" : "planned",
      start,
      end,
      word,
    };
    const going: Act = { kind: "past", start, end, word };
    const before = drugs.findLast((drug) => drug.end <= start);
    const gap = before ? text.slice(before.end, start) : "";
    const inFavour = word.startsWith("in fav");
    if (OF_DOSE.test(text.slice(end, end + 60))) continue;
    if (before && wordsIn(gap) <= 7 && NOT_HAD.test(gap)) moves.push({ drug: before, act: going });
    if (before && wordsIn(gap) <= 5 && (inFavour || /\b(?:was|were|is|be|been)\s*$|^\s*$/.test(gap))) {
      // "Elidel was denied, tacrolimus was substituted": the last named comes.
      const comes = word === "substituted" && !/^\s*(?:with|by|for|to)\b/.test(text.slice(end, end + 6));
      moves.push({ drug: before, act: comes ? coming : going });
    }
    let came = false;
    for (const [index, drug] of drugs.entries()) {
      if (drug.start < end) continue;
      const between = marks.filter((mark) => mark.start > end && mark.end <= drug.start);
      if (between.some((mark) => mark.kinds.includes("end") && !/then|and/.test(mark.word))) break;
      const lead = text.slice(Math.max(end, drugs[index - 1]?.end ?? 0, drug.start - 34), drug.start);
      if (OF_DOSE.test(text.slice(drug.end, drug.end + 60))) break;
      // "Substituted A for B": A comes, where "swapped A for B" lets it go.
      if (
        /^substitut/.test(word) &&
        drugs[index + 1] &&
        /\bfor\b/.test(text.slice(drug.end, drugs[index + 1]?.start))
      ) {
        moves.push({ drug, act: coming });
        const other = drugs[index + 1];
        if (other) moves.push({ drug: other, act: going });
        break;
      }
      if (FROM.test(lead)) moves.push({ drug, act: going });
      else if (
        (inFavour || TO.test(lead) || (/^swap/.test(word) && /\bfor\s+(?:\w+\s+)?$/.test(lead))) &&
        !came
      ) {
        came = true;
        for (const one of groupOf(text, drugs, marks, index))
          if (one.start >= drug.start) moves.push({ drug: one, act: coming });
      } else if (wordsIn(text.slice(end, drug.start)) <= 2)
        moves.push({ drug, act: isNew(text, word, drug) ? coming : going });
    }
  }
  return moves;
}
