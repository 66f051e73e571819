/** What each knowledge file must look like. */
import * as z from "zod";
import { JURISDICTIONS, SITES } from "../../../src/engine/vocabulary";
import { readJson } from "./files";

const text = z.string().trim().min(1);
const isoDate = z.iso.date();
const verification = z.array(z.enum(["primary", "secondary", "unverified", "design"])).min(1);
const sourceId = text;
const fact = z.strictObject({ text, verification, sources: z.array(sourceId) });
const months = z.number().int().min(0).max(1440);

export const FILES = {
  about: z.strictObject({
    version: z.string().regex(/^\d{4}\.\d{2}\.\d+$/),
    source: z.strictObject({
      title: text,
      publisher: text,
      lastUpdated: text,
      lastUpdatedAsPrinted: text,
      ownStatus: text,
    }),
    reviewStatus: text,
    reviewer: z.union([text, z.null()]),
    factsReadOn: isoDate,
    reviewBy: isoDate,
    openPoints: z.array(text).min(1),
    sourceAttributes: z.array(z.strictObject({ attribute: text, says: text })),
    aboutThisTool: z.array(z.strictObject({ topic: text, says: text })).min(1),
  }),
  statements: z.array(
    z.strictObject({
      id: z.string().regex(/^S(0[ab]|[1-9]\d?)$/),
      kind: z.enum([
        "meta",
        "next-line",
        "gate",
        "adjunct",
        "secondary",
        "escalation",
        "rescue",
        "pitfall",
        "adherence",
      ]),
      text,
      strength: z.enum(["strong", "conditional", "conditional-against", "none"]),
      certainty: z.enum(["high", "moderate", "low", "none"]),
      citations: z.array(z.enum(["1", "2", "3", "4"])),
      conditions: z.array(text),
      unstated: z.array(text),
      match: z.array(
        z.enum([
          "MATCH",
          "INCOMPLETE",
          "WORDING",
          "POLARITY",
          "OLDER",
          "OTHER-COUNTRY",
          "NOT-GRADED",
          "UNVERIFIED",
        ]),
      ),
      matchNote: text.optional(),
      items: z.array(text),
      checks: z.array(fact),
    }),
  ),
  differences: z.array(
    z.strictObject({
      id: z.string().regex(/^D[1-9]\d?$/),
      affects: z.array(text).min(1),
      summary: text,
      when: text.optional(),
      text,
      variants: z.strictObject(Object.fromEntries(JURISDICTIONS.map((word) => [word, text]))).optional(),
      verification,
    }),
  ),
  agents: z.record(
    text,
    z.strictObject({
      name: text,
      class: text,
      note: text.optional(),
      labels: z
        .array(
          z.strictObject({
            jurisdictions: z.array(z.enum(JURISDICTIONS)).min(1),
            labelDate: text,
            // A label, or "none" where none was read; what guidelines say stands in guidelines.json.
            source: z.string().regex(/^(L-[A-Z-]+|none)$/),
            facts: z.array(z.strictObject({ topic: text, text, verification })).min(1),
          }),
        )
        .min(1),
    }),
  ),
  guidelines: z.record(
    text,
    z.array(z.strictObject({ body: text, says: text, verification, sources: z.array(sourceId) })).min(1),
  ),
  cards: z.array(
    z.strictObject({
      id: text,
      title: text,
      // One line of a panel 360 px wide.
      line: text.max(48),
      checklist: text.optional(),
      howTo: z.array(fact),
      agents: z.array(text),
    }),
  ),
  checklists: z.record(text, z.array(fact).min(1)),
  references: z.array(z.strictObject({ id: text, text, date: text })),
  sources: z.array(z.strictObject({ id: text, text, date: text, read: text, verification })),
  fingertip: z.strictObject({
    source: sourceId,
    verification,
    gramsPerUnit: z.literal(0.5),
    note: text,
    ages: z.array(
      z.strictObject({
        label: text,
        fromMonths: months,
        toMonths: months,
        units: z.record(text, z.number().positive()),
      }),
    ),
    counts: z.record(text, z.number().int().positive()),
    sites: z.partialRecord(
      z.enum(SITES),
      z.strictObject({ areas: z.record(text, z.number().int().positive()), summed: text }),
    ),
    within: z.partialRecord(z.enum(SITES), z.enum(SITES)),
  }),
  emollients: z.strictObject({
    child: z.strictObject({
      toMonths: months,
      gramsPerWeekAtLeast: z.number().positive(),
      verification,
      sources: z.array(sourceId),
      note: text,
    }),
    adult: z.strictObject({
      verification,
      sources: z.array(sourceId),
      note: text,
      sites: z.partialRecord(
        z.enum(SITES),
        z.strictObject({ summed: text, gramsPerWeek: z.tuple([z.number(), z.number()]) }),
      ),
    }),
    adultWholeBody: z.strictObject({
      gramsPerWeekAbout: z.number().positive(),
      verification,
      sources: z.array(sourceId),
      note: text,
    }),
  }),
  "topical-use": z.strictObject({
    underUse: z.strictObject({ belowShareOfExpected: z.number().min(0).max(1), verification, note: text }),
    timesDaily: z.record(
      text,
      z.strictObject({
        least: z.number().positive(),
        most: z.number().positive(),
        verification,
        sources: z.array(sourceId),
      }),
    ),
    limits: z.record(
      text,
      z.array(
        z.strictObject({
          fromMonths: months,
          toMonths: months,
          grams: z.number().positive(),
          weeks: z.number().positive(),
          bsaPercent: z.number().positive(),
          verification,
          sources: z.array(sourceId),
          note: text,
        }),
      ),
    ),
  }),
};

export type Files = { [Name in keyof typeof FILES]: z.infer<(typeof FILES)[Name]> };
/** One file, checked. */
export const file = <Name extends keyof Files>(name: Name) =>
  FILES[name].parse(readJson(name)) as Files[Name];
