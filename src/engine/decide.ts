/** Status and reasons of every item: the rules that hold for a patient, combined by the worst (§5.3). */
import type { Reason, Status } from "./advice";
import { type BitSet, has } from "./bit-set";
import { type CompiledItem, EFFECT, EFFECTS, type Effect } from "./compile";

export interface Decision {
  status: Status;
  /** What the chart trips first, then what decided the status, then the worse before the milder, notes last. */
  reasons: Reason[];
  specialist: boolean;
  /** The diagnosis is in question (R27). */
  pinned: boolean;
  tripped: boolean;
}

/** What one item comes to by the rules that hold. */
export function decideItem(item: CompiledItem, holding: BitSet): Decision {
  const befall: Effect[] = [];
  let worst: number = EFFECT.recommend;
  let { specialist } = item;
  let later = false;
  let notNext = false;
  let pinned = false;
  let tripped = false;
  for (const one of item.effects) {
    if (!has(holding, one.rule)) continue;
    befall.push(one);
    if (one.effect === EFFECT.later) later = true;
    else if (one.effect === EFFECT["not-next"]) notNext = true;
    else if (one.effect !== EFFECT.note && one.effect > worst) worst = one.effect;
    if (one.specialist) specialist = true;
    if (one.pin) pinned = true;
    if (one.tripped) tripped = true;
  }
  // NOT_NEXT and LATER are set after combining, and hide nothing that blocks (R16).
  let final = worst;
  if (worst <= EFFECT.caution) {
    if (later) final = EFFECT.later;
    if (notNext) final = EFFECT["not-next"];
  }
  return { status: EFFECTS[final] as Status, reasons: reasonsOf(befall, final), specialist, pinned, tripped };
}

function reasonsOf(befall: Effect[], final: number): Reason[] {
  const setAfterwards = final === EFFECT.later || final === EFFECT["not-next"];
  const reasons: Reason[] = [];
  if (setAfterwards) for (const { effect, reason } of befall) if (effect === final) reasons.push(reason);
  for (const { effect, reason, onlyIfOffered } of befall) {
    if (setAfterwards && effect === final) continue;
    if (!(onlyIfOffered && final === EFFECT.exclude)) reasons.push(reason);
  }
  return reasons;
}
