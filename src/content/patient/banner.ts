/** What a few words of a page say about a person: name, birth, age, sex, record number. */
import { agesIn, type Day, datesIn, type FoundAge } from "./dates";
import { asName } from "./name";

export interface Person {
  name?: string;
  /** The name stands behind a word such as "Patient:". */
  labelled?: boolean;
  /** Readings of the date of birth. */
  birth?: Day[];
  age?: FoundAge;
  record?: string;
  sex?: "female" | "male";
}

const BIRTH_LABEL =
  /(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth|\bbirth\s?dates?|\bborn(?: on)?|\bgeb(?:oren)?\b\.?(?: am)?|\bgeburtsdatum|\bf(?:echa)?\.?\s?(?:de\s)?nac(?:imiento)?\b\.?|\bn[ée]e?\(?e?\)? le|\bdate de naissance|\bddn\b)\s*[:.]?\s*/i;
const OTHER_PERSON =
  /\b(?:attending|mrp|provider|pcp|primary care|physician|prescriber|consultant|seen by|signed|author|entered by|ordered by|referr\w+|emergency contact|next of kin|guardian|mother|father|parent|spouse|partner|husband|wife|contact|nurse|caregiver|subscriber|insured|guarantor|logged in|signed in|user|welcome|m[ée]dico|arzt|m[ée]decin|contacto)\b/i;
const NAME_LABEL = /\b(?:patient(?:'s)?(?:\s+name)?|name|paciente|nombre|patientin|nom|pt)\s*[:：]\s*/i;
const RECORD =
  /\b(?:mrn|m\.r\.n|med(?:ical)?\.? rec(?:ord)?(?:\.| (?:no|nr|number|#))?|record (?:no|nr|number|#)|chart (?:no|nr|number|#)|patient (?:id|no|nr|number|#)|openmrs id|nhs(?: (?:no|number))?|pid|nhc|historia(?: cl[íi]nica)?|fallnummer|ipp|nip|id)\.?\s*[:#]?\s*#?\s*(?<id>(?=[\w-]*\d)[A-Z0-9][A-Z0-9-]{2,19})\b/i;
const BRACKETED = /[([](?:#\s?)?(?<id>(?=[\w-]*\d)[A-Z0-9][A-Z0-9-]{3,19})[)\]]/;
const FEMALE =
  /\b(?:female|woman|girl|mujer|femenino|weiblich|femme|f[ée]minin)\b|♀|\b(?:sex|gender|sexo|geschlecht|sexe)\s*[:=]?\s*f\b|\by\/?o\.?\s?f\b|\b\d{1,3}\s?y(?:rs?)?,?\s?f\b|(?:^|[|·•,/]\s*)F(?:\s*[|·•,/]|\s+\d{1,3}\s?y|$)/i;
const MALE =
  /\b(?:male|man|boy|hombre|masculino|m[äa]nnlich|homme|masculin)\b|♂|\b(?:sex|gender|sexo|geschlecht|sexe)\s*[:=]?\s*m\b|\by\/?o\.?\s?m\b|\b\d{1,3}\s?y(?:rs?)?,?\s?m\b|(?:^|[|·•,/]\s*)M(?:\s*[|·•,/]|\s+\d{1,3}\s?y|$)/i;
const BREAK = /\s*(?:[|·•;\n\t–—]|\s-\s|\s{2,})\s*/;

/** The date of birth label stands alone: its date is in the next stretch of text. */
export function endsInBirthLabel(text: string): boolean {
  const match = BIRTH_LABEL.exec(text);
  return match !== null && match.index + match[0].length >= text.trim().length;
}

/** Reads the stretches of text of one small box, in order. */
export function personIn(stretches: string[], today: Day): Person {
  const person: Person = {};
  const own = stretches.map(ownPart).filter(Boolean);
  const whole = own.join(" | ");
  person.birth = birthIn(whole, today);
  person.age = ownAges(whole)[0];
  const record = RECORD.exec(whole)?.groups?.id ?? BRACKETED.exec(whole)?.groups?.id;
  if (record && !/^\d{1,3}Y$/i.test(record)) person.record = record;
  const [female, male] = [FEMALE.test(whole), MALE.test(whole)];
  if (female !== male) person.sex = female ? "female" : "male";
  Object.assign(person, nameIn(own));
  return person;
}

/** A stretch without what it says of carers and relatives. */
function ownPart(text: string): string {
  const other = OTHER_PERSON.exec(text);
  return other ? text.slice(0, other.index) : text;
}

function birthIn(text: string, today: Day): Day[] | undefined {
  const dates = datesIn(text, today);
  const label = BIRTH_LABEL.exec(text);
  if (label) {
    const after = label.index + label[0].length;
    const date = dates.find(({ start }) => start >= after && start <= after + 6);
    if (date) return date.readings;
  }
  // A date with the age right beside it is a birth.
  for (const age of ownAges(text)) {
    const beside = dates.find(
      ({ start, end }) => Math.abs(start - age.end) <= 6 || Math.abs(age.start - end) <= 6,
    );
    if (beside && age.inYears) return beside.readings;
    if (beside) return beside.readings;
  }
  // Beside the sex, in a line this short, no other date is written.
  if (dates.length === 1 && text.length <= 160 && FEMALE.test(text) !== MALE.test(text))
    return dates[0]?.readings;
  return undefined;
}

const NEAR_AGE = 28;

/** Ages; months, weeks and days only beside a sex or a birth: others say how long something is taken. */
function ownAges(text: string): FoundAge[] {
  const plain = text.replace(/\(0*(\d{1,3}Y)\)/gi, " $1 ");
  return agesIn(plain).filter(({ inYears, start, end }) => {
    const near = plain.slice(Math.max(0, start - NEAR_AGE), end + NEAR_AGE);
    return inYears || [FEMALE, MALE, BIRTH_LABEL, /\b(?:aged?|old|[fm])\b/i].some((sign) => sign.test(near));
  });
}

function nameIn(stretches: string[]): Pick<Person, "name" | "labelled"> {
  // A label in a box of its own: what it names goes before whoever wrote the entry.
  const own = stretches.findIndex((text) => /^(?:patient )?name$/i.test(text));
  const value = own >= 0 ? leadingName(stretches[own + 1] ?? "") : undefined;
  if (value) return { name: value };
  for (const text of stretches) {
    const label = NAME_LABEL.exec(text);
    const name = label && leadingName(text.slice(label.index + label[0].length));
    if (name) return { name, labelled: true };
  }
  for (const text of stretches) {
    const name = leadingName(text);
    if (name) return { name };
  }
  for (const text of stretches) {
    for (const part of text.split(BREAK)) {
      const name = leadingName(part);
      if (name) return { name };
    }
  }
  return {};
}

/** What some pages write under the parts of a name. */
const CAPTIONS = /\s(?:given|first|middle|family|last)(?: name)?\b/gi;

/** A name at the start of a text, as far as the first thing that no name holds. */
function leadingName(captioned: string): string | undefined {
  const captions = captioned.match(CAPTIONS) ?? [];
  const text = captions.length > 1 ? captioned.replace(CAPTIONS, "") : captioned;
  const label = BIRTH_LABEL.exec(text);
  const ends = [
    text.search(BREAK),
    text.search(/[([:♀♂]|(?<![\p{L}\d])[\p{L}-]*\d/u),
    label ? label.index : -1,
    text.search(
      /,?\s*\b(?:MRN|ID|DOB|[Aa]ged?|AGED?|Sex|SEX|Gender|GENDER|[Ff]emale|FEMALE|[Mm]ale|MALE|[Bb]orn|BORN|[Ww]eiblich|WEIBLICH|[Mm]ännlich|MÄNNLICH|[Ff]emme|FEMME|[Hh]omme|HOMME|[Mm]ujer|MUJER|[Hh]ombre|HOMBRE|she|he|they|[FM](?!\.|\s+\p{Lu}))\b(?![\p{L}'-])/u,
    ),
  ].filter((end) => end >= 0);
  return asName(text.slice(0, Math.min(text.length, ...ends)));
}
