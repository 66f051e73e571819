/** The state machine of one medicine: acts in order, each moving its state on. */
import type { MedicationStatus } from "../../engine/finding";
import type { Act, ActKind, DrugMark } from "./acts";
import type { Clause, Drug } from "./bind";
import {
  AGO,
  isAwaited,
  isHad,
  isOfThatYear,
  isSupposed,
  JUST_BEGUN,
  lasts,
  NO_MORE,
  OF_ITS_USE,
  REASON,
  RELAPSE,
  SO_FAR,
  type State,
  type Step,
  sentenceOf,
  USED_ONCE,
  WELL,
  WISHED,
} from "./drug-steps";
import { wordsIn } from "./marks";
import type { Place } from "./places";

const MOVES: Readonly<Record<ActKind, (state: State, step: Step) => State>> = {
  discussed: (state, { ahead, act, text, sentence }) => {
    if (act.word === "do not use" && NO_MORE.test(text.slice(act.end, sentence.end)))
      return { status: "past" };
    if (lasts(state) || (state.status === "past" && !ahead)) return state;
    if (state.status !== undefined && /^(?:such as|e\.g|i\.e|class)$/.test(act.word)) return state;
    // "Not keen to consider"
    if (
      ahead &&
      state.status === "negated" &&
      / to $/.test(text.slice(Math.max(0, act.start - 4), act.start))
    )
      return state;
    if (!ahead && state.status !== undefined && !/prior auth|appeal/.test(act.word)) return state;
    return { status: "other", talked: ahead };
  },
  planned: (state, step) => {
    const { act, ahead, place, conditional } = step;
    if (ahead && !lasts(state) && !state.talked && /(?:trial|course) of$/.test(act.word) && isHad(step))
      return { status: "past" };
    // "Completed a course of": a noun, and no order.
    if (ahead && state.status && /^(?:a )?(?:trial|course) of$/.test(act.word)) return state;
    if (ahead && (state.talked || lasts(state))) return state;
    // "Did not want to use it"
    if (
      ahead &&
      state.status === "negated" &&
      /^(?:use|to use|try|start|apply|trying|starting|beginning)$/.test(act.word)
    )
      return state;
    // "Not started yet, authorization pending"
    if (state.status === "negated" && act.word === "pending") return state;
    if (conditional && ahead && !/^(?:use|to use|apply|resume|restart)$/.test(act.word))
      return { status: "other" };
    const orders = place === "plan" || place === "assessment";
    if (!orders && isOfThatYear(step)) return { status: "past" };
    if (
      /^(?:prescribed|issued|rx'd|recommended)$/.test(act.word) &&
      !orders &&
      !/\btoday\b/.test(sentenceOf(step))
    )
      return { status: act.word === "recommended" ? "planned" : "current" };
    const inUse = place === "medications" || /^\s*of\b/.test(step.text.slice(act.end, act.end + 5));
    if (/^(?:use|to use|apply)$/.test(act.word) && inUse) return state.status ? state : { status: "current" };
    return { status: "planned" };
  },
  begun: (state, step) => {
    if (lasts(state) || (step.ahead && state.talked)) return state;
    // "To be stopped if Elidel is started"
    if (!step.ahead && isSupposed(step)) return state.status ? state : { status: "other" };
    return { status: step.place === "plan" && !AGO.test(sentenceOf(step)) ? "planned" : "current" };
  },
  current: (state, step) => {
    const { ahead, act, marks } = step;
    // Some stinging, yet it goes on: no ending.
    const goesOn =
      state.note === "intolerance" && /^(?:continu|still|keep|carr|persever|stick)/.test(act.word);
    // "Chose not to fill it"
    if (ahead && state.status === "negated" && /^(?:fill|obtain|pick up|get)$/.test(act.word)) return state;
    if (
      goesOn &&
      !ahead &&
      !marks.some(({ word }) => /stop|discontinu|tolerate|quit|refus|declin/.test(word))
    )
      return { status: "current" };
    if (!ahead && state.status === "planned" && /given|prescribed|received/.test(act.word)) return state;
    if (lasts(state) || (state.talked && ahead)) return state;
    if (
      ahead &&
      (state.status === "planned" || state.status === "past") &&
      /^(?:on|using|includes|including|been \w+|(?:therapy|treatment) (?:with|using))$/.test(act.word)
    )
      return state;
    if (state.status === undefined && isOfThatYear(step)) return { status: "past" };
    const then = /^did /.test(act.word);
    return { ...state, status: "current", ...(then && { then }) };
  },
  past: (state, step) => {
    const { act, ahead, marks, text } = step;
    if (lasts(state) || (state.talked && ahead)) return state;
    const whenever = marks.some(
      (mark) =>
        mark.kinds.includes("whenever") &&
        mark.end <= act.start &&
        wordsIn(text.slice(mark.end, act.start)) <= 4,
    );
    if (
      whenever &&
      /^(?:stops?|stopping|stopped|off|off of|discontinu(?:es|ing)|hold|holding)$/.test(act.word) &&
      RELAPSE.test(sentenceOf(step))
    )
      return { status: "current", note: "relapse on stopping" };
    const wished = WISHED.test(text.slice(Math.max(0, act.start - 30), act.start));
    if (wished) return state.status ? state : { status: "current" };
    // "Stop if it burns": an instruction for one day.
    if (
      /^(?:stop|hold|discontinue|d\/c|dc|remove|stopping)$/.test(act.word) &&
      (marks.some((mark) => mark.kinds.includes("if") && mark.start >= act.end) ||
        /^ (?:it |use |using it )?(?:when|once) (?:\w+ )?(?:clear|better|settled|resolved|smooth)/.test(
          text.slice(act.end),
        ))
    )
      return state;
    const before = text.slice(Math.max(0, act.start - 16), act.start);
    // "Twice daily for two weeks, then stop": how a course ends that is to come.
    if (
      /^(?:stops?|off|discontinue|d\/c|dc|hold)$/.test(act.word) &&
      /\bthen (?:can |may |to )?$/.test(before) &&
      state.status
    )
      return state;
    // "Clobetasone is holding the arms"
    if (act.word === "holding" && !ahead && /\b(?:is|are)\s+$/.test(before)) return { status: "current" };
    // "Needs to be off it before conceiving": until then it is used.
    if (act.word === "off" && /\b(?:needs?|has|have|must|should) (?:to )?be\s+$/.test(before))
      return state.status ? state : { status: "current" };
    // "To be stopped if": until then it is used.
    if (
      /\b(?:to|will|can|should) be\s+$/.test(before) &&
      /^\s*(?:if|should|when|once)\b/.test(text.slice(act.end, act.end + 8))
    )
      return state.status ? state : { status: "current" };
    const perfect = act.word === "used" && /\b(?:has|have)\s+(?:been\s+)?$/.test(before);
    if (
      perfect &&
      whenever &&
      /\b(?:will|we'll|should|plan\w*|reassess|recheck|return)\b/.test(sentenceOf(step))
    )
      return { status: "current" };
    if (perfect && /\bsince\b|\bfor (?:the )?(?:past|last)\b/.test(sentenceOf(step)))
      return { status: "current" };
    if (act.word === "used" && /\b(?:is|are)\s+(?:being |now |still |currently |also )*$/.test(before))
      return { status: "current" };
    // "Elidel used as needed": how it is used.
    if (
      act.word === "used" &&
      !ahead &&
      !/\b(?:was|were|been|has|had|have|only)\s+$/.test(before) &&
      /^\s*(?:as needed|prn|for flares|sparingly|intermittently)\b/.test(text.slice(act.end, act.end + 18))
    )
      return { status: "current" };
    const vague =
      /^(?:used|previously|prior|past|previous|former|years ago|last \w+|in (?:the )?past|treated|treated with|treated previously with)$/.test(
        act.word,
      );
    // "Recommended last fall": that is when it was spoken of.
    if (vague && state.status === "planned" && !ahead && /^last/.test(act.word)) return state;
    // "Helped in the past"
    const helped = state.effect && /past|ago$|^last/.test(act.word);
    return vague && state.status === "current" && !ahead && !state.then && !helped
      ? state
      : { status: "past", ...(perfect && { perfect }) };
  },
  failed: (state, step) => {
    const { act, ahead } = step;
    if (
      state.kept ||
      state.status === "allergy" ||
      (state.status === "negated" && ahead) ||
      (state.talked && ahead)
    )
      return state;
    if (isSupposed(step)) return state.status ? state : { status: "other" };
    if (SO_FAR.test(step.text.slice(act.start, step.sentence.end))) return { status: "current" };
    if (state.status === "current" && JUST_BEGUN.test(sentenceOf(step))) return state;
    const note =
      state.low || state.note === "low use" ? "low use" : /wors/.test(act.word) ? "worse" : undefined;
    return { status: "failed", ...(note && { note }) };
  },
  "not-failed": () => ({ status: "current", kept: true }),
  intolerance: (state, step) =>
    state.status === "failed" || (state.talked && step.ahead) || isSupposed(step)
      ? state
      : { status: "allergy", note: "intolerance" },
  allergy: (state, step) =>
    state.status === "failed" || (state.talked && step.ahead) || isSupposed(step)
      ? state
      : { status: "allergy", note: state.note ?? "allergy" },
  tolerated: (state, { marks, act }) => {
    // "Stings. Not a true allergy."
    if (state.note === "intolerance" && /^(?:allerg|hypersens|anaphyl)/.test(act.word)) return state;
    // "Stopped for burning, which has resolved since": without it.
    if (
      state.status === "allergy" &&
      marks.some(({ word }) => /^(?:stop|discontinu|d\/c|dc|quit)/.test(word))
    )
      return state;
    return state.status === undefined || state.status === "allergy" ? { status: "current" } : state;
  },
  works: (state, step) => {
    const { act, ahead } = step;
    // "Has used it. It works.": in the present tense, so it is used.
    const goesOn = state.perfect && /^(?:works|helps)\b/.test(act.word);
    if (isAwaited(step)) return state;
    // Among what was used before, an effect is one of that time.
    if (
      step.place === "past-medications" &&
      state.status === undefined &&
      !/^(?:works|helps)\b/.test(act.word)
    )
      return { status: "past" };
    const free = goesOn || state.status === undefined || (state.status === "planned" && !ahead);
    if (!free && (state.status !== "current" || state.note)) return state;
    const then = /\b(?:was|were|had)\s+(?:\w+\s+)?$/.test(
      step.text.slice(Math.max(0, act.start - 18), act.start),
    );
    const effect = /ed$|^effective$/.test(act.word);
    return {
      status: "current",
      ...(effect && { effect }),
      ...(WELL.test(act.word) && { note: "working" }),
      ...(then && { then }),
    };
  },
  never: (state, { act, ahead, text, sentence }) => {
    const word = act.word;
    // "Has not used it since", "in years": it was used once.
    if (
      /^(?:used|needed|required|filled|(?:been )?(?:using|taking|applying)|been on)$/.test(word) &&
      USED_ONCE.test(text.slice(act.end, sentence.end)) &&
      !lasts(state)
    )
      return { status: "past" };
    if (
      /^(?:on|us(?:es?|ing)|taking|applying)$/.test(word) &&
      NO_MORE.test(text.slice(act.end, sentence.end)) &&
      !lasts(state)
    )
      return { status: "past" };
    if (state.kept || lasts(state) || (state.talked && state.status === "other")) return state;
    if (
      state.status === "past" &&
      (ahead || /^(?:never|needed|required|used?|using|taking|applying|on)$/.test(word))
    )
      return state;
    return { status: "negated", note: word };
  },
  declined: (state, { act }) =>
    state.status === "past" || lasts(state) ? state : { status: "negated", note: act.word },
  low: (state, { act, text, sentence }) => {
    // "Failed because he forgot it": no fair trial. "Failed, rarely used now": none of that.
    const reason = state.status === "failed" && REASON.exec(text.slice(sentence.start, act.start));
    if (reason && OF_ITS_USE.test(text.slice(sentence.start + reason.index, act.end + 20)))
      return { ...state, note: "low use" };
    if (state.status === "past") return { ...state, low: true };
    const status = state.status === undefined || state.status === "negated" ? "current" : state.status;
    return status === "current" ? { ...state, status, note: "low use" } : state;
  },
};

/** Folds the acts in order; undefined where they say nothing of its state. */
export function fold(
  clause: Clause,
  place: Place,
  drug: Drug,
  acts: readonly Act[],
): { status: MedicationStatus; note?: string } | undefined {
  const isIf = ({ kinds, end }: DrugMark) => kinds.includes("if") && end <= drug.start;
  const conditional = clause.marks.some(isIf);
  let state: State = {};
  for (const act of acts) {
    const step: Step = { ...clause, place, act, ahead: act.end <= drug.start, conditional };
    state = MOVES[act.kind](state, step);
  }
  return state.status && { status: state.status, ...(state.note && { note: state.note }) };
}
