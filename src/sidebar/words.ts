import type catalogue from "../_locales/en/messages.json";

/** Every key of the language catalogue. */
export type WordKey = keyof typeof catalogue;

/** Closed lists whose words have a name each in the catalogue, as `<family>_<word>`. */
export type Family =
  | "adherence"
  | "agent"
  | "allergy"
  | "band"
  | "certainty"
  | "condition"
  | "coverage"
  | "diagnosis"
  | "fact"
  | "formulary"
  | "from"
  | "infection"
  | "jurisdiction"
  | "match"
  | "medication"
  | "pimecrolimus"
  | "pitfall"
  | "pregnancy"
  | "reason"
  | "redflag"
  | "role"
  | "scale"
  | "section"
  | "severity"
  | "site"
  | "status"
  | "strength"
  | "tried"
  | "verification"
  | "yesno";

/** The catalogue's key for a word of a family: browsers allow no hyphen in it. */
export const keyOf = (family: Family, word: string) => `${family}_${word.replaceAll("-", "_")}`;

/** Shapes that stand beside the status words, so that status is never told by colour. */
export const STATUS_SHAPE = {
  recommend: "●",
  consider: "○",
  caution: "▲",
  "needs-info": "◐",
  defer: "◷",
  later: "↷",
  "not-next": "–",
  exclude: "✕",
} as const;
