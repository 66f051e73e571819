/**
 * The one folder of worker and panel that names the browser's API. Promises, plain values, and our words for the
 * browser's refusals; no policy. (The content script has its own small door, content/port.ts.)
 */
export { askFrame, askWorker, onMessage, openLine, type Sender, tellTab } from "./messages";
export { onInstalled, openSettings, pressShortcut, word } from "./own";
export {
  onPermissionsChanged,
  registerForGrantedSites,
  requestSite,
  type Site,
  siteOffer,
  sitesAlwaysRead,
  withdrawSite,
} from "./sites";
export {
  closeStores,
  type Holdings,
  holdings,
  local,
  managedPolicy,
  onPolicyChanged,
  session,
} from "./stores";
export {
  addressOfTab,
  badge,
  inject,
  insertStyle,
  onPress,
  onTab,
  onTabInFront,
  type Refusal,
  reloadTab,
  removeStyle,
  tabInFront,
} from "./tabs";
