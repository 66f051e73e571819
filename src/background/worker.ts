/**
 * The worker: every listener stands at top level, so that the event which wakes it is heard; nothing is remembered in
 * its memory, because it may die between any two events.
 */
import { fromPage, fromPanel, fromSettings } from "../messages";
import {
  closeStores,
  onInstalled,
  onMessage,
  onPermissionsChanged,
  onPolicyChanged,
  onPress,
  onTab,
  openSettings,
} from "../platform";
import { hear } from "./from-page";
import { answer } from "./from-panel";
import { answerSettings, termsChanged } from "./from-settings";
import { registerUnderPolicy } from "./policy";
import { reach, reachAgain } from "./reach";
import { forgetDocuments, forgetTab } from "./records";

onMessage((message, sender) => {
  if (sender.own) {
    const question = fromPanel.safeParse(message);
    if (question.success) return answer(question.data, Date.now());
    const setting = fromSettings.safeParse(message);
    return setting.success ? answerSettings(setting.data, Date.now()) : undefined;
  }
  const said = fromPage.safeParse(message);
  const { tabId, frameId, address } = sender;
  if (!said.success || tabId === undefined || frameId === undefined) return undefined;
  return hear(said.data, { tabId, frameId, address }, Date.now());
});

onPress((tabId) => void reach(tabId, Date.now(), true));

onTab({
  loading: (tabId) => void forgetDocuments(tabId),
  // Frames that were still on their way when the tab was reached into, or a first try that came too early.
  complete: (tabId) => void reachAgain(tabId),
  removed: (tabId) => void forgetTab(tabId),
});

onPermissionsChanged(() => void registerUnderPolicy(Date.now()));
onPolicyChanged(() => void termsChanged(Date.now()));
onInstalled((first) => {
  void closeStores();
  void registerUnderPolicy(Date.now());
  // The settings page welcomes whoever has not been welcomed yet.
  if (first) void openSettings();
});
