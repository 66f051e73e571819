/** Words beside an entry that say in which state it is: badges, columns, icons' names, honest class names. */
import { attr, childrenOf, insideOf, nameOf, query, roleOf, textOf, within } from "./dom";
import { fold } from "./labels";
import type { Sight } from "./visible";

const words = (text: string) => text.split(/\s*\|\s*/);

const CLINICAL = new Set(
  words(
    "active|inactive|inactive now|current|currently taking|taking|not taking|no longer taking|resolved|remission|in remission|recurrence|relapse|past|previous|former|discontinued|d c|dc|stopped|completed|ended|expired|expiring|on hold|held|suspended|paused|draft|pending|planned|proposed|ordered|new|renewed|refilled|continued|unsigned|cancelled|canceled|entered in error|declined|refused|refuted|ruled out|not active|historical|history of|chronic|acute|closed|archived|superseded|not started|never started|dispensed|not dispensed|prescribed|activo|activa|inactivo|inactiva|suspendido|suspendida|finalizado|resuelto|resuelta|en curso|aktiv|inaktiv|abgesetzt|beendet|pausiert|laufend|behoben|abgeschlossen|geplant|actif|inactif|arrete|arretee|termine|terminee|suspendu|en cours|resolu|resolue|prevu",
  ),
);
const VERIFICATION = new Set(
  words(
    "confirmed|unconfirmed|provisional|differential|suspected|working|primary|secondary|verified|unverified|patient reported|self reported|reported|external|confirmado|presuntivo|gesichert|verdacht|verdachtsdiagnose|v a|confirme|suspecte|probable|possible",
  ),
);
/** Class names that people who wrote the page chose to say that an entry is over. Only endings are believed. */
const ENDED =
  /^(?:is-|status-|state-|med-|rx-)?(inactive|discontinued|stopped|expired|resolved|ended|cancelled|canceled)$/;

export type StatusKind = "clinical" | "verification";

/** Whether a whole text is a status, and of which kind. "Status: active" counts. */
export function statusKind(text: string): StatusKind | undefined {
  if (text.length > 40 || /\d/.test(text)) return undefined;
  const folded = fold(
    text.replace(/^\s*(?:(?:clinical )?status|state|estado|statut)\s*[:：]?\s+(?=\S)/i, ""),
  );
  if (CLINICAL.has(folded)) return "clinical";
  return VERIFICATION.has(folded) ? "verification" : undefined;
}

export interface Badge {
  element: Element;
  text: string;
  kind: StatusKind;
}

/** Elements below whose whole text, or whose icon's name, is a status. */
export function badgesBelow(root: Element, sight: Sight): Badge[] {
  const badges: Badge[] = [];
  for (const element of query(insideOf(root), "*")) {
    const text = wordsOf(element);
    const kind = text ? statusKind(text) : undefined;
    if (!text || !kind || badges.some((badge) => within(badge.element, element))) continue;
    if (sight.renders(element)) badges.push({ element, text: text.trim(), kind });
  }
  return badges;
}

function wordsOf(element: Element): string | null {
  const name = nameOf(element);
  if (name === "img") return attr(element, "alt");
  if (name === "input" || name === "select" || name === "option" || name === "button") return null;
  if (childrenOf(element).length > 2) return null;
  const text = textOf(element) ?? "";
  if (text.trim()) return text;
  if (name === "svg" || name === "i" || name === "span" || roleOf(element) === "img")
    return attr(element, "aria-label") ?? attr(element, "title");
  return null;
}

/** The one status that the badges agree on, with what they say of its certainty; undefined where they differ. */
export function statusOf(badges: Badge[]): string | undefined {
  const of = (kind: StatusKind) => [
    ...new Map(badges.filter((b) => b.kind === kind).map((b) => [fold(b.text), b.text])).values(),
  ];
  const clinical = of("clinical");
  if (clinical.length > 1) return undefined;
  const said = [...clinical, ...of("verification")];
  return said.length > 0 ? said.join(", ") : undefined;
}

/** An ending told by an element's own class names ("discontinued"). */
export function endedByClass(element: Element): string | undefined {
  for (const token of (attr(element, "class") ?? "").split(/\s+/)) {
    const match = ENDED.exec(token);
    if (match) return match[1];
  }
  return undefined;
}
