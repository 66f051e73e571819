/** Words that named nobody are asked again as soon as something near them says whose they are. */
import { expect, it } from "vitest";
import { PageReader } from "../../../src/content/page/reader";
import { atOnce } from "../../../src/content/watch/slices";
import type { PagePatient } from "../../../src/engine/finding";
import { pageOf, TODAY } from "../page/passages";

const LONG = `<p>${"Emollient advice was given again. ".repeat(60)}</p>`;

/** Patients before and after a change, and as a fresh reading sees them. */
function patientsOf(html: string, change: (page: Document) => void) {
  const page = pageOf(html);
  const observer = new (page.defaultView ?? globalThis).MutationObserver(() => undefined);
  observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
  const newReader = () => new PageReader(page, { readPassage: () => [], *learn() {} }, () => TODAY);
  const reader = newReader();
  const before: PagePatient | undefined = atOnce(reader.read(true)).patient;
  change(page);
  reader.note(observer.takeRecords());
  const after = atOnce(reader.read(false)).patient;
  return { before, after, fresh: atOnce(newReader().read(true)).patient };
}

const byId = (page: Document, id: string) => page.getElementById(id) as HTMLElement;

it.each<[string, string, (page: Document) => void]>([
  [
    "a name comes into the box just before",
    `<div><div id="name">Chart</div><div><p>DOB 1990-01-01</p><p>MRN SYN-1</p></div></div>${LONG}`,
    (page) => {
      byId(page, "name").textContent = "Ada Synthetic";
    },
  ],
  [
    "a box with a name is put before",
    `<main><div id="rest"><p>DOB 1990-01-01</p><p>MRN SYN-1</p></div>${LONG}</main>`,
    (page) => byId(page, "rest").insertAdjacentHTML("beforebegin", "<div>Ada Synthetic</div>"),
  ],
  [
    "a box between the name and the rest goes",
    `<main><div>Ada Synthetic</div><div id="between">${LONG}</div><div><p>DOB 1990-01-01</p><p>MRN SYN-1</p></div>${LONG}</main>`,
    (page) => byId(page, "between").remove(),
  ],
  [
    "a large box around is shown",
    `<main id="all" hidden><div><b>Ada Synthetic</b> <span>DOB 1990-01-01</span></div>${LONG}</main>`,
    (page) => byId(page, "all").removeAttribute("hidden"),
  ],
  [
    "a long text beside shrinks, so that one box holds name and date of birth",
    `<div><p><b>Ada Synthetic</b></p><p id="long">${"Emollient advice. ".repeat(99)}</p><p><i>DOB 1990-01-01</i></p></div>${LONG}`,
    (page) => {
      byId(page, "long").textContent = "Seen today.";
    },
  ],
])("names the patient when %s", (_, html, change) => {
  const { before, after, fresh } = patientsOf(html, change);
  expect(before).toBeUndefined();
  expect(fresh?.key).toBeDefined();
  expect(after).toEqual(fresh);
});
