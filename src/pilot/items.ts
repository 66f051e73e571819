/** Which items a clinic or a clinician may mute. */
import { type Group, ITEM_IDS, type Item } from "../engine/advice";
import { RED_FLAGS } from "../engine/vocabulary";

export const ITEMS: readonly string[] = [...Object.values(ITEM_IDS).flat(), ...RED_FLAGS];

/** Never muted, whatever their status: what warns of harm rather than offering a step. */
const SAFETY_ITEMS: readonly string[] = [...RED_FLAGS, "infection-evaluation", "current-treatment"];

/** Whether an id may stand in a list of muted items at all. */
export const isMutable = (id: string): boolean => ITEMS.includes(id) && !SAFETY_ITEMS.includes(id);

/**
 * Whether this item, for this patient, must stay in sight: it warns, it says what not to give, or the chart itself
 * tripped it.
 */
export function mustStay(item: Item, group: Group): boolean {
  return (
    group === "redFlags" ||
    !isMutable(item.id) ||
    item.status === "exclude" ||
    item.reasons.some(({ code }) => code === "tripped")
  );
}
