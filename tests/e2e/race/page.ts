import { PATIENTS } from "./patients";

/** A beat that comes later than this, in milliseconds, is written down. */
const BEAT_MS = 50;

/**
 * A chart in one document that changes patient by every way a web EHR has, and logs on each frame whose chart is in
 * view on the clock `timeOrigin + now`, which the panel's log shares. `?p=N` opens patient N; the address holds a
 * number and never a datum.
 */
export function racePage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Race chart (synthetic)</title></head><body>
<header role="banner"><div id="banner"></div></header><main id="chart"></main>
<script>
const patients = ${JSON.stringify(PATIENTS).replaceAll("<", "\\u003c")};
const clock = () => performance.timeOrigin + performance.now();
window.log = [];
const table = (heads, rows) => "<table><thead><tr>" + heads.map((h) => "<th>" + h + "</th>").join("") + "</tr></thead><tbody>" +
  rows.map((r) => "<tr>" + r.split("|").map((c) => "<td>" + c + "</td>").join("") + "</tr>").join("") + "</tbody></table>";
let current = -1;
function banner(p) { document.getElementById("banner").innerHTML = p ? "<b>" + p.name + "</b> <span>DOB: " + p.birth + "</span> <span>MRN: " + p.record + "</span>" : ""; }
function lists(p) { return "<section><h2>Problem list</h2>" + table(["Problem", "Code", "Status"], p.problems) + "</section><section><h2>Medications</h2>" +
  table(["Medication", "Status"], p.medications) + "</section><section><h2>Allergies</h2><ul><li>" + p.allergies.join("</li><li>") + "</li></ul></section>"; }
function mark(n) { current = n; window.log.push([clock(), n]); }
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
window.show = (n) => { banner(patients[n]); document.getElementById("chart").innerHTML = lists(patients[n]); mark(n); };
/** Banner first, lists after a while: from the banner on this patient is in view. */
window.slowly = async (n, ms) => { banner(patients[n]); mark(n); document.getElementById("chart").innerHTML = "<p aria-busy=true>Loading</p>"; await wait(ms); if (current === n) document.getElementById("chart").innerHTML = lists(patients[n]); };
/** Address first, stale chart after it. */
window.route = async (n, ms) => { mark(-1); history.pushState({ n }, "", "?p=" + n); await wait(ms); if (history.state?.n === n) window.show(n); };
/** The lists in a frame of their own, the banner here. */
window.framed = async (n) => { banner(patients[n]); mark(n); const frame = document.createElement("iframe"); frame.title = "Chart"; frame.width = "700"; frame.height = "500"; frame.src = "/lists?p=" + n;
  const chart = document.getElementById("chart"); chart.replaceChildren(frame); await Promise.race([new Promise((done) => frame.addEventListener("load", done, { once: true })), wait(5000)]); };
/** When a thread that does nothing else missed its beat, though it asks for one every 10 ms. */
window.stalls = [];
new Worker(URL.createObjectURL(new Blob(["let last; setInterval(() => { const now = performance.timeOrigin + performance.now(); if (now - last > ${BEAT_MS}) postMessage([last, now]); last = now; }, 10)"])))
  .onmessage = ({ data }) => window.stalls.push(data);
addEventListener("popstate", () => window.show(Number(new URLSearchParams(location.search).get("p") || 0)));
window.listsOf = (n) => lists(patients[n]);
window.show(Number(new URLSearchParams(location.search).get("p") || 0));
</script></body></html>`;
}

/** The lists alone, as a frame shows them. */
export function listsPage(index: number): string {
  const patient = PATIENTS[index];
  const rows = (entries: string[]) =>
    entries
      .map(
        (entry) =>
          `<tr>${entry
            .split("|")
            .map((cell) => `<td>${cell}</td>`)
            .join("")}</tr>`,
      )
      .join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lists</title></head><body>
<h2>Problem list</h2><table><thead><tr><th>Problem</th><th>Code</th><th>Status</th></tr></thead><tbody>${rows(patient?.problems ?? [])}</tbody></table>
<h2>Medications</h2><table><thead><tr><th>Medication</th><th>Status</th></tr></thead><tbody>${rows(patient?.medications ?? [])}</tbody></table></body></html>`;
}
