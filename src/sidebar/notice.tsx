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

export type Notice = NonNullable<NonNullable<PanelView["pilot"]>["notice"]>;

/** What the clinic's terms take away, in words, and whom to ask. */
export function NoticeWords({ notice: { code, contact } }: { notice: Notice }) {
  const { t } = useUi();
  return (
    <>
      {t(NOTICES[code])} {contact && t("pilot_contact", contact)}
    </>
  );
}
