/** Topical corticosteroids: names, what they must not be taken for, and potency by product. Source: §3.2, §6.4, §7.4. */
import type { Term } from "./term";

/** Never on the skin, and what it is then. */
const ELSEWHERE = { eye: "other", ear: "other", nose: "other", inhaled: "other", rectal: "other" } as const;

export const STEROIDS: readonly Term[] = [
  {
    concept: "topical-corticosteroid",
    names:
      "topical steroid|topical steroids|topical corticosteroid|topical corticosteroids|topical cortisone|topical glucocorticoid|topical glucocorticoids|tcs|steroid cream|steroid creams|steroid ointment|steroid ointments|cortisone cream|cortisone creams|cortisone ointment|corticosteroid cream|corticosteroid creams|corticosteroid ointment|steroid topical|steroid topicals|steroid lotion|steroids topically|steroid topically|mid potency steroid|mid potency steroids|medium potency steroid|medium potency steroids|high potency steroid|high potency steroids|low potency steroid|low potency steroids|potent steroid|potent steroids|mild steroid cream|topical hydrocortisone|topical triamcinolone|topical betamethasone|topical clobetasol|topical mometasone|topical fluticasone|corticoides topicos|corticoide topico|corticosteroides topicos|dermocorticoide|dermocorticoides|dermocorticoide topique|topische steroide|topische kortikosteroide|topischen steroiden|kortisonsalbe|kortisoncreme|cortisonsalbe|cortisoncreme|cortison creme|steroidsalbe|tcs's|otc hydrocortisone|otc cortisone",
    misspelt:
      "topical sterioids|topical steriods|topical steroid's|steriod cream|steriod creams|cortisone bur|topical steroides",
  },
  {
    concept: "topical-corticosteroid",
    names:
      "hydrocortisone|hydrocortisone acetate|hydrocortisone butyrate|hydrocortisone valerate|hydrocortisone probutate|hydrocortisone cream|hydrocortisone ointment|hydrocortisone lotion|hydrocortison|hydrocortisona|hidrocortisona|hydrocort|cortisone|cortaid|cortizone|cortizone 10|hytone|dermacort|efcortelan|mildison|dioderm",
    misspelt:
      "hydrocortizone|hydrocortesone|hydrocortisome|hydrocortasone|hydracortisone|hydrocotisone|hydrocortisone's",
    routes: { ...ELSEWHERE, systemic: "systemic-corticosteroid", injected: "systemic-corticosteroid" },
  },
  {
    concept: "topical-corticosteroid",
    names:
      "triamcinolone|triamcinolone acetonide|triamcinolon|triamcinolona|kenalog|aristocort|tac cream|tac ointment|triderm|trianex",
    misspelt:
      "triamcinalone|triamcinilone|triamcinelone|triamcinolene|triamcinolne|triamcinalon|triamicinolone|triamcynolone|kenelog|kenolog|kenalong",
    routes: { ...ELSEWHERE, injected: "other", systemic: "systemic-corticosteroid" },
  },
  {
    concept: "topical-corticosteroid",
    names:
      "clobetasol|clobetasol propionate|clobetasone|clobetasone butyrate|clobetasona|halobetasol|halobetasol propionate|ulobetasol|diflorasone|fluocinonide|flurandrenolide|desoximetasone|halcinonide|amcinonide|fluocinolone|fluocinolone acetonide|prednicarbate|clocortolone|alclometasone|desonide|desonida|fluocortolone|fludroxycortide|diflucortolone|eumovate|elocon|elocom|cutivate|locoid|synalar|metosyn|nerisone|dermovate|dermoxin|clarelux|aclovate|desowen|verdeso|derma smoothe|dermasmoothe|derma smoothe fs|temovate|clobex|olux|impoyz|lidex|vanos|topicort|halog|ultravate|bryhali|lexette|cordran|cloderm|luxiq|diprolene|diprolene af|sernivo|pandel|westcort|dermatop|psorcon|florone|cyclocort|tridesilon|capex|betnovate|betnovate rd|betnovate-rd|diprosone|valisone|advantan|methylprednisolone aceponate|ecural|hydrocortisonbutyrat|betamethasone valerate|betamethasone dipropionate|augmented betamethasone|augmented betamethasone dipropionate",
    misspelt:
      "clobetesol|clobetosol|clobetazol|clobatasol|clobetasal|desonite|desinide|desonid|fluocinide|fluocinomide|flucinonide|flucinolone|halobetazol|alclometazone|temovat|dermasmooth|triamcinolone desonide",
    routes: { ...ELSEWHERE, systemic: "other", injected: "other" },
  },
  {
    concept: "topical-corticosteroid",
    names:
      "betamethasone|betametasona|betamethason|mometasone|mometasone furoate|mometasona|fluticasone|fluticasone propionate|fluticasona|beclometasone|beclomethasone|budesonide cream",
    misspelt: "betamethazone|betametasone|mometazone|mometasome|fluticazone",
    routes: { ...ELSEWHERE, unstated: "other", systemic: "other", injected: "other" },
  },
  {
    concept: "topical-corticosteroid",
    names: "tac",
    capitals: true,
    routes: { ...ELSEWHERE, unstated: null, systemic: null, injected: null },
  },
  {
    concept: "topical-corticosteroid",
    names: "hc",
    capitals: true,
    needs: "hc (?:0?\\.5|1|2\\.5|1\\.0) ?%|hc (?:cream|ointment|oint|ung)\\b|% hc\\b",
    vetoes: "percentile|%ile|circumference",
  },
  {
    concept: null,
    names:
      "flonase|flovent|nasonex|nasacort|asmanex|advair|qvar|nasal steroid|nasal steroids|inhaled steroid|inhaled steroids|inhaled corticosteroid|inhaled corticosteroids|anusol|proctofoam|cortisporin|cipro hc|ciprodex|pred forte|lotemax|durezol|maxitrol|tobradex|non steroidal|nonsteroidal|nonsteroid|anabolic steroid|anabolic steroids|dermotic|derm otic",
  },
];

/** A product's potency, US classes: what its words must hold besides the generic name. First match decides. */
export interface Potency {
  generic: string;
  /** Beginnings of words that must stand beside the name (salt, brand, vehicle); none: any. */
  with?: string;
  /** Strengths in percent for which it holds; none: any strength or none stated. */
  percent?: readonly number[];
  band: "low" | "medium" | "high" | "super-high";
}

export const POTENCIES: readonly Potency[] = [
  { generic: "clobetasol|temovate|clobex|olux|dermovate|clarelux", percent: [0.05], band: "super-high" },
  { generic: "clobetasol|impoyz", percent: [0.025], band: "high" },
  { generic: "clobetasol|temovate|clobex|olux|dermovate|clarelux", band: "super-high" },
  { generic: "halobetasol|ulobetasol|ultravate|bryhali|lexette", band: "super-high" },
  { generic: "diflorasone|psorcon", percent: [0.05], band: "super-high" },
  { generic: "augmented betamethasone|diprolene", band: "super-high" },
  { generic: "fluocinonide|vanos", percent: [0.1], band: "super-high" },
  { generic: "fluocinonide|lidex", band: "high" },
  { generic: "vanos", band: "super-high" },
  { generic: "betamethasone dipropionate|diprosone", band: "high" },
  { generic: "betamethasone valerate|valisone|luxiq", percent: [0.1, 0.12], band: "medium" },
  { generic: "desoximetasone|topicort", percent: [0.25], band: "high" },
  { generic: "desoximetasone|topicort", percent: [0.05], band: "medium" },
  { generic: "halcinonide|halog|amcinonide|cyclocort", percent: [0.1], band: "high" },
  { generic: "mometasone|elocon|elocom", with: "ointment|oint", band: "high" },
  { generic: "mometasone|elocon|elocom", with: "cream|crm|lotion", band: "medium" },
  { generic: "triamcinolone|kenalog|aristocort|tac|triderm", percent: [0.5], band: "high" },
  {
    generic: "triamcinolone|kenalog|aristocort|tac|triderm",
    percent: [0.1, 0.025, 0.05, 0.147],
    band: "medium",
  },
  { generic: "fluticasone|cutivate", band: "medium" },
  { generic: "fluocinolone|synalar", percent: [0.025], band: "medium" },
  { generic: "fluocinolone|synalar|derma smoothe|capex", percent: [0.01], band: "low" },
  { generic: "derma smoothe|dermasmoothe|derma smoothe fs", band: "low" },
  { generic: "hydrocortisone valerate|westcort", band: "medium" },
  { generic: "hydrocortisone butyrate|locoid|hydrocortisone probutate|pandel", band: "medium" },
  { generic: "prednicarbate|dermatop|clocortolone|cloderm", band: "medium" },
  { generic: "alclometasone|aclovate|desonide|desowen|verdeso|tridesilon", band: "low" },
  // The bare name may be the base or the butyrate (§7.4): a strength that only the base has decides.
  {
    generic: "hydrocortisone|hc|hydrocortisone acetate|cortaid|cortizone|hytone",
    percent: [0.5, 1, 2, 2.5],
    band: "low",
  },
  { generic: "hydrocortisone acetate", band: "low" },
  {
    generic: "mid potency steroid|mid potency steroids|medium potency steroid|medium potency steroids",
    band: "medium",
  },
  { generic: "low potency steroid|low potency steroids|mild steroid cream", band: "low" },
  { generic: "high potency steroid|high potency steroids|potent steroid|potent steroids", band: "high" },
];
