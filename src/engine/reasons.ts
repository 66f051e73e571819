/** Reasons as the rules give them: the text of a code, the fact that it is tied to, and what it rests on. */
import type { Reason } from "./advice";
import type { FactId } from "./corrections";
import { VARIABLES } from "./fact-space";
import type { FactName } from "./facts";
import { potencyText } from "./rows";
import type { Range, Row, Tables, When, Words } from "./tables";

/** Code of every reason by which the chart itself trips a pitfall (R25, R26). */
export const TRIPPED = "tripped";

export interface GivenReason {
  reason: Reason;
  onlyIfOffered: boolean;
  asks: boolean;
}

const LISTS = new Set(VARIABLES.flatMap(({ fact, kind }) => (kind === "list" ? [fact] : [])));

/** Conditions of a row, fact by fact. */
export const entriesOf = (when: When) => Object.entries(when) as [FactName, Words | Range][];

/** Equal reasons are one object. */
export class Reasons {
  readonly #known = new Map<string, Reason>();

  constructor(private readonly tables: Tables) {}

  /** The reason behind a code for what a row asks. Throws on an unknown code, or a cause without a name. */
  reason(row: Row, when: When, code: string): GivenReason {
    const entry = this.tables.reasons.reasons[code] ?? potencyText(code, this.tables);
    if (!entry) throw new Error(`${row.id}: no reason ${code}`);
    const [first] = Object.keys(when);
    const fact = entry.fact ?? first ?? "none";
    const text = entry.text.includes("{cause}")
      ? entry.text.replace("{cause}", this.#cause(row, when))
      : entry.text;
    const plain = code.split(/[/|]/)[0] ?? code;
    const restsOn = plain === TRIPPED ? idsOf(when) : [];
    const key = [code, fact, text, ...restsOn].join(" ");
    const reason = this.#known.get(key) ?? {
      code: plain,
      text,
      ...(fact === "none" ? {} : { fact: fact as FactName }),
      sources: Object.freeze(entry.sources) as string[],
      verification: Object.freeze(entry.verification) as Reason["verification"],
      ...(restsOn.length > 0 && { restsOn: Object.freeze(restsOn) as FactId[] }),
    };
    this.#known.set(key, Object.freeze(reason));
    return { reason, onlyIfOffered: entry.onlyIfOffered ?? false, asks: entry.asks ?? false };
  }

  /** What the first condition is called: its fact and its one word. */
  #cause(row: Row, when: When): string {
    const [fact, condition] = entriesOf(when)[0] ?? [];
    const [agent, words] =
      fact === "tried" ? (Object.entries(condition ?? {})[0] ?? []) : [undefined, condition];
    const word = Array.isArray(words) && words.length === 1 ? words[0] : undefined;
    const name = this.tables.reasons.causes[[fact, agent, word].filter(Boolean).join(".")];
    if (!word || !name) throw new Error(`${row.id}: a cause without a name`);
    return name;
  }
}

/**
 * Ids of the facts that a condition asks for, as in `Evidence`: "medications.trimethoprim", "tried.methotrexate". Words
 * that must not be there are none. That pimecrolimus was used stands under its own id.
 */
function idsOf(when: When): FactId[] {
  return entriesOf(when).flatMap(([fact, condition]) => {
    if (fact === "tried") {
      return Object.keys(condition).map((agent) =>
        agent === "pimecrolimus" ? "onPimecrolimus" : `tried.${agent}`,
      );
    }
    if (!LISTS.has(fact)) return [fact];
    return Array.isArray(condition) ? condition.map((word) => `${fact}.${word}`) : [];
  });
}
