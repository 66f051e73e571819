/** npm run bench: measures on this machine, in one run, and writes docs/performance.md with the raw figures beside it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { namesOf, TERMS } from "../src/engine/terminology";
import { measurePages, ROUNDS, subjects } from "./page";
import { measurePanel, writeEmptyPanel } from "./panel";
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
  /** A page or worker with every chunk that it imports, however far down. */
  const closure = (entry: RegExp) => {
    const wanted = new Set(files.filter((path) => entry.test(path)));
    for (const path of wanted) {
      const text = readFileSync(path, "utf8");
      for (const file of files) {
        const name = file.slice(file.lastIndexOf("/") + 1);
        if (/\.(?:js|css)$/.test(name) && (text.includes(`/${name}"`) || text.includes(`/${name}'`)))
          wanted.add(file);
      }
    }
    return [...wanted].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  };
  return {
    content: gzip(/\/content\.js$/),
    reader: gzip(/\/reader\.js$/),
    worker: closure(/\/service-worker-loader\.js$/),
    panel: closure(/\/src\/sidebar\/index\.html$/),
    everything: gzip(/./),
  };
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
    const plain = join(folder, "plain");
    spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, env: { ...process.env, OUT: plain } });
    const mapped = join(folder, "mapped");
    const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error", "--sourcemap", "hidden"];
    spawnSync(process.execPath, vite, {
      cwd: root,
      env: { ...process.env, BROWSER: "chrome", OUT: mapped, SITES: "http://127.0.0.1/*" },
    });
    const panel = await measurePanel({
      plain: join(plain, "chrome"),
      always: join(build, "chrome"),
      empty: writeEmptyPanel(folder),
    });
    const figures = await measurePages(
      subjects(writeReferences(folder, terms), build),
      join(mapped, "chrome"),
    );
    const run = {
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}`,
      rounds: ROUNDS,
      load: loadavg()[1] ?? 0,
      terms: terms.length,
      sizes: sizesOf(join(build, "chrome")),
      panel,
      figures,
    };
    writeFileSync(join(root, "docs/performance.json"), `${JSON.stringify(run, null, 2)}\n`);
    writeFileSync(join(root, "docs/performance.md"), report(run));
    console.log("Written: docs/performance.md, docs/performance.json");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
