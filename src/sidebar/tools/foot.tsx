import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DispensedAgainstExpected } from "../../engine/grams";
import type { PanelView, Role } from "../port";
import { useUi } from "../ui";
import { About } from "./about";
import { Handouts } from "./handouts";
import { Note } from "./note";
import { Search } from "./search";

type Tool = "note" | "handout" | "search" | "about";

/** The foot: what can be taken away from the advice, and what stands behind it. */
export function Foot(props: {
  view?: PanelView;
  use?: DispensedAgainstExpected;
  /** There is advice to take away. */
  advised: boolean;
  onRole(role: Role): void;
}) {
  const { view, use, advised, onRole } = props;
  const { t } = useUi();
  const [tool, setTool] = useState<Tool>();
  const buttons = useRef<HTMLElement>(null);

  function press(pressed: Tool) {
    setTool(tool === pressed ? undefined : pressed);
  }
  function close() {
    buttons.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    setTool(undefined);
  }
  const button = (name: Tool, label: string) => (
    <button
      type="button"
      aria-expanded={tool === name}
      aria-controls={tool === name ? `tool-${name}` : undefined}
      onClick={() => press(name)}
    >
      {label}
    </button>
  );

  return (
    <footer class="foot">
      {tool === "note" && view && (
        <Drawer id="tool-note" heading={t("note_heading")} onClose={close}>
          <Note view={view} use={use} />
        </Drawer>
      )}
      {tool === "handout" && view && (
        <Drawer id="tool-handout" heading={t("handout_heading")} onClose={close}>
          <Handouts view={view} />
        </Drawer>
      )}
      {tool === "search" && (
        <Drawer id="tool-search" heading={t("search_heading")} onClose={close}>
          <Search onLeave={() => setTool(undefined)} />
        </Drawer>
      )}
      {tool === "about" && (
        <Drawer id="tool-about" heading={t("about_heading")} onClose={close}>
          <About onRole={onRole} />
        </Drawer>
      )}
      <nav ref={buttons} aria-label={t("foot_heading")}>
        {advised && button("note", t("note_open"))}
        {advised && button("handout", t("handout_open"))}
        {button("search", t("search_open"))}
        {button("about", t("about_open"))}
      </nav>
    </footer>
  );
}

/** A tool above the foot. It takes the focus, gives it back, and blocks nothing. */
function Drawer(props: { id: string; heading: string; onClose(): void; children: ComponentChildren }) {
  const { id, heading, onClose, children } = props;
  const { t } = useUi();
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const first =
      box.current?.querySelector<HTMLElement>("input[type=search], .primary") ??
      box.current?.querySelector<HTMLElement>("h2");
    first?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      ref={box}
      id={id}
      class="drawer"
      aria-labelledby={`${id}-heading`}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2 id={`${id}-heading`} tabIndex={-1}>
          {heading}
        </h2>
        <button type="button" class="plain" onClick={onClose}>
          {t("close")}
        </button>
      </header>
      <div class="drawer-body">{children}</div>
    </section>
  );
}
