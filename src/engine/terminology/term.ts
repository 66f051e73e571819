import type { Concept } from "./concepts";

/** How a medicine gets into or onto the body, as far as the words beside its name tell. */
export type Route =
  | "topical"
  | "systemic"
  | "injected"
  | "eye"
  | "ear"
  | "nose"
  | "inhaled"
  | "rectal"
  | "unstated";

/**
 * Names that mean one concept. Names are folded: lower case, no accents, one space where a space, hyphen or line break
 * may stand; compared as whole words, never by part or likeness.
 */
export interface Term {
  /** null: the words mean nothing here; they only keep shorter names inside them from being found. */
  concept: Concept | null;
  /** Names separated by "|". */
  names: string;
  /** Misspellings met or to be expected, a closed list. */
  misspelt?: string;
  value?: string;
  /**
   * What the name means by the route that the words beside it state: another concept, "other" (right name, wrong
   * route: never a use of the concept) or null (nothing). A route that is not named here keeps `concept`.
   */
  routes?: Partial<Record<Route, Concept | "other" | null>>;
  /** Beginnings of words ("|"-separated) anywhere in the same sentence that make the name mean something else. */
  vetoes?: string;
  /** Counts only where it is written in capitals. */
  capitals?: boolean;
  /** Beginnings of words, one of which must stand in the same sentence. */
  needs?: string;
}
