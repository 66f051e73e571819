/** What a column head or a pair's label says about its values. */
import type { SectionName } from "../../engine/finding";
import { fold, meaningOf } from "./labels";

export type HeadKind = "name" | "status" | "date" | "person" | "detail";

const NAME =
  /^(name|title|medication|medications|drug|drug name|medicine|med|meds|product|item|prescription|rx|problem|problems|condition|conditions|diagnosis|diagnoses|dx|allergen|allergies|allergy|substance|description|code|order|genericname|material|medicamento|farmaco|principio activo|problema|diagnostico|medikament|wirkstoff|arzneimittel|handelsname|diagnose|medicament|specialite|probleme|diagnostic)( name| description| list| information| details| ordered)?$/;
const STATUS =
  /^((clinical|current|problem|medication|condition|order|rx) )?(status|state|active|inactive|taking|expired|estado|statut|etat|zustand)$/;
const DATE =
  /\b(date|dates|start|started|begin|began|end|ended|stop|stopped|onset|noted|resolved|since|until|from|to|when|prescribed|ordered|recorded|last filled|filled|expires|expiration|inicio|fin|fecha|beginn|ende|seit|bis|datum|debut|depuis)\b/;
const PERSON =
  /^(patient|patients|patient name|patient id|patient mrn|pt|pt name|subject|member|member name|client|resident|mrn|dob|date of birth|birth date|paciente|nombre del paciente|patientin|patientenname|geburtsdatum|nom du patient|date de naissance|name and mrn|name mrn)$/;
/** Columns of people who look after the patient. */
const CARER =
  /provider|prescriber|author|signed|clinician|doctor|practitioner|physician|performer|requester|entered|by|ordered|nurse|attending|pharmacist|facility|location|medico|arzt|medecin|prescripteur/;
const RELATIVE =
  /^(relation|relationship|relative|family member|member of family|parentesco|verwandtschaft|lien)$/;

const OTHER_HEADS =
  /^(dose|dosage|strength|sig|directions|instructions|route|frequency|refills|quantity|qty|reaction|reactions|severity|criticality|verification|certainty|comments|comment|notes|note|indication|reason|provider|prescriber|type|category|source|details|form|supply|reviewed|actions|priority|intent|code|pauta|dosis|via|dosierung|darreichung|posologie|voie|remarques|bemerkung)$/;

export function headKind(head: string): HeadKind {
  const folded = fold(head);
  if (PERSON.test(folded)) return "person";
  if (STATUS.test(folded)) return "status";
  if (NAME.test(folded)) return "name";
  return DATE.test(folded) ? "date" : "detail";
}

/** The words are ones that stand over columns or before values. */
export function isHead(words: string): boolean {
  if (words.length > 40) return false;
  const folded = fold(words);
  return headKind(words) !== "detail" || OTHER_HEADS.test(folded) || RELATIVE.test(folded);
}

/** The head of entries of a chart, as against a person's particulars. */
export const isEntryHead = (head: string): boolean =>
  headKind(head) === "name" && !/^(name|title|code|description|item)$/.test(fold(head));

export const isCarer = (head: string): boolean => CARER.test(fold(head));

/** The part of the chart that column heads give away ("Allergen" beside "Reaction"). */
export function sectionByHeads(heads: string[]): SectionName | undefined {
  if (heads.some((head) => RELATIVE.test(fold(head)))) return "family-history";
  const folded = heads.map(fold);
  const meanings = folded.map((head) => meaningOf(head)?.section);
  if (
    meanings.includes("allergies") ||
    (folded.includes("substance") && folded.some((h) => /^reaction/.test(h)))
  )
    return "allergies";
  const sure = meanings.find((section) => section === "medications" || section === "problems");
  if (sure === "medications" || sure === "problems") return sure;
  if (folded.some((head) => /^(drug name|medication name|sig|genericname|strength|refills)$/.test(head)))
    return "medications";
  if (folded.some((head) => /^(problem|condition|diagnosis) (name|description)$/.test(head)))
    return "problems";
  return undefined;
}
