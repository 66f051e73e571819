/** People's names in banners, told from everything else that is written with capitals. */

const NOT_NAMES = new Set(
  "patient patients name names chart charts record records summary overview home problem problems medication medications medicine medicines prescription prescriptions rx allergy allergies allergen note notes visit visits encounter encounters order orders lab labs result results history family social surgical immunizations immunization vitals vital signs plan assessment care team clinic clinics hospital health healthcare medical center centre department dermatology pediatrics paediatrics general practice practices insurance payer active inactive current past resolved discontinued date birth age sex gender female male woman man girl boy unknown other mrn id dob number details demographics profile dashboard schedule inbox messages search results settings help logout login sign out in new add edit print close open view show hide more actions menu navigation banner header admin administrator user users today yesterday tomorrow atopic dermatitis eczema asthma cream ointment lotion tablet tablets topical daily twice pimecrolimus elidel tacrolimus protopic hydrocortisone english spanish french german language preferred pronouns weight height bmi phone address email last first middle given legal status type provider providers physician attending nurse doctor primary secondary contact emergency next kin guardian timeline documents forms reports billing appointments appointment pharmacy location room bed ward unit floor service code full dnr confidential synthetic-data january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday paciente patientin nombre apellidos historia resumen alergias medicacion diagnosticos medikamente diagnosen allergien befund allergies traitement diagnostics nachname vorname geboren weiblich mannlich mujer hombre femme homme sexual orientation related persons reminder reminders ongoing concerns latest observation observations advance directives fee sheet systems physical hold race ethnicity hispanic community nothing recorded states penicillin neomycin hypertension essential influenza vaccine treatment preference track clinical instructions assigned requested canceled deceased export data scan document password blood pressure heart rate temperature respiratory oxygen saturation mass index pain score cells basic information disclosures amendments custom links injury log message messaging smoking tobacco goals devices identity coverage version demo test ehr emr openemr openmrs epic cerner".split(
    " ",
  ),
);
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
