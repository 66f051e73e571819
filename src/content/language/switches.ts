/** "Switch from A to B", "A was changed to B", "replace A with B": which medicine goes and which comes. */
import type { Act } from "./acts";
import { type Clause, type Drug, groupOf } from "./bind";
import { wordsIn } from "./marks";

interface Move {
  drug: Drug;
  act: Act;
}

/** "A -> B" */
function arrowsOf({ text, drugs }: Clause): Move[] {
  return drugs.flatMap((drug, index) => {
    const other = drugs[index + 1];
    if (!other || !/^[^;.]{0,30}(?:-+>|=+>|→)\s*$/.test(text.slice(drug.end, other.start))) return [];
    const act = { start: drug.end, end: other.start, word: "->" };
    return [
      { drug, act: { ...act, kind: "past" } },
      { drug: other, act: { ...act, kind: "planned" } },
    ];
  });
}

const FROM = /\b(?:from|von|de|off)\s+(?:\w+\s+){0,2}$/;
const TO = /\b(?:to|auf|zu|a|por|par|into|with|by)\s+(?:\w+\s+){0,3}$/;

export function switchesOf(clause: Clause): Move[] {
  const { text, drugs, marks } = clause;
  const moves = arrowsOf(clause);
  for (const { start, end, word, kinds } of marks) {
    if (!kinds.includes("switched") || clause.acts.some((act) => act.kind === "failed" && act.end === end))
      continue;
    const coming: Act = {
      kind: /ed$|^umgestellt$|^cambio$/.test(word) ? "begun" : "planned",
      start,
      end,
      word,
    };
    const going: Act = { kind: "past", start, end, word };
    const before = drugs.findLast((drug) => drug.end <= start);
    const gap = before ? text.slice(before.end, start) : "";
    if (before && wordsIn(gap) <= 5 && /\b(?:was|were|is|be|been)\s*$|^\s*$/.test(gap))
      moves.push({ drug: before, act: going });
    let came = false;
    for (const [index, drug] of drugs.entries()) {
      if (drug.start < end) continue;
      const between = marks.filter((mark) => mark.start > end && mark.end <= drug.start);
      if (between.some((mark) => mark.kinds.includes("end") && !/then|and/.test(mark.word))) break;
      const lead = text.slice(Math.max(end, drugs[index - 1]?.end ?? 0, drug.start - 34), drug.start);
      if (FROM.test(lead)) moves.push({ drug, act: going });
      else if ((TO.test(lead) || (/^swap/.test(word) && /\bfor\s+(?:\w+\s+)?$/.test(lead))) && !came) {
        came = true;
        for (const one of groupOf(text, drugs, marks, index))
          if (one.start >= drug.start) moves.push({ drug: one, act: coming });
      } else if (wordsIn(text.slice(end, drug.start)) <= 2) moves.push({ drug, act: going });
    }
  }
  return moves;
}
