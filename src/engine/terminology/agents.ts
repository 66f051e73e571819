/**
 * Names of the treatments of atopic dermatitis and what each must not be taken for. Source: §6.1, §6.4. Topical
 * corticosteroids have a file of their own.
 */
import { PIMECROLIMUS_MISSPELT, PIMECROLIMUS_NAMES } from "./pimecrolimus";
import type { Term } from "./term";

export const AGENTS: readonly Term[] = [
  {
    concept: "pimecrolimus",
    names: PIMECROLIMUS_NAMES,
    misspelt: PIMECROLIMUS_MISSPELT,
  },
  {
    concept: "tacrolimus-topical",
    names: "tacrolimus|tacrolimus monohydrate|tacrolimus anhydrous",
    misspelt:
      "tacrolimis|tacrolimous|tacrolimas|tacralimus|tacrilimus|tacrolimius|tacrolmus|tacrolinus|tacrolimus's",
    routes: {
      systemic: "tacrolimus-systemic",
      injected: "tacrolimus-systemic",
      eye: "other",
      unstated: "tacrolimus-systemic",
    },
  },
  {
    concept: "tacrolimus-topical",
    names:
      "protopic|protopy|tacroz|tacrolimus ointment|tacro ointment|tacro oint|topical tacrolimus|tacrolimus topical|tacrolimus salbe|tacrolimus pomada|tacrolimus pommade",
    misspelt: "protopik|protopick|protopics|prototopic|protopique",
  },
  {
    concept: "tacrolimus-systemic",
    names:
      "prograf|advagraf|astagraf|astagraf xl|envarsus|envarsus xr|modigraf|dailiport|adoport|fk506|fk 506|hecoria|tacrolimus xl|tacrolimus xr|oral tacrolimus|tacrolimus capsule|tacrolimus capsules",
    misspelt: "prograft|prograff|advagraff",
  },
  {
    concept: "tacrolimus-systemic",
    names: "fk",
    capitals: true,
    needs: "transplant|trough|level|dose|graft|mmf|cellcept|mycophenolate|immunosuppress",
    vetoes: "kerat|corn|eye",
  },
  {
    concept: "ruxolitinib-topical",
    names: "opzelura|ruxolitinib cream|topical ruxolitinib",
    misspelt: "opzellura|opzelera|opzulera",
  },
  {
    concept: "ruxolitinib-topical",
    names: "ruxolitinib",
    routes: { systemic: "ruxolitinib-systemic", unstated: "ruxolitinib-systemic" },
  },
  { concept: "ruxolitinib-systemic", names: "jakafi|jakavi" },
  {
    concept: "crisaborole",
    names: "crisaborole|eucrisa|staquis",
    misspelt: "crisabarole|crisaborol|crisoborole|eucresa|eucrissa|ucrisa",
  },
  {
    concept: "roflumilast-topical",
    names: "roflumilast|zoryve|roflumilast cream|topical roflumilast",
    routes: { systemic: "roflumilast-systemic" },
    // The strength for psoriasis and seborrhoeic dermatitis.
    vetoes: "0.3%|0.3 %",
  },
  { concept: "roflumilast-systemic", names: "daliresp|daxas" },
  { concept: null, names: "zoryve foam|zoryve topical foam|roflumilast foam|roflumilast topical foam" },
  { concept: "tapinarof", names: "tapinarof|vtama" },
  {
    concept: "dupilumab",
    names: "dupilumab|dupixent",
    misspelt: "dupilimab|dupilamab|dupliumab|dupulimab|dupixant|dupixen|duipxent|dupexent",
  },
  { concept: "tralokinumab", names: "tralokinumab|adbry|adtralza" },
  { concept: "lebrikizumab", names: "lebrikizumab|ebglyss" },
  { concept: "nemolizumab", names: "nemolizumab|nemluvio" },
  { concept: "upadacitinib", names: "upadacitinib|rinvoq", misspelt: "upadacitanib|rinvoc" },
  { concept: "abrocitinib", names: "abrocitinib|cibinqo" },
  { concept: "baricitinib", names: "baricitinib|olumiant" },
  {
    concept: "ciclosporin",
    names:
      "ciclosporin|cyclosporine|cyclosporin|ciclosporine|ciclosporina|neoral|gengraf|capimune|deximune|sandimmune|sandimmun",
    misspelt: "cyclosporene|ciclosporene|cyclosporins|cyclosporina",
    routes: { eye: "ciclosporin-ophthalmic" },
  },
  {
    concept: "ciclosporin",
    names: "csa|cya",
    needs:
      "mtx|methotrexat|azathioprin|mycophenol|dupilumab|dupixent|creatinin|mg/kg|immunosuppress|eczema|dermatitis|elidel|protopic|tacrolimus|pimecrolimus",
    vetoes: "apn|sleep|cpap|controlled substance",
  },
  {
    concept: "ciclosporin-ophthalmic",
    names:
      "restasis|cequa|ikervis|verkazia|vevye|cyclosporine ophthalmic|cyclosporine drops|cyclosporine eye drops",
  },
  {
    concept: "methotrexate",
    names:
      "methotrexate|metotrexato|methotrexat|mtx|trexall|otrexup|rasuvo|xatmep|metoject|jylamvo|rheumatrex",
  },
  {
    concept: "azathioprine",
    names: "azathioprine|azathioprin|azatioprina|imuran|azasan|azamun|imurel",
    misspelt: "azathiaprine|azathioprene|azothioprine",
  },
  {
    concept: "mycophenolate",
    names: "mycophenolate|mycophenolate mofetil|mycophenolic acid|cellcept|myfortic|mmf",
    misspelt: "mycofenolate|cell cept",
  },
  {
    concept: "phototherapy",
    names:
      "phototherapy|nb uvb|nbuvb|narrowband uvb|narrow band uvb|narrowband ultraviolet b|narrow band ultraviolet b|uvb|uvb therapy|uvb phototherapy|tl 01|tl01|puva|uva1|light therapy|lichttherapie|phototherapie|fototerapia",
    vetoes:
      "bilirubin|jaundice|neonat|newborn|hyperbili|bili|icter|seasonal affective|depress|sad |nasal|laser|photodynamic",
  },
  {
    concept: "systemic-corticosteroid",
    names:
      "prednisone|prednisolone|methylprednisolone|medrol|medrol dose pack|medrol dosepak|medrol dosepack|solu medrol|solumedrol|depo medrol|depomedrol|dexamethasone|decadron|deltasone|orapred|prelone|pediapred|prednison|prednisolon|prednisona|prednisolona|oral steroid|oral steroids|oral corticosteroid|oral corticosteroids|systemic steroid|systemic steroids|systemic corticosteroid|systemic corticosteroids|oral prednisone|steroid burst|steroid taper|prednisone burst|prednisone taper|intramuscular triamcinolone|im triamcinolone|im kenalog|steroid injection|iv steroids|deflazacort|cortison|kortison",
    misspelt: "prednizone|predisone|prednisilone|prednesone|prednisome",
    routes: {
      eye: "other",
      ear: "other",
      nose: "other",
      inhaled: "other",
      topical: "other",
      rectal: "other",
    },
  },
  {
    concept: "systemic-corticosteroid-repeated",
    names:
      "repeated courses of prednisone|multiple courses of prednisone|several courses of prednisone|multiple prednisone courses|repeated prednisone|multiple prednisone bursts|repeated steroid bursts|multiple steroid bursts|repeated courses of oral steroids|multiple courses of oral steroids|several courses of oral steroids|repeated oral steroids|multiple rounds of prednisone|multiple rounds of oral steroids|several rounds of prednisone|frequent prednisone|repeated courses of prednisolone|multiple courses of prednisolone|repeated systemic steroids|multiple courses of systemic steroids|long term prednisone|chronic prednisone|long term oral steroids|chronic oral steroids",
  },
];
