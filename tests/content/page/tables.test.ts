import { describe, expect, it } from "vitest";
import { cellsIn, passagesOf, read1 } from "./passages";

describe("rows of data", () => {
  it("come with their column heads and the status of their own row", () => {
    const [row, ...rest] = passagesOf(`<h3>Medications</h3><table>
      <tr><th>Medication<th>Start<th>Status<tr><td>Elidel 1% cream<td>2024-02-03<td>Discontinued
      <tr><td>Cetirizine<td>2024-06-15<td>Active</table>`);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ kind: "row", section: "medications", status: "Discontinued" });
    expect(cellsIn(row)).toEqual([
      ["Medication", "Elidel 1% cream"],
      ["Start", "2024-02-03"],
      ["Status", "Discontinued"],
    ]);
  });

  it("keep their columns beside heads and cells that span several", () => {
    const [row] = passagesOf(`<table><tr><th rowspan=2>Drug<th colspan=2>Course<th>Status
      <tr><th>From<th>To<th>Now<tr><td>Elidel<td colspan=2>2024 to 2025<td>Stopped</table>`);
    expect(cellsIn(row).at(-1)).toEqual(["Now", "Stopped"]);
    expect(row?.status).toBe("Stopped");
  });

  it("keep their columns below a cell that reaches over several rows", () => {
    const rows = passagesOf(`<table><tr><th>Visit<th>Drug<th>Status
      <tr><td rowspan=2>March<td>Elidel<td>Stopped<tr><td>Tacrolimus<td>Active</table>`);
    expect(cellsIn(rows[1])).toEqual([
      ["Drug", "Tacrolimus"],
      ["Status", "Active"],
    ]);
  });

  it("stand under the nearest heading row", () => {
    const rows = passagesOf(`<table><thead><tr><th>Drug<th>Dose</thead><tbody><tr><th colspan=2>Current
      <tr><td>Tacrolimus<td>BID<tr><td colspan=2>Discontinued<tr><td>Elidel<td>BID</table>`);
    expect(rows.map(({ text, group }) => [text, group])).toEqual([
      ["Tacrolimus\tBID", "Current"],
      ["Elidel\tBID", "Discontinued"],
    ]);
  });

  it("take their heads from a first row of ordinary cells, if the words are heads", () => {
    const [row] = passagesOf(
      "<table><tr><td>Problem<td>Onset<td>Status<tr><td>Eczema<td>2011<td>Resolved</table>",
    );
    expect(row).toMatchObject({ kind: "row", section: "problems", status: "Resolved" });
  });

  it("take their heads from a table of heads just above", () => {
    const [row] = passagesOf(`<div><table><tr><th>Medication<th>Status</table></div>
      <div><table><tr><td>Elidel<td>Expired<tr><td>Urticaria pump<td>Active</table></div>`);
    expect(row).toMatchObject({ section: "medications", status: "Expired" });
  });

  it("may be boxes under a row of heads", () => {
    const rows = passagesOf(`<div><div class=q><div>Condition</div><div>Noted</div><div>Status</div></div>
      <div class=q><div><span>Atopic dermatitis</span></div><div>2011</div><div>Inactive</div></div>
      <div class=q><div>Urticaria</div><div>2012</div><div>Active</div></div></div>`);
    expect(rows.map(({ kind, status }) => [kind, status])).toEqual([
      ["row", "Inactive"],
      ["row", "Active"],
    ]);
  });

  it("may be an ARIA grid", () => {
    const [row] =
      passagesOf(`<div role=grid aria-label="Medications"><div role=row><span role=columnheader>Name</span>
      <span role=columnheader>State</span></div><div role=rowgroup><div role=row><div role=gridcell>Elidel</div>
      <div role=gridcell>on hold</div></div></div></div>`);
    expect(row).toMatchObject({ kind: "row", section: "medications", status: "on hold" });
  });
});

describe("tables that merely place things", () => {
  it("leave paragraphs, and their labels name what follows", () => {
    const rows = passagesOf(`<table><tr><td><table><tr><td><b>Allergies</b> (collapse)</td></tr></table>
      <div><table><tr><td>Elidel (rash)</td></tr></table></div></td><td>Welcome</td></tr></table>`);
    expect(rows).toEqual([
      expect.objectContaining({ kind: "item", section: "allergies", text: "Elidel (rash)" }),
    ]);
  });

  it("give label and value where each row is a pair", () => {
    const [pair] = passagesOf("<table><tr><td>Allergies:<td>pimecrolimus<tr><td>Smoking:<td>never</table>");
    expect(pair).toMatchObject({ kind: "pair", text: "pimecrolimus" });
    expect(cellsIn(pair)).toEqual([["Allergies", "pimecrolimus"]]);
  });

  it("open an entry with its details in a row of their own", () => {
    const rows = passagesOf(`<table><thead><tr><th>Date<th>Visit</thead><tr><td>2025-01-01<td>Dermatology
      <tr><td colspan=2><div role=tabpanel><h4>Family history</h4><p>Mother has eczema</p></div></table>`);
    expect(rows).toEqual([
      expect.objectContaining({ kind: "item", section: "family-history", text: "Mother has eczema" }),
    ]);
  });
});

describe("tables about several people", () => {
  it.each(["Patient", "Subject", "MRN", "Paciente"])("are no chart (%s)", (head) => {
    const { found } = read1(`<table><tr><th>${head}<th>Condition<tr><td>Fern, Synthetic<td>Eczema
      <tr><td>Quill, Synthia<td>Atopic dermatitis</table>`);
    expect(found).toEqual([]);
  });

  it("are told by many different names, whatever the head says", () => {
    const { found } = read1(`<table><tr><th>Name<th>Reason<tr><td>Fern, Synthetic<td>Eczema
      <tr><td>Quill, Synthia<td>Atopic dermatitis<tr><td>Moss, Syn<td>Urticaria</table>`);
    expect(found).toEqual([]);
  });

  it("are not tables of one patient's drugs by several prescribers", () => {
    const { found } = read1(`<table><tr><th>Drug<th>Prescriber<tr><td>Elidel<td>Fern, Ann
      <tr><td>Hydrocortisone<td>Quill, Ben<tr><td>Tacrolimus<td>Moss, Cy</table>`);
    expect(found).toHaveLength(3);
  });
});
