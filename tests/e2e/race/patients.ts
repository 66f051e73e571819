/** Synthetic patients whose right advice differs; each carries a word that no other patient's chart holds. */
export interface RacePatient {
  /** Stands in the banner and in nothing else. */
  name: string;
  birth: string;
  record: string;
  problems: string[];
  medications: string[];
  allergies: string[];
  /** What the panel must come to: a state, and one item's status that tells this patient from the others. */
  expected: { state: "advice" | "confirm" | "nothing-found"; item?: [id: string, status: string] };
}

/** A birth date that makes the patient `years` old today, away from any birthday. */
function born(years: number): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() - years);
  day.setMonth(day.getMonth() - 3);
  return day.toISOString().slice(0, 10);
}

const PIMECROLIMUS = "Pimecrolimus 1 % cream|Active";
const ATOPIC = "Atopic dermatitis|L20.9|Active";

export const PATIENTS: RacePatient[] = [
  {
    name: "Quillamber, Synthia",
    birth: born(36),
    record: "SYN-70001",
    problems: [ATOPIC],
    medications: [PIMECROLIMUS, "Cetirizine 10 mg tablet|Active"],
    allergies: ["No known allergies"],
    expected: { state: "advice", item: ["tacrolimus-ointment", "needs-info"] },
  },
  {
    name: "Fernhollow, Synthetic",
    birth: born(1),
    record: "SYN-70002",
    problems: [ATOPIC],
    medications: [PIMECROLIMUS],
    allergies: ["No known allergies"],
    expected: { state: "advice", item: ["tacrolimus-ointment", "exclude"] },
  },
  {
    name: "Brackenridge, Synthor",
    birth: born(44),
    record: "SYN-70003",
    problems: [ATOPIC, "Netherton syndrome|Q80.8|Active"],
    medications: [PIMECROLIMUS],
    allergies: ["No known allergies"],
    expected: { state: "advice", item: ["tacrolimus-ointment", "exclude"] },
  },
  {
    name: "Sedgewick, Synthelma",
    birth: born(61),
    record: "SYN-70004",
    problems: ["Eczema|L30.9|Active"],
    medications: [PIMECROLIMUS],
    allergies: ["Penicillin (rash)"],
    expected: { state: "confirm" },
  },
  {
    name: "Tamarisk, Synthold",
    birth: born(52),
    record: "SYN-70005",
    problems: ["Hypertension|I10|Active"],
    medications: ["Lisinopril 10 mg tablet|Active"],
    allergies: ["No known allergies"],
    expected: { state: "nothing-found" },
  },
  {
    name: "Wintergreen, Synthora",
    birth: born(29),
    record: "SYN-70006",
    problems: [ATOPIC],
    medications: ["Emollient ointment|Active"],
    allergies: ["No known allergies"],
    expected: { state: "nothing-found" },
  },
];
