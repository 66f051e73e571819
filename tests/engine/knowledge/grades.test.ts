import { describe, expect, it } from "vitest";
import { content } from "../../../src/engine/knowledge-content";

/** Strength, certainty and citations as the source article prints them, set down apart from the knowledge. */
const PRINTED = `
S1  none none 1
S2  strong high 1
S3  none none 1
S4  none none 1
S5  none none 2,3
S6  strong high 1
S7  none none -
S8  none none 1
S9  none none 1
S10 strong none 1
S11 strong moderate 1
S12 strong high 1
S13 none none 1
S14 strong moderate 1
S15 none none 1,2
S16 conditional none 1
S17 none none 1
S18 none none 1
S19 none none 1
S20 none none -
S21 none none 1,2,4
S22 none none 1,2,4
S23 none none 1
S24 none none 1
S25 none none 1
S26 conditional-against none 1
S27 none none 1
S28 none none 1,2
S29 none none 1
S30 none none 1
S31 none none -
S32 none none 1,3
S33 none none 1,2
S34 none none 1
S35 none none 1,2`;

const printed = PRINTED.trim()
  .split("\n")
  .map((line) => {
    const [id = "", strength, certainty, cites = ""] = line.split(/\s+/);
    return { id, strength, certainty, citations: cites === "-" ? [] : cites.split(",") };
  });

describe("the grades of the source", () => {
  const statements = content().statements.filter(({ id }) => !id.startsWith("S0"));

  it("covers S1 to S35", () => {
    expect(printed.map(({ id }) => id)).toEqual(statements.map(({ id }) => id));
  });

  it.each(printed)("$id says $strength, $certainty, cites $citations", (row) => {
    const { id, strength, certainty, citations } =
      statements.find((statement) => statement.id === row.id) ?? {};
    expect({ id, strength, certainty, citations }).toEqual(row);
  });

  it("fills no grade into the two statements about the article itself", () => {
    for (const id of ["S0a", "S0b"]) {
      expect(content().statements.find((statement) => statement.id === id)).toMatchObject({
        strength: "none",
        certainty: "none",
        citations: [],
      });
    }
  });
});
