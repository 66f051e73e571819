/** Which medicine a name means by the route, strength and form beside it, and how strong a corticosteroid it is. */
import { type Concept, namesOf, POTENCIES, type Route, type Term } from "../../engine/terminology";
import { plainOf } from "./phrases";

interface Named {
  start: number;
  end: number;
  name: string;
  term: Term;
  /** Ends of the names around it, which its own words do not reach past. */
  before: number;
  after: number;
}

export interface Meaning {
  concept: Concept;
  value?: string;
  wrongRoute?: boolean;
  note?: string;
}

/** What stands for each route, tried in this order. */
const SIGNS: readonly (readonly [Route, RegExp])[] = [
  [
    "eye",
    /\b(?:ophthalmic|ophth|eye ?drops?|eye ointment|eye gel|drops? in|gtts?|(?:in|to) (?:both|each|the|her|his|right|left) eyes?\b|o[dsu] (?:bid|tid|qid|daily)|drops)\b/,
  ],
  ["ear", /\b(?:otic|ear ?drops?|ear canals?|in (?:the|both|right|left) ears?)\b/],
  ["nose", /\b(?:nasal|nasally|intranasal|nostrils?|each nostril|nasal spray)\b/],
  ["inhaled", /\b(?:inhal\w*|puffs?|nebuli\w*|nebs?|hfa|mdi|diskus|respules?|flexhaler)\b/],
  ["rectal", /\b(?:rectal\w*|suppositor\w*|enemas?|hemorrhoid\w*|haemorrhoid\w*|anusol)\b/],
  [
    "injected",
    /\b(?:inject\w*|intramuscular\w*|im\b|intra-?articular\w*|intralesional\w*|epidural|lidocaine|marcaine|xylocaine|bupivacaine|knee|shoulder joint|subacromial|trochanteric|bursa|depot)\b/,
  ],
  [
    "topical",
    /%|\b(?:mg\/g|creams?|crm|cr\b|ointments?|oint|oin|ung|lotions?|gels?|foam|topical\w*|cutaneous\w*|appl(?:y|ied|ies|ying|ication)\w*|rub\w*|thin (?:layer|film)|salve|creme|crema|salbe|pomada|pommade|face|facial|eyelids?|neck|affected areas?|skin|scalp|rash|tubes?|wet wraps?|body|trunk|arms|legs|hands|elbows|aaa)\b/,
  ],
  [
    "systemic",
    /\b(?:\d+(?:\.\d+)? ?m(?:g|cg)\b|mg\/kg|po\b|p\.o\.|oral\w*|by mouth|tabs?|tablets?|caps?|capsules?|troughs?|levels?|ng\/ml|iv\b|intravenous\w*|transplant\w*|gvhd|x[rl]\b|suspension|syrup|pills?|burst|dose ?pa[ck]+|immunosuppress\w*|stress dose)/,
  ],
];

const REACH_BEFORE = 28;
const REACH_AFTER = 60;
const REACH_WIDE = 220;
const TOPICAL_COMPANY =
  /\b(?:pimecrolimus|elidel|eucrisa|crisaborole|hydrocortisone|triamcinolone|desonide|clobetasol|mometasone|topical|ointments?|creams?|eczema|atopic|tci|tcs|calcineurin|eyelids?|flexur\w*|dermatitis|steroids?)\b/;
const SYSTEMIC_COMPANY =
  /\b(?:transplant\w*|graft|rejection|mycophenolate|cellcept|prednisone|sirolimus|gvhd|troughs?|immunosuppress\w*|prograf)\b/;

function routeOf(text: string, { start, end, before, after }: Named): Route {
  const left = text.slice(Math.max(before, start - REACH_BEFORE), start);
  const right = text.slice(end, Math.min(after, end + REACH_AFTER));
  const own = rightOf(right);
  const near = `${leftOf(left)} ${own}`;
  for (const [route, sign] of SIGNS) if (sign.test(near)) return route;
  return "unstated";
}

/** Words before a name that still belong to it: not beyond a comma, a full stop or a line. */
const leftOf = (words: string) => words.slice(words.search(/[^.,;:\n|\t]*$/));
/** Words after a name that still belong to it. */
function rightOf(words: string): string {
  const stop = words.search(/[;\n|]|\.(?=\s|$)(?<!\b[a-z]\.)|, (?=[a-z]{4,})/);
  return stop < 0 ? words : words.slice(0, stop);
}

/** Where nothing beside the name tells, the company it stands in does: the sentence or list around it. */
function companyOf(text: string, start: number, end: number): Route {
  const around = text.slice(Math.max(0, start - REACH_WIDE), end + REACH_WIDE);
  if (SYSTEMIC_COMPANY.test(around)) return "systemic";
  return TOPICAL_COMPANY.test(around.replace(text.slice(start, end), " ")) ? "topical" : "unstated";
}

/** The concept that the name stands for here; undefined where it stands for none. */
export function routed(text: string, named: Named): Meaning | undefined {
  const { term, name } = named;
  if (term.concept === null) return undefined;
  const value = term.value;
  if (!term.routes) return finish(term.concept, value, text, named);
  let route = routeOf(text, named);
  const asks =
    route === "unstated" && (term.concept === "tacrolimus-topical" || /^(?:mometas|betamet)/.test(name));
  if (asks) route = companyOf(text, named.start, named.end);
  const meaning = term.routes[route];
  if (meaning === null) return undefined;
  if (meaning === "other")
    return { concept: term.concept, value, wrongRoute: true, note: `another route: ${route}` };
  const concept = meaning ?? term.concept;
  const found = finish(concept, value, text, named);
  return route === "unstated" && concept === "tacrolimus-systemic"
    ? { ...found, note: `${name}: route not stated` }
    : found;
}

function finish(concept: Concept, value: string | undefined, text: string, named: Named): Meaning {
  const potency = concept === "topical-corticosteroid" ? potencyOf(text, named) : value;
  return potency ? { concept, value: potency } : { concept };
}

/** US class of the product that the words name (§3.2); undefined where they leave it open. */
function potencyOf(text: string, { name, end, start, before, after }: Named): string | undefined {
  const right = rightOf(text.slice(end, Math.min(after, end + REACH_AFTER)));
  const left = leftOf(text.slice(Math.max(before, start - REACH_BEFORE), start));
  const strength = /(\d*\.?\d+) ?%/.exec(right)?.[1] ?? /(\d*\.?\d+) ?%/.exec(left)?.[1];
  const percent = strength === undefined ? undefined : Number(strength);
  const product = name.replace(/ (?:cream|ointment|lotion)$/, "");
  const found = POTENCIES.find(
    (potency) =>
      namesOf(potency.generic).some((generic) => product === plainOf(generic)) &&
      (!potency.percent || (percent !== undefined && potency.percent.includes(percent))) &&
      (!potency.with || new RegExp(`\\b(?:${potency.with})`).test(right)),
  );
  return found?.band;
}
