// One document for the whole chart: patients change without a page load, the address holds a row number and no datum.
import { appointments, patients } from "./patients.js";
import { banner, inbox, loading, notes, orders, results, schedule, summary } from "./views.js";

const at = (id) => document.getElementById(id);
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const TABS = { summary, notes, results, orders };
/** Where no patient is open. */
const PLACES = { schedule, inbox };

/** How long the server would take for a chart and for its notes, in milliseconds. */
const CHART_MS = 180;
const NOTES_MS = 600;

let row = 0;
let tab = "summary";
/** "chart", or one of the places. */
let place = "chart";
/** Grows with each thing shown, so that a late answer is dropped. */
let turn = 0;

async function show() {
  const mine = ++turn;
  const inChart = place === "chart";
  at("banner").innerHTML = inChart ? banner(patients[row]) : "";
  at("banner").hidden = !inChart;
  at("tabs").hidden = !inChart;
  for (const button of document.querySelectorAll("[data-nav]")) {
    if (button.dataset.nav === place) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  for (const name of Object.keys(TABS)) {
    at(`tab-${name}`).setAttribute("aria-selected", String(name === tab));
    at(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
  }
  at("chart").innerHTML = loading;
  people();
  await wait(inChart && tab === "notes" ? NOTES_MS : CHART_MS);
  if (mine !== turn) return;
  at("chart").innerHTML = inChart ? TABS[tab](patients[row]) : PLACES[place](patients);
}

function open(index, push) {
  row = index;
  tab = "summary";
  return go("chart", push && `/?patient=${index + 1}`);
}

function go(where, address) {
  place = where;
  if (address) history.pushState(null, "", address);
  return show();
}

/** Today's patients whose name holds what was typed, in the order of their visits. */
function people() {
  const wanted = at("find").value.trim().toLowerCase();
  at("people").innerHTML = patients
    .map(({ name }, index) => ({ name: name.replace(" (synthetic)", ""), index }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ name, index }) => {
      const current = place === "chart" && index === row ? ' aria-current="true"' : "";
      return `<li><button type="button" data-row="${index}"${current}><span class="time">${appointments[index]}</span> ${name}</button></li>`;
    })
    .join("");
}

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const view = asked.get("view");
  if (Object.hasOwn(PLACES, view ?? "")) return go(view);
  const number = Number(asked.get("patient") ?? 1);
  return open(Number.isInteger(number) && number >= 1 && number <= patients.length ? number - 1 : 0, false);
}

addEventListener("click", ({ target }) => {
  const index = target.closest("[data-row]")?.dataset.row;
  if (index !== undefined) void open(Number(index), true);
  const where = target.closest("[data-nav]")?.dataset.nav;
  if (where) void go(where, where === "chart" ? `/?patient=${row + 1}` : `/?view=${where}`);
});
at("find").addEventListener("input", people);
at("tabs").addEventListener("click", ({ target }) => {
  const chosen = target.closest("[role=tab]")?.id.slice(4);
  if (!chosen) return;
  tab = chosen;
  void show();
});
at("tabs").addEventListener("keydown", ({ key, target }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (!step) return;
  const buttons = [...document.querySelectorAll("[role=tab]")];
  buttons[(buttons.indexOf(target) + step + buttons.length) % buttons.length].focus();
});
addEventListener("popstate", () => void fromAddress());
void fromAddress();
