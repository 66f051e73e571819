/** What each file of the decision table, and of the words that go with it, must look like. */
import * as z from "zod";
import { JURISDICTIONS, RED_FLAGS, SITES } from "../../../src/engine/vocabulary";

const text = z.string().trim().min(1);
const verification = z.array(z.enum(["primary", "secondary", "unverified", "design"])).min(1);
const sources = z.array(text);
const line = { text, verification, sources };

const limit = z.number().min(0);
const range = z.strictObject({
  from: limit.optional(),
  below: limit.optional(),
  above: limit.optional(),
  upTo: limit.optional(),
  orUnknown: z.literal(true).optional(),
});
const list = z.array(text).min(1);
const words = z.union([list, z.strictObject({ not: list }), z.strictObject({ noneOf: list })]);
/** Facts and words themselves are read by the engine, which refuses what it does not know. */
const when = z.record(text, z.union([words, range, z.record(text, words)]));

const effect = "exclude|defer|needs-info|caution|consider|recommend|note|later|not-next|none";
const cell = z.string().regex(new RegExp(`^(${effect})( [a-z0-9/.-]+)?( specialist)?$`));
const row = z.strictObject({
  id: text,
  label: text,
  when: z.union([when, z.array(when).min(1)]),
  reason: text.optional(),
  check: text.optional(),
  checkIf: when.optional(),
  pin: z.literal(true).optional(),
  cells: z.record(text, cell),
});

const potency = z.strictObject({ potency: text, inActiveFlare: text.optional(), note: text.optional() });
const printed = z.array(
  z.strictObject({
    ...line,
    jurisdictions: z.array(z.enum(JURISDICTIONS)).min(1).optional(),
    fromMonths: z.number().int().positive().optional(),
  }),
);
const page = {
  what: printed.optional(),
  use: printed.optional(),
  amount: printed.optional(),
  expect: printed.optional(),
  care: printed.optional(),
  urgent: printed.optional(),
  call: printed.optional(),
};

export const TABLE_FILES = {
  "base-status": z.array(
    z.strictObject({
      items: list,
      label: text,
      when: when.optional(),
      clear: cell,
      mild: cell,
      moderate: cell,
      severe: cell,
      unknown: cell,
    }),
  ),
  modifiers: z.strictObject({ inherits: z.record(text, text), rows: z.array(row) }),
  gates: z.array(row),
  potency: z.strictObject({
    item: z.literal("topical-corticosteroid"),
    ages: z.strictObject({ "under-2": range, "2-to-11": range, "from-12": range }),
    siteNames: z.record(z.enum(SITES), text),
    sources,
    verification,
    rows: z.array(
      z.strictObject({
        sites: z.array(z.enum(SITES)).min(1),
        "under-2": potency,
        "2-to-11": potency,
        "from-12": potency,
      }),
    ),
    limits: z.array(z.strictObject({ when, reason: text })),
  }),
  reasons: z.strictObject({
    causes: z.record(text, text),
    reasons: z.record(
      text,
      z.strictObject({
        ...line,
        fact: text.optional(),
        onlyIfOffered: z.literal(true).optional(),
        asks: z.literal(true).optional(),
      }),
    ),
  }),
  "red-flags": z.array(z.strictObject({ id: z.enum(RED_FLAGS), ...line, derivedFrom: when.optional() })),
  items: z.array(
    z.strictObject({
      id: text,
      group: text,
      statements: z.array(z.string().regex(/^S\d+$/)),
      gradeFrom: z
        .string()
        .regex(/^S\d+$/)
        .optional(),
      beyondSource: z.literal(true).optional(),
      specialist: z.literal(true).optional(),
    }),
  ),
  handout: z.strictObject({
    headings: z.record(z.enum(Object.keys(page)), text),
    common: z.strictObject(page),
    agents: z.record(
      text,
      z.strictObject({
        ...page,
        title: text,
        strength: z.literal(true).optional(),
        byPlace: z.literal(true).optional(),
      }),
    ),
  }),
};
