import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { names, readJson, textsOf } from "./files";

const folder = mkdtempSync(join(tmpdir(), "nextline-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
      .filter(({ path, text }) => !silent.test(path) && !written.includes(text.replaceAll("|", "\\|")));
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
