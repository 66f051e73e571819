import type { NoticeCode, PanelView } from "./port";
import { useUi } from "./ui";
import type { WordKey } from "./words";

const NOTICES = {
  off: "pilot_notice_off",
  ended: "pilot_notice_ended",
  knowledge: "pilot_notice_knowledge",
  shadow: "pilot_notice_shadow",
  site: "pilot_notice_site",
  "lists-only": "pilot_notice_lists_only",
} as const satisfies Record<NoticeCode, WordKey>;

/** What the clinic may say about the page in front; any other notice leaves nothing to be shown at all. */
const OF_THE_PAGE: readonly NoticeCode[] = ["site", "lists-only"];

/** The clinic lets nothing be shown: neither of a chart nor of a look-up. */
export function isSilenced(view: PanelView | undefined): boolean {
  const code = view?.pilot?.notice?.code;
  return code !== undefined && !OF_THE_PAGE.includes(code);
}

export type Notice = NonNullable<NonNullable<PanelView["pilot"]>["notice"]>;

/** What the clinic's terms take away, in words, and whom to ask. */
export function NoticeWords({ notice: { code, contact } }: { notice: Notice }) {
  const { t } = useUi();
  return (
    <span data-notice={code}>
      {t(NOTICES[code])} {contact && t("pilot_contact", contact)}
    </span>
  );
}
