import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import catalogue from "../../src/_locales/en/messages.json";
import {
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
  STATUSES,
  TRIED,
} from "../../src/engine/vocabulary";
import { REASONS } from "../../src/pilot/manners";
import { AVAILABILITIES } from "../../src/pilot/terms";
import { CHIP_ORDER } from "../../src/sidebar/facts/describe";
import { ROLES } from "../../src/sidebar/port";
import { type Family, keyOf } from "../../src/sidebar/words";

const SECTIONS = ["problems", "medications", "allergies", "family-history", "note", "orders", "other"];
const isAgent = (word: string) => (AGENT_IDS as readonly string[]).includes(word);

/** Every word that each family may be asked to name. */
const FAMILIES: Record<Family, readonly string[]> = {
  adherence: ADHERENCES,
  agent: AGENT_IDS,
  allergy: ALLERGIES.filter((word) => !isAgent(word)),
  band: ["clear", "almost-clear", "mild", "moderate", "severe", "very-severe"],
  certainty: ["high", "moderate", "low", "none"],
  condition: CONDITIONS,
  coverage: ["read", "partly", "reading", "empty", "unreadable"],
  diagnosis: DIAGNOSES,
  fact: [...CHIP_ORDER, "pimecrolimus", "adherence"],
  formulary: AVAILABILITIES,
  from: SECTIONS,
  infection: INFECTIONS,
  jurisdiction: JURISDICTIONS,
  match: ["match", "incomplete", "wording", "polarity", "older", "other-country", "not-graded", "unverified"],
  medication: MEDICATIONS,
  pimecrolimus: PIMECROLIMUS_STATES,
  pitfall: STATUSES,
  pregnancy: PREGNANCIES,
  reason: REASONS,
  redflag: RED_FLAGS,
  role: ROLES,
  scale: ["iga", "easi", "scorad", "poem"],
  section: SECTIONS,
  severity: SEVERITIES,
  site: SITES,
  status: STATUSES,
  strength: ["strong", "conditional", "conditional-against", "none"],
  tried: TRIED,
  verification: ["secondary", "unverified", "design"],
  yesno: ["yes", "no"],
};

const keys = Object.keys(catalogue);
const inFamilies = Object.entries(FAMILIES).flatMap(([family, words]) =>
  words.map((word) => keyOf(family as Family, word)),
);
const shipped = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  .concat(readFileSync("manifest.json", "utf8").replace(/__MSG_(\w+)__/g, '"$1"'))
  .join("\n");
const literals = new Set([...shipped.matchAll(/["'`](\w+)["'`]/g)].map(([, word]) => word));

describe("the language catalogue", () => {
  it("names every word of every closed list", () => {
    expect(inFamilies.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("holds nothing that nobody says", () => {
    const said = new Set([...inFamilies, ...literals]);
    expect(keys.filter((key) => !said.has(key))).toEqual([]);
  });

  it("has keys that browsers accept, none twice in another case, and no empty message", () => {
    expect(keys.filter((key) => !/^[A-Za-z0-9_@]+$/.test(key))).toEqual([]);
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
    expect(Object.values(catalogue).filter(({ message }) => message.trim() === "")).toEqual([]);
  });
});
