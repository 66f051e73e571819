/** What a column head or a card's label says of its values. */

export interface Cell {
  /** Column head or label, folded. */
  head?: string;
  start: number;
  end: number;
}

export type HeadKind =
  | "name"
  | "status"
  | "in-force" // "Active", "Taking": yes or no
  | "over" // "Resolved", "Expired", "Stop": a date, yes or no
  | "start"
  | "reason"
  | "relative"
  | "detail";

const KINDS: readonly (readonly [HeadKind, RegExp])[] = [
  [
    "reason",
    /\breason|\boutcome|\bresponse|\beffectiveness|^results?$|\bgrund\b|\bmotivo\b|\bmotif\b|^reactions?$/,
  ],
  ["relative", /^(?:relation\w*|relative|family member|parentesco|verwandtschaft|lien)$/],
  ["status", /\b(?:status|state|estado|statut|verification|etat|zustand)\b/],
  ["in-force", /^(?:active|taking|currently taking|current|in use|patient taking)\??$/],
  [
    "over",
    /\b(?:end|ended|stop|stopped|expire[sd]?|expiration|discontinued|d\/c|resolved|resolution|inactive|through|until|fin|ende|bis|stopdate|enddate)\b/,
  ],
  [
    "start",
    /\b(?:start|started|startdate|begin|began|onset|noted|since|prescribed|ordered|diagnosed|inicio|beginn|seit|debut)\b|^dates?$/,
  ],
  [
    "name",
    /^(?:names?|titles?|medications?|drugs?|medicines?|meds?|product|items?|prescriptions?|rx|problems?|conditions?|diagnos[ie]s|dx|allergens?|allerg(?:y|ies)|substances?|description|genericname|medicamentos?|farmaco|problemas?|diagnosticos?|medikamente?|wirkstoff|diagnosen?|medicaments?|problemes?|material|order|treatments?|therapy)(?: (?:name|description|list))?s?$/,
  ],
];

const DETAIL =
  /^(?:dose|dosage|doses|strength|sig|directions|instructions|route|frequency|freq|refills?|quantity|qty|severity|comments?|notes?|indications?|provider|prescriber|type|category|source|details|form|supply|priority|intent|code|icd(?:-?10)?|pauta|dosis|via|dosierung|posologie|voie|age at onset|date|last filled|fill instructions|#|no\.?|reviewed)$/;

/** `head`: folded, as written. */
export function headKind(head: string | undefined): HeadKind {
  if (!head) return "detail";
  const plain = head
    .replace(/[?*:#()]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return KINDS.find(([, sign]) => sign.test(plain))?.[0] ?? "detail";
}

/** Whether the cells of a line are column heads: all short, most of them known, one of them a name. */
export function isHeadRow(cells: string[]): boolean {
  const words = cells.map((cell) => cell.replace(/[*_#?:]+/g, " ").trim()).filter(Boolean);
  if (words.length < 2 || words.some((word) => word.length > 34 || /\d{2}/.test(word))) return false;
  const known = words.filter((word) => headKind(word) !== "detail" || DETAIL.test(word));
  return known.length >= Math.ceil(words.length * 0.6) && words.some((word) => headKind(word) === "name");
}
