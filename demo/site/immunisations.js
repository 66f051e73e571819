import { daysAgo, written } from "./dates.js";

for (const cell of document.querySelectorAll("[data-days]"))
  cell.textContent = written(daysAgo(Number(cell.dataset.days)));
