/** The pages under tests/pages, as a browser would hold them. */
import { readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

export interface Expected {
  /** The trap that this page sets. */
  trap: string;
  /** The kind of front end it is made like. */
  make: string;
  /** Day on which ages are reckoned. */
  today: string;
  [more: string]: unknown;
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
