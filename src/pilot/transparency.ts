/**
 * The source attributes of evidence-based decision support (45 CFR 170.315(b)(11)(iv)(A)) and the facts by which a
 * clinician can judge the basis independently, as data. Everything comes from the knowledge.
 */
import type { Content } from "../engine/content";

/** Spelled out where the knowledge says nothing: a blank is never hidden. */
export const NOTHING_STATED = "No information provided.";

export interface Transparency {
  product: "Nextline";
  kind: string;
  knowledge: {
    version: string;
    factsReadOn: string;
    reviewBy: string;
    reviewStatus: string;
    reviewer: string;
  };
  sourceAttributes: { number: number; attribute: string; says: string }[];
  decisionSupportFacts: { topic: string; says: string }[];
  openPoints: string[];
  citations: { id: string; text: string; date: string }[];
}

export function transparencyOf(content: Content): Transparency {
  const { about, source } = content;
  return {
    product: "Nextline",
    kind: "Evidence-based decision support, not predictive: fixed rules, nothing derived from training data.",
    knowledge: {
      version: content.version,
      factsReadOn: about?.factsReadOn ?? NOTHING_STATED,
      reviewBy: content.reviewBy,
      reviewStatus: source.reviewStatus,
      reviewer: source.reviewer ?? "none yet",
    },
    sourceAttributes: (about?.sourceAttributes ?? []).map(({ attribute, says }, index) => ({
      number: index + 1,
      attribute,
      says: says.trim() || NOTHING_STATED,
    })),
    decisionSupportFacts: (about?.aboutThisTool ?? []).map(({ topic, says }) => ({
      topic,
      says: says.trim() || NOTHING_STATED,
    })),
    openPoints: about?.openPoints ?? [],
    citations: [...source.references, ...content.sources].map(({ id, text, date }) => ({ id, text, date })),
  };
}

export const toTransparencyJson = (transparency: Transparency): string =>
  `${JSON.stringify(transparency, null, 2)}\n`;
