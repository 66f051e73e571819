import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { names, readJson, textsOf } from "./files";

const folder = mkdtempSync(join(tmpdir(), "nextline-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Rule {
  id: string;
  cells: Record<string, string>;
  reason?: string;
}
const isCell = (path: string) =>
  /\/cells\/|^base-status\/\d+\/(clear|mild|moderate|severe|unknown)$/.test(path);

const docs = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ["scripts/docs.mjs", ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  }).status;

describe("docs/algorithm.md", () => {
  it("is what the knowledge gives today", () => {
    expect(docs(["--check"]), "stale: run npm run docs").toBe(0);
  });

  it("is found stale when missing or edited, and not when just written", () => {
    const at = { OUT: folder };
    expect(docs(["--check"], at)).toBe(1);
    expect(docs([], at)).toBe(0);
    expect(docs(["--check"], at)).toBe(0);
    appendFileSync(join(folder, "algorithm.md"), "a word by hand\n");
    expect(docs(["--check"], at)).toBe(1);
  });

  it("leaves no text of any knowledge file out", () => {
    const written = readFileSync("docs/algorithm.md", "utf8");
    const silent =
      /^(about\/(sourceAttributes|aboutThisTool|source\/lastUpdatedAsPrinted)|cards\/\d+\/agents)/;
    const missing = names
      .map((name) => name.replace(".json", ""))
      .flatMap((name) => textsOf(readJson(name), name))
      .filter(({ path }) => !silent.test(path))
      // A cell of a decision table is a status and the code of a reason: they stand in different columns.
      .flatMap(({ path, text }) =>
        isCell(path) ? text.split(" ").map((word) => ({ path, text: word })) : [{ path, text }],
      )
      .filter(({ text }) => !written.includes(text.replaceAll("|", "\\|")));
    expect(missing).toEqual([]);
  });

  it("sets every cell of the rules down with its item, its result and the reason's text", () => {
    const lines = readFileSync("docs/algorithm.md", "utf8").split("\n");
    const texts = (readJson("reasons") as { reasons: Record<string, { text: string }> }).reasons;
    const files = ["gates", "modifiers"].map(readJson) as (Rule[] | { rows: Rule[] })[];
    const rules = files.flatMap((file) => (Array.isArray(file) ? file : file.rows));
    expect(rules.length).toBeGreaterThan(50);
    const missing = rules.flatMap(({ id, cells, reason }) => {
      const own = lines.filter((line) => line.includes(`(\`${id}\`)`));
      return Object.entries(cells)
        .filter(([item, cell]) => {
          const [status, ...words] = cell.split(" ");
          const code = words.find((word) => word !== "specialist") ?? reason;
          const text = code === undefined ? "" : texts[code]?.text;
          return !own.some((line) => {
            const cellsOf = line.split(" | ");
            const [result = "", items = "", said = ""] = cellsOf.slice(2);
            return (
              result.split(", ")[0] === status &&
              items.split(", ").includes(item) &&
              said === (text ?? "no such reason")
            );
          });
        })
        .map(([item, cell]) => `${id}: ${item} ${cell}`);
    });
    expect(missing).toEqual([]);
  });

  it("gives every row of the tables for review a cell to sign", () => {
    const written = readFileSync("docs/algorithm.md", "utf8");
    const heads = written.split("\n").filter((line) => line.endsWith("| Initials, date |"));
    expect(heads.length).toBeGreaterThan(50);
    for (const id of Array.from({ length: 35 }, (_, index) => `S${index + 1}`)) {
      expect(written).toMatch(new RegExp(`^\\| ${id} \\|.*\\|  \\|$`, "m"));
    }
  });
});
