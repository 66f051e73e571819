// What each part of the chart looks like. Everything is HTML of a synthetic patient.
import { ageOf, daysAgo, written } from "./dates.js";
import { appointments, messages } from "./patients.js";

const plain = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const pill = (status) => `<span class="pill ${status === "Active" ? "on" : "off"}">${status}</span>`;

function table(caption, heads, rows, kind = "card") {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  return `<section class="${kind}"><h2>${caption}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></section>`;
}

export function banner(patient) {
  return `<div class="who"><h1>${plain(patient.name)}</h1><p><span>DOB: ${written(patient.birth)}</span>
    <span>Age: ${ageOf(patient.birth)}</span><span>Sex: ${patient.sex}</span><span>MRN: ${patient.mrn}</span></p></div>
    <p class="visit">Today: ${plain(patient.reason)}</p>`;
}

export function summary({ problems, medications, allergies, vitals, measures }) {
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
    <section class="card"><h2>Vitals and measures</h2><dl>${[...vitals, ...measures]
      .map(([name, value]) => `<div><dt>${plain(name)}</dt><dd>${plain(value)}</dd></div>`)
      .join("")}</dl></section>
    <section class="card frame"><h2>Immunisations</h2><iframe title="Immunisations" src="/immunisations.html"></iframe></section>
  </div>`;
}

export function notes(patient) {
  return patient.notes
    .map(
      ({ date, title, author, text }) =>
        `<article class="card note"><h2>${title}</h2><p class="meta">${date} · ${author}</p>${text.map((line) => `<p>${plain(line)}</p>`).join("")}</article>`,
    )
    .join("");
}

export const results = ({ tests }) =>
  table(`Results of ${written(daysAgo(34))}`, ["Test", "Value", "Range"], tests);

export const orders = () => `<form class="card order"><h2>New order</h2>
  <label>Medication <input name="medication" autocomplete="off" placeholder="Name or code" list="formulary"></label>
  <datalist id="formulary"><option value="Hydrocortisone 1 % cream"><option value="Tacrolimus 0.03 % ointment"><option value="Pimecrolimus 1 % cream"></datalist>
  <label>Directions <textarea name="directions" rows="3"></textarea></label>
  <label>Quantity <select name="quantity"><option>30 g</option><option>60 g</option><option>100 g</option></select></label>
  <p><button type="button" disabled>Sign</button> <span class="meta">Nothing can be signed in the demo.</span></p></form>`;

export const schedule = (patients) =>
  table(
    `Schedule, ${written(daysAgo(0))}`,
    ["Time", "Patient", "Reason", "Room"],
    patients.map(({ name, reason }, index) => [
      appointments[index],
      `<button type="button" class="link" data-row="${index}">${plain(name)}</button>`,
      plain(reason),
      `${(index % 4) + 1}`,
    ]),
  );

export const inbox = () =>
  table(
    "In Basket",
    ["Received", "From", "Subject"],
    messages.map((cells) => cells.map(plain)),
  );

export const loading = `<div class="card skeleton" aria-busy="true"><p>Loading …</p></div>`;
