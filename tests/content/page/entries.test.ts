import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/content/read";
import { passagesOf, read1 } from "./passages";

describe("list items", () => {
  it("take their state from the item around them", () => {
    const items = passagesOf(`<h2>Conditions</h2><ul><li><span>Active</span><ul><li>Urticaria</li></ul></li>
      <li><span>History of</span><ul><li><label>Atopic dermatitis</label></li></ul></li></ul>`);
    expect(items.map(({ text, group }) => [text, group])).toEqual([
      ["Urticaria", "Active"],
      ["Atopic dermatitis", "History of"],
    ]);
  });

  it("take it from a short text above the list", () => {
    const [item] = passagesOf("<p>Denies:</p><ul><li>eczema</li></ul>");
    expect(item).toMatchObject({ kind: "paragraph", text: "Denies: eczema" });
    const [entry] = passagesOf("<h2>Medications</h2><p>Stopped:</p><ul><li>Elidel</li></ul>");
    expect(entry).toMatchObject({ kind: "item", group: "Stopped:", text: "Elidel" });
  });

  it("are read in whole where the page cut them and keeps the rest in a title", () => {
    const { passages, found } = read1(
      `<h3>Medications</h3><ul><li><a title="Pimecrolimus 1% cream BID to face">Pimecro…</a></li></ul>`,
    );
    expect(passages[0]?.text).toBe("Pimecrolimus 1% cream BID to face");
    expect(found).toEqual(["Pimecrolimus"]);
  });
});

describe("pairs with a label of their own", () => {
  it("say what their label names, where only both together say something", () => {
    const texts = passagesOf(
      `<h2>Medications</h2><dl><dt>Elidel</dt><dd>twice daily</dd><dt>Diagnosis</dt><dd>Atopic dermatitis</dd></dl>`,
    );
    expect(texts.map(({ text }) => text)).toEqual(["Elidel\ttwice daily", "Atopic dermatitis"]);
  });
});

it("reads a score from a pair of label and value", () => {
  const { window } = new JSDOM("<h2>Vitals</h2><dl><div><dt>IGA</dt><dd>3 (moderate)</dd></div></dl>");
  expect(readPage(window.document).findings).toMatchObject([{ concept: "severity", value: "moderate" }]);
});

it("tells a name from the state that stands against it", () => {
  const { window } = new JSDOM(
    "<h2>Diagnoses</h2><ul><li><span>Atopic dermatitis</span><span>Primary</span><span>Confirmed</span></li></ul>",
  );
  expect(readPage(window.document).findings).toMatchObject([
    { concept: "atopic-dermatitis", status: "present" },
  ]);
});

it("takes a queue's rows for other people's, and a list of medicines with the same head for the patient's", () => {
  const table = (names: string[]) =>
    new JSDOM(
      `<h3>Queue</h3><table><tr><th>Name</th><th>Priority</th><th>Reason</th></tr>${names
        .map((name) => `<tr><td>${name}</td><td>Routine</td><td>Atopic dermatitis, on pimecrolimus</td></tr>`)
        .join("")}</table>`,
    ).window.document;
  expect(readPage(table(["Anna Synthetic", "Bert Synthetic"])).findings).toEqual([]);
  expect(readPage(table(["Elidel Cream", "Hydrocortisone Ointment"])).findings).not.toEqual([]);
});

describe("a visit's name", () => {
  it("is not taken for its plan", () => {
    const [entry] = passagesOf("<h2>Dermatology follow-up</h2><p>Atopic dermatitis on Elidel.</p>");
    expect(entry?.section).not.toBe("orders");
    const [planned] = passagesOf("<h2>Follow-up</h2><p>Elidel.</p>");
    expect(planned?.section).toBe("orders");
  });
});

describe("cards", () => {
  it("hold a name with its badge, each its own", () => {
    const cards =
      passagesOf(`<p class=t>Problems</p><div><div class=r><p>Eczema</p><div><span class=Badge>active</span>
      2020-01-01</div></div><div class=r><p>Urticaria</p><div><span class=Badge>resolved</span> 2001-01-01</div></div></div>`);
    expect(cards.map(({ text, status, section }) => [text, status, section])).toEqual([
      ["Eczema\nactive 2020-01-01", "active", "problems"],
      ["Urticaria\nresolved 2001-01-01", "resolved", "problems"],
    ]);
  });

  it("do not lend their badge to their neighbours", () => {
    const entries = passagesOf(
      "<div><p>Eczema</p><span>Resolved</span><p>Urticaria</p><span>Active</span><p>Elidel</p></div>",
    );
    expect(entries.map(({ group }) => group)).toEqual([undefined, undefined, undefined]);
    expect(entries.map(({ status }) => status)).toEqual([undefined, undefined, undefined]);
  });

  it("may tell their state by an icon's name or an honest class", () => {
    const cards =
      passagesOf(`<ul><li>Elidel <img alt="Discontinued" src=x></li><li class="med expired">Tacrolimus</li>
      <li class=x7f>Hydrocortisone</li></ul>`);
    expect(cards.map(({ status }) => status)).toEqual(["Discontinued", "expired", undefined]);
  });
});

describe("pairs", () => {
  it("that describe one entry are one passage", () => {
    const records = passagesOf(`<dl><dt>Medication<dd>Elidel<dt>Status<dd>Stopped<dt>Medication<dd>Tacrolimus
      <dt>Status<dd>Active</dl>`);
    expect(records.map(({ text, status }) => [text, status])).toEqual([
      ["Elidel\tStopped", "Stopped"],
      ["Tacrolimus\tActive", "Active"],
    ]);
  });

  it("else stand alone", () => {
    const pairs = passagesOf("<dl><dt>Reason<dd>Eczema<dt>Plan<dd>Elidel</dl>");
    expect(pairs.map(({ kind, cells }) => [kind, cells?.[0]?.head])).toEqual([
      ["pair", "Reason"],
      ["pair", "Plan"],
    ]);
  });
});

describe("struck words", () => {
  it("are a passage of their own in prose", () => {
    const [kept, struck] = passagesOf("<p>Uses Elidel <del>and tacrolimus</del> on the face</p>");
    expect(kept?.text).toBe("Uses Elidel on the face");
    expect(struck).toMatchObject({ text: "and tacrolimus", struck: true });
  });

  it.each([
    "<s>Elidel 1%</s>",
    '<span style="text-decoration: line-through">Elidel 1%</span>',
    "<style>.x1{text-decoration:line-through red}</style><span class=x1>Elidel 1%</span>",
  ])("strike an entry: %s", (html) => {
    expect(passagesOf(`<ul><li>${html}</li></ul>`)[0]).toMatchObject({ text: "Elidel 1%", struck: true });
  });
});

describe("a box to tick", () => {
  it("is read with its item, unless it only selects rows", () => {
    const boxes =
      passagesOf(`<ul><li><input type=checkbox checked> Eczema</li><li><input type=checkbox> Urticaria</li></ul>
      <table><tr><th>Select<th>Drug<tr><td><input type=checkbox><td>Elidel</table>`);
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false, undefined]);
  });
});
