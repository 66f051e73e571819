/** What a decision costs. Builds bench/engine.ts as the extension would be built, and runs it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
  const { measure, PATIENTS } = await import(pathToFileURL(join(outDir, "engine.mjs")));
  await measure(PATIENTS);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
