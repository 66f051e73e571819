import type { Mark } from "./marks";
import type { Place } from "./places";
import type { Span } from "./sentences";
import type { CONDITION_TRIGGERS } from "./triggers";

export type ConditionKind = keyof typeof CONDITION_TRIGGERS;
export type ConditionMark = Mark<ConditionKind>;

export interface Mention {
  start: number;
  end: number;
  concept?: string;
}

/** What stands around a mention of a disease. */
export interface Surroundings {
  text: string;
  sentence: Span;
  /** Marks of the sentence, none inside a name. */
  marks: readonly ConditionMark[];
  /** Names found in the sentence, this one among them. */
  mentions: readonly Mention[];
  place: Place;
  /** The sentence after it, for "It resolved." */
  next?: Span;
}

export const is = (mark: ConditionMark, kind: ConditionKind): boolean => mark.kinds.includes(kind);

/** Words that take the disease for granted, right before it: "her eczema", "the eczema", "known eczema". */
export const GRANTED_BEFORE =
  /\b(?:her|his|their|your|my|the patient's|patient's|pt's|the child's|the|this|known|usual|typical|underlying|existing|pre-?existing|baseline|chronic|longstanding|established)\s+(?:(?:own|known|usual|typical|baseline|mild|moderate|severe|chronic|longstanding|underlying|active|facial|widespread|recurrent|diagnosed)\s+){0,2}$/;
/** And right after it: "eczema flares", "eczema is bothering him". */
export const GRANTED_AFTER =
  /^\s*(?:\(?as (?:above|described|discussed|per (?:hpi|above))|\(?see (?:above|hpi|below)|fails? to (?:settle|improve|clear|respond)|(?:does|do) not (?:settle|improve|clear)|persists?|worsens?|flare|flares|flare-?ups?|flaring|exacerbations?|worsening|control|management|treatment plan|symptoms|outbreaks?|action plan|skin care|regimen|medications?|creams?|lesions|patches|(?:is|are|was|has been) (?:bothering|bothersome|worse|bad|a problem|an issue|changed|better|improved|under|well|poorly|not|controlled|active|flaring))\b/;
/** "Treatment of her eczema", "flares of eczema", "infection in the eczema". */
export const OF_IT =
  /\b(?:flares?|flare-?ups?|worsening|exacerbations?|changes?|improvement|increase|treatment|control|complications?|infection|superinfection|lesions?|involvement|patches|spread|areas?|management|symptoms|signs of infection|response) (?:of|in|to|on|from)\s+(?:(?:her|his|the|this|known|active)\s+){0,2}$/;
/** "Creams for eczema", not "negative for eczema". */
export const FOR_IT =
  /\b(?<!(?:negative|neg|significant|positive|remarkable|notable|evidence|support|suspicious|suspicion|consistent|concern|concerning|criteria|indicative|looking|look|typical|indication|screened|screen|test|tested|evaluate|evaluated|evaluation|workup|work-up|up|watch|monitor|risk)\s)(?:for|to treat|to)\s+(?:(?:her|his|the|mild|moderate|severe|any|this|facial|chronic|atopic)\s+){0,2}$/;
