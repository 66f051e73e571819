/**
 * Words by which charts name their parts. English first; Spanish, German and French as far as headings go. Compared
 * after folding: lower case, no accents, no counts or punctuation.
 */
import type { SectionName } from "../../engine/finding";
import { withoutUnseen } from "./normalise";

/** "aside": offers, other people and the page's own furniture, whose text is not this patient's chart. */
export type LabelSection = SectionName | "aside";

export interface Meaning {
  section?: LabelSection;
  /** Governs what follows without naming a part of the chart: "Discontinued", "Resolved". */
  group?: boolean;
}

const list = (words: string) => words.split(/\s*\|\s*/);

const SECTIONS: [LabelSection, string[]][] = [
  [
    "family-history",
    list(
      "family hx|family|fh|fhx|famhx|family health history|antecedentes familiares|historia familiar|familienanamnese|familiengeschichte|antecedents familiaux|histoire familiale",
    ),
  ],
  [
    "allergies",
    list(
      "allergies|allergy|allergy type|allergen|allergens|drug allergies|drug allergy|medication allergies|food allergies|allergies and intolerances|allergies and adverse reactions|allergies intolerances|allergies adverse reactions|allergy intolerance|intolerances|adverse reactions|adverse drug reactions|sensitivities|alerts and allergies|alergias|alergia|alergias e intolerancias|reacciones adversas|allergien|allergie|unvertraglichkeiten|allergien und unvertraglichkeiten|allergies et intolerances|intolerances medicamenteuses",
    ),
  ],
  [
    "orders",
    list(
      "plan|plan of care|care plan|treatment plan|orders|order list|recommendations|recommendation|disposition|follow up|planned medications|planned treatment|ordenes|plan terapeutico|plan de tratamiento|procedere|anordnungen|therapieplan|prozedere|empfehlung|weiteres vorgehen|conduite a tenir|plan de traitement|prise en charge",
    ),
  ],
  [
    "medications",
    list(
      "medication|medications|meds|medicines|medicine|drugs|drug|dh|dhx|prescriptions|prescription|prescribed medications|medication statement|rx|drug therapy|treatments|treatment|therapy|topicals|pharmacy|dispensed|dispenses|dispensing history|medication dispense|active drug orders|past drug orders|active medication orders|past medication orders|prior therapies|medicacion|medicamentos|tratamiento|tratamientos|recetas|medicacion habitual|medikation|medikamente|dauermedikation|verordnungen|verordnung|rezepte|arzneimittel|therapie|medicaments|traitement|traitements|ordonnances|ordonnance|medicament",
    ),
  ],
  [
    "problems",
    list(
      "problem|problems|condition|conditions|diagnosis|diagnoses|dx|health issues|health issue|health problems|health concerns|ongoing concerns|active concerns|health conditions|medical history|past history|pmh|pmhx|comorbidities|issues|encounter diagnoses|visit diagnoses|disease registry|background|problemas|problema|diagnosticos|diagnostico|antecedentes|antecedentes personales|enfermedades|probleme|diagnosen|diagnose|dauerdiagnosen|vorerkrankungen|anamnestische diagnosen|grunderkrankungen|problemes|problemes de sante|diagnostics|diagnostic|antecedents|antecedents personnels|antecedents medicaux|pathologies",
    ),
  ],
  [
    "note",
    list(
      "note|notes|progress note|progress notes|visit note|visit notes|encounter note|encounter notes|office visit|consult note|consultation|letter|letters|clinic letter|correspondence|hpi|history of present illness|history|hx|chief complaint|reason for visit|cc|presenting complaint|subjective|objective|assessment|assessment and plan|assessment plan|a p|impression|impression and plan|imp|review of systems|ros|exam|examination|physical exam|physical examination|skin|soap|interval history|summary|discussion|comments|nurse note|nursing notes|telephone note|timeline|nota|notas|nota de evolucion|evolucion|anamnesis|enfermedad actual|motivo de consulta|exploracion|exploracion fisica|juicio clinico|impresion|notiz|notizen|verlauf|verlaufsnotiz|befund|anamnese|beurteilung|untersuchungsbefund|epikrise|arztbrief|observation|observations|compte rendu|examen|examen clinique|histoire de la maladie|motif de consultation|evolution",
    ),
  ],
  [
    "aside",
    list(
      "suggestions|ai suggestions|suggested|suggested medications|suggested diagnoses|suggested problems|suggested conditions|ai suggested|quick picks|quick pick|quick add|favorites|favourites|order sets|order set|order basket|basket|new prescription|new prescriptions|draft orders|unsaved draft orders|unsaved orders|forms|templates|smart phrases|formulary|search results|results found|recent searches|recently viewed|patient list|patients|worklist|work list|waiting room|schedule|todays schedule|inbox|message center|message centre|messages|in basket|tasks|announcements|news|resources|drug information|drug reference|education|guidelines|help|what is new|clinical trials|decision support|recommended reading|sugerencias|favoritos|pacientes|lista de pacientes|vorschlage|favoriten|patienten|patientenliste|nachrichten|suggestions ia|favoris|liste des patients",
    ),
  ],
  [
    "other",
    list(
      "vitals|vital signs|biometrics|labs|laboratory|lab results|results|imaging|immunizations|immunisations|vaccines|vaccinations|social history|sh|shx|surgical history|psh|procedures|procedure|appointments|upcoming appointments|visits|encounters|insurance|documents|attachments|care team|team|demographics|contact|contacts|emergency contact|emergency contacts|growth|goals|flags|programs|billing|referrals|obstetric history|birth history|questionnaires|signos vitales|vacunas|laboratorio|vitalwerte|labor|impfungen|soziales|sozialanamnese|constantes|vaccins|biologie|mode de vie",
    ),
  ],
];

/** Words that may stand beside a part's name and change its state but not its kind. */
const QUALIFIERS = new Set(
  list(
    "current|active|ongoing|unresolved|chronic|home|outpatient|inpatient|discharge|past|previous|prior|former|historical|history|old|inactive|discontinued|stopped|completed|ended|expired|resolved|closed|archived|list|lists|summary|record|records|details|overview|the|of|my|all|other|patient|reported|s|known|medical|clinical|documented|recorded|on|file|recent|latest|new|long|term|short|longterm|acute|total|and|section|profile|topical|skin|derm|dermatology|dermatologic|planned|pending|held|hold|internal|external|entered|provider|self|administered|activos|activas|actuales|actual|actuels|actives|en|cours|aktuelle|aktive|fruhere|passes|anciens|previos|previas|resueltos|inactivos",
  ).flatMap((words) => words.split(" ")),
);

/** A label of these words alone says in which state the entries under it are. */
const GROUPS = new Set(
  list(
    "active|inactive|current|past|previous|discontinued|stopped|completed|ended|expired|resolved|historical|history of|former|prior|on hold|held|planned|pending|draft|ordered|suspended|cancelled|canceled|refuted|ruled out|entered in error|declined|not taking|no longer taking|not taken|remission|chronic|acute|reported by patient|patient reported|provider entered|provider reported|primary|secondary|differential|activo|activos|inactivo|inactivos|suspendido|suspendidos|resuelto|resueltos|actuales|anteriores|pasados|aktiv|inaktiv|abgesetzt|beendet|fruher|behoben|abgeschlossen|actif|actifs|inactif|inactifs|arrete|arretes|resolu|resolus|termine|termines|anciens|en cours|mother|father|sister|brother|sibling|siblings|parents|maternal grandmother|paternal grandmother|maternal grandfather|paternal grandfather",
  ),
);

const MEANINGS = new Map<string, Meaning>();
for (const [section, names] of SECTIONS) for (const name of names) MEANINGS.set(name, { section });
for (const group of GROUPS) MEANINGS.set(group, { ...MEANINGS.get(group), group: true });

/** Every word that may name a part of a chart. */
export const LABEL_NAMES = SECTIONS.flatMap(([, names]) => names);

/** Longest label that is looked up, in characters. */
export const LONGEST_LABEL = 64;

const folds = new Map<string, string>();
/** Heads and labels are few, and asked for with every row. */
const KEPT = 500;

/** Lower case, no accents, no counts in brackets, no punctuation, single spaces. */
export function fold(words: string): string {
  if (words.length > LONGEST_LABEL) return foldNow(words);
  const known = folds.get(words);
  if (known !== undefined) return known;
  if (folds.size >= KEPT) folds.clear();
  const folded = foldNow(words);
  folds.set(words, folded);
  return folded;
}

function foldNow(words: string): string {
  return withoutUnseen(words)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[([{][^)\]}]*[)\]}]/g, " ")
    .replace(/[’']s?\b/g, " ")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\s]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a label's own buttons and links say, where they stand in one line with it. */
const CONTROLS = /(?: (?:add|edit|manage|collapse|expand|(?:see|view|show) all))+$/;

/** After other words these name a visit, not what is planned: "Dermatology follow-up". */
const ONLY_FIRST = /^follow up/;

/** What a short text says as a label; undefined where it names no part of a chart and no state. */
export function meaningOf(words: string): Meaning | undefined {
  if (words.length > LONGEST_LABEL) return undefined;
  const folded = fold(words).replace(CONTROLS, "");
  const known = MEANINGS.get(folded);
  if (known) return known;
  const parts = folded.split(" ");
  if (parts.length < 2 || parts.length > 7) return undefined;
  // The longest run of words that names a part, if only qualifiers stand around it.
  for (let size = parts.length - 1; size > 0; size--) {
    for (let start = 0; start + size <= parts.length; start++) {
      const meaning = MEANINGS.get(parts.slice(start, start + size).join(" "));
      if (!meaning?.section || (start > 0 && ONLY_FIRST.test(parts.slice(start).join(" ")))) continue;
      const around = [...parts.slice(0, start), ...parts.slice(start + size)];
      if (around.every((word) => QUALIFIERS.has(word))) return { section: meaning.section };
    }
  }
  return parts.every((word) => QUALIFIERS.has(word) || GROUPS.has(word)) && parts.some((w) => GROUPS.has(w))
    ? { group: true }
    : undefined;
}
