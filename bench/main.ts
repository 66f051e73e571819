/** npm run bench: measures on this machine, in one run, and writes docs/performance.md with the raw figures beside it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { namesOf, TERMS } from "../src/engine/terminology";
import { measurePages, subjects } from "./page";
import { writeReferences } from "./references";
import { report, type Sizes } from "./report";

/** Gzipped bytes of what ships to a browser. */
function sizesOf(folder: string): Sizes {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const gzip = (match: RegExp) =>
    files
      .filter((path) => match.test(path))
      .reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  return { content: gzip(/\/content\.js$/), worker: gzip(/\/worker\.ts-[^/]*\.js$/), everything: gzip(/./) };
}

export async function bench(root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nextline-bench-"));
  try {
    const build = join(folder, "ours");
    const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, OUT: build, SITES: "http://127.0.0.1/*" },
    });
    if (status !== 0) throw new Error(stderr);
    const terms = TERMS.flatMap(({ names, misspelt }) => [...namesOf(names), ...namesOf(misspelt)]);
    const figures = await measurePages(subjects(writeReferences(folder, terms), build));
    const run = {
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}`,
      terms: terms.length,
      sizes: sizesOf(join(build, "chrome")),
      figures,
    };
    writeFileSync(join(root, "docs/performance.json"), `${JSON.stringify(run, null, 2)}\n`);
    writeFileSync(join(root, "docs/performance.md"), report(run));
    console.log("Written: docs/performance.md, docs/performance.json");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
