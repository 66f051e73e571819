import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Every address on which tests serve pages: a clinic build may read them without a click. */
const TEST_SITES = "http://127.0.0.1/*,http://localhost/*";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder with `plain/` (asks for each page) and `clinic/` (reads the test sites), a folder a browser in each. */
    builds: string;
  }
}

/** Builds both variants once for all test files, outside the tree. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "nextline-e2e-"));
  for (const [name, sites] of [
    ["plain", ""],
    ["clinic", TEST_SITES],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
      env: { ...process.env, SITES: sites, OUT: join(folder, name) },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`The ${name} build failed:\n${stderr}`);
  }
  project.provide("builds", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
