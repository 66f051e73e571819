// One document for the whole chart: patients change without a page load, the address holds a row number and no datum.
import { ageOf, written } from "./dates.js";
import { patients } from "./patients.js";

const at = (id) => document.getElementById(id);
const plain = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** How long the server would take for a chart and for its notes, in milliseconds. */
const CHART_MS = 180;
const NOTES_MS = 600;

let row = 0;
let tab = "summary";
/** Grows with each thing shown, so that a late answer is dropped. */
let turn = 0;

function table(caption, heads, rows) {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  return `<section class="card"><h2>${caption}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></section>`;
}

const pill = (status) => `<span class="pill ${status === "Active" ? "on" : "off"}">${status}</span>`;

function banner(patient) {
  return `<div class="who"><h1>${plain(patient.name)}</h1><p><span>DOB: ${written(patient.birth)}</span>
    <span>Age: ${ageOf(patient.birth)}</span><span>Sex: ${patient.sex}</span><span>MRN: ${patient.mrn}</span></p></div>
    <p class="visit">Today: ${plain(patient.reason)}</p>`;
}

function summary({ problems, medications, allergies, vitals }) {
  return `<div class="grid">
    ${table(
      "Problem list",
      ["Problem", "ICD-10-CM", "Onset", "Status"],
      problems.map(({ name, code, onset, status }) => [plain(name), code, onset, pill(status)]),
    )}
    ${table(
      "Allergies",
      ["Allergen", "Reaction"],
      allergies.map((cells) => cells.map(plain)),
    )}
    ${table(
      "Medications",
      ["Medication", "Directions", "Start", "Stop", "Status", "Prescriber"],
      medications.map(({ name, sig, start, stop, status, prescriber }) => [
        plain(name),
        plain(sig),
        start,
        stop,
        pill(status),
        prescriber,
      ]),
    )}
    <section class="card"><h2>Vitals</h2><p>${vitals}</p></section>
    <section class="card frame"><h2>Immunisations</h2><iframe title="Immunisations" src="/immunisations.html"></iframe></section>
  </div>`;
}

function notes(patient) {
  return patient.notes
    .map(
      ({ date, title, author, text }) =>
        `<article class="card note"><h2>${title}</h2><p class="meta">${date} · ${author}</p>${text.map((line) => `<p>${plain(line)}</p>`).join("")}</article>`,
    )
    .join("");
}

const results = `<section class="card"><h2>Results</h2><table><thead><tr><th scope="col">Test</th><th scope="col">Value</th><th scope="col">Range</th></tr></thead>
  <tbody><tr><td>Haemoglobin</td><td>13.4 g/dL</td><td>12.0–16.0</td></tr><tr><td>Creatinine</td><td>0.8 mg/dL</td><td>0.6–1.1</td></tr></tbody></table></section>`;

const loading = `<div class="card skeleton" aria-busy="true"><p>Loading …</p></div>`;

async function show() {
  const mine = ++turn;
  const patient = patients[row];
  const chart = at("chart");
  for (const name of ["summary", "notes", "results"]) {
    const button = at(`tab-${name}`);
    button.setAttribute("aria-selected", String(name === tab));
    button.tabIndex = name === tab ? 0 : -1;
  }
  chart.setAttribute("aria-labelledby", `tab-${tab}`);
  chart.innerHTML = loading;
  await wait(tab === "notes" ? NOTES_MS : CHART_MS);
  if (mine !== turn) return;
  chart.innerHTML = tab === "notes" ? notes(patient) : tab === "results" ? results : summary(patient);
}

function open(index, push) {
  row = index;
  tab = "summary";
  if (push) history.pushState(null, "", `/?patient=${index + 1}`);
  at("banner").innerHTML = banner(patients[row]);
  people(at("find").value);
  return show();
}

function people(filter) {
  const list = at("people");
  list.innerHTML = patients
    .map((_patient, index) => index)
    .filter((index) => `${index + 1}`.startsWith(filter.trim()))
    .map(
      (index) =>
        `<li><button type="button" data-row="${index}"${index === row ? ' aria-current="true"' : ""}>Patient ${index + 1}</button></li>`,
    )
    .join("");
}

function fromAddress() {
  const asked = Number(new URLSearchParams(location.search).get("patient") ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= patients.length ? asked - 1 : 0;
}

at("people").addEventListener("click", ({ target }) => {
  const index = target.closest("[data-row]")?.dataset.row;
  if (index !== undefined) void open(Number(index), true);
});
at("find").addEventListener("input", ({ target }) => people(target.value));
document.querySelector("[role=tablist]").addEventListener("click", ({ target }) => {
  const chosen = target.closest("[role=tab]")?.id.slice(4);
  if (!chosen) return;
  tab = chosen;
  void show();
});
document.querySelector("[role=tablist]").addEventListener("keydown", ({ key, target }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (!step) return;
  const buttons = [...document.querySelectorAll("[role=tab]")];
  buttons[(buttons.indexOf(target) + step + buttons.length) % buttons.length].focus();
});
addEventListener("popstate", () => void open(fromAddress(), false));
void open(fromAddress(), false);
