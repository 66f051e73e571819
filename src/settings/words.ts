/** The catalogue's keys for the closed lists that the settings page names. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Trouble } from "../background/counts";
import type { CountedEvent } from "../pilot/counting";
import type { Silence } from "../pilot/silence";
import type { Origin, ProblemCode, TermName } from "../pilot/terms";
import type { WordKey } from "../sidebar/words";
import type { SettingsPort } from "./port";

export const TERM_WORDS: Record<TermName, WordKey> = {
  mode: "settings_term_mode",
  ehrHosts: "settings_term_sites",
  rulePackPin: "settings_term_pin",
  disabledRules: "settings_term_muted",
  readNotes: "settings_term_notes",
  maxCuesPerDay: "settings_term_cues",
  feedback: "settings_term_feedback",
  pilotEnds: "settings_term_ends",
  jurisdiction: "settings_term_jurisdiction",
  formulary: "settings_term_formulary",
  contactText: "settings_term_contact",
  locationCode: "settings_term_location",
  consentDocumented: "settings_term_consent",
  role: "settings_term_role",
  units: "settings_term_units",
  userCode: "settings_term_user",
};

export const ORIGIN_WORDS: Record<Origin, WordKey> = {
  policy: "settings_origin_policy",
  user: "settings_origin_user",
  default: "settings_origin_default",
};

export const PROBLEM_WORDS: Record<ProblemCode, WordKey> = {
  "not-one-of": "settings_problem_one_of",
  "not-true-or-false": "settings_problem_true_false",
  "not-a-number": "settings_problem_number",
  "not-a-day": "settings_problem_day",
  "not-a-list": "settings_problem_list",
  "not-an-object": "settings_problem_object",
  "not-a-pattern": "settings_problem_pattern",
  "not-an-item": "settings_problem_item",
  "safety-item": "settings_problem_safety",
  "not-an-agent": "settings_problem_agent",
  "too-long": "settings_problem_long",
  "not-a-code": "settings_problem_code",
  "not-a-text": "settings_problem_text",
  "unknown-key": "settings_problem_key",
  "not-arrived": "settings_problem_arrived",
  missing: "settings_problem_missing",
};

export const SILENCE_WORDS: Record<Silence, WordKey> = {
  off: "pilot_notice_off",
  ended: "pilot_notice_ended",
  knowledge: "pilot_notice_knowledge",
  shadow: "pilot_notice_shadow",
};

export const EVENT_WORDS: Record<CountedEvent, WordKey> = {
  "would-fire": "settings_event_would_fire",
  cued: "settings_event_cued",
  opened: "settings_event_opened",
  "option-opened": "settings_event_option_opened",
  copied: "settings_event_copied",
  handout: "settings_event_handout",
  dismissed: "settings_event_dismissed",
  snoozed: "settings_event_snoozed",
  corrected: "settings_event_corrected",
  abstained: "settings_event_abstained",
};

export const TROUBLE_WORDS: Record<Trouble, WordKey> = {
  busy: "settings_trouble_busy",
  full: "settings_trouble_full",
  unavailable: "settings_trouble_unavailable",
};

export interface Words {
  port: SettingsPort;
  t(key: WordKey, ...substitutions: (string | number)[]): string;
  /** The title of a rule or item; its id until the content has arrived. */
  title(rule: string): string;
}

const WordsContext = createContext<Words | undefined>(undefined);
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("A view stands outside the settings page");
  return words;
}
