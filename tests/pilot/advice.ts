import { type Advice, GROUPS, type Item } from "../../src/engine/advice";

export const item = (id: string, status: Item["status"] = "recommend", codes: string[] = []): Item => ({
  id,
  statements: [],
  status,
  reasons: codes.map((code) => ({ code, text: code })),
  grade: { strength: "none", certainty: "none", citations: [] },
});

/** Advice with the given groups and nothing else. */
export const adviceOf = (groups: Partial<Advice>): Advice => ({
  applicability: "applies",
  ...(Object.fromEntries(GROUPS.map((group) => [group, []])) as unknown as Omit<
    Advice,
    "applicability" | "missing"
  >),
  missing: [],
  ...groups,
});
