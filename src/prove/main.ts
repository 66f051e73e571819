import { type Holdings, holdings } from "../platform";
import { TARGET, WAYS_OUT, type WayOut } from "./ways-out";

/** Written at build time: every shipped file, its digest, and the network functions that it names. */
interface Scan {
  files: { file: string; sha256: string; names: string[] }[];
}
declare global {
  var nextlineScan: Scan | undefined;
}

/** How long the browser gets to report that it stopped an attempt, in milliseconds. */
const REPORT_MS = 1500;

const at = (id: string) => document.getElementById(id);

function row(into: HTMLElement | null, ...cells: string[]): void {
  const line = document.createElement("tr");
  for (const text of cells) line.append(Object.assign(document.createElement("td"), { textContent: text }));
  into?.append(line);
}

/** Resolves with the rule that stopped the attempt, or undefined where the browser reported none. */
function stoppedBy(way: WayOut): Promise<string | undefined> {
  return new Promise((resolve) => {
    const seen = ({ effectiveDirective }: SecurityPolicyViolationEvent) => finish(effectiveDirective);
    const timer = setTimeout(() => finish(undefined), REPORT_MS);
    function finish(rule: string | undefined) {
      clearTimeout(timer);
      document.removeEventListener("securitypolicyviolation", seen);
      resolve(rule);
    }
    document.addEventListener("securitypolicyviolation", seen);
    try {
      way.attempt(TARGET);
    } catch {
      // Some ways throw when they are stopped, others do not: only the browser's report counts.
    }
  });
}

async function tryAll(): Promise<void> {
  const ways = at("ways");
  ways?.replaceChildren();
  let open = 0;
  for (const way of WAYS_OUT) {
    const rule = await stoppedBy(way);
    if (rule) row(ways, way.name, "blocked", `policy: ${rule}`);
    else if (way.underPolicy) {
      open++;
      row(ways, way.name, "not reported as blocked", "nothing seen: look at the browser's network log");
    } else row(ways, way.name, "not blocked by the policy", "no other shipped file names it (see the scan)");
  }
  const verdict = at("verdict");
  if (!verdict) return;
  const tried = WAYS_OUT.length;
  const blocked = WAYS_OUT.filter(({ underPolicy }) => underPolicy).length - open;
  verdict.textContent = `${tried} tried, ${blocked} blocked by the policy, ${open} not reported as blocked.`;
  verdict.dataset.blocked = String(blocked);
  verdict.dataset.open = String(open);
}

function showHoldings({ permissions, origins, local, session, databases }: Holdings): void {
  const list = at("holdings");
  const entries: [string, string[]][] = [
    ["Permissions", permissions],
    ["Sites that may always be read", origins],
    ["Names kept on disk (settings and counts, never a chart)", local],
    ["Databases on disk", databases],
    ["Names in the memory of this browser session", session],
  ];
  list?.replaceChildren(
    ...entries.flatMap(([term, values]) => [
      Object.assign(document.createElement("dt"), { textContent: term }),
      Object.assign(document.createElement("dd"), { textContent: values.join(", ") || "none" }),
    ]),
  );
}

function showScan(scan: Scan | undefined): void {
  const text = at("scan");
  if (!text) return;
  if (!scan) {
    text.textContent = "The scan is missing from this build: nothing can be said.";
    return;
  }
  const found = scan.files.filter(({ file, names }) => names.length > 0 && !/(^|\/)prove[^/]*$/.test(file));
  text.textContent =
    found.length === 0
      ? `${scan.files.length} files, and none but this page names a network function.`
      : `Found in ${found.map(({ file }) => file).join(", ")}.`;
  for (const { file, sha256, names } of scan.files)
    row(at("files"), file, sha256, names.join(", ") || "none");
}

at("try")?.addEventListener("click", () => void tryAll());
showScan(globalThis.nextlineScan);
void holdings().then(showHoldings);
