// Installs the pinned packages where they are missing or older than the lockfile. Imports nothing that needs installing.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

export function ensurePackages() {
  const folder = join(root, "node_modules");
  // A folder lent by another tree is not ours to replace: npm ci would follow the link and empty it.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    if (existsSync(folder)) return;
    throw new Error("node_modules is a link to nowhere. Remove it, and run this again.");
  }
  const installed = join(folder, ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing packages …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("npm ci failed; see above");
}
