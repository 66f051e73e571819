/** People's names in banners, told from everything else that is written with capitals. */
import { LABEL_NAMES } from "../page/labels";

/** Words of parts of a chart that are people's names as well. */
const ALSO_NAMES = /^(?:quick|smart|work|chief|case)$/;
const NOT_NAMES = new Set([
  ...LABEL_NAMES.flatMap((name) => name.split(" ")).filter(
    (word) => word.length > 3 && !ALSO_NAMES.test(word),
  ),
  ..."name names chart charts record records overview home rx lab result immunization clinics hospital healthcare department dermatology pediatrics paediatrics general practice practices payer inactive current resolved discontinued date age sex gender female male woman man girl boy unknown other mrn id dob number details profile dashboard settings logout login sign out in new add edit print close open view show hide more actions menu navigation banner header admin administrator user users today yesterday tomorrow atopic dermatitis eczema asthma cream ointment lotion tablet tablets topical daily twice pimecrolimus elidel tacrolimus protopic hydrocortisone english spanish french german language preferred pronouns weight height bmi phone address email last first middle given legal status provider providers physician attending doctor primary secondary next kin guardian reports appointment location bed ward unit floor service code full dnr confidential january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday paciente patientin nombre apellidos resumen nachname vorname geboren weiblich mannlich mujer hombre femme homme sexual orientation related persons reminder reminders latest advance directives fee sheet hold race ethnicity hispanic community nothing recorded states penicillin neomycin hypertension essential influenza vaccine preference track instructions assigned requested canceled deceased export data scan document password blood pressure heart rate temperature respiratory oxygen saturation mass index pain score cells basic disclosures amendments custom links injury log messaging smoking tobacco devices identity coverage version demo test ehr emr openemr openmrs epic cerner".split(
    " ",
  ),
]);
const PARTICLES =
  /^(?:de|del|della|di|da|do|dos|du|la|le|van|von|der|den|ter|ten|bin|ibn|al|el|y|e|san|st)$/i;
const TITLE =
  /^(?:mr|mrs|ms|miss|mx|master|herr|frau|sr|sra|srta|m|mme|mlle|monsieur|madame)\.?\s+(?=\p{Lu})/iu;
const CARER = /\b(?:dr|prof|md|m\.d|do|d\.o|np|aprn|pa-?c|rn|bsn|phd|mbbs|frcp|facp|rph|pharmd)\b\.?/i;
const WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;

/** Folded words of a name, in alphabetical order, without initials: "Family, Given" and "Given Family" are one. */
export function tokensOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((token) => token.length > 1)
    .sort();
}

/** The text is a person's name, and not a carer's; returns it without its title. */
export function asName(text: string): string | undefined {
  const name = text
    .trim()
    .replace(/^["“]|["”]$/g, "")
    .replace(TITLE, "")
    .replace(/[\s,.:;-]+$/, "")
    .trim();
  if (name.length < 4 || name.length > 60 || /\d|[@/\\<>=]/.test(name) || CARER.test(name)) return undefined;
  const comma = name.split(",");
  if (comma.length > 2) return undefined;
  const words = name.replace(",", " ").split(/\s+/).filter(Boolean);
  if (words.length < 2 || words.length > 6) return undefined;
  if (!words.every((word) => WORD.test(word) || PARTICLES.test(word))) return undefined;
  const tokens = tokensOf(name);
  if (tokens.length < 2 && words.length < 2) return undefined;
  return tokens.length >= 1 && !tokens.some((token) => NOT_NAMES.has(token)) ? name : undefined;
}
