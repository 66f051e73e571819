import type {
  ADHERENCES,
  AGENT_IDS,
  ALLERGIES,
  CONDITIONS,
  DIAGNOSES,
  INFECTIONS,
  JURISDICTIONS,
  MEDICATIONS,
  PIMECROLIMUS_STATES,
  PREGNANCIES,
  RED_FLAGS,
  SEVERITIES,
  SITES,
  TRIED,
} from "./vocabulary";

type Word<List extends readonly string[]> = List[number];

export type Site = Word<typeof SITES>;
export type Tried = Word<typeof TRIED>;
export type PimecrolimusState = Word<typeof PIMECROLIMUS_STATES>;
export type AgentId = Word<typeof AGENT_IDS>;
export type Condition = Word<typeof CONDITIONS>;
export type Medication = Word<typeof MEDICATIONS>;
export type Allergy = Word<typeof ALLERGIES>;
export type RedFlag = Word<typeof RED_FLAGS>;
export type Jurisdiction = Word<typeof JURISDICTIONS>;
export type Severity = Word<typeof SEVERITIES>;
export type Infection = Word<typeof INFECTIONS>;
export type Pregnancy = Word<typeof PREGNANCIES>;

/** What is known of one patient. An absent field is unknown, and unknown is never "no" or "normal" (dossier §5.1). */
export interface PatientFacts {
  diagnosis?: Word<typeof DIAGNOSES>;
  /** Topical pimecrolimus in use, or used, for it. */
  onPimecrolimus?: boolean;
  /** Absent: US. */
  jurisdiction?: Jurisdiction;
  /** Completed months, 0–1440. */
  ageMonths?: number;
  /** 0.4–350. */
  weightKg?: number;
  severity?: Severity;
  activeFlare?: boolean;
  acuteSevereFlare?: boolean;
  steroidSparingPlan?: boolean;
  sites?: Site[];
  /** 0–100. */
  bsaPercent?: number;
  infection?: Infection;
  redFlags?: RedFlag[];
  pimecrolimus?: PimecrolimusState;
  adherence?: Word<typeof ADHERENCES>;
  tried?: Partial<Record<AgentId, Tried>>;
  pregnancy?: Pregnancy;
  immunocompromised?: boolean;
  allergies?: Allergy[];
  conditions?: Condition[];
  medications?: Medication[];
}

export type FactName = keyof PatientFacts;
