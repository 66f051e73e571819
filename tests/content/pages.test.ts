/** Every page under tests/pages, read by what ships, against what a clinician would say it shows. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPage } from "../../src/content/read";
import type { Finding, PageReading } from "../../src/engine/finding";
import { pageOf } from "./page/passages";

interface Expected {
  /** The trap that this page sets. */
  trap: string;
  /** Of the eighteen traps that charts set: those which this page holds. */
  traps?: number[];
  /** Of the fourteen classes of hard text. */
  classes?: number[];
  /** The kind of front end it is made like. */
  make: string;
  /** Day on which ages are reckoned. */
  today: string;
  /** All that it says of the disease and its creams: "concept status section". */
  findings?: string[];
  /** What the reader is known to make of it instead: a debt, counted in docs/reading.md. */
  readAs?: string[];
  /** What it must not say: beginnings of such words. */
  never?: string[];
  /** Age in months, "unknown", or null where nobody is named. */
  patient: number | "unknown" | null;
  twoPatients?: boolean;
  /** "section: state count" of what is named; entries that a page has beside these do not matter. */
  coverage?: string[];
  /** The page without its trap: words replaced, and what it then shows. */
  twin?: { replace: [string, string][] } & Partial<
    Pick<Expected, "findings" | "never" | "patient" | "coverage">
  >;
}

const folder = new URL("../pages/", import.meta.url);
const cases = readdirSync(folder).sort();
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(`${name}/findings.json`, folder), "utf8"));
const htmlOf = (name: string) => readFileSync(new URL(`${name}/page.html`, folder), "utf8");

/** jsdom parses declarative shadow roots as plain templates. */
function withShadowRoots(page: Document): Document {
  const expand = (root: ParentNode) => {
    for (const template of root.querySelectorAll<HTMLTemplateElement>("template[shadowrootmode=open]")) {
      const shadow = template.parentElement?.attachShadow({ mode: "open" });
      shadow?.append(template.content);
      template.remove();
      if (shadow) expand(shadow);
    }
  };
  expand(page);
  return page;
}

const WATCHED = new Set([
  "atopic-dermatitis",
  "eczema-unspecified",
  "pimecrolimus",
  "tacrolimus-topical",
  "topical-corticosteroid",
]);
const told = (findings: Finding[]) =>
  [
    ...new Set(
      findings
        .filter(({ concept }) => WATCHED.has(concept))
        .map(({ concept, status, section }) => `${concept} ${status} ${section ?? "-"}`),
    ),
  ].sort();

const read = (html: string, today: string): PageReading =>
  readPage(withShadowRoots(pageOf(html)), { today: new Date(`${today}T12:00:00`) });

function check(reading: PageReading, expected: Partial<Expected>) {
  const { findings, readAs = findings } = expected;
  if (findings)
    expect([[...findings].sort(), [...(readAs ?? [])].sort()]).toContainEqual(told(reading.findings));
  for (const words of expected.never ?? [])
    expect(told(reading.findings).filter((each) => each.startsWith(words))).toEqual([]);
  if (expected.patient === null) expect(reading.patient).toBeUndefined();
  else if (expected.patient !== undefined) {
    expect(reading.patient).toBeDefined();
    expect(reading.patient?.ageMonths ?? "unknown").toBe(expected.patient);
  }
  if (expected.coverage)
    expect(reading.coverage.map(({ section, state, count }) => `${section}: ${state} ${count}`)).toEqual(
      expect.arrayContaining(expected.coverage),
    );
}

describe.each(cases)("%s", (name) => {
  const expected = expectedOf(name);

  it(expected.trap, () => {
    const reading = read(htmlOf(name), expected.today);
    check(reading, expected);
    expect(reading.twoPatients ?? false).toBe(expected.twoPatients ?? false);
  });

  const { twin } = expected;
  if (twin)
    it("and reads otherwise without it", () => {
      const html = twin.replace.reduce((text, [from, to]) => {
        expect(text).toContain(from);
        return text.replaceAll(from, to);
      }, htmlOf(name));
      check(read(html, expected.today), twin);
    });
});

describe("the pages together", () => {
  it("are many, of many makes, each with a trap of its own", () => {
    const all = cases.map(expectedOf);
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ make }) => make)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(all.map(({ trap }) => trap)).size).toBe(all.length);
  });

  it("hold every trap but the last, which is about load, and every class of hard text", () => {
    const all = cases.map(expectedOf);
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
    const sorted = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b);
    expect(sorted(all.flatMap(({ traps = [] }) => traps))).toEqual(upTo(17));
    expect(sorted(all.flatMap(({ classes = [] }) => classes))).toEqual(upTo(14));
  });

  it("are read otherwise than they should be in three places, and no more", () => {
    const owed = cases.filter((name) => expectedOf(name).readAs);
    expect(owed.length).toBeLessThanOrEqual(3);
    for (const name of owed)
      expect([...(expectedOf(name).readAs ?? [])].sort()).not.toEqual(
        [...(expectedOf(name).findings ?? [])].sort(),
      );
  });

  it("show synthetic people only, at example hosts", () => {
    for (const name of cases) {
      const html = htmlOf(name);
      for (const [, host = ""] of html.matchAll(/https?:\/\/([^/"'\s]+)/g))
        expect(host).toMatch(/\.example$/);
      if (expectedOf(name).patient !== null) expect(html).toMatch(/synthetic/i);
    }
  });
});
