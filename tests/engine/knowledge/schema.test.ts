import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ITEM_IDS } from "../../../src/engine/advice";
import { AGENT_IDS, RED_FLAGS } from "../../../src/engine/vocabulary";
import { names, readJson, textsOf } from "./files";
import { FILES, file } from "./shapes";
import { TABLE_FILES } from "./table-shapes";

const SHAPES: Record<string, z.ZodType> = { ...FILES, ...TABLE_FILES };

const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const itemIds: string[] = [...Object.values(ITEM_IDS).flat(), ...RED_FLAGS];

describe("each knowledge file", () => {
  it.each(names)("%s has the shape that the engine reads", (file) => {
    const name = file.replace(".json", "");
    const { error } = SHAPES[name]?.safeParse(readJson(name)) ?? { error: new z.ZodError([]) };
    expect(error && z.prettifyError(error)).toBeUndefined();
  });
});

describe("what the files say to each other", () => {
  it("has every statement, difference, reference and card once, in order", () => {
    expect(ids(file("statements"))).toEqual([
      "S0a",
      "S0b",
      ...Array.from({ length: 35 }, (_, i) => `S${i + 1}`),
    ]);
    expect(ids(file("differences"))).toEqual(Array.from({ length: 21 }, (_, i) => `D${i + 1}`));
    expect(ids(file("references"))).toEqual(["1", "2", "3", "4"]);
    expect(ids(file("cards")).sort()).toEqual(itemIds.sort());
    const sources = ids(file("sources"));
    expect(sources).toEqual([...new Set(sources)]);
  });

  it("counts the kinds of statement as the article has them", () => {
    const kinds: Record<string, number> = {};
    for (const { kind } of file("statements")) kinds[kind] = (kinds[kind] ?? 0) + 1;
    expect(kinds).toEqual({
      meta: 2,
      "next-line": 12,
      gate: 3,
      adjunct: 3,
      secondary: 3,
      escalation: 3,
      rescue: 1,
      pitfall: 6,
      adherence: 4,
    });
  });

  it("puts every statement but the two about the article itself on an item that exists", () => {
    for (const { id, items } of file("statements")) {
      expect(items.length > 0, id).toBe(!id.startsWith("S0"));
      expect(itemIds, id).toEqual(expect.arrayContaining(items));
    }
  });

  it("lets a difference affect statements that exist", () => {
    const known = [...ids(file("statements")), "all", "whole"];
    for (const { id, affects } of file("differences"))
      expect(known, id).toEqual(expect.arrayContaining(affects));
  });

  it("keeps a difference within two sentences, in every jurisdiction", () => {
    for (const { id, text: words, variants } of file("differences")) {
      for (const version of [words, ...Object.values(variants ?? {})]) {
        expect(version.match(/[.!?](\s|$)/g)?.length, `${id}: ${version}`).toBeLessThanOrEqual(2);
      }
    }
  });

  it("names only sources that are in the register", () => {
    const known = new Set([...ids(file("sources")), "none"]);
    const named = [
      ...file("statements").flatMap(({ checks }) => checks),
      ...Object.values(file("guidelines")).flat(),
      ...file("cards").flatMap(({ howTo }) => howTo),
      ...Object.values(file("checklists")).flat(),
      ...Object.values(file("topical-use").timesDaily),
      ...Object.values(file("topical-use").limits).flat(),
    ].flatMap(({ sources }) => sources);
    const labels = Object.values(file("agents")).flatMap((agent) => agent.labels.map(({ source }) => source));
    expect([...named, ...labels, file("fingertip").source].filter((id) => !known.has(id))).toEqual([]);
  });

  it("names in the rules' reasons, red flags and handouts only sources that are in the register", () => {
    const known = new Set(ids(file("sources")));
    const named = ["reasons", "red-flags", "potency", "handout"]
      .flatMap((name) => textsOf(readJson(name), name))
      .filter(({ path }) => /\/sources\/\d+$/.test(path));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ text }) => !known.has(text))).toEqual([]);
  });

  it("names a source wherever something was read in a primary one", () => {
    const facts = [
      ...file("statements").flatMap(({ checks }) => checks),
      ...file("cards").flatMap(({ howTo }) => howTo),
      ...Object.values(file("checklists")).flat(),
    ];
    const bare = facts.filter(
      ({ verification: tags, sources }) => tags.includes("primary") && sources.length === 0,
    );
    expect(bare).toEqual([]);
    for (const { name, labels } of Object.values(file("agents"))) {
      for (const { source, facts: said } of labels.filter((label) => label.source === "none")) {
        const tags = said.flatMap(({ verification: tag }) => tag);
        expect(tags, `${name}, ${source}`).not.toContain("primary");
      }
    }
  });

  it("ties cards to checklists, agents and guidelines that exist, and leaves none of them unused", () => {
    const cards = file("cards");
    const lists = Object.keys(file("checklists"));
    expect(cards.flatMap(({ checklist }) => checklist ?? []).sort()).toEqual(lists.sort());
    const agents = Object.keys(file("agents"));
    const used = cards.flatMap((card) => card.agents);
    expect(agents).toEqual(expect.arrayContaining(used));
    // Two agents are described only so that their absence from the options is explained.
    expect(agents.filter((id) => !used.includes(id)).sort()).toEqual(["baricitinib", "delgocitinib"]);
    expect(itemIds).toEqual(expect.arrayContaining(Object.keys(file("guidelines"))));
  });

  it("describes every agent of the vocabulary that has a label", () => {
    const withLabel = AGENT_IDS.filter((id) => id !== "phototherapy");
    expect(Object.keys(file("agents"))).toEqual(expect.arrayContaining(withLabel));
  });

  it("has a fingertip table without gaps, over the same areas at every age", () => {
    const { ages, counts, sites } = file("fingertip");
    expect(ages[0]?.fromMonths).toBe(3);
    expect(ages.at(-1)?.toMonths).toBe(1440);
    for (const [index, age] of ages.entries()) {
      expect(Object.keys(age.units)).toEqual(Object.keys(counts));
      const next = ages[index + 1];
      if (next) expect(next.fromMonths).toBe(age.toMonths + 1);
    }
    for (const { areas } of Object.values(sites)) {
      expect(Object.keys(counts)).toEqual(expect.arrayContaining(Object.keys(areas)));
    }
  });

  it("states all thirteen source attributes, and leaves no review to be assumed", () => {
    const about = file("about");
    expect(about.sourceAttributes).toHaveLength(13);
    expect(about).toMatchObject({ reviewStatus: "pending human review", reviewer: null });
    expect(about.source).toMatchObject({
      lastUpdated: "3 November 2025",
      lastUpdatedAsPrinted: "November 3, 2025",
    });
    expect(about.reviewBy > about.factsReadOn).toBe(true);
  });
});
