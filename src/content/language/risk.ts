/** Whether a harm is spoken of as one that a medicine may do, as most talk of the boxed warning is: nobody has it. */
import type { Mention, Surroundings } from "./mention";

/** What creams of this kind are warned of. */
const WARNED_OF =
  /^(?:malignancy|melanoma|skin-cancer|skin-malignancy|lymphadenopathy|vte|eye-disease|ctcl-suspected|infection-|eczema-herpeticum|immunocompromised|immunodeficiency)/;
const CANCER = /^(?:malignancy|melanoma|skin-cancer)/;
const RISK_BEFORE =
  /\b(?:warn\w*|box(?:ed)? warnings?|black ?box|risks?|side effects?|adverse (?:effects?|events?|reactions?)|linked (?:to|with)|links? (?:to|with|between)|association (?:of|with|between)|associated with|(?:may|can|could|might) (?:cause|lead to|increase)|prevent\w*|educat\w*|counsel\w*|instruct\w*|taught|precautions?)\b/g;
/** Fear of an infection is a suspicion; fear of cancer, beside a cream, is fear of the cream. */
const FEAR_BEFORE =
  /\b(?:afraid|fear\w*|scared|worr\w+|concern\w*|hesitan\w+|reluctan\w+|anxious|nervous|theoretical|potential|caus(?:es?|ing))\b/g;
const RISK_AFTER =
  /^(?:\s+(?:and|or|\/)\s+[a-z]+(?: [a-z]+)?)?\)?\s+(?:warnings?|risks?|scares?|concerns?|fears?|worries|screening|prevention|surveillance)\b/;
/** Words that make it the patient's own after all. */
const OWN =
  /\b(?:has|had|history|hx|h\/o|diagnos\w+|dx|known|treated|undergo\w+|survivor|s\/p|status post|active|metastatic|given|her|his|their|patient's|own|personal|because|since)\b|\b(?:she|he|they|who|patient|pt|child|baby) (?:is|are|was)\b|[;]/;
const OWN_AFTER =
  /^\s*(?:in remission|diagnosed|dx|s\/p|treated|on chemo\w*|survivor|stage\b|\(?(?:19|20)\d\d)/;

/** "Do not use if pregnant", "avoid in immunocompromised patients": said to everyone, and of nobody that it is not so. */
const FOR_ALL =
  /\b(?:do not|don't|not|never|avoid\w*|contraindicat\w*|unsafe|cautio\w*|unless)\b[^.;:]*\b(?:if|in|during|while|for|on|to|when|with)\s+(?:(?:the|any|a|an|people|patients|persons|those|someone|areas? of|who are|with|active|known|severely|you are|(?:pregnant|pregnancy|breastfeeding|nursing|immunocompromised|infected)(?: (?:people|patients|women))?,?|or|and)\s+)*$/;
const TESTED_FOR = /^(?:hep-bc|tb)$/;
const TEST_AFTER =
  /^\s*(?:(?:and|\/|or|,)\s+[a-z ]{1,20}\s)?(?:screen\w*|serolog\w*|test\w*|panel|vaccin\w*|status)\b(?![^.;]{0,20}\b(?:positive|reactive|pos)\b)/;
const SKIN_DISEASE = /^(?:atopic-dermatitis|eczema-)(?!herpeticum)/;

/** A rule for everyone, or a test that is to be done: it says nothing of this patient, not even "no". */
export function isRule(mention: Mention, { text, sentence }: Surroundings): boolean {
  const concept = mention.concept ?? "";
  const after = text.slice(mention.end, sentence.end);
  if (TESTED_FOR.test(concept) && TEST_AFTER.test(after)) return true;
  return !SKIN_DISEASE.test(concept) && FOR_ALL.test(text.slice(sentence.start, mention.start));
}

export function isRisk(mention: Mention, { text, sentence }: Surroundings): boolean {
  const concept = mention.concept ?? "";
  if (!WARNED_OF.test(concept)) return false;
  const after = text.slice(mention.end, sentence.end);
  if (OWN_AFTER.test(after)) return false;
  const before = text.slice(sentence.start, mention.start);
  if (RISK_AFTER.test(after) && !/\b(?:has|had|history of|hx of|h\/o)\s+(?:\w+\s+){0,2}$/.test(before))
    return true;
  const cues = CANCER.test(concept) ? [RISK_BEFORE, FEAR_BEFORE] : [RISK_BEFORE];
  return cues.some((cue) =>
    [...before.matchAll(cue)].some(({ index, 0: word }) => !OWN.test(before.slice(index + word.length))),
  );
}
