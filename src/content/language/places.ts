/** What the parts of a chart are called, and what a mention in one means unless its sentence says otherwise. */
import type { SectionName } from "../../engine/finding";
import { expand } from "./expand";
import { RELATIVES } from "./triggers";

export type Place =
  | "problems"
  | "past-problems"
  | "history" // past medical history: chronic diseases stay
  | "medications"
  | "past-medications"
  | "failed-medications"
  | "allergies"
  | "family"
  | "mixed-family" // "family and personal history"
  | "plan"
  | "assessment"
  | "differential"
  | "review"
  | "copied"
  | "education"
  | "policy"
  | "note"
  | "other";

export const SECTION_OF: Readonly<Record<Place, SectionName>> = {
  problems: "problems",
  "past-problems": "problems",
  history: "problems",
  medications: "medications",
  "past-medications": "medications",
  "failed-medications": "medications",
  allergies: "allergies",
  family: "family-history",
  "mixed-family": "family-history",
  plan: "orders",
  assessment: "note",
  differential: "note",
  review: "note",
  copied: "note",
  education: "other",
  policy: "other",
  note: "note",
  other: "other",
};

export const PLACE_OF: Readonly<Record<SectionName, Place>> = {
  problems: "problems",
  medications: "medications",
  allergies: "allergies",
  "family-history": "family",
  note: "note",
  orders: "plan",
  other: "other",
};

/** Tried in this order on a folded heading made of HEADING_WORDS only. */
const KINDS: readonly (readonly [Place, RegExp])[] = [
  [
    "copied",
    /\b(?:last visit|previous visit|prior visit|previous note|prior note|previous plan|prior plan|last plan|previous assessment|prior assessment|copied|outside|old note|old records|from last)\b/,
  ],
  ["policy", /\b(?:policy|criteria|step therapy|coverage)\b/],
  [
    "mixed-family",
    /\b(?:personal|past|medical|surgical|pmh|patient|psfh|pfsh)\b.*\b(?:family|fh)\b|\b(?:family|fh)\b.*\b(?:personal|past|surgical|pmh|patient)\b|^pfsh$|^pmfsh$/,
  ],
  [
    "family",
    /\b(?:family(?! planning)|fam|fh|fhx|famhx|fmh|fmhx|familiares|familiar|familienanamnese|familiengeschichte|familiaux)\b/,
  ],
  ["differential", /\b(?:differential|differentials|ddx|d\/dx|dd|differentialdiagnosen?)\b/],
  ["review", /\bimmunolog/],
  // "Allergy follow-up": what kind of visit it was.
  ["note", /\ballerg\w*\b.*\b(?:follow-?up|follow up|visit|consult\w*|notes?|service)\b/],
  [
    "allergies",
    /\b(?:allerg\w*|intoleranc\w*|adverse|adrs?|alergias?|unvertraglichkeiten|sensitivities|nkda|reactions?)\b/,
  ],
  ["education", /\b(?:safety[- ]?net\w*|education|handout|leaflet|resources|counseling)\b/],
  [
    "plan",
    /^p$|^(?:med(?:ication)?s?|medicines) (?:started|added|new)\b|^started (?:med|at|on|today|this)|\b(?:plans?|recommendations?|recs?|orders?|ordered|pended|disposition|follow ?up|prescribed|planned|new (?:rx|scripts?|prescriptions?|meds?|medications?)|procedere|prozedere|therapieplan|conduite|rx'd|tx plan|treatment plan)\b.*$/,
  ],
  ["failed-medications", /\bfailed\b|\b(?:treatment|therap\w+|tx|drug|medication) failures?\b|^failures\b/],
  ["medications", /\b(?:prior to (?:admission|visit|arrival)|pta)\b(?!.*\b(?:discontinued|stopped)\b)/],
  [
    "past-medications",
    /\b(?:past|previous|prev|prior|former|discontinued|stopped|inactive|failed|tried|expired|old|anteriores|fruhere|anciens)\b.*\b(?:medications?|meds?|medicines|drugs?|treatments?|tx|rx|therap(?:y|ies)|prescriptions?|topicals?|trials?|medikation|medikamente|traitements?|tratamientos?)\b|\b(?:medications?|meds|treatments?)\b.*\b(?:discontinued|stopped|tried|past|previous|held|inactive)\b|\b(?:treatment|treatments|tx|rx|therapy) (?:history|hx)\b|\b(?:medications?|meds|treatments?|therap(?:y|ies))\b.*\boutcomes?\b|\bmedication history\b|\b(?:treatments?|therap(?:y|ies)|medications?|meds)\b.*\b(?:to date|so far)\b/,
  ],
  [
    "medications",
    /\b(?:medications?|meds?|medicines?|drugs?|prescriptions?|rx|dh|dhx|topicals?|treatments?|therapy|therapies|regimen|mar|remedies|otc|^current$|medicacion|tratamientos?|medikation|medikamente|dauermedikation|therapie|medicaments|traitements?|ordonnance)\b/,
  ],
  [
    "past-problems",
    /\b(?:resolved|inactive|past)\b.*\bproblems?\b|\bproblems? resolved\b|^(?:significant|minor) past$/,
  ],
  ["review", /\b(?:review of systems|ros|systems)\b/],
  [
    "assessment",
    /^a$|\b(?:assessment|impressions?|imp|a\/p|a&p|diagnos[ei]s|diagnostics?|dx|conclusions?|beurteilung|diagnosen?|diagnostico|juicio|problems?\/diagnos[ei]s|opinion|formulation)\b/,
  ],
  [
    "history",
    /\b(?:past medical|medical history|pmh|pmhx|past history|past illness(?:es)?|illnesses|comorbidities|background|antecedentes|antecedents|vorerkrankungen|medical hx|past hx)\b/,
  ],
  ["problems", /\b(?:problems?|conditions?|issues|problemas?|probleme|problemes|diagnoses list)\b/],
  [
    "note",
    /\b(?:history|hx|hpi|hpc|hopi|subjective|objective|s|o|chief|complaint|cc|pc|interval|course|summary|narrative|note|notes|consultation|visit|present|presenting|skin|exam|examination|physical|findings|derm\w*|integument\w*|anamnese|anamnesis|evolucion|verlauf|befund|motif|motivo|histoire|exploracion|untersuchung|comments?|update|today|current|status)\b/,
  ],
  ["other", /./],
];

/** Words that headings are made of. A label with any other word is no heading, unless it is written in capitals. */
const HEADING_WORDS = new Set(
  "adr adrs this these your which not changed reconciliation rec so far remedies post-transplant posttransplant transplant outcomes outcome response responses effect effects a/p a&p and of the for from to with at by on in list s o a p past significant minor medical medications medication meds med medicines medicine drugs drug history hx hpi hpc hopi pmh pmhx psh pshx fh fhx famhx fmh fmhx sh shx dh dhx ros family fam personal social surgical allergy allergies allergic adverse reactions reaction intolerances intolerance drug-allergies current present presenting illness illnesses complaint complaints chief cc pc reason visit subjective objective assessment plan plans impression impressions imp diagnosis diagnoses dx ddx d/dx differential differentials discharge admission admitting final preoperative postoperative preop postop principal secondary primary working provisional review systems physical exam examination findings skin derm dermatologic dermatology dermatological integumentary integument problem problems active inactive resolved acute repeat repeats chronic conditions condition issues home outpatient inpatient ambulatory encounter during file noted reported facility-administered started script scripts unchanged reviewed reconciled prescriptions prescription prescribed rx orders order ordered pended new pending treatment treatments therapy therapies tx tried failed failures failure trials previous prev prior former discontinued stopped held expired topical topicals systemic last visit note notes copied old outside records record interval course summary hospital brief clinical patient education safety net netting safety-net advice handout instructions counseling policy criteria coverage step recommendations recommendation recs disposition follow-up followup follow up associated immunizations immunization vital signs vitals labs laboratory data results imaging studies procedures procedure habits tobacco alcohol occupation birth developmental obstetric gynecologic heent neck chest lungs heart abdomen extremities neurologic neuro psychiatric psych general constitutional eyes ears nose throat mouth cardiovascular respiratory gastrointestinal genitourinary musculoskeletal endocrine hematologic lymphatic immunologic other others additional comments comment today update status background comorbidities consultation consult service narrative nkda date details mdm decision making discussion opinion conclusion conclusions formulation problem/diagnosis management info information medicaments medicacion actual tratamiento antecedentes familiares personales alergias motivo de consulta enfermedad exploracion juicio clinico diagnostico evolucion familienanamnese eigenanamnese anamnese diagnose diagnosen medikation aktuelle dauermedikation medikamente allergien befund beurteilung therapie procedere prozedere verlauf vorerkrankungen antecedents familiaux personnels traitement traitements en cours motif histoire maladie examen clinique conclusion conduite a tenir problemas probleme problemes pfsh pmfsh psfh sig supplements otc non-prescription regimen regime".split(
    " ",
  ),
);

/** Headings of the lists that patients take home. */
const INSTRUCTIONS: readonly (readonly [Place, RegExp])[] = [
  [
    "medications",
    /^med(?:ication)?s? rec(?:onciliation)?$|^(?:currently |now )?(?:using|taking)(?: now| currently)?$/,
  ],
  [
    "past-medications",
    /^(?:stop|stopped|discontinued?|d\/c)(?: (?:taking|using))?(?: (?:these|this|your|the))?(?: medications?| medicines?)?$|^(?:previously )?(?:tried|used)(?: (?:in (?:the )?past|previously|before))?$|^prior$/,
  ],
  [
    "plan",
    /^(?:start|begin|new|add)(?: (?:taking|using))?(?: (?:these|this|your|the))?(?: medications?| medicines?)?$/,
  ],
  [
    "medications",
    /^(?:continued?|keep|change how you)(?: (?:taking|using|take|use))?(?: (?:these|this|your|the))?(?: medications?| medicines?)?(?: (?:which|that) have not changed)?$/,
  ],
];

let relatives: Set<string> | undefined;
/** "MATERNAL AUNT:" names a person and no part of the chart. */
const relativeWords = () => (relatives ??= new Set(expand(RELATIVES).flatMap((name) => name.split(" "))));

/** Longest label that can be a heading, in characters. */
export const LONGEST_HEADING = 64;

/** What part of the chart a folded label names; undefined where it is no heading. */
export function placeOf(label: string, capitals = false): Place | undefined {
  const plain = label
    .replace(/[#*_=>\s]+/g, " ")
    .replace(/\([^)]*\)/g, " ")
    .trim();
  if (plain.length < 1 || plain.length > LONGEST_HEADING || !/[a-z]/.test(plain)) return undefined;
  const told = INSTRUCTIONS.find(([, sign]) => sign.test(plain))?.[0];
  if (told) return told;
  const words = plain.split(/[\s,]+|\/(?!p$|p\b|dx)/).filter(Boolean);
  if (words.length > 8) return undefined;
  const known = words.every((word) => HEADING_WORDS.has(word) || /^[(\d.)&-]+$/.test(word));
  // "INTOLERANT: ELIDEL" says it of the cream.
  if (
    !known &&
    (!capitals ||
      /\b(?:intolerant|negatives)\b/.test(plain) ||
      words.every((word) => relativeWords().has(word)))
  )
    return undefined;
  const place = KINDS.find(([, sign]) => sign.test(plain))?.[0];
  // In capitals anything before a colon ends the part before it; it names one only in known words.
  return known
    ? place
    : place === "family" || place === "allergies" || place === "mixed-family" || place === "policy"
      ? place
      : "other";
}
