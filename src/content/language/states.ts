/** Words that stand for the state of an entry: badges, columns, group headings, reasons for stopping. */
import { namesOf } from "../../engine/terminology";

export type State =
  | "active"
  | "ended"
  | "planned"
  | "not-taken"
  | "refuted"
  | "possible"
  | "failed"
  | "intolerance"
  | "allergy"
  | "family";

const STATES: Readonly<Record<State, string>> = {
  active:
    "active|current|currently taking|taking|ongoing|chronic|continue|continued|continuing|in use|renewed|refilled|dispensed|not resolved|recurrence|relapse|recurrent|confirmed active|reorder|reordered|dose adjustment|dose adjusted|activo|activa|activos|activas|en curso|actual|actuales|aktiv|laufend|aktuell|actif|active|actifs|en cours|confirmed|flaring",
  ended:
    "inactive|discontinued|stopped|stop|completed|complete|ended|expired|resolved|past|previous|former|prior|historical|history of|history|d/c|dc|d/c'd|dc'd|on hold|held|hold|suspended|paused|remission|in remission|not active|archived|closed|finished|superseded|no longer taking|taken off|tried|previously tried|therapy completed|alternate therapy|change in therapy|no longer needed|patient preference|cost of medication|inactivo|inactiva|suspendido|suspendida|suspendidos|finalizado|resuelto|resuelta|resueltos|anteriores|pasados|inaktiv|abgesetzt|beendet|pausiert|behoben|abgeschlossen|fruher|inactif|inactive|arrete|arretee|arretes|termine|terminee|termines|suspendu|resolu|resolue|resolus|anciens",
  planned:
    "planned|pending|pended|proposed|draft|to start|not started|on order|ordered|new order|future|scheduled|requested|unsigned|geplant|prevu|planificado",
  "not-taken":
    "not taking|never taken|never started|never filled|never used|declined|refused|cancelled|canceled|not dispensed|patient not taking|not picked up|denied|not given|not prescribed",
  refuted: "ruled out|refuted|entered in error|erroneous|excluded|incorrect|invalid|negative",
  possible:
    "suspected|provisional|differential|rule out|r/o|possible|probable|working|unconfirmed|presumed|questionable|presuntivo|verdacht|verdachtsdiagnose|v a|suspecte",
  failed:
    "failed|ineffective|not effective|lack of effect|lack of efficacy|lack of response|no response|no effect|no benefit|no improvement|inadequate response|insufficient response|treatment failure|therapeutic failure|therapy failure|failure|did not work|didn't work|not working|poor response|tried and failed|unwirksam|ineficaz|inefficace",
  intolerance:
    "intolerance|intolerant|not tolerated|side effect|side effects|adverse effect|adverse effects|adverse reaction|burning|stinging|irritation|skin irritation|adverse drug reaction|intoleriert|unvertraglichkeit|intolerancia",
  allergy: "allergy|allergic|allergic reaction|hypersensitivity|anaphylaxis",
  family:
    "mother|father|sister|brother|sibling|siblings|parent|parents|maternal grandmother|paternal grandmother|maternal grandfather|paternal grandfather|son|daughter|aunt|uncle|grandmother|grandfather|cousin",
};

const stateOfWords = new Map<string, State>();
for (const [state, words] of Object.entries(STATES))
  for (const word of namesOf(words)) if (!stateOfWords.has(word)) stateOfWords.set(word, state as State);

/** The state that a whole folded text stands for; undefined where it is something else. */
export function stateOf(folded: string): State | undefined {
  const plain = folded
    .replace(
      /^(?:(?:clinical )?status|state|estado|statut|reason(?: (?:for )?(?:stopp\w+|discontinu\w+))?)\s*[:-]\s*/,
      "",
    )
    .replace(/\([^)]*\)|[[\]().:*#•-]+|\b\d[\d/.-]*\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  // Medicines taken at set times, as against those taken as needed.
  return plain.length > 40 || /^scheduled m/.test(plain)
    ? undefined
    : (stateOfWords.get(plain) ??
        stateOfWords.get(
          plain.replace(
            / (?:on|by|now|since|until|as of|medications?|meds|problems?|issues|conditions|diagnoses|therap(?:y|ies)|treatments?|drugs?|rx)\b.*$/,
            "",
          ),
        ));
}

/** The states that parts of a text stand for ("active, confirmed"). */
export function statesIn(folded: string): State[] {
  const whole = stateOf(folded);
  if (whole) return [whole];
  return folded.split(/[,;/|]+| - /).flatMap((part) => stateOf(part) ?? []);
}

/** Of choices with boxes, those that are ticked. */
const ticked = (folded: string): string =>
  /\[ ?\]|\( ?\)|☐|□/.test(folded)
    ? [...folded.matchAll(/(?:\[ ?[x✓✔] ?\]|\(x\)|☑|☒)([^[(☐□☑☒]*)/g)].map(([, words]) => words).join(" ")
    : folded;

/** A whole cell that says how little came of it. */
const NOTHING = /^\W*(?:nil|poor|inadequate|sub-?optimal|sub-?par|minimal|unsatisfactory)\W*$/;

/** What a reason for stopping comes to: why, or nothing known. */
export function reasonState(stated: string): State | undefined {
  const folded = ticked(stated);
  if (NOTHING.test(folded)) return "failed";
  // "Partial control, still using"
  if (/\bstill us(?:es|ing)\b|\bongoing\b/.test(folded)) return undefined;
  if (
    /\b(?:ineffective\w*|(?:no|not|lack of|little|poor|inadequate|insufficient|partial|minimal|limited|without|loss of|suboptimal)\b.{0,20}\b(?:effect\w*|efficacy|response|benefit|improvement|relief|work\w*|help\w*|control\w*)|fail\w*|did(?:n't| not) (?:work|help)|unwirksam|unzureichend|not effective|ineficaz|sin (?:efecto|respuesta)|inefficac\w*|sans effet|wirkungslos|worsen\w*|uncontrolled)\b/.test(
      folded,
    )
  )
    return "failed";
  if (/\b(?:anaphyla\w*|allerg\w*|hives|urticaria|angioedema|hypersensitiv\w*)\b/.test(folded))
    return "allergy";
  return /\b(?:burn\w*|sting\w*|stung|irritat\w*|intoler\w*|side effects?|adverse|not tolerat\w*|reaction|rash|itch\w*|pain\w*|brennen|unvertraglich\w*|ardor|escozor|brulures?|acne|folliculitis|nausea\w*|vomit\w*|gi upset|renal|kidneys?|creatinine|lfts?|transaminitis|hepatotoxic\w*|hypertension|htn|headaches?|dizz\w*|hair loss|conjunctivitis|cytopenia|neutropenia)\b/.test(
    folded,
  )
    ? "intolerance"
    : undefined;
}
