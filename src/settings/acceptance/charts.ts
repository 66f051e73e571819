/** Made-up chart pages: how charts are built, what they say of the pair, and the traps in between. */
import { ADULT, type Chart, ELIDEL, medications, note, problems, TODDLER } from "./chart";

const layouts: Chart[] = [
  {
    id: "chart-lists",
    says: "Problem list and medication table.",
    html: ADULT + problems("Atopic dermatitis", "Seasonal allergies") + medications(ELIDEL),
    state: "advice",
    facts: { diagnosis: "atopic-dermatitis", onPimecrolimus: true, ageMonths: 439 },
    patient: "Testcase, Avery",
    unknown: ["severity", "infection", "immunocompromised"],
  },
  {
    id: "chart-tables",
    says: "Both in tables, with codes and a brand name.",
    html: `${ADULT}<h2>Problems</h2><table><tr><th>Problem</th><th>ICD-10</th><th>Status</th></tr><tr><td>Atopic dermatitis, unspecified</td><td>L20.9</td><td>Active</td></tr></table>${medications(["Elidel 1 % cream", "Active"])}`,
    state: "advice",
    facts: { diagnosis: "atopic-dermatitis", onPimecrolimus: true },
  },
  {
    id: "chart-labels",
    says: "Labels and values instead of lists.",
    html: `${ADULT}<h2>Problem list</h2><dl><dt>Diagnosis</dt><dd>Atopic dermatitis</dd></dl><h2>Current medications</h2><dl><dt>Medication</dt><dd>Pimecrolimus 1 % cream</dd></dl>`,
    state: "advice",
  },
  {
    id: "chart-note",
    says: "Both only in the text of a note.",
    html:
      ADULT +
      note(
        "Moderate atopic dermatitis of the trunk. She has used pimecrolimus cream twice daily for 8 weeks without improvement.",
      ),
    state: "advice",
    facts: { diagnosis: "atopic-dermatitis", onPimecrolimus: true, severity: "moderate" },
  },
  {
    id: "chart-toddler",
    says: "A child under two: the age is read from the banner, and decides.",
    html: TODDLER + problems("Atopic dermatitis") + medications(ELIDEL),
    state: "advice",
    facts: { ageMonths: 20 },
    items: { "tacrolimus-ointment": "exclude", "ruxolitinib-cream": "exclude" },
  },
  {
    id: "chart-no-banner",
    says: "No banner: advice without a patient's name, and the age is asked for.",
    html: problems("Atopic dermatitis") + medications(ELIDEL),
    state: "advice",
    unknown: ["ageMonths"],
    items: { "tacrolimus-ointment": "needs-info" },
  },
];

const halves: Chart[] = [
  {
    id: "chart-eczema",
    says: "Eczema, kind not stated: asks whether it is atopic.",
    html: ADULT + problems("Eczema") + medications(ELIDEL),
    state: "confirm",
  },
  {
    id: "chart-no-diagnosis",
    says: "Pimecrolimus without a diagnosis: asks.",
    html: ADULT + problems("Hypertension") + medications(ELIDEL),
    state: "confirm",
  },
  {
    id: "chart-no-pimecrolimus",
    says: "Atopic dermatitis without pimecrolimus: nothing to say, and says so.",
    html: ADULT + problems("Atopic dermatitis") + medications(["Hydrocortisone 1 % cream", "Active"]),
    state: "nothing-found",
  },
  {
    id: "chart-neither",
    says: "Neither half of the pair.",
    html: ADULT + problems("Hypertension") + medications(["Lisinopril 10 mg tablet", "Active"]),
    state: "nothing-found",
  },
];

const traps: Chart[] = [
  {
    id: "chart-family",
    says: "Atopic dermatitis in the family only.",
    html: `${ADULT + problems("Rosacea") + medications(ELIDEL)}<section><h2>Family history</h2><ul><li>Mother: atopic dermatitis</li></ul></section>`,
    state: "confirm",
  },
  {
    id: "chart-negated",
    says: "Denied: no history of atopic dermatitis.",
    html: ADULT + medications(ELIDEL) + note("No history of atopic dermatitis."),
    state: "confirm",
  },
  {
    id: "chart-alzheimer",
    says: "AD that means Alzheimer's disease.",
    html: ADULT + problems("AD (Alzheimer's disease)") + medications(ELIDEL),
    state: "confirm",
  },
  {
    id: "chart-resolved",
    says: "Childhood eczema, resolved long ago.",
    html: `${ADULT}<section><h2>Resolved problems</h2><ul><li>Atopic dermatitis (childhood, resolved)</li></ul></section>${medications(["Lisinopril 10 mg tablet", "Active"])}`,
    state: "nothing-found",
  },
  {
    id: "chart-planned",
    says: "Pimecrolimus only thought of.",
    html:
      ADULT + problems("Atopic dermatitis") + note("Consider starting pimecrolimus if this does not settle."),
    state: "nothing-found",
  },
  {
    id: "chart-hidden",
    says: "Another patient's diagnosis in a hidden part of the page.",
    html: `${ADULT + problems("Rosacea") + medications(ELIDEL)}<section hidden><h2>Problem list</h2><ul><li>Atopic dermatitis</li></ul></section>`,
    state: "confirm",
  },
  {
    id: "chart-search-box",
    says: "Both only offered by a search box and a menu.",
    html: `${ADULT + problems("Hypertension")}<label>Add a problem <select><option>Atopic dermatitis</option><option>Psoriasis</option></select></label><input placeholder="Pimecrolimus 1 % cream">`,
    state: "nothing-found",
  },
  {
    id: "chart-education",
    says: "Both only in a leaflet.",
    html: `${ADULT + problems("Hypertension")}<section><h2>Patient education</h2><p>Atopic dermatitis is a common skin disease. Creams such as pimecrolimus may be used if your doctor recommends them.</p></section>`,
    state: "nothing-found",
  },
];

const facts: Chart[] = [
  {
    id: "chart-oral-tacrolimus",
    says: "Tacrolimus by mouth: an immunosuppressant, no tried ointment.",
    html:
      ADULT +
      problems("Atopic dermatitis", "Kidney transplant") +
      medications(ELIDEL, ["Tacrolimus 1 mg capsule by mouth twice daily", "Active"]),
    state: "advice",
    items: { "tacrolimus-ointment": "exclude", "ruxolitinib-cream": "exclude" },
  },
  {
    id: "chart-tacrolimus-ointment",
    says: "Tacrolimus ointment in use as well.",
    html:
      ADULT +
      problems("Atopic dermatitis") +
      medications(ELIDEL, ["Tacrolimus 0.1 % ointment, apply twice daily", "Active"]),
    state: "advice",
    facts: { tried: { "tacrolimus-ointment": "current" } },
    items: { "current-treatment": "present" },
  },
  {
    id: "chart-netherton",
    says: "Netherton syndrome on the problem list.",
    html: ADULT + problems("Atopic dermatitis", "Netherton syndrome") + medications(ELIDEL),
    state: "advice",
    items: { "tacrolimus-ointment": "exclude" },
  },
  {
    id: "chart-herpeticum",
    says: "Eczema herpeticum on the problem list: a red flag.",
    html: ADULT + problems("Atopic dermatitis", "Eczema herpeticum") + medications(ELIDEL),
    state: "advice",
    items: { "eczema-herpeticum": "recommend", "tacrolimus-ointment": "exclude" },
  },
  {
    id: "chart-severity",
    says: "Severity stated beside the diagnosis.",
    html: ADULT + problems("Severe atopic dermatitis") + medications(ELIDEL),
    state: "advice",
    facts: { severity: "severe" },
    items: { "ruxolitinib-cream": "exclude" },
  },
  {
    id: "chart-hydroxyzine",
    says: "Hydroxyzine for itch: the chart trips a pitfall.",
    html:
      ADULT +
      problems("Atopic dermatitis") +
      medications(ELIDEL, ["Hydroxyzine 25 mg tablet at night for itch", "Active"]),
    state: "advice",
    items: { "oral-antihistamines": ["exclude", "caution"] },
  },
];

export const CHARTS: Chart[] = [...layouts, ...halves, ...traps, ...facts];
