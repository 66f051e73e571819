import { describe, expect, it } from "vitest";
import { meaningOf } from "../../../src/content/page/labels";
import { passagesOf, read1 } from "./passages";

const sectionsOf = (html: string) => passagesOf(html).map(({ section }) => section);

describe("what a label says", () => {
  it.each([
    ["Problem List (6)", "problems"],
    ["Current Outpatient Medications", "medications"],
    ["Allergies & Intolerances:", "allergies"],
    ["FAMILY HISTORY", "family-history"],
    ["Antecedentes familiares", "family-history"],
    ["Dauermedikation", "medications"],
    ["Problèmes de santé", "problems"],
    ["Recently viewed", "aside"],
    ["Past medical history", "problems"],
    ["Past surgical history", "other"],
  ])("%s is %s", (words, section) => {
    expect(meaningOf(words)?.section).toBe(section);
  });

  it("is nothing where other words stand with it", () => {
    for (const words of ["Medication error reported", "Allergy clinic at noon", "Start date", "Eczema"])
      expect(meaningOf(words)?.section).toBeUndefined();
  });
});

describe("the part of the chart", () => {
  it("is named by the nearest heading above, and ends with the next", () => {
    expect(
      sectionsOf(
        "<h2>Medications</h2><h3>Topical</h3><p>Elidel</p><h2>Visits</h2><p>Eczema</p><h2>Problems</h2><p>Urticaria</p>",
      ),
    ).toEqual(["medications", "other", "problems"]);
  });

  it("is named by a short text that is no heading", () => {
    expect(
      sectionsOf(`<div><div><div><p class=k2>Problems</p><button>Add</button></div></div><div><p>Eczema</p></div></div>
      <div><div><div><p class=k2>Allergies</p></div></div><div><p>Elidel</p></div></div>`),
    ).toEqual(["problems", "allergies"]);
  });

  it("is named by a short text beside links that edit or fold it", () => {
    const list = "<table><tr><td>Elidel 1 %</td><td>b.i.d.</td></tr></table>";
    for (const head of [
      "<a href=#>Edit</a><b>Prescription</b>",
      "<b>Prescription</b> <a href=#>+ Add</a> <a href=#>View all</a>",
      "<span>Prescription</span> (<span>collapse</span>)",
    ])
      expect(sectionsOf(`<div><div>${head}</div><div>${list}</div></div>`), head).toEqual(["medications"]);
    // Another word beside it makes it another text.
    expect(sectionsOf(`<div><div><b>Prescription</b> <i>error</i></div><div>${list}</div></div>`)).toEqual([
      undefined,
    ]);
  });

  it("does not reach into a neighbouring box", () => {
    expect(
      sectionsOf(`<main><div class=c1><p>Allergies</p><ul><li>Penicillin</li><li>Latex, natural rubber</li></ul></div>
      <div class=c2><p>Started Elidel last week for the face</p></div></main>`),
    ).toEqual([undefined]);
  });

  it("is not named by a row of tabs or a menu", () => {
    expect(
      sectionsOf(`<div><div>Allergies</div><div>Medications</div></div><ul role=menu><li role=menuitem>Allergies</ul>
      <div><p>Elidel</p></div>`),
    ).toEqual([undefined]);
  });

  it("is not named by a label that nobody sees", () => {
    expect(sectionsOf("<h3>Problems</h3><h3 hidden>Allergies</h3><p>Eczema</p>")).toEqual(["problems"]);
  });

  it("may be named by the open tab alone, or by a box's name for screen readers", () => {
    expect(
      sectionsOf("<div role=tablist><a role=tab aria-selected=true>Allergies</a></div><p>Elidel</p>"),
    ).toEqual(["allergies"]);
    expect(sectionsOf('<section aria-label="Family history"><p>Eczema</p></section>')).toEqual([
      "family-history",
    ]);
  });

  it("keeps a visible heading apart from the same accessible name", () => {
    const html = ["Active Medications", "Past Medications"]
      .map(
        (words) =>
          `<h4>${words}</h4><table aria-label=medications><tr><th>Name<th>Dose<tr><td>Elidel<td>1</table>`,
      )
      .join("");
    expect(passagesOf(html).map(({ heading }) => heading)).toEqual([
      "Active Medications",
      "Past Medications",
    ]);
  });
});

describe("what is not the chart", () => {
  it.each([
    ["a script", "<script>var a = 'eczema'</script>"],
    ["a comment", "<p>x<!-- Elidel 1% --></p>"],
    ["a template", "<template><p>Eczema</p></template>"],
    ["options", "<select><option>Eczema</option></select>"],
    ["suggestions while typing", "<ul role=listbox><li role=option>Elidel</li></ul>"],
    ["quick picks", "<div><button>Elidel 1% cream</button><button>Tacrolimus</button></div>"],
    ["a list of suggestions", "<h4>AI suggestions</h4><ul><li>Atopic dermatitis</li></ul>"],
    ["links of a menu", "<nav><a href=#>Eczema clinic</a></nav>"],
    ["hidden text", "<p hidden>Eczema</p><p style='display:none'>Eczema</p>"],
    ["a folded part", "<details><summary>More</summary><p>Eczema</p></details>"],
    ["text too small", "<p style='font-size:0'>Eczema</p>"],
    ["text in the colour of its ground", "<p style='color:#fff;background:#fff'>Elidel</p>"],
    ["text off the screen", "<p style='position:absolute;left:-9999px'>Elidel</p>"],
    [
      "text for screen readers",
      "<span style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)'>Elidel</span>",
    ],
  ])("%s", (_, html) => {
    const { passages, found } = read1WithNote(html);
    expect({ passages: passages.filter((text) => /eczema|elidel|dermatitis/i.test(text)), found }).toEqual(
      expect.objectContaining({ found: [] }),
    );
  });

  it("would have been, in plain sight", () => {
    expect(read1WithNote("<p>Eczema</p>").found).toEqual(["Eczema"]);
  });
});

function read1WithNote(html: string) {
  const { passages, found } = read1(`<body>${html}</body>`);
  return { passages: passages.map(({ text }) => text), found };
}
