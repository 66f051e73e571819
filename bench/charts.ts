/** Generated synthetic charts of a given number of elements, for measuring and for nothing else. */

const PLAIN = [
  "Lisinopril 10 mg tablet",
  "Metformin 500 mg tablet",
  "Vitamin D 1000 units",
  "Amlodipine 5 mg tablet",
  "Seasonal review done",
];
const TELLING = [
  "Pimecrolimus 1 % cream",
  "Atopic dermatitis",
  "Hydrocortisone 1 % cream",
  "Tacrolimus 0.1 % ointment",
  "Hydroxyzine 25 mg tablet",
];

const BANNER = `<header role="banner"><div class="patient-banner"><b>Benchley, Synthetic</b> <span>DOB: 1985-04-12</span> <span>MRN: SYN-90001</span></div></header>`;

/** Elements of one row: itself and its four cells. */
const PER_ROW = 5;
const ROWS_PER_TABLE = 50;

/** One row in `every` holds a term (1: each does). The pair itself stands once, in the first table. */
export function chartOf(elements: number, every: number): string {
  const rows = Math.max(2, Math.round(elements / PER_ROW));
  const tables: string[] = [];
  for (let from = 0; from < rows; from += ROWS_PER_TABLE) {
    const body: string[] = [];
    for (let row = from; row < Math.min(rows, from + ROWS_PER_TABLE); row++) {
      const name =
        row < 2
          ? TELLING[row]
          : row % every === 0
            ? TELLING[row % TELLING.length]
            : PLAIN[row % PLAIN.length];
      body.push(
        `<tr><td>${name}</td><td>Entry ${row}, as directed</td><td>2026-0${1 + (row % 9)}-11</td><td>Active</td></tr>`,
      );
    }
    const title = from === 0 ? "Problems and medications" : from % 100 === 0 ? "Medications" : "Encounters";
    tables.push(
      `<section><h2>${title}</h2><table><thead><tr><th>Name</th><th>Details</th><th>Start</th><th>Status</th></tr></thead><tbody>${body.join("")}</tbody></table></section>`,
    );
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Bench (synthetic)</title></head><body>${BANNER}<main id="main">${tables.join("")}</main>
<script>
const PLAIN = ${JSON.stringify(PLAIN)}, TELLING = ${JSON.stringify(TELLING)}, EVERY = ${every};
let added = 0;
const rowOf = (n) => { const row = document.createElement("tr"); for (const text of [n % EVERY ? PLAIN[n % PLAIN.length] : TELLING[n % TELLING.length], "Added " + n, "2026-05-11", "Active"]) { const cell = document.createElement("td"); cell.textContent = text; row.append(cell); } return row; };
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
/** 300 rows appended and text edits over a second and a half. */
window.storm = async () => { const body = document.querySelectorAll("tbody")[1] ?? document.querySelector("tbody"); const cells = document.querySelectorAll("td");
  for (let n = 0; n < 300; n++) { body.append(rowOf(added++)); cells[(n * 37) % cells.length].firstChild.data = "Edited " + n; if (n % 2) await wait(10); } };
/** One table drawn anew 20 times a second. */
window.rerender = async (ms) => { const body = document.querySelectorAll("tbody")[1] ?? document.querySelector("tbody"); const until = performance.now() + ms;
  while (performance.now() < until) { body.replaceChildren(...Array.from({ length: 50 }, () => rowOf(added++))); await wait(50); } };
/** A change of fixed size, wherever the page ends. */
window.mutate = async (times) => { const body = document.querySelector("tbody"); for (let n = 0; n < times; n++) { body.append(rowOf(added++)); await wait(60); } };
</script></body></html>`;
}

/** A page to type into, whose every key adds a row as rich editors do. */
export function typingPage(elements: number): string {
  return chartOf(elements, 50)
    .replace(
      "</main>",
      `<div id="editor" contenteditable="true" style="border:1px solid;min-height:3em"></div><table><tbody id="echo"></tbody></table></main>`,
    )
    .replace(
      "</body>",
      `<script>
    window.delays = [];
    const editor = document.getElementById("editor");
    let pressed = 0;
    editor.addEventListener("keydown", () => { pressed = performance.now(); requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => delays.push(performance.now() - pressed); port2.postMessage(0); }); });
    editor.addEventListener("input", () => document.getElementById("echo").append(rowOf(added++)));
  </script></body>`,
    );
}

/** A page of frames, each with a small part of the chart. */
export function framesPage(frames: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Frames (synthetic)</title></head><body>${BANNER}${`<iframe src="/part" width="300" height="200"></iframe>`.repeat(frames)}</body></html>`;
}
