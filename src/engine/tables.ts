/** The decision tables as they are written in `knowledge/`, and nothing else. */
import type { Grade, Group } from "./advice";
import type { Verification } from "./content";
import type { FactName } from "./facts";
import base from "./knowledge/base-status.json";
import gates from "./knowledge/gates.json";
import items from "./knowledge/items.json";
import modifiers from "./knowledge/modifiers.json";
import potency from "./knowledge/potency.json";
import reasons from "./knowledge/reasons.json";
import redFlags from "./knowledge/red-flags.json";
import statements from "./knowledge/statements.json";
import type { SEVERITIES } from "./vocabulary";

/** Part of a number's range. `from` and `upTo` are within it, `below` and `above` are not. */
export interface Range {
  from?: number;
  below?: number;
  above?: number;
  upTo?: number;
  orUnknown?: boolean;
}

/**
 * Words of which one must hold ("unknown": the fact is absent, or its list empty; "yes" and "no" for a fact that is true
 * or false; "self" for the agent of the cell), or words of which none may.
 */
export type Words = string[] | { not: string[] } | { noneOf: string[] };

/** Conditions on facts, all of which must hold. The first names the fact that a reason is tied to. */
export type When = { [Fact in FactName]?: Fact extends "tried" ? Record<string, Words> : Words | Range };

/**
 * "exclude", "defer", "needs-info", "caution", "consider", "recommend", "note" (a reason, no change), "later", "not-next"
 * or "none" (no change, although an agent like it has one); then the code of a reason, then "specialist", each if need be.
 */
export type Cell = string;

export interface Row {
  id: string;
  label: string;
  /** Alternatives stand in a list; words of a list fact are alternatives too. */
  when: When | When[];
  /** Reason of the cells that name none. */
  reason?: string;
  /** What "check before prescribing" says while the fact is not known, and for whom. */
  check?: string;
  checkIf?: When;
  /** Brings an item of the pitfalls to the front. */
  pin?: boolean;
  cells: Record<string, Cell>;
}

export type BaseRow = { items: string[]; label: string; when?: When } & Record<
  (typeof SEVERITIES)[number] | "unknown",
  Cell
>;

export interface Potency {
  potency: string;
  inActiveFlare?: string;
  note?: string;
}

export interface ReasonText {
  text: string;
  sources: string[];
  verification: Verification[];
  /** The fact that it is tied to, where that is not the row's; "none": no fact. */
  fact?: string;
  /** Said only to someone who may have the item. */
  onlyIfOffered?: boolean;
  /** Asks for what the card still needs to be of use: told before what only cautions. */
  asks?: boolean;
}

export interface ItemRow {
  id: string;
  group: Exclude<Group, "redFlags">;
  statements: string[];
  /** The statement whose grade the item carries (R22). */
  gradeFrom?: string;
  beyondSource?: boolean;
  specialist?: boolean;
}

export interface RedFlagRow {
  id: string;
  text: string;
  sources: string[];
  verification: Verification[];
  derivedFrom?: When;
}

export interface Tables {
  base: BaseRow[];
  /** `inherits`: an agent beyond the source takes the cells of another where a row gives it none. */
  modifiers: { inherits: Record<string, string>; rows: Row[] };
  gates: Row[];
  potency: {
    item: string;
    ages: Record<string, Range>;
    siteNames: Record<string, string>;
    sources: string[];
    verification: Verification[];
    rows: ({ sites: string[] } & Record<string, Potency | string[]>)[];
    limits: { when: When; reason: string }[];
  };
  /** `causes`: what "{cause}" in a text stands for, by fact and word. */
  reasons: { causes: Record<string, string>; reasons: Record<string, ReasonText> };
  items: ItemRow[];
  redFlags: RedFlagRow[];
  statements: ({ id: string } & Grade)[];
}

/** The tables that ship. JSON has no closed words: the compiler of the tables refuses whatever it does not know. */
export const TABLES = {
  base,
  modifiers,
  gates,
  potency,
  reasons,
  items,
  redFlags,
  statements,
} as unknown as Tables;
