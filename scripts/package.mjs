// npm run package: one zip a browser in packages/, with the bill of materials and the licences. The same commit gives the same bytes: fixed order, fixed dates.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import "./build.mjs";
import { billOfMaterials } from "./sbom.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = process.env.OUT ?? join(root, "dist");
const target = process.env.PACKAGES ?? join(root, "packages");
const { version } = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
/** ZIP knows no time zone: a date in the middle of a day is the same date everywhere. */
const mtime = new Date(2026, 0, 1, 12);

mkdirSync(target, { recursive: true });
for (const browser of ["chrome", "firefox"]) {
  const folder = join(built, browser);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime });
  const name = `nextline-${version}-${browser}.zip`;
  writeFileSync(join(target, name), zip);
  console.log(`${name}  ${zip.length} bytes  sha256 ${createHash("sha256").update(zip).digest("hex")}`);
}

const bill = billOfMaterials(root);
writeFileSync(join(target, `nextline-${version}-sbom.json`), bill.json);
writeFileSync(join(target, `nextline-${version}-licences.txt`), bill.licences);
process.stdout.write(bill.licences);
