/** What the settings page asked. */
import type { FromSettings, ToPage } from "../messages";
import { policyOf, USER_TERMS } from "../pilot/policy";
import { badge, local, managedPolicy, session, tellTab } from "../platform";
import type { SettingsState } from "../settings/port";
import { allCounts, eraseCounts } from "./counts";
import { askAnew, KEPT, registerUnderPolicy, standingAt } from "./policy";
import { reach } from "./reach";
import { forgetAllTabs } from "./records";

const STOP: ToPage = { type: "page/stop" };

/** Answers one question of the settings page, asked at `now` (milliseconds since 1970). */
export async function answerSettings(question: FromSettings, now: number): Promise<unknown> {
  switch (question.type) {
    case "settings/state":
      return state(now);
    case "settings/set":
      await set(question.name, question.value);
      // Only what is read makes what was read before worthless; anything else is a matter of showing it.
      if (question.name === "readNotes") await termsChanged(now);
      else await askAnew(now);
      return state(now);
    case "settings/counts":
      return allCounts();
    case "settings/end-snooze": {
      const { snoozes } = await standingAt(now);
      await local.set(
        KEPT.snoozes,
        snoozes.filter(({ rule }) => rule !== question.rule),
      );
      await askAnew(now);
      return state(now);
    }
    case "settings/erase":
      return erase(now);
  }
}

async function state(now: number): Promise<SettingsState> {
  const { policy, today, silence, snoozes } = await standingAt(now);
  return {
    policy,
    today,
    silence,
    snoozes,
    welcomed: (await local.get(KEPT.welcomed)) === true,
  };
}

/** Stores one setting, if it is the user's to make and a value that can be taken. */
async function set(name: string, value: unknown): Promise<void> {
  if (name === KEPT.welcomed) return local.set(KEPT.welcomed, value === true);
  const stored = await local.get(KEPT.settings);
  const settings: Record<string, unknown> =
    typeof stored === "object" && stored !== null ? { ...stored } : {};
  delete settings[name];
  if (value !== null) settings[name] = value;
  const faulty = policyOf({}, { [name]: value }).problems.length > 0;
  if (!USER_TERMS.some((term) => term === name) || (faulty && value !== null)) return;
  await local.set(KEPT.settings, settings);
}

/**
 * Erases all that is kept here: settings, snoozes, counts, charts in memory. Under a policy the passed end of a pilot
 * stays, or erasing would revive it. True if nothing refused.
 */
async function erase(now: number): Promise<boolean> {
  const erased = await eraseCounts();
  const managed = Object.keys(await managedPolicy()).length > 0;
  await local.remove([KEPT.settings, KEPT.snoozes, ...(managed ? [] : [KEPT.ended])]);
  for (const tab of await forgetAllTabs()) await badge(tab, "");
  await session.remove(Object.keys(await session.all()));
  await registerUnderPolicy(now);
  await askAnew(now);
  return erased;
}

/** Nothing that was read or shown under the old terms stays: charts are forgotten, and panels ask anew. */
export async function termsChanged(now: number): Promise<void> {
  const { reads } = await standingAt(now);
  for (const tab of await forgetAllTabs()) {
    await badge(tab, "");
    if (reads) await reach(tab, now, false);
    else await tellTab(tab, STOP);
  }
  await registerUnderPolicy(now);
  await askAnew(now);
}
