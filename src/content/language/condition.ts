/** What a mention of a disease says: present, negated, possible, over, someone else's. After NegEx and ConText. */
import type { ConditionStatus } from "../../engine/finding";
import { answerAt, boxAt } from "./answers";
import { doubtOf } from "./doubt";
import type { Mention, Surroundings } from "./mention";
import { isRejected } from "./negation";
import { pastOf } from "./past";
import { belongsToRelative } from "./people";
import { isRisk, isRule, SKIN_DISEASE } from "./risk";
import type { Span } from "./sentences";

export interface Judgement {
  status: ConditionStatus;
  note?: string;
  /** Merely suspected, as against possible one day: a warning sign counts from the first suspicion. */
  suspected?: boolean;
}

const SINCE =
  /^[^.;]{0,40}?\b(?:since|for (?:(?:the )?(?:last |past )?(?:many|several|\d+|over|years|two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?! (?:days?|weeks?|hours?))|decades|ages)|in (?:many|several|over|the (?:last|past)|\d+|years))\b/;
const RECENTLY = /\b(?:visit|appointment|yesterday|today|seen)\b/;

/** What comes and goes: a history of it is of earlier times, unless it is the history of what is there now. */
const ACUTE = /^(?:eczema-herpeticum|infection-|erythroderma)/;
const HAD = /\b(?:history of|hx of|h\/o|hx)\s+(?:\w+\s+)?$/;
const NOW =
  /\b(?:days?|weeks?|hours?|months?|recent|recently|short|acute|presents?|presenting|recurrent|worsening|ongoing|now|today|still|currently?|since|crusted|active)\b/;

/** The child that is fed, not the mother. */
const FED =
  /\b(?:infant|baby|newborn|neonate|child|he|son|daughter)\s+(?:(?:is|was|has been|continues|still|now|exclusively)\s+)*$/;

/** "Eczema ____": a form that nobody has filled in. */
const BLANK = /^(?:\s*[/,] ?[a-z ]{2,20})?\s*[:?]?\s*(?:_{3,}|\.{6,})\s*(?:$|\n)/;
const WEANED = /\b(?:stopped|stopping|finished|ceased|quit|completed|done with|weaned from)\s+$/;
/** Of what comes and goes: "Impetigo aged 5", "eczema herpeticum in 2014, which has not recurred". */
const ONCE =
  /^,?\s*\(?(?:at )?aged? \d|\b(?:has|have) not recurred\b|\bno recurrences?\b|\bwithout recurrence\b|\bnone since\b|\bnever again\b/;

/** "In 2014 he had an episode of eczema herpeticum", "cellulitis of the foot 2019, treated" */
const THAT_YEAR =
  /(?<![\d/.-])(?<!\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )(?<!\d ?)\b(?:19|20)\d\d\b(?![/.-]?\d)/;
const OVER =
  /\b(?:had|was (?:admitted|treated|hospitali[sz]ed)|treated|settled|resolved|recovered|sequelae)\b/;

export function judgeCondition(mention: Mention, around: Surroundings): Judgement {
  const { text, sentence, place } = around;
  const after = text.slice(mention.end, sentence.end);
  const answer = answerAt(text, sentence, mention) ?? boxAt(text, sentence, mention);
  if (answer === "no") return { status: "negated" };
  if (BLANK.test(after)) return { status: "other", note: "not answered" };
  if (place === "policy" || place === "education")
    return { status: "hypothetical", note: "not about the patient" };
  if (place === "allergies" && !isAboutPatient(text, sentence) && !tellsItsCourse(mention, around))
    return { status: "other", note: "reaction" };
  if (mention.concept === "breastfeeding" && FED.test(text.slice(sentence.start, mention.start)))
    return { status: "other", note: "another person" };
  if (mention.concept === "breastfeeding" && WEANED.test(text.slice(sentence.start, mention.start)))
    return { status: "historical" };
  if (isMaterial(text, mention, sentence)) return { status: "other", note: "not about the patient" };
  if (isRisk(mention, around)) return { status: "hypothetical", note: "a risk spoken of" };
  if (isRule(mention, around)) return { status: "hypothetical", note: "not about the patient" };
  const rejected = answer !== "yes" && isRejected(mention, around);
  if (belongsToRelative(mention, around)) return { status: rejected ? "negated" : "family" };
  if (rejected) return { status: SINCE.test(after) && !RECENTLY.test(after) ? "historical" : "negated" };
  const past = pastOf(mention, around);
  if (past === "rejected") return { status: "historical", note: "a diagnosis given up" };
  const doubt = answer !== "yes" && doubtOf(mention, around);
  if (doubt) return { status: "hypothetical", suspected: doubt === "suspected" };
  if (place === "differential") return { status: "hypothetical", suspected: true };
  const whole = text.slice(sentence.start, sentence.end);
  if (
    ACUTE.test(mention.concept ?? "") &&
    (ONCE.test(after) ||
      (!NOW.test(whole) &&
        (place === "history" ||
          (THAT_YEAR.test(whole) && OVER.test(whole)) ||
          HAD.test(text.slice(sentence.start, mention.start)))))
  )
    return { status: "historical" };
  if (past || place === "past-problems") return { status: "historical" };
  if (place === "copied") return { status: "historical", note: "from an earlier note" };
  return { status: "present" };
}

/** "Allergies: penicillin. Eczema worse.": a sentence of its own, after the allergies. */
const COURSE =
  /^\s+(?:(?:is|has|are|been|remains?|remained|continues|still|much|now|very|well|poorly|a bit) )*(?:worse\w*|flar\w*|improv\w*|better|stable|(?:un|well[- ]|poorly[- ])?controlled|persist\w*|since|treated|managed)\b/;

function tellsItsCourse({ start, end }: Mention, { text, sentence }: Surroundings): boolean {
  return (
    /[.;]\s+(?:(?:her|his|the|mild|moderate|severe) )*$/.test(text.slice(Math.max(0, start - 40), start)) &&
    COURSE.test(text.slice(end, sentence.end))
  );
}

function isAboutPatient(text: string, sentence: Span): boolean {
  return /^\W*(?:the )?(?:patient|pt|he|she|client|child|baby|infant|girl|boy)\b(?!'s (?:mother|father|mom|dad|sister|brother|family|sibling|parent))/.test(
    text.slice(sentence.start, sentence.end),
  );
}

/** "Guidance advises against it in eczema of any severity" */
const GUIDANCE =
  /\b(?:guidance|guidelines?|consensus|nice|aad)\s+(?:(?:now|also|still|currently) )?(?:advis\w+|recommend\w*|suggest\w*|states?|says?|supports?|requires?)\b/;
const OF_PATIENT = /\b(?:her|his|she|he|patient|pt|this (?:child|man|woman|boy|girl|infant))\b/;

/** A handout, a leaflet, a study or society on the disease. */
function isMaterial(text: string, mention: Mention, sentence: Span): boolean {
  const after = text.slice(mention.end, sentence.end);
  const before = text.slice(sentence.start, mention.start);
  return (
    (SKIN_DISEASE.test(mention.concept ?? "") &&
      /^\s*(?:(?:(?:(?:and|&|\/) )?\w+ ){0,2}program(?:me)?|education|screening|prevention|service|cent(?:re|er)|specialist nurse|ward|unit|school|clubs?|groups?)\b/.test(
        after,
      )) ||
    /^\s*(?:(?:safety |skin ?care )?advice|precautions|warning signs)\b/.test(after) ||
    (GUIDANCE.test(before) && !OF_PATIENT.test(before + after)) ||
    /^\s*(?:\w+\s+){0,1}(?:handouts?|brochures?|pamphlets?|leaflets?|fact sheets?|booklets?|websites?|videos?|support groups?|stud(?:y|ies)|trials?|registr(?:y|ies)|associations?|society|foundation|posters?|protocol|questionnaires?|guidelines?)\b/.test(
      after,
    ) ||
    /\b(?:handouts?|brochures?|pamphlets?|leaflets?|booklets?)\s+(?:(?:en)?titled |called |on )?"[^"]*$/.test(
      before,
    ) ||
    /\b(?:handouts?|brochures?|pamphlets?|leaflets?|fact sheets?|booklets?|articles?|literature|website|video|posters?|printed information|written information)\s+(?:on|about|for|regarding|re)\s+(?:\w+\s+){0,2}$/.test(
      before,
    )
  );
}
