/** One parser a kind of value. Each gives what can be kept, if anything, and names what cannot. */
import { AGENT_IDS } from "../engine/vocabulary";
import { isDay } from "./day";
import { isMatchPattern } from "./fence";
import { ITEMS, isMutable } from "./items";
import { AVAILABILITIES, type Formulary, type FormularyEntry, NOTE_LIMIT, type ProblemCode } from "./terms";

export interface Fault {
  /** Where inside the value, e.g. ".tacrolimus-ointment.note". */
  at: string;
  code: ProblemCode;
  given: unknown;
  accepted?: string;
}

/** `value` absent: nothing of it can be used. */
export interface Parsed<T> {
  value?: T;
  faults: Fault[];
}
export type Parser<T> = (given: unknown) => Parsed<T>;

const good = <T>(value: T): Parsed<T> => ({ value, faults: [] });
const bad = <T>(code: ProblemCode, given: unknown, accepted?: string): Parsed<T> => ({
  faults: [{ at: "", code, given, accepted }],
});

export const oneOf =
  <const T extends readonly string[]>(words: T): Parser<T[number]> =>
  (given) => {
    const word = words.find((candidate) => candidate === given);
    return word === undefined ? bad("not-one-of", given, words.join(", ")) : good(word);
  };

export const trueOrFalse: Parser<boolean> = (given) =>
  typeof given === "boolean" ? good(given) : bad("not-true-or-false", given);

export const wholeNumber =
  (from: number, to: number): Parser<number> =>
  (given) =>
    Number.isInteger(given) && Number(given) >= from && Number(given) <= to
      ? good(Number(given))
      : bad("not-a-number", given, `${from}–${to}`);

export const day: Parser<string> = (given) => (isDay(given) ? good(given) : bad("not-a-day", given));

/** Plain text of one line: what the browser renders as nothing (control characters) is not kept. */
const plain = (given: string) => given.replace(/\p{Cc}|\p{Cf}/gu, " ").trim();

export const text =
  (limit: number): Parser<string> =>
  (given) => {
    if (typeof given !== "string" || plain(given) === "") return bad("not-a-text", given);
    return given.length > limit ? bad("too-long", given, String(limit)) : good(plain(given));
  };

/** A code of the clinic's, never a name: it stands in exports. */
export const code: Parser<string> = (given) =>
  typeof given === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,15}$/.test(given)
    ? good(given)
    : bad("not-a-code", given);

/** A list of which every good entry is kept and every other named. */
const listOf =
  (fault: (entry: unknown) => ProblemCode | undefined): Parser<string[]> =>
  (given) => {
    if (!Array.isArray(given)) return bad("not-a-list", given);
    const faults = given.flatMap((entry, index): Fault[] => {
      const wrong = fault(entry);
      return wrong ? [{ at: `[${index}]`, code: wrong, given: entry }] : [];
    });
    return { value: given.filter((entry): entry is string => fault(entry) === undefined), faults };
  };

export const matchPatterns = listOf((entry) => (isMatchPattern(entry) ? undefined : "not-a-pattern"));

export const mutableItems = listOf((entry) => {
  if (typeof entry !== "string" || !ITEMS.includes(entry)) return "not-an-item";
  return isMutable(entry) ? undefined : "safety-item";
});

const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === "object" && given !== null && !Array.isArray(given);

const within = (at: string, faults: Fault[]) => faults.map((fault) => ({ ...fault, at: at + fault.at }));

function formularyEntry(given: unknown): Parsed<FormularyEntry> {
  if (!isObject(given)) return bad("not-an-object", given);
  const faults: Fault[] = [];
  const entry: FormularyEntry = {};
  for (const [key, value] of Object.entries(given)) {
    if (key === "status") {
      const parsed = oneOf(AVAILABILITIES)(value);
      entry.status = parsed.value;
      faults.push(...within(".status", parsed.faults));
    } else if (key === "note") {
      const parsed = text(NOTE_LIMIT)(value);
      entry.note = parsed.value;
      faults.push(...within(".note", parsed.faults));
    } else faults.push({ at: `.${key}`, code: "unknown-key", given: value });
  }
  const empty = entry.status === undefined && entry.note === undefined;
  return empty ? { faults } : { value: entry, faults };
}

export const formulary: Parser<Formulary> = (given) => {
  if (!isObject(given)) return bad("not-an-object", given);
  const value: Formulary = {};
  const faults: Fault[] = [];
  for (const [key, entry] of Object.entries(given)) {
    const agent = AGENT_IDS.find((candidate) => candidate === key);
    if (!agent) {
      faults.push({ at: `.${key}`, code: "not-an-agent", given: entry });
      continue;
    }
    const parsed = formularyEntry(entry);
    if (parsed.value) value[agent] = parsed.value;
    faults.push(...within(`.${key}`, parsed.faults));
  }
  return { value, faults };
};
