/** A reading kept in step with its page says what a fresh reading of that page would say. */
import { readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { language } from "../../../src/content/language";
import { PageReader } from "../../../src/content/page/reader";
import { atOnce } from "../../../src/content/watch/slices";
import type { PageReading } from "../../../src/engine/finding";
import { TODAY } from "./passages";

const folder = new URL("../../pages/", import.meta.url);
const cases = readdirSync(folder).filter((name) => !name.includes("shadow"));

/** A small generator with a seed, so that a failure can be looked at again. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const TEXTS = [
  "Pimecrolimus 1% cream",
  "Atopic dermatitis",
  "Eczema",
  "Active",
  "Discontinued",
  "Medications",
  "Problems",
  "Family history",
  "Allergies",
  "No known allergies",
  "Nothing of note",
  "Patient: Nobody Synthetic DOB 1990-01-01",
];
const BOXES = [
  "<p>?</p>",
  "<h3>?</h3>",
  "<ul><li>?</li></ul>",
  "<div><b>?</b><span>Active</span></div>",
  "?",
];

type Change = (page: Document, pick: (limit: number) => number) => void;

const anyOf = <T>(list: ArrayLike<T>, pick: (limit: number) => number): T | undefined =>
  list[pick(list.length)];
const boxOf = (page: Document, pick: (limit: number) => number) =>
  anyOf(page.querySelectorAll("body, body *:not(script):not(style):not(template)"), pick);

const CHANGES: Record<string, Change> = {
  text(page, pick) {
    const walker = page.createTreeWalker(page.body ?? page.documentElement, 4);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const text = anyOf(texts, pick);
    if (text) text.nodeValue = anyOf(TEXTS, pick) ?? "";
  },
  insert(page, pick) {
    const html = (anyOf(BOXES, pick) ?? "?").replace("?", anyOf(TEXTS, pick) ?? "");
    boxOf(page, pick)?.insertAdjacentHTML(pick(2) ? "beforeend" : "afterbegin", html);
  },
  remove(page, pick) {
    const box = anyOf(page.querySelectorAll("body *"), pick);
    if (box && (box.textContent ?? "").length < 300) box.remove();
  },
  row(page, pick) {
    const row = anyOf(page.querySelectorAll("tr, li"), pick);
    if (row?.parentNode) row.parentNode.insertBefore(row.cloneNode(true), pick(2) ? row : null);
  },
  move(page, pick) {
    const [row, box] = [anyOf(page.querySelectorAll("tr, li, p"), pick), boxOf(page, pick)];
    if (row && box && !row.contains(box)) box.append(row);
  },
  hide(page, pick) {
    boxOf(page, pick)?.toggleAttribute("hidden");
  },
  choose(page, pick) {
    const tab = anyOf(page.querySelectorAll("[role=tab], .tab, .nav-link, li > a"), pick);
    tab?.setAttribute("aria-selected", String(tab.getAttribute("aria-selected") !== "true"));
    tab?.classList.toggle("active");
  },
  strike(page, pick) {
    const box = boxOf(page, pick);
    if (box && box !== page.body) box.setAttribute("style", pick(2) ? "text-decoration:line-through" : "");
  },
};

const findingsOf = ({ findings }: PageReading) =>
  findings.map(({ passage: _, ...finding }) => JSON.stringify(finding)).sort();
const saidBy = (reading: PageReading) => ({
  findings: findingsOf(reading),
  patient: reading.patient?.key,
  two: reading.twoPatients,
  coverage: [...reading.coverage].sort((a, b) => (a.section < b.section ? -1 : 1)),
});

describe.each(cases)("%s", (name) => {
  it("is read alike step by step and at once", () => {
    const html = readFileSync(new URL(`${name}/page.html`, folder), "utf8");
    for (let seed = 1; seed <= 3; seed++) {
      const pick = random(seed * 7919 + name.length);
      const { window } = new JSDOM(html, { url: "https://ehr.example/chart" });
      const page = window.document;
      const reader = new PageReader(page, language, () => TODAY);
      const observer = new window.MutationObserver(() => {});
      observer.observe(page, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ["hidden", "style", "class", "aria-selected"],
      });
      atOnce(reader.read(true));
      const done: string[] = [];
      for (let step = 0; step < 6; step++) {
        const change = anyOf(Object.keys(CHANGES), pick) ?? "text";
        CHANGES[change]?.(page, pick);
        done.push(change);
        reader.note(observer.takeRecords());
        const kept = saidBy(atOnce(reader.read(false)));
        const fresh = saidBy(atOnce(new PageReader(page, language, () => TODAY).read(true)));
        expect(kept, `${name}, seed ${seed}: ${done.join(", ")}`).toEqual(fresh);
      }
    }
  });
});
