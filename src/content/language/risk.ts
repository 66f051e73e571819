/**
 * Talk of harm that is nobody's: risks that a medicine is warned of, rules for everyone, tests to be done. Only what is
 * surely that: a true finding taken for talk would hide a reason against a medicine.
 */
import type { Mention, Surroundings } from "./mention";

/** What creams and tablets for this disease are warned of. */
const WARNED_OF =
  /^(?:malignancy|melanoma|skin-cancer|skin-malignancy|lymphadenopathy|vte|eye-disease|ctcl-suspected|infection-|eczema-herpeticum|immunocompromised|immunodeficiency)/;
const CANCER = /^(?:malignancy|melanoma|skin-cancer)/;
const RISK =
  /\b(?:warn\w*|box(?:ed)? warnings?|black ?box|(?<!high[ -])(?<!low[ -])risks?|side effects?|adverse (?:effects?|events?|reactions?)|(?:may|can|could|might) (?:cause|lead to|increase)|aware of|look(?:ing)? out for|watch(?:ing)? (?:out )?for|seek (?:(?:urgent|medical|immediate|prompt) )*(?:care|help|attention|advice|review) (?:for|if)|(?:educat\w*|counsel\w*|instruct\w*|taught|advised|reviewed|discussed)\b[^.;]{0,30}\b(?:signs?|symptoms?))\b/g;
const CANCER_RISK =
  /\b(?:link(?:ed|s)? (?:to|with|between)|associat(?:ion|ed) (?:of|with|between)|theoretical|causes?|causing)\b/g;
/** Fear beside a medicine is fear of the medicine. */
const FEAR =
  /\b(?:afraid|fears?|fearful|scared|worr(?:y|ied|ies)|concerns?|concerned|hesitan\w+|reluctan\w+)\b/g;
const MEDICINE =
  /\b(?:it|creams?|ointments?|topicals?|tcis?|elidel|pimecrolimus|tacrolimus|protopic|medic\w+|drugs?|jak|label|warnings?|news|us(?:e|es|ing))\b/;
const RISK_AFTER = /^(?:\s+(?:and|or)\s+[a-z]+(?: [a-z]+)?)?\)?\s+(?:warnings?|risks?)\b/;
const CANCER_AFTER = /^\s+(?:scares?|concerns?|fears?|worries|screening)\b/;
/** Words that make it the patient's own after all. */
const OWN =
  /\b(?:has|had|have|history|hx|h\/o|diagnos\w+|dx|known|treat\w*|undergo\w+|survivor|s\/p|status post|active|metastatic|given|her|his|their|patient's|own|personal|because|since|develop\w*|got|gets|now|today|current\w*|new|show\w*|biops\w*|found|confirmed|positive|lesions?|worse\w*|respond\w*|antibiotics?)\b|\b(?:she|he|they|who|patient|pt|child|baby) (?:is|are|was)\b|[;]/;
const OWN_BEFORE =
  /\b(?:has|had|have|history of|hx of|h\/o|known|diagnosed with|her|his|personal)\s+(?:\w+\s+){0,2}$/;
const OWN_AFTER =
  /^\s*(?:in remission|diagnosed|dx|s\/p|treated|on chemo\w*|survivor|stage\b|\(?(?:19|20)\d\d)/;

/** A harm spoken of as one that may come of a medicine: "black box warning for lymphoma". */
export function isRisk(mention: Mention, { text, sentence }: Surroundings): boolean {
  const concept = mention.concept ?? "";
  const after = text.slice(mention.end, sentence.end);
  if (!WARNED_OF.test(concept) || OWN_AFTER.test(after)) return false;
  const before = text.slice(sentence.start, mention.start);
  const cancer = CANCER.test(concept);
  if (RISK_AFTER.test(after) || (cancer && CANCER_AFTER.test(after))) return !OWN_BEFORE.test(before);
  const beside = MEDICINE.test(text.slice(sentence.start, sentence.end));
  const cues = cancer ? [RISK, CANCER_RISK, ...(beside ? [FEAR] : [])] : [RISK];
  return cues.some((cue) =>
    [...before.matchAll(cue)].some(({ index, 0: word }) => !OWN.test(before.slice(index + word.length))),
  );
}

const EVERYONE = String.raw`(?:(?:the|any|a|an|people|patients|persons|those|someone|who are|with|active|known|severely|you are|(?:pregnant|pregnancy|breastfeeding|nursing|immunocompromised|infected)(?: (?:people|patients|women))?,?|or|and)\s+)*$`;
const DO_NOT = String.raw`(?:(?:do not|don't|should not|must not|never) (?:be )?(?:use|used|apply|applied|take|taken|give|given|start|started|prescribe|prescribed)|not (?:for use|to be used|recommended|safe|indicated|approved|intended|suitable|advised|licensed)|avoid|contraindicated|unsafe|caution)\b(?:\s+[\w%.-]+){0,3}?`;
/** "Do not use if pregnant", "avoid in immunocompromised patients". */
const FOR_ALL = new RegExp(String.raw`\b${DO_NOT}\s+(?:if|in|during|while|when)\s+${EVERYONE}`);
/** Of an infection only this is surely no statement: "on infected skin" may be the patient's. */
const IF_ANY = new RegExp(String.raw`\b${DO_NOT}\s+if\s+${EVERYONE}`);
const TESTED_FOR = /^(?:hep-bc|tb)$/;
const TEST_AFTER =
  /^\s*(?:(?:and|\/|or|,)\s+[a-z ]{1,20}\s)?(?:screen\w*|serolog\w*|test\w*|panel|vaccin\w*)\b(?![^.;]{0,24}(?:\b(?:positive|reactive|pos|carrier|detected|abnormal)\b|\+))/;
const FOUND_BEFORE = /\b(?:positive|reactive|known|chronic|active|abnormal|has|had)\s+(?:\w+\s+)?$/;
/** The concepts of eczema; that with herpes is an infection. */
export const SKIN_DISEASE = /^(?:atopic-dermatitis|eczema-)(?!herpeticum)/;
const INFECTION = /^(?:infection-|eczema-herpeticum|erythroderma)/;

/** "Can be severe in people who have eczema, who are pregnant or who are immunocompromised" */
const ANYBODY =
  /\b(?:people|persons|patients|individuals|those|anyone|anybody|women|children|adults) who (?:have|has|are|had)\b[^.;]*,\s*(?:(?:or|and) )?who (?:have|has|are|had) (?:\w+ ){0,2}$/;

/** A rule for everyone, or a test that is to be done: it says nothing of this patient, not even "no". */
export function isRule(mention: Mention, { text, sentence }: Surroundings): boolean {
  const concept = mention.concept ?? "";
  const before = text.slice(sentence.start, mention.start);
  if (ANYBODY.test(before)) return true;
  if (TESTED_FOR.test(concept) || /^hiv\b/.test(text.slice(mention.start, mention.end)))
    return TEST_AFTER.test(text.slice(mention.end, sentence.end)) && !FOUND_BEFORE.test(before);
  return !SKIN_DISEASE.test(concept) && (INFECTION.test(concept) ? IF_ANY : FOR_ALL).test(before);
}
