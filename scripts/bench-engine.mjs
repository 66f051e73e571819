/** What a decision costs: builds bench/engine.ts as the extension would be built, runs it, writes docs/engine-speed.md. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const outDir = mkdtempSync(join(tmpdir(), "bench-engine-"));
try {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: "bench/engine.ts",
      outDir,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "engine.mjs" } },
    },
  });
  const { measure, PATIENTS, report } = await import(pathToFileURL(join(outDir, "engine.mjs")));
  const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}`;
  const text = report(await measure(PATIENTS), new Date().toISOString().slice(0, 10), machine);
  writeFileSync("docs/engine-speed.md", text);
  console.log(text);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
