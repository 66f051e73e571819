/** The labelled snippets and how a reading of one is judged. How they were labelled: snippets.md beside this file. */
import { readFileSync } from "node:fs";
import type { Finding } from "../../../src/engine/finding";

export interface Snippet {
  id: number;
  class: string;
  lang: string;
  text: string;
  /** A concept, or a name of FAMILIES. */
  concept: string;
  span_text: string;
  start: number;
  end: number;
  /** The status that a clinician would give to the words at start..end; "other" also where nothing should be found. */
  label: string;
}

export const SETS = [
  "dev",
  "own-1",
  "own-2",
  "own-3",
  "own-4",
  "own-5",
  "own-6",
  "own-7",
  "own-8",
  "own-9",
  "own-10",
  "own-11",
  "own-12",
  "own-13",
  "own-14",
  "own-15",
  "own-16",
  "own-17",
  "own-18",
] as const;
export type SnippetSet = (typeof SETS)[number];

/** One set from a folder that holds "snippets-<set>.jsonl". */
export function snippetsOf(set: SnippetSet, folder = "tests/content/language"): Snippet[] {
  return readFileSync(`${folder}/snippets-${set}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line): Snippet => JSON.parse(line));
}

const ECZEMA = ["atopic-dermatitis", "eczema-unspecified", "eczema-other"];

/** What a label's concept stands for: the snippets do not tell the eczemas apart, and name a steroid by its kind. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  eczema: ECZEMA,
  atopic_dermatitis: ECZEMA,
  tcs: ["topical-corticosteroid"],
  hydrocortisone: ["topical-corticosteroid"],
  tacrolimus_topical: ["tacrolimus-topical"],
  tacrolimus_systemic: ["tacrolimus-systemic"],
};

/** The concept under which a snippet is counted. */
export function countedAs({ concept }: Snippet): string {
  const family = FAMILIES[concept] ?? [concept];
  return family === ECZEMA ? "eczema, any" : (family[0] ?? concept);
}

export const isEczema = (snippet: Snippet) => countedAs(snippet) === "eczema, any";

/**
 * The status read at a snippet's words. Nothing found counts as "other", and "listed" as what a bare list means:
 * present or current.
 */
export function statusRead(snippet: Snippet, findings: readonly Finding[]): string {
  const concepts = FAMILIES[snippet.concept] ?? [snippet.concept];
  const hit = findings.find(
    ({ concept, start = 0, end = 0 }) =>
      concepts.includes(concept) && start < snippet.end && end > snippet.start,
  );
  if (!hit) return "other";
  if (hit.status !== "listed") return hit.status;
  return isEczema(snippet) ? "present" : "current";
}

export const isRight = (snippet: Snippet, findings: readonly Finding[]) =>
  statusRead(snippet, findings) === snippet.label;

/** The classes of hard cases, in their order, and the snippets' own words for each. */
const HARD_CLASSES: Readonly<Record<string, readonly string[]>> = {
  "1 tables, group headings, dates": ["table", "table-status", "table-date", "table-group"],
  "2 intolerance, allergy lists": ["intolerance", "allergy-none", "allergy-list"],
  "3 failure, stated or not": ["failure", "failed", "not-failed", "adherence"],
  "4 switched, planned, never begun": ["switch-plan", "planned", "negated-drug", "past"],
  "5 informants and relatives": ["people", "family", "experiencer-drug"],
  "6 past, resolved, copied": ["time", "hist", "copy-forward"],
  "7 meanings of AD": ["abbreviation", "abbr"],
  "8 other eczemas and likenesses": ["sense", "screen", "ingredient"],
  "9 negation and possibility": ["negation", "neg", "neg-list", "pseudo-neg", "double-neg"],
  "10 by mouth or on the skin": ["route", "drug-lookalike"],
  "11 it, this, the cream": ["anaphora"],
  "12 right drug, other disease": ["indication"],
  "13 misspelt, spaced, cut": ["spelling"],
  "14 Spanish, German, French": ["language", "es", "de", "fr"],
  "suspected or conditional": ["hypothetical", "hypo"],
  "whole notes": ["note"],
  "sentences of any kind": ["sentence"],
  "left as they were found": ["unmended"],
};

export const CLASSES = Object.keys(HARD_CLASSES);

/** The class of hard cases that a snippet belongs to. */
export function classOf(snippet: Snippet): string {
  const found = CLASSES.find((name) => HARD_CLASSES[name]?.includes(snippet.class));
  if (!found) throw new Error(`No class for "${snippet.class}", snippet ${snippet.id}`);
  return found;
}
