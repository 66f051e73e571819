/** Changes to a page that leave what it shows as it is, or show another medicine in place of one. */
import { readPage } from "../../../src/content/read";
import type { Finding, PageReading } from "../../../src/engine/finding";
import { documentOf, expectedOf, fixtureNames, htmlOf } from "./fixtures";
import { BRAND, type Broken, OTHER_CREAM, type Relation, SPELLINGS } from "./relations";

/** What a page's reading says: each thing once, with its section. */
export const shown = (findings: readonly Finding[]): string[] =>
  [
    ...new Set(findings.map(({ concept, status, section }) => `${concept} ${status} ${section ?? "-"}`)),
  ].sort();

export interface PageRelation {
  name: string;
  /** Changes the page; false where the change does not apply to it. */
  change: (page: Document) => boolean;
  concept?: (concept: string) => string;
}

const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "TITLE", "NOSCRIPT"]);

/** Every node of a page, those in open shadow roots too. */
function* nodesOf(root: Node): Generator<Node> {
  for (const node of root.childNodes) {
    yield node;
    if (node instanceof Object && "shadowRoot" in node && node.shadowRoot instanceof Object)
      yield* nodesOf(node.shadowRoot as ShadowRoot);
    yield* nodesOf(node);
  }
}

const elementsOf = (page: Document) =>
  [...nodesOf(page)].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

const textsOf = (page: Document) =>
  [...nodesOf(page)].filter(
    (node): node is Text =>
      node.nodeType === node.TEXT_NODE &&
      Boolean(node.nodeValue?.trim()) &&
      !SILENT.has(node.parentElement?.tagName ?? ""),
  );

/** A change of texts as a change of all texts of a page, one by one, and of its titles and labels. */
const throughout = ({ name, change, concept }: Relation): PageRelation => ({
  name,
  concept,
  change: (page) => {
    let changed = false;
    for (const text of textsOf(page)) {
      const words = text.nodeValue ?? "";
      const other = change(words) ?? words;
      changed ||= other !== words;
      text.nodeValue = other;
    }
    for (const element of elementsOf(page))
      for (const attribute of ["title", "aria-label", "value", "alt"]) {
        const words = element.getAttribute(attribute);
        if (words) element.setAttribute(attribute, change(words) ?? words);
      }
    return changed;
  },
});

const REFERENCES = [
  "for",
  "headers",
  "aria-labelledby",
  "aria-describedby",
  "aria-controls",
  "aria-owns",
  "list",
];
const hashed = (name: string) =>
  `m_${[...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_679_616, 7).toString(36)}`;

/** Gives every class and id a name without meaning, in styles and references too. */
function renameAll(page: Document): boolean {
  const elements = elementsOf(page);
  let changed = false;
  const renamed = (words: string) => words.replace(/\S+/g, hashed);
  const classes = new Set<string>();
  const ids = new Set<string>();
  for (const element of elements) {
    for (const name of element.classList) classes.add(name);
    if (element.id) ids.add(element.id);
    for (const attribute of ["class", "id", ...REFERENCES]) {
      const words = element.getAttribute(attribute);
      if (words) element.setAttribute(attribute, renamed(words));
      changed ||= Boolean(words);
    }
    const link = element.getAttribute("href");
    if (link?.startsWith("#")) element.setAttribute("href", `#${hashed(link.slice(1))}`);
  }
  for (const style of elements.filter(({ tagName }) => tagName === "STYLE"))
    style.textContent = (style.textContent ?? "").replace(
      /([.#])([A-Za-z_][\w-]*)(?=[^{}]*\{)/g,
      (whole, sign: string, name: string) =>
        (sign === "." ? classes : ids).has(name) ? `${sign}${hashed(name)}` : whole,
    );
  return changed;
}

const BOXES = new Set(["SECTION", "ARTICLE", "DIV"]);

/** Turns round the order of sections that stand side by side and hold their own heading. */
function reverseSections(page: Document): boolean {
  let changed = false;
  for (const parent of elementsOf(page)) {
    const sections = [...parent.children].filter(
      (child) => BOXES.has(child.tagName) && child.querySelector("h2, h3, h4, h5, h6, .card-title") !== null,
    );
    if (sections.length < 2) continue;
    const places = sections.map((section) => {
      const place = page.createComment("");
      section.replaceWith(place);
      return place;
    });
    sections.reverse().forEach((section, index) => {
      places[index]?.replaceWith(section);
    });
    changed = true;
  }
  return changed;
}

function wrapBody(page: Document): boolean {
  if (page.body?.tagName !== "BODY") return false;
  const outer = page.createElement("div");
  const inner = page.createElement("div");
  outer.append(inner);
  inner.append(...page.body.childNodes);
  page.body.append(outer);
  return true;
}

function addParagraph(page: Document): boolean {
  if (page.body?.tagName !== "BODY") return false;
  const paragraph = page.createElement("p");
  paragraph.textContent = "The car park is closed on Sundays.";
  page.body.append(paragraph);
  return true;
}

/** Puts every text that stands beside others of its kind into an element that means nothing. */
function wrapTexts(page: Document): boolean {
  const plain = textsOf(page).filter(({ parentElement }) =>
    ["TD", "P", "LI", "DD", "H2", "H3", "H4", "LABEL", "SPAN", "B"].includes(parentElement?.tagName ?? ""),
  );
  for (const text of plain) {
    const span = page.createElement("span");
    text.replaceWith(span);
    span.append(text);
  }
  return plain.length > 0;
}

export const PAGE_RELATIONS: readonly PageRelation[] = [
  throughout(BRAND),
  throughout(OTHER_CREAM),
  ...SPELLINGS.map(throughout),
  { name: "all classes and ids renamed", change: renameAll },
  { name: "sections in the opposite order", change: reverseSections },
  { name: "the whole in two more boxes", change: wrapBody },
  { name: "each text in an element of its own", change: wrapTexts },
  { name: "a neutral paragraph at the end", change: addParagraph },
];

const asTold = (
  { findings, patient, twoPatients }: PageReading,
  { concept }: Pick<PageRelation, "concept">,
) => [
  ...shown(
    findings.map((finding) => ({ ...finding, concept: concept?.(finding.concept) ?? finding.concept })),
  ),
  `patient ${patient ? (patient.ageMonths ?? "of unknown age") : "none"}`,
  ...(twoPatients ? ["two patients"] : []),
];

/** Reads a fixture, changed first if a change is given; nothing where the change does not apply. */
function readFixture(name: string, change?: (page: Document) => boolean): PageReading | undefined {
  const page = documentOf(htmlOf(name));
  const applies = change?.(page) ?? true;
  const today = new Date(`${expectedOf(name).today}T12:00:00`);
  const reading = applies ? readPage(page, { today }) : undefined;
  page.defaultView?.close();
  return reading;
}

const unchanged = new Map<string, PageReading | undefined>();

/** How many pages a change applies to, and those which are read otherwise after it. */
export function brokenPages(relation: PageRelation): { of: number; broken: Broken[] } {
  const pairs = fixtureNames().flatMap((name) => {
    const after = readFixture(name, relation.change);
    if (!after) return [];
    if (!unchanged.has(name)) unchanged.set(name, readFixture(name));
    const before = unchanged.get(name);
    return before ? [{ name, before, after }] : [];
  });
  const broken = pairs.flatMap(({ name, before, after }) => {
    const expected = asTold(before, relation);
    const got = asTold(after, {});
    return expected.join() === got.join()
      ? []
      : [
          {
            of: name,
            expected: expected.filter((each) => !got.includes(each)),
            got: got.filter((each) => !expected.includes(each)),
          },
        ];
  });
  return { of: pairs.length, broken };
}
