/**
 * The worker: every listener stands at top level, so that the event which wakes it is heard; nothing is remembered in
 * its memory, because it may die between any two events.
 */
import { fromPage, fromPanel } from "../messages";
import {
  closeStores,
  onInstalled,
  onMessage,
  onPermissionsChanged,
  onPress,
  onTab,
  registerForGrantedSites,
} from "../platform";
import { hear } from "./from-page";
import { answer } from "./from-panel";
import { reach, reachAgain } from "./reach";
import { forgetDocuments, forgetTab } from "./records";

onMessage((message, sender) => {
  if (sender.own) {
    const question = fromPanel.safeParse(message);
    return question.success ? answer(question.data, Date.now()) : undefined;
  }
  const said = fromPage.safeParse(message);
  if (!said.success || sender.tabId === undefined || sender.frameId === undefined) return undefined;
  return hear(said.data, sender.tabId, sender.frameId, Date.now());
});

onPress((tabId) => void reach(tabId, Date.now(), true));

onTab({
  loading: (tabId) => void forgetDocuments(tabId),
  // Frames that were still on their way when the tab was reached into, or a first try that came too early.
  complete: (tabId) => void reachAgain(tabId),
  removed: (tabId) => void forgetTab(tabId),
});

onPermissionsChanged(() => void registerForGrantedSites());
onInstalled(() => {
  void closeStores();
  void registerForGrantedSites();
});
