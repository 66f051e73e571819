/** Assembles what the panel shows of the knowledge: cards, statements, differences, sources. Data in `knowledge/`. */
import type {
  Content,
  Difference,
  Fact,
  GuidelineCheck,
  ItemCard,
  LabelFact,
  SourceReference,
  Statement,
  Verification,
} from "./content";
import type { Jurisdiction } from "./facts";
import about from "./knowledge/about.json";
import agents from "./knowledge/agents.json";
import cards from "./knowledge/cards.json";
import checklists from "./knowledge/checklists.json";
import differenceData from "./knowledge/differences.json";
import guidelines from "./knowledge/guidelines.json";
import references from "./knowledge/references.json";
import sources from "./knowledge/sources.json";
import statementData from "./knowledge/statements.json";

/** The files as they are written: JSON has no closed words, so the compiler is told what the tests have checked. */
interface StatementEntry extends Omit<Statement, "match" | "check" | "verification"> {
  match: string[];
  matchNote?: string;
  checks: Fact[];
  items: string[];
}
interface CardEntry {
  id: string;
  title: string;
  line: string;
  checklist?: string;
  howTo: Fact[];
  agents: string[];
}
interface AgentEntry {
  name: string;
  note?: string;
  labels: {
    jurisdictions: Jurisdiction[];
    labelDate: string;
    source: string;
    facts: { topic: string; text: string; verification: Verification[] }[];
  }[];
}

const AGENTS = agents as Record<string, AgentEntry>;
const CARDS = cards as CardEntry[];
const CHECKLISTS = checklists as Record<string, Fact[]>;
const DIFFERENCES = differenceData as Difference[];
const GUIDELINES = guidelines as Record<string, GuidelineCheck[]>;
const STATEMENTS = statementData as StatementEntry[];
const SOURCES = sources as SourceReference[];

/** In the words shown to a clinician; what was read in the primary source needs no mark. */
const MARKS: Record<Verification, string | undefined> = {
  primary: undefined,
  secondary: "secondary source",
  unverified: "unverified",
  design: "Nextline’s own rule",
};

/** All static words of the panel. Equal on every call; the caller may change its copy. */
export function content(): Content {
  const statements = STATEMENTS.map(statement);
  return structuredClone({
    version: about.version,
    source: {
      ...about.source,
      reviewStatus: about.reviewStatus,
      reviewer: about.reviewer,
      references,
    },
    reviewBy: about.reviewBy,
    statements,
    differences: DIFFERENCES,
    items: CARDS.map((entry) => card(entry, statements)),
    sources: SOURCES,
    about: {
      factsReadOn: about.factsReadOn,
      openPoints: about.openPoints,
      sourceAttributes: about.sourceAttributes,
      aboutThisTool: about.aboutThisTool,
    },
  });
}

function statement({ match, matchNote, ...rest }: StatementEntry): Statement {
  return {
    ...rest,
    match: [match.join(" + "), matchNote].filter(Boolean).join(": "),
    check: rest.checks
      .map(({ text, verification, sources }) => marked(text, verification, sources))
      .join(" "),
    verification: [...new Set(rest.checks.flatMap(({ verification }) => verification))],
  };
}

function card(entry: CardEntry, statements: Statement[]): ItemCard {
  const standsOn = statements.filter(({ items }) => items?.includes(entry.id));
  const steps = [...entry.howTo, ...(entry.checklist ? (CHECKLISTS[entry.checklist] ?? []) : [])];
  const named = entry.agents.flatMap((id) => AGENTS[id] ?? []);
  return {
    id: entry.id,
    title: entry.title,
    line: entry.line,
    howTo: steps.map(({ text, verification }) => marked(text, verification)),
    notes: named.flatMap(({ note }) => note ?? []),
    statements: standsOn.map(({ id }) => id),
    differences: DIFFERENCES.filter((difference) => concerns(difference, standsOn)).map(({ id }) => id),
    guidelines: GUIDELINES[entry.id] ?? [],
    labels: named.flatMap((agent) => labelFacts(agent, named.length > 1)),
  };
}

/** A difference about all of the article's grades concerns the cards that show one. */
function concerns({ affects }: Difference, standsOn: Statement[]): boolean {
  return standsOn.some(
    ({ id, strength }) => affects.includes(id) || (affects.includes("all") && strength !== "none"),
  );
}

/** The topic stands in the text, and the drug where a card has several: "Pregnancy." alone could be read either way. */
function labelFacts({ name, labels }: AgentEntry, several: boolean): LabelFact[] {
  return labels.flatMap(({ jurisdictions, labelDate, source, facts }) =>
    jurisdictions.flatMap((jurisdiction) =>
      facts.map(({ topic, text, verification }) => ({
        jurisdiction,
        topic,
        text: `${several ? `${name}. ` : ""}${topic}: ${text}`,
        labelDate,
        verification,
        agent: name,
        source,
      })),
    ),
  );
}

/** "Twice daily. [AAD23; secondary source]": the text, then where it was read and what was not read in the primary. */
function marked(text: string, verification: Verification[], sources: string[] = []): string {
  const marks = verification.flatMap((tag) => MARKS[tag] ?? []);
  const bracket = [...(sources.length > 0 ? [sources.join(", ")] : []), ...marks].join("; ");
  return bracket ? `${text} [${bracket}]` : text;
}
