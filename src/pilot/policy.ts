/** From what the browser hands over (managed policy, the user's settings) to the terms in force. Never throws. */
import { JURISDICTIONS } from "../engine/vocabulary";
import { ITEMS, isMutable } from "./items";
import {
  code,
  day,
  formulary,
  matchPatterns,
  mutableItems,
  oneOf,
  type Parser,
  text,
  trueOrFalse,
  wholeNumber,
} from "./parsers";
import {
  FEEDBACKS,
  MODES,
  type Policy,
  type Problem,
  ROLES,
  type TermName,
  type Terms,
  UNITS,
  UNREADABLE,
} from "./terms";

interface Rule<T> {
  parse: Parser<T>;
  /** Who may set it; policy wins over user. */
  by: ("policy" | "user")[];
  /** Without a managed policy, and with one that does not name it. */
  alone: T;
  managed: T;
  /** Where a policy names it wrongly: what shows, reads or keeps least. */
  safer: T;
}

const BOTH: Rule<unknown>["by"] = ["policy", "user"];

const RULES: { [Name in TermName]: Rule<Terms[Name]> } = {
  // A policy that does not say in which mode is off: its author may have meant the kill switch.
  mode: { parse: oneOf(MODES), by: ["policy"], alone: "live", managed: "off", safer: "off" },
  ehrHosts: { parse: matchPatterns, by: ["policy"], alone: undefined, managed: undefined, safer: [] },
  // No version has this name, so nothing is shown.
  rulePackPin: {
    parse: text(40),
    by: ["policy"],
    alone: undefined,
    managed: undefined,
    safer: UNREADABLE,
  },
  // Nobody can tell which items were meant, so all that may be muted are.
  disabledRules: {
    parse: mutableItems,
    by: ["policy"],
    alone: [],
    managed: [],
    safer: ITEMS.filter(isMutable),
  },
  readNotes: { parse: trueOrFalse, by: BOTH, alone: true, managed: false, safer: false },
  maxCuesPerDay: {
    parse: wholeNumber(0, 50),
    by: BOTH,
    alone: undefined,
    managed: undefined,
    safer: 0,
  },
  feedback: { parse: oneOf(FEEDBACKS), by: BOTH, alone: "off", managed: "counts", safer: "off" },
  pilotEnds: { parse: day, by: ["policy"], alone: undefined, managed: undefined, safer: UNREADABLE },
  // "other" applies both sets of gates, and the stricter decides.
  jurisdiction: {
    parse: oneOf(JURISDICTIONS),
    by: BOTH,
    alone: undefined,
    managed: undefined,
    safer: "other",
  },
  formulary: { parse: formulary, by: ["policy"], alone: {}, managed: {}, safer: {} },
  contactText: {
    parse: text(200),
    by: ["policy"],
    alone: undefined,
    managed: undefined,
    safer: undefined,
  },
  locationCode: { parse: code, by: BOTH, alone: undefined, managed: undefined, safer: undefined },
  consentDocumented: { parse: trueOrFalse, by: ["policy"], alone: false, managed: false, safer: false },
  role: {
    parse: oneOf(ROLES),
    by: ["user"],
    alone: "primary-care",
    managed: "primary-care",
    safer: "primary-care",
  },
  units: { parse: oneOf(UNITS), by: BOTH, alone: "metric", managed: "metric", safer: "metric" },
  userCode: { parse: code, by: ["user"], alone: undefined, managed: undefined, safer: undefined },
};

export const TERM_NAMES = Object.keys(RULES) as TermName[];

/** Names of the terms that the user may set on the settings page. */
export const USER_TERMS = TERM_NAMES.filter((name) => RULES[name].by.includes("user"));

/** The policy's list of the keys that it sets: one that a browser dropped for its type is thereby missed. */
const KEYS = "keys";

const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === "object" && given !== null && !Array.isArray(given);

function shown(given: unknown): string {
  const written = JSON.stringify(given) ?? String(given);
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

/**
 * The terms in force. `managed` is what the browser's policy holds, `user` what the settings page stored; neither is
 * trusted. Every value that cannot be taken is named in `problems` and replaced by the one that shows least.
 */
export function policyOf(managed: unknown, user: unknown): Policy {
  const policy = isObject(managed) ? managed : {};
  const settings = isObject(user) ? user : {};
  const isManaged = Object.keys(policy).length > 0;
  const problems: Problem[] = [];
  const terms = {} as Record<TermName, unknown>;
  const origins = {} as Policy["origins"];

  for (const name of TERM_NAMES) {
    const rule: Rule<unknown> = RULES[name];
    const set = (value: unknown, origin: Policy["origins"][TermName]) => {
      terms[name] = value;
      origins[name] = origin;
    };
    const parsed = (given: unknown) => {
      const { value, faults } = rule.parse(given);
      for (const { at, code: fault, given: what, accepted } of faults) {
        problems.push({ key: name + at, code: fault, given: shown(what), accepted });
      }
      return value;
    };
    if (rule.by.includes("policy") && policy[name] !== undefined) {
      const value = parsed(policy[name]);
      set(value === undefined ? rule.safer : value, "policy");
    } else if (rule.by.includes("policy") && isMissed(policy, name)) {
      problems.push({ key: name, code: "not-arrived" });
      set(rule.safer, "policy");
    } else if (rule.by.includes("user") && settings[name] !== undefined) {
      const value = parsed(settings[name]);
      if (value === undefined) set(isManaged ? rule.managed : rule.alone, "default");
      else set(value, "user");
    } else set(isManaged ? rule.managed : rule.alone, "default");
  }

  if (isManaged && policy.mode === undefined && !isMissed(policy, "mode")) {
    problems.push({ key: "mode", code: "missing", accepted: MODES.join(", ") });
  }
  problems.push(...strangeKeys(policy));
  return { managed: isManaged, terms: terms as unknown as Terms, origins, problems };
}

const named = (policy: Record<string, unknown>): unknown[] =>
  Array.isArray(policy[KEYS]) ? policy[KEYS] : [];

const isMissed = (policy: Record<string, unknown>, name: TermName) =>
  policy[name] === undefined && named(policy).includes(name);

function strangeKeys(policy: Record<string, unknown>): Problem[] {
  const known = (key: unknown) =>
    TERM_NAMES.some((name) => name === key && RULES[name].by.includes("policy"));
  const keys = [...Object.keys(policy).filter((key) => key !== KEYS), ...named(policy).map(String)];
  const strange = [...new Set(keys)].filter((key) => !known(key));
  const problems = strange.map((key): Problem => ({ key, code: "unknown-key" }));
  if (policy[KEYS] !== undefined && !Array.isArray(policy[KEYS])) {
    problems.push({ key: KEYS, code: "not-a-list", given: shown(policy[KEYS]) });
  }
  return problems;
}
