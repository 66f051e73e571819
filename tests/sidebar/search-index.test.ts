import { describe, expect, it } from "vitest";
import { content } from "../../src/engine";
import { passagesOf, searcherOf } from "../../src/sidebar/tools/search-index";
import { pieces, termOf } from "../../src/sidebar/tools/search-words";

const knowledge = content();
const search = searcherOf(knowledge);
const first = (query: string) => search(query)[0];

describe("the search over the guidance", () => {
  it("holds every statement, difference, label fact, guideline check, note and way of use", () => {
    const passages = passagesOf(knowledge);
    const count = (kind: string) => passages.filter((passage) => passage.kind === kind).length;
    expect(count("search_statement")).toBe(knowledge.statements.length);
    const texts = knowledge.differences.flatMap(({ text, variants = {} }) => [
      text,
      ...Object.values(variants),
    ]);
    expect(passages.map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
    expect(count("search_difference")).toBe(new Set(texts).size);
    expect(count("search_note")).toBe(knowledge.items.flatMap(({ notes = [] }) => notes).length);
    expect(count("search_label")).toBe(knowledge.items.flatMap(({ labels }) => labels).length);
    expect(count("search_guideline")).toBe(knowledge.items.flatMap(({ guidelines }) => guidelines).length);
    expect(count("search_how_to")).toBe(knowledge.items.flatMap(({ howTo }) => howTo).length);
  });

  it.each([
    ["which steroid strength for the eyelids?", /Eyelid/],
    ["protopic 0.1%", /0\.1 %/],
    ["elidel age", /24 months|3 months/],
    ["ruxolitinib breastfeeding", /breastfeed/i],
    ["bleach bath", /bleach/i],
    ["oral antihistamine itch", /itch/],
    ["emollient fire", /burn/i],
    ["tpmt", /TPMT/],
    ["stinging", /sting/i],
    ["pruritus antihistamine", /itch/],
    ["tacrolimus nursing mother", /nursing|breastfeed/i],
    ["pediatric", /paediatric/i],
    ["vaccination", /vaccine/i],
    ["babies", /infant/i],
    ["how long can protopic be used on the face", /until it clears/],
    ["tacrolimus how often", /twice daily/],
    ["tacrolimus vs pimecrolimus", /works better/],
    ["sun exposure", /UV/],
    ["black box warning elidel", /Boxed warning/],
    ["elidel cancer", /malignancies/],
    ["max area ruxolitinib", /20 %/],
    ["fingertip unit", /half a gram/],
    ["moisturizer how much", /grams per week/],
    ["prednisone", /oral corticosteroid/i],
    ["when to refer", /Urgent/],
  ])("%s", (query, expected) => {
    expect(
      search(query)
        .slice(0, 5)
        .map(({ text, about }) => `${about} ${text}`)
        .join("\n"),
    ).toMatch(expected);
  });

  it("gives only passages that exist", () => {
    const texts = new Set(passagesOf(knowledge).map(({ text }) => text));
    expect(search("tacrolimus").every(({ text }) => texts.has(text))).toBe(true);
  });

  it.each(["isotretinoin", "psoralen lamp voltage", "zzz", "?", "", "the of and"])(
    "finds nothing about %j rather than something",
    (query) => {
      expect(search(query)).toEqual([]);
    },
  );

  it("takes a number for that number alone", () => {
    const met = new Set(search("0.1 %").flatMap((hit) => [...hit.met]));
    expect([...met]).toEqual(["0.1"]);
    expect(search("0.0023")).toEqual([]);
  });

  it("forgives a slip of the keyboard in a long word", () => {
    expect(first("crisaborol")?.about).toMatch(/crisaborole/i);
    expect(first("pimecrolimis")?.text.concat(first("pimecrolimis")?.about ?? "")).toMatch(/pimecrolimus/i);
  });

  it("names the words that it met, for the marks", () => {
    const met = first("steroid eyelid")?.met ?? new Set();
    expect([...met].some((term) => term === "eyelid" || term === "corticosteroid")).toBe(true);
  });
});

describe("words and pieces", () => {
  it("keeps numbers with their decimals, and drops what carries nothing", () => {
    expect(pieces("0.03 % for the face").map(({ term }) => term)).toEqual([
      "0.03",
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      "face",
    ]);
  });

  it("puts a text together again as it was", () => {
    const text = "Tacrolimus 0.1 %: twice daily (thin layer), “until clear”.";
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });

  it("knows brands and plain words", () => {
    expect(termOf("Steroids")).toBe("corticosteroid");
    expect(termOf("Elidel")).toBe("pimecrolimus");
    expect(termOf("abscess")).toBe("abscess");
  });
});
