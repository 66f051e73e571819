import type { Status } from "./advice";
import type { FactId } from "./corrections";
import type { FactName } from "./facts";

/** One fact that would change the advice, and how: "what would change this advice". */
export interface Sensitivity {
  fact: FactName;
  id: FactId;
  unknown: boolean;
  /** Each value tried, and the items whose status or reasons it changes. */
  outcomes: { value: string | number | boolean; changes: { item: string; from: Status; to: Status }[] }[];
}
