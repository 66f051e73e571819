import { describe, expect, it } from "vitest";
import { read1 } from "../page/passages";

const patientOf = (html: string) => read1(html).reading.patient;

describe("the banner", () => {
  it.each([
    [
      "spans without labels",
      `<header aria-label="patient banner"><span>Alice Synthetic</span><span>Female</span><span>33 yrs · 17-Apr-1993 · OpenMRS ID: 10000X7</span></header>`,
      403,
    ],
    [
      "loose text in a frame of its own",
      `<table><tr><td>Patient: <a href=#>Alice Synthetic</a> (SYN-10001)</td><td>DOB: 1993-04-17 Age: 33</td></tr></table>`,
      403,
    ],
    [
      "a name above a date with the age in brackets",
      `<div><p>Alice Synthetic</p><p>1993-04-17 (033Y)</p><div>icon</div></div>`,
      403,
    ],
    [
      "one line with bars",
      `<div><span>Synthetic, Alice</span> | 04/17/1993 | she/her | Female | 62 kg</div>`,
      403,
    ],
    ["one span", `<div><span>Alice Synthetic (GAN200001) - Female, 36 y</span></div>`, 432],
    [
      "a heading and a line below",
      `<div><h3>Alice Synthetic</h3><h6>P00001 · Female · April 17, 1993</h6></div>`,
      403,
    ],
    [
      "a list of terms",
      `<dl><dt>Name<dd>Alice Synthetic<dt>Date of birth<dd>17 Apr 1993<dt>MRN<dd>SYN-1</dl>`,
      403,
    ],
    ["months", `<header><b>SYNTHETIC, ALICE</b> 18 months old F MRN SYN-1</header>`, 18],
    [
      "one line in capitals",
      `<header><span>SYNTHETIC, ALICE</span> <span>FEMALE</span> <span>AGE: 33</span></header>`,
      396,
    ],
    ["one box without colons", `<div>Alice Synthetic DOB 04/17/1993 MRN SYN-10001 F</div>`, 403],
    ["one box with a bare date", `<div>Alice Synthetic 17.04.1993 weiblich</div>`, 403],
    ["one box with an age alone", `<div>Alice Synthetic female 33 years</div>`, 396],
    ["years and a letter", `<header><b>Alice Synthetic</b> 8yo F</header>`, 96],
    ["German", `<header><b>Synthetic, Alice</b> geb. 17.04.1993, weiblich</header>`, 403],
    ["Spanish", `<header><b>Alicia Synthetic</b> F. nac.: 17/04/1993 Mujer</header>`, 403],
    ["French", `<header><b>Mme Alice Synthetic</b> née le 17 avril 1993</header>`, 403],
    [
      "a table of particulars",
      `<table><tr><th>Name<th>DOB<th>Sex<tr><td>Alice Synthetic<td>1993-04-17<td>F</table>`,
      403,
    ],
    [
      "below the chart",
      `<main><h2>Problems</h2><p>Eczema</p></main><footer>Alice Synthetic DOB 04/17/1993</footer>`,
      403,
    ],
  ])("is read from %s", (_, html, ageMonths) => {
    expect(patientOf(html)).toMatchObject({ key: expect.any(String), ageMonths });
  });

  it("is the same person whichever way the name and the date are written", () => {
    const keys = [
      "<header><b>Alice Synthetic</b> DOB: 1993-04-17</header>",
      "<header><b>SYNTHETIC, Alice</b> 33 yrs · 17-Apr-1993</header>",
      "<header>Patient: Alice M. Synthetic (SYN-1) DOB 04/17/1993</header>",
    ].map((html) => patientOf(html)?.key);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^\w+$/);
  });

  it("is another with another name, or another birth", () => {
    const keys = [
      "Alice Synthetic DOB 1993-04-17",
      "Ada Synthetic DOB 1993-04-17",
      "Alice Synthetic DOB 1993-04-18",
    ].map((words) => patientOf(`<header>${words}</header>`)?.key);
    expect(new Set(keys).size).toBe(3);
  });

  it("says nothing about the person in its key", () => {
    expect(JSON.stringify(patientOf("<header>Alice Synthetic DOB 1993-04-17</header>")?.parts)).not.toMatch(
      /alice|synthetic|1993/i,
    );
  });
});

describe("no banner", () => {
  it.each([
    ["nobody", "<h1>Problems</h1><p>Eczema, 33 years</p>"],
    ["a carer", "<div><p>Attending: Dr. Rowan Synthetic, MD</p><p>DOB: 1970-01-01</p></div>"],
    ["the user", "<header><span>Rowan Synthetic</span><a>Log out</a></header><p>Eczema</p>"],
    ["a relative", "<p>Emergency contact: Rowan Synthetic, born 1970-01-01</p>"],
    ["a diagnosis in capitals", "<h2>Atopic Dermatitis</h2><p>Age: 33</p><p>Female</p>"],
    ["a hidden one", "<header hidden>Alice Synthetic DOB 1993-04-17</header>"],
    [
      "a list of people",
      `<ul><li>Alice Synthetic DOB 1993-04-17</li><li>Ben Synthetic DOB 1984-04-17</li></ul>`,
    ],
  ])("is not invented from %s", (_, html) => {
    expect(read1(html).reading).not.toHaveProperty("patient");
  });
});

describe("two people", () => {
  const pane = (name: string, born: string) =>
    `<div class=pane><h2>${name}</h2><p>DOB: ${born}</p><table><tr><th>Problem<th>Status<tr><td>Eczema<td>Active</table></div>`;

  it("on one page are none", () => {
    const { reading } = read1(pane("Alice Synthetic", "1993-04-17") + pane("Ben Synthetic", "1984-01-02"));
    expect(reading).toMatchObject({ twoPatients: true });
    expect(reading.patient).toBeUndefined();
  });

  it("are one where both boxes name the same", () => {
    const { reading } = read1(
      pane("Alice Synthetic", "1993-04-17") + pane("Synthetic, Alice", "17-Apr-1993"),
    );
    expect(reading.twoPatients).toBeUndefined();
    expect(reading.patient?.ageMonths).toBe(403);
  });

  it("do not make one of a banner beside a list of others, whose entries are not this chart's", () => {
    const { reading, found } = read1(`<header>Alice Synthetic DOB 1993-04-17</header>
      <ul><li>Ben Synthetic DOB 1984-01-02 Elidel</li><li>Cy Synthetic DOB 1985-01-02 eczema</li></ul><p>Tacrolimus</p>`);
    expect(reading.patient?.ageMonths).toBe(403);
    expect(found).toEqual(["Tacrolimus"]);
  });
});

describe("the age", () => {
  const aged = (words: string, lang = "") =>
    patientOf(`<html${lang && ` lang=${lang}`}><header><b>Alice Synthetic</b> ${words}</header>`)?.ageMonths;

  it("counts completed months", () => {
    expect(aged("DOB 2024-11-22")).toBe(24);
    expect(aged("DOB 2024-11-23")).toBe(23);
    expect(aged("DOB 2026-11-20")).toBe(0);
  });

  it("is unknown where day and month could be exchanged and nothing decides", () => {
    expect(aged("DOB 04/05/2024")).toBeUndefined();
    expect(patientOf("<header><b>Alice Synthetic</b> DOB 04/05/2024</header>")).toBeDefined();
  });

  it("is settled by the stated age, by the page's other dates, or by its language", () => {
    expect(aged("DOB 04/12/2024 (1 y)")).toBe(23);
    expect(aged("DOB 04/05/2024<p>Seen 23/06/2026</p>")).toBe(30);
    expect(aged("DOB 04/05/2024<p>Seen 06/23/2026</p>")).toBe(31);
    expect(aged("DOB 04/05/2024", "en-US")).toBe(31);
    expect(aged("DOB 04/05/2024", "de")).toBe(30);
  });

  it("is twelve times the years where only years are stated", () => {
    expect(aged("Age: 36 Female")).toBe(432);
  });

  it("comes from no date that lies ahead", () => {
    expect(aged("DOB 2031-01-01")).toBeUndefined();
  });
});
