// The bill of materials of what ships (CycloneDX), the same bytes for the same lockfile, and the licences in words.
import { execSync } from "node:child_process";

/** @returns {{ json: string, licences: string }} The SBOM as JSON text, and one line a package: name, version, licence. */
export function billOfMaterials(root) {
  const bill = JSON.parse(
    execSync("npm sbom --omit=dev --sbom-format=cyclonedx --package-lock-only", {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  // What differs from run to run says nothing about what ships.
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  delete bill.metadata.tools;
  bill.metadata.component.name = "nextline";
  const lines = bill.components.map(({ name, version, licenses = [] }) => {
    const names = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression);
    return `${name} ${version}  ${names.join(", ") || "no licence stated"}`;
  });
  return { json: `${JSON.stringify(bill, null, 2)}\n`, licences: `${lines.sort().join("\n")}\n` };
}
