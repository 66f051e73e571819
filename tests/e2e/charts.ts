/** Synthetic charts, as small as a chart can be. */
export interface Chart {
  banner?: string;
  problems?: string[];
  medications?: string[];
  allergies?: string[];
  more?: string;
  lang?: string;
}

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

/** The lists alone; cells of a row stand between bars. */
export function listsOf({ problems = [], medications = [], allergies = [] }: Chart): string {
  return `<section><h2>Problem list</h2><table><thead><tr><th>Problem</th><th>Code</th><th>Status</th></tr></thead>
<tbody>${rows(problems)}</tbody></table></section>
<section><h2>Medications</h2><table><thead><tr><th>Medication</th><th>Start</th><th>Status</th></tr></thead>
<tbody>${rows(medications)}</tbody></table></section>
<section><h2>Allergies</h2><ul>${allergies.map((entry) => `<li>${entry}</li>`).join("")}</ul></section>`;
}

export function chart(content: Chart): string {
  return `<!doctype html><html lang="${content.lang ?? "en"}"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Chart (synthetic)</title></head><body><header role="banner"><div class="patient-banner">${content.banner ?? ""}</div></header>
<main>${listsOf(content)}${content.more ?? ""}</main></body></html>`;
}

/** A birth date that makes somebody `years` old, half a year from any birthday. */
export function born(years: number): string {
  const day = new Date();
  const birth = new Date(Date.UTC(day.getFullYear() - years, day.getMonth() - 6, 15));
  return birth.toISOString().slice(0, 10);
}

export const banner = (name: string, years: number, record: string) =>
  `<b>${name}</b> <span>DOB: ${born(years)}</span> <span>Sex: Female</span> <span>MRN: ${record}</span>`;

export const ADULT: Chart = {
  banner: banner("Larkspur, Synthea", 41, "SYN-41001"),
  problems: ["Atopic dermatitis|L20.9|Active", "Migraine|G43.9|Active"],
  medications: ["Pimecrolimus 1 % cream|2026-06-02|Active", "Sumatriptan 50 mg tablet|2024-01-11|Active"],
  allergies: ["No known drug allergies"],
};

export const INFANT: Chart = {
  banner: banner("Oakley, Synthetic", 1, "SYN-41002"),
  problems: ["Atopic dermatitis|L20.83|Active"],
  medications: ["Elidel 1 % topical cream|2026-09-01|Active"],
  allergies: ["No known allergies"],
};

export const NEITHER: Chart = {
  banner: banner("Marlowe, Synthia", 58, "SYN-41003"),
  problems: ["Essential hypertension|I10|Active"],
  medications: ["Lisinopril 10 mg tablet|2020-02-02|Active"],
  allergies: ["Penicillin (rash)"],
};
