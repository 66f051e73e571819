// Synthetic patients. No one here exists; every date is counted from today.
import { born, daysAgo, written } from "./dates.js";

const ago = (days) => written(daysAgo(days));
const problem = (name, code, onset, status = "Active") => ({ name, code, onset, status });
const med = (name, sig, start, status = "Active", stop = "", prescriber = "Alder, M. MD") => ({
  name,
  sig,
  start,
  status,
  stop,
  prescriber,
});
const note = (days, title, author, text) => ({ date: ago(days), title, author, text });

/** When each patient of the list below is expected today. */
export const appointments = "08:40 09:00 09:20 09:40 10:00 10:15 10:40 11:00 11:20 11:40".split(" ");

export const messages = [
  [ago(0), "Pharmacy", "Stock of emollients this week"],
  [ago(0), "Reception", "Room 3 is closed after noon"],
  [ago(1), "Laboratory", "New opening hours of the phlebotomy desk"],
];

export const patients = [
  {
    name: "Quill, Synthia (synthetic)",
    sex: "Female",
    birth: born({ years: 36 }),
    mrn: "SYN-10001",
    reason: "Follow-up, eczema",
    problems: [
      problem("Atopic dermatitis", "L20.9", ago(4300)),
      problem("Seasonal allergic rhinitis", "J30.2", ago(3900)),
    ],
    medications: [
      med("Pimecrolimus 1 % topical cream", "Apply thin layer to face and neck twice daily", ago(70)),
      med("Hydroxyzine 25 mg tablet", "1 tablet at night as needed for itch", ago(60)),
      med(
        "Triamcinolone 0.1 % topical cream",
        "Apply to trunk twice daily for 10 days",
        ago(240),
        "Discontinued",
        ago(228),
      ),
      med("White soft paraffin ointment", "Apply liberally", ago(300)),
    ],
    allergies: [["Sulfamethoxazole", "Hives"]],
    vitals: [
      ["Blood pressure", "118/74"],
      ["Pulse", "72"],
      ["Temperature", "36.6 °C"],
      ["Weight", "64.2 kg"],
    ],
    measures: [["IGA", `3 (moderate), ${ago(0)}`]],
    tests: [
      ["Haemoglobin", "12.8 g/dL", "12.0–16.0"],
      ["Creatinine", "0.6 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.4 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(0, "Dermatology follow-up", "Alder, M. MD", [
        "Subjective: 36-year-old woman with atopic dermatitis since childhood. Has used pimecrolimus cream twice daily on face and neck for ten weeks with little improvement. No fever. Denies oozing or crusting.",
        "Objective: Ill-defined erythema and lichenification of the neck and eyelids, few plaques on the trunk. IGA 3. No signs of infection.",
        "Assessment: Atopic dermatitis, moderate, not controlled on Elidel.",
        "Plan: Discuss next step. Not pregnant. Mother has psoriasis.",
      ]),
    ],
  },
  {
    name: "Fern, Synthos (synthetic)",
    sex: "Male",
    birth: born({ years: 8 }),
    mrn: "SYN-10002",
    reason: "Eczema, school-age child",
    problems: [
      problem("Atopic dermatitis", "L20.9", ago(2500)),
      problem("Mild intermittent asthma", "J45.20", ago(900)),
    ],
    medications: [
      med("Elidel 1 % Topical Cream", "Apply twice daily to elbow creases and knees", ago(90)),
      med("Salbutamol 100 mcg inhaler", "2 puffs as needed", ago(700)),
    ],
    allergies: [["Peanut", "Anaphylaxis"]],
    vitals: [
      ["Pulse", "88"],
      ["Temperature", "36.8 °C"],
      ["Weight", "26.0 kg"],
    ],
    measures: [["EASI", `9, ${ago(2)}`]],
    tests: [
      ["Haemoglobin", "12.6 g/dL", "12.0–16.0"],
      ["Creatinine", "0.6 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.4 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(2, "Paediatric clinic", "Rowan, T. NP", [
        "Subjective: 8-year-old boy, here with his father. Flexural eczema persists in spite of Elidel for three months; father says he misses about half of the applications.",
        "Objective: Erythematous plaques of both antecubital and popliteal fossae. EASI 9.",
        "Assessment: Atopic dermatitis, moderate.",
        "Plan: Review technique and amount. Emollient 250 g per week.",
      ]),
    ],
  },
  {
    name: "Marsh, Synthea (synthetic)",
    sex: "Female",
    birth: born({ years: 27 }),
    mrn: "SYN-10003",
    reason: "Repeat prescription",
    problems: [problem("Atopic dermatitis", "L20.9", ago(5200))],
    medications: [
      med("Pimecrolimus 1 % topical cream", "Apply twice daily to eyelids when needed", ago(400)),
    ],
    allergies: [["No known drug allergies", ""]],
    vitals: [
      ["Blood pressure", "112/70"],
      ["Pulse", "66"],
    ],
    measures: [["IGA", `1 (almost clear), ${ago(1)}`]],
    tests: [
      ["Haemoglobin", "14.6 g/dL", "12.0–16.0"],
      ["Creatinine", "0.9 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.6 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(1, "Telephone review", "Rowan, T. NP", [
        "Patient reports good control. Pimecrolimus is working well, uses it two or three times a week on the eyelids.",
        "Assessment: Atopic dermatitis, clear to mild, well controlled. Continue.",
      ]),
    ],
  },
  {
    name: "Heath, Synthold (synthetic)",
    sex: "Male",
    birth: born({ years: 45 }),
    mrn: "SYN-10004",
    reason: "Early review",
    problems: [
      problem("Atopic dermatitis", "L20.9", ago(6000)),
      problem("Essential hypertension", "I10", ago(1500)),
    ],
    medications: [
      med("Pimecrolimus 1 % topical cream", "Apply twice daily to face", ago(18)),
      med("Amlodipine 5 mg tablet", "1 tablet daily", ago(1400)),
    ],
    allergies: [["No known drug allergies", ""]],
    vitals: [
      ["Blood pressure", "134/82"],
      ["Pulse", "70"],
      ["Weight", "88.1 kg"],
    ],
    measures: [["IGA", `3 (moderate), ${ago(0)}`]],
    tests: [
      ["Haemoglobin", "12.8 g/dL", "12.0–16.0"],
      ["Creatinine", "0.8 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.3 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(0, "Clinic note", "Alder, M. MD", [
        "Started pimecrolimus less than three weeks ago for facial atopic dermatitis. Asks whether something stronger is needed. Some burning in the first days, now settled.",
        "Assessment: Atopic dermatitis, moderate. Too early to judge.",
      ]),
    ],
  },
  {
    name: "Brook, Synthessa (synthetic)",
    sex: "Female",
    birth: born({ years: 31 }),
    mrn: "SYN-10005",
    reason: "Eczema in pregnancy",
    problems: [
      problem("Atopic dermatitis", "L20.9", ago(7000)),
      problem("Pregnancy, 20 weeks", "Z34.92", ago(140)),
    ],
    medications: [
      med("Pimecrolimus 1 % topical cream", "Apply twice daily to neck", ago(50), "Discontinued", ago(44)),
      med("Prenatal multivitamin", "1 tablet daily", ago(150)),
    ],
    allergies: [["No known drug allergies", ""]],
    vitals: [
      ["Blood pressure", "110/68"],
      ["Pulse", "84"],
    ],
    measures: [["IGA", `3 (moderate), ${ago(3)}`]],
    tests: [
      ["Haemoglobin", "12.6 g/dL", "12.0–16.0"],
      ["Creatinine", "0.6 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.3 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(3, "Dermatology consult", "Alder, M. MD", [
        "31-year-old, 20 weeks pregnant. Elidel was stopped after six days because of severe burning; could not tolerate it.",
        "Objective: Moderate atopic dermatitis of the neck and hands. No crusting, no vesicles.",
        "Assessment: Atopic dermatitis, moderate, in pregnancy.",
      ]),
    ],
  },
  {
    name: "Thorne, Synthio (synthetic)",
    sex: "Male",
    birth: born({ months: 18 }),
    mrn: "SYN-10006",
    reason: "Unwell toddler, rash",
    problems: [
      problem("Atopic dermatitis", "L20.83", ago(400)),
      problem("Eczema herpeticum, suspected", "B00.0", ago(0)),
    ],
    medications: [med("Pimecrolimus 1 % topical cream", "Apply twice daily to cheeks", ago(60))],
    allergies: [["Egg", "Urticaria"]],
    vitals: [
      ["Pulse", "148"],
      ["Temperature", "38.9 °C"],
      ["Weight", "10.9 kg"],
    ],
    measures: [],
    tests: [
      ["Haemoglobin", "14.6 g/dL", "12.0–16.0"],
      ["Creatinine", "0.3 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.7 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(0, "Urgent visit", "Rowan, T. NP", [
        "18-month-old with atopic dermatitis on Elidel for two months, worse over two days with fever and poor feeding.",
        "Objective: Clustered punched-out erosions and vesicles on both cheeks. Suspected eczema herpeticum.",
        "Plan: Same-day referral.",
      ]),
    ],
  },
  {
    name: "Vale, Synthina (synthetic)",
    sex: "Female",
    birth: born({ years: 52 }),
    mrn: "SYN-10007",
    reason: "Eczema review",
    problems: [
      problem("Atopic dermatitis", "L20.9", ago(8000)),
      problem("Hypothyroidism", "E03.9", ago(2100)),
    ],
    medications: [
      med("Hydrocortisone 1 % cream", "Apply once daily to hands", ago(40)),
      med("Levothyroxine 75 mcg tablet", "1 tablet daily", ago(2000)),
      med("Emollient cream", "Apply liberally", ago(500)),
    ],
    allergies: [["Penicillin", "Rash"]],
    vitals: [
      ["Blood pressure", "126/78"],
      ["Pulse", "64"],
    ],
    measures: [["IGA", `2 (mild), ${ago(5)}`]],
    tests: [
      ["Haemoglobin", "14.3 g/dL", "12.0–16.0"],
      ["Creatinine", "0.9 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.2 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(5, "Clinic note", "Alder, M. MD", ["Hand eczema mild, happy with hydrocortisone. No change."]),
    ],
  },
  {
    name: "Gale, Synthew (synthetic)",
    sex: "Male",
    birth: born({ years: 60 }),
    mrn: "SYN-10008",
    reason: "Facial rash",
    problems: [problem("Eczema", "L30.9", ago(200)), problem("Gout", "M10.9", ago(3000))],
    medications: [
      med("Pimecrolimus 1 % topical cream", "Apply twice daily to face", ago(66)),
      med("Allopurinol 300 mg tablet", "1 tablet daily", ago(2900)),
    ],
    allergies: [["No known drug allergies", ""]],
    vitals: [
      ["Blood pressure", "138/84"],
      ["Pulse", "76"],
    ],
    measures: [],
    tests: [
      ["Haemoglobin", "13.0 g/dL", "12.0–16.0"],
      ["Creatinine", "0.9 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.6 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(4, "Clinic note", "Rowan, T. NP", [
        "Facial eczema, no better with pimecrolimus. Cause not established.",
      ]),
    ],
  },
  {
    name: "Winter, Synthelma (synthetic)",
    sex: "Female",
    birth: born({ years: 81 }),
    mrn: "SYN-10009",
    reason: "Memory clinic",
    problems: [
      problem("Alzheimer's disease with late onset", "G30.1", ago(1200)),
      problem("Osteoarthritis of knee", "M17.9", ago(3400)),
    ],
    medications: [
      med("Donepezil 10 mg tablet", "1 tablet at night", ago(1100)),
      med("Memantine 10 mg tablet", "1 tablet twice daily", ago(500)),
    ],
    allergies: [["Codeine", "Nausea"]],
    vitals: [
      ["Blood pressure", "142/80"],
      ["Pulse", "68"],
    ],
    measures: [["MMSE", `17 of 30, ${ago(9)}`]],
    tests: [
      ["Haemoglobin", "14.4 g/dL", "12.0–16.0"],
      ["Creatinine", "1.0 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.2 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(9, "Memory clinic", "Alder, M. MD", [
        "AD, moderate stage. MMSE 17. Daughter asks about an advance directive (AD). Skin intact.",
      ]),
    ],
  },
  {
    name: "Frost, Synthaniel (synthetic)",
    sex: "Male",
    birth: born({ years: 48 }),
    mrn: "SYN-10010",
    reason: "Transplant clinic, itch",
    problems: [
      problem("Atopic dermatitis", "L20.9", ago(9000)),
      problem("Kidney transplant status", "Z94.0", ago(1000)),
    ],
    medications: [
      med("Tacrolimus 1 mg capsule (Prograf)", "2 capsules twice daily", ago(1000)),
      med("Mycophenolate mofetil 500 mg tablet", "1 tablet twice daily", ago(1000)),
      med("Pimecrolimus 1 % topical cream", "Apply twice daily to hands", ago(80)),
    ],
    allergies: [["No known drug allergies", ""]],
    vitals: [
      ["Blood pressure", "130/80"],
      ["Pulse", "74"],
    ],
    measures: [["IGA", `4 (severe), ${ago(7)}`]],
    tests: [
      ["Haemoglobin", "13.8 g/dL", "12.0–16.0"],
      ["Creatinine", "1.6 mg/dL", "0.6–1.1"],
      ["Eosinophils", "0.6 × 10⁹/L", "0.0–0.5"],
    ],
    notes: [
      note(7, "Transplant clinic", "Alder, M. MD", [
        "Stable graft. Severe atopic dermatitis of the hands, no benefit from the cream so far. Trough tacrolimus 6.1.",
      ]),
    ],
  },
];
