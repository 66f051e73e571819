/** Pages that name the patient in their titles alone, or two people in two places. All people are synthetic. */
import { describe, expect, it } from "vitest";
import { read1 } from "../page/passages";

const trail = (...links: string[]) =>
  `<nav class=app-breadcrumbs><ol>${links.map((link) => `<li><a>${link}</a></li>`).join("")}</ol></nav>`;
const card = (birth: string) =>
  `<section><div class=card><div>Particulars</div><div><div>Birth date</div><div>${birth}</div></div><div><div>Sex</div><div>female</div></div></div></section>`;
const menu = `<ul role=menu><li role=menuitem>Overview</li><li role=menuitem>Wearables</li><li role=menuitem>Documents</li><li role=menuitem>Encounters of this year</li><li role=menuitem>Resources</li></ul>`;
const head = (title: string, ...links: string[]) => `<div>${trail(...links)}<h3>${title}</h3>${menu}</div>`;

describe("a name in the page's title", () => {
  it("is the patient's where one date of birth stands on the page without a name", () => {
    const { reading } = read1(head("Alice Synthetic", "Patients", "Alice Synthetic") + card("1993-04-17"));
    expect(reading.patient?.ageMonths).toBe(403);
    expect(reading.patient?.label).toContain("Alice Synthetic");
  });

  it("is read from the trail of links, the name elsewhere being in two boxes", () => {
    const { reading } = read1(
      `<aside><button><p>Alice</p><p>Synthetic</p></button><div><p>DOB</p><p><span>17/04/1993</span><span> (33 years)</span></p></div></aside><main>${trail("Patients", "All patients", "Alice Synthetic")}</main>`,
    );
    expect(reading.patient?.ageMonths).toBe(403);
  });

  it.each([
    ["no date of birth", head("Alice Synthetic", "Patients")],
    ["two dates of birth", head("Alice Synthetic", "Patients") + card("1993-04-17") + card("1960-01-02")],
    ["no name", head("General Information", "Patients", "Overview") + card("1993-04-17")],
  ])("is not guessed from %s", (_, html) => {
    expect(read1(html).reading.patient).toBeUndefined();
  });
});

describe("two people in two places", () => {
  it.each([
    ["the title and the trail of links", head("Alice Synthetic", "Berta Mock") + card("1993-04-17")],
    [
      "the banner and the open encounter",
      `<header>Alice Synthetic DOB 1993-04-17</header><div><span class=title>2026-11-02 Encounter for Berta Mock</span></div>`,
    ],
  ])("are told: %s", (_, html) => {
    expect(read1(html).reading).toMatchObject({ twoPatients: true });
  });

  it.each(["Encounter for Alice Synthetic", "Encounter for Well Child Check", "Chart of Synthetic, Alice"])(
    "are one under %s",
    (title) => {
      const { reading } = read1(`<header>Alice Synthetic DOB 1993-04-17</header><h2>${title}</h2>`);
      expect(reading.twoPatients).toBeUndefined();
      expect(reading.patient?.ageMonths).toBe(403);
    },
  );

  it("are one where a carer wrote the entry that names the patient", () => {
    const { reading } = read1(
      `<div><p>Alice Synthetic</p><p>1993-04-17 (033Y)</p></div><hr><div><p><a>Rowan Mock</a></p><p><a>3/14/2025</a> <a>Patient</a></p><div><h4>Created</h4><dl><dt>Name<dd>Alice Synthetic<dt>Birth Date<dd>1993-04-17</dl></div></div>`,
    );
    expect(reading.twoPatients).toBeUndefined();
    expect(reading.patient?.ageMonths).toBe(403);
  });
});

describe("a name with the sex alone", () => {
  const box = (name: string) =>
    `<div class=${name}><div>Alice Synthetic</div><div>Female</div></div><p>Elidel</p>`;

  it("counts in what the page calls the patient's", () => {
    expect(read1(box("patient-info")).reading.patient?.sex).toBe("female");
  });

  it("does not count elsewhere", () => {
    expect(read1(box("details")).reading.patient).toBeUndefined();
  });
});

describe("a worklist", () => {
  const row = (name: string, words: string) => `<tr><td><a>${name} 09:10</a> <span>${words}</span></td></tr>`;
  const page = (
    dialog: string,
  ) => `<table>${row("Alice Synthetic", "eczema")}${row("Ben Mock", "Elidel refill")}</table>
    <div class=rows><div class=row><b>Alice Synthetic</b> <i>13Y/F</i></div><div class=row><b>Ben Mock</b> <i>29Y/M</i></div></div>
    ${dialog}`;

  it("opens nobody's chart by a dialog about one of its people", () => {
    const { reading, found } = read1(
      page(`<div class="popup box"><label>Patient Name:</label><label>Ben Mock</label><p>29Y/M</p></div>`),
    );
    expect(reading.patient).toBeUndefined();
    expect(found).toEqual([]);
  });

  it("beside a chart leaves the chart its words", () => {
    const { reading, found } = read1(
      page(`<header>Cy Synthesis DOB 1993-04-17</header><main><p>Urticaria</p></main>`),
    );
    expect(reading.patient?.ageMonths).toBe(403);
    expect(found).toContain("Urticaria");
  });
});
