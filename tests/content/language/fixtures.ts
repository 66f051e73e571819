/** The pages under tests/pages, as a browser would hold them. */
import { readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { readText } from "../../../src/content/language";
import { readPage } from "../../../src/content/read";

export interface Expected {
  /** The trap that this page sets. */
  trap: string;
  /** The kind of front end it is made like. */
  make: string;
  traps?: number[];
  classes?: number[];
  /** Day on which ages are reckoned. */
  today: string;
  /** All that it says of the disease and its creams: "concept status section". */
  findings?: string[];
  /** What it must not say: beginnings of such words. */
  never?: string[];
  /** Age in months, "unknown", or null where nobody is named. */
  patient: number | "unknown" | null;
  twoPatients?: boolean;
  /** "section: state count" of what is named; entries that a page has beside these do not matter. */
  coverage?: string[];
  /** The page without its trap, and what it then shows. */
  twin?: object;
}

const FOLDER = "tests/pages";

export const fixtureNames = (): string[] => readdirSync(FOLDER).sort();
export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(`${FOLDER}/${name}/findings.json`, "utf8"));
export const htmlOf = (name: string): string => readFileSync(`${FOLDER}/${name}/page.html`, "utf8");

/** A document with the shadow roots that a browser would make of its templates; jsdom makes none. */
export function documentOf(html: string, url = "https://ehr.example/chart"): Document {
  const page = new JSDOM(html, { url }).window.document;
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

/** What of a page's reading is not as expected, in words; empty where all is. */
export function faultsOf(name: string): string[] {
  const expected = expectedOf(name);
  const page = documentOf(htmlOf(name));
  const reading = readPage(page, { today: new Date(`${expected.today}T12:00:00`) });
  page.defaultView?.close();
  const told = [
    ...new Set(
      reading.findings
        .filter(({ concept }) => WATCHED.has(concept))
        .map(({ concept, status, section }) => `${concept} ${status} ${section ?? "-"}`),
    ),
  ];
  const covered = reading.coverage.map(({ section, state, count }) => `${section}: ${state} ${count}`);
  const age = reading.patient ? (reading.patient.ageMonths ?? "unknown") : null;
  const wanted = expected.findings;
  return [
    ...(wanted ? wanted.filter((each) => !told.includes(each)).map((each) => `not read: ${each}`) : []),
    ...(wanted ? told.filter((each) => !wanted.includes(each)).map((each) => `wrongly read: ${each}`) : []),
    ...(expected.never ?? []).flatMap((words) =>
      told.filter((each) => each.startsWith(words)).map((each) => `must not be read: ${each}`),
    ),
    ...(age === expected.patient ? [] : [`patient ${age}, not ${expected.patient}`]),
    ...(Boolean(reading.twoPatients) === Boolean(expected.twoPatients) ? [] : ["number of patients"]),
    ...(expected.coverage ?? []).filter((each) => !covered.includes(each)).map((each) => `not told: ${each}`),
  ];
}

const LINES = new Set([
  "P",
  "DIV",
  "LI",
  "TR",
  "UL",
  "OL",
  "TABLE",
  "SECTION",
  "DD",
  "DT",
  "H1",
  "H2",
  "H3",
  "H4",
  "BR",
]);

/** All words of a page, seen or not, with lines and columns kept: what a reader without a sense for pages would get. */
function wordsOf(node: Node): string {
  const parts = [...node.childNodes].map((child) => {
    if (child.nodeType === child.TEXT_NODE) return child.nodeValue ?? "";
    const { tagName = "", shadowRoot } = child as Element;
    if (tagName === "SCRIPT" || tagName === "STYLE") return "";
    const end = LINES.has(tagName) ? "\n" : tagName === "TD" || tagName === "TH" ? "\t" : "";
    return wordsOf(child) + (shadowRoot ? wordsOf(shadowRoot) : "") + end;
  });
  return parts.join("");
}

/** Whether reading the page's words alone, without its structure, goes wrong in the findings. */
export function failsOnWordsAlone(name: string): boolean {
  const { findings, never = [] } = expectedOf(name);
  const page = documentOf(htmlOf(name));
  const words = wordsOf(page.documentElement);
  page.defaultView?.close();
  const told = new Set(
    readText(words)
      .filter(({ concept }) => WATCHED.has(concept))
      .map(({ concept, status }) => `${concept} ${status}`),
  );
  const wanted = new Set((findings ?? []).map((each) => each.split(" ").slice(0, 2).join(" ")));
  const asWanted = told.size === wanted.size && [...told].every((each) => wanted.has(each));
  return (
    (findings !== undefined && !asWanted) ||
    never.some((ban) => [...told].some((each) => each.startsWith(ban)))
  );
}
