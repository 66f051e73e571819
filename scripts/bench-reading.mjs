/**
 * How well and how fast the reader reads: builds bench/reading.ts as the extension would be built, runs it, and writes
 * docs/reading.md. `--check` writes nothing and fails if what stands there, speed aside, is not what is measured now.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const PATH = "docs/reading.md";
// Inside node_modules, so that jsdom, which stays outside the bundle, is found from there.
const outDir = mkdtempSync(join("node_modules", ".bench-reading-"));
try {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: "bench/reading.ts",
      outDir,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "reading.mjs" } },
    },
  });
  const { accuracy, SPEED_HEADING, speed } = await import(pathToFileURL(join(outDir, "reading.mjs")));
  const measured = accuracy();
  if (process.argv.includes("--check")) {
    const written = existsSync(PATH) ? readFileSync(PATH, "utf8") : "";
    if (written.slice(0, written.indexOf(SPEED_HEADING)) !== measured) {
      console.error(`${PATH} is stale: run npm run bench:reading`);
      process.exitCode = 1;
    }
  } else {
    const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}`;
    const text = measured + speed(new Date().toISOString().slice(0, 10), machine);
    writeFileSync(PATH, text);
    console.log(text);
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
