import { useEffect, useState } from "preact/hooks";
import type { Handout } from "../engine/handout";
import { READY } from "./tools/handout-window";
import type { Ui } from "./ui";

/** The page to print. Its text comes by message from the panel that opened it; nothing of it is kept. */
export function HandoutPage({ t }: Pick<Ui, "t">) {
  const [page, setPage] = useState<Handout>();
  useEffect(() => {
    const opener: Window | null = window.opener;
    const take = (event: MessageEvent) => {
      if (event.source === opener && event.origin === location.origin) setPage(event.data);
    };
    addEventListener("message", take);
    opener?.postMessage(READY, location.origin);
    return () => removeEventListener("message", take);
  }, []);
  return page ? <Sheet page={page} t={t} /> : <p class="empty">{t("handout_empty")}</p>;
}

/** Every part can be edited before printing. */
export function Sheet({ page, t }: { page: Handout } & Pick<Ui, "t">) {
  return (
    <>
      <div class="tools">
        <p>{t("handout_edit")}</p>
        <button type="button" onClick={() => window.print()}>
          {t("handout_print")}
        </button>
      </div>
      <article class="sheet">
        <h1>{page.title}</h1>
        <p class="for">
          <span>{t("handout_for")}</span>
          <span>{t("handout_date")}</span>
        </p>
        {page.sections.map(({ id, heading, lines }) => (
          <section key={id} class={id}>
            <h2>{heading}</h2>
            <Lines label={heading} lines={lines} />
          </section>
        ))}
        <footer>{t("handout_foot")}</footer>
      </article>
    </>
  );
}

/** One part: a field on the screen, a list on paper. The list gives the field its height. */
function Lines({ label, lines }: { label: string; lines: string[] }) {
  const [text, setText] = useState(lines.join("\n"));
  return (
    <div class="lines">
      <ul aria-hidden="true">
        {text.split("\n").map((line, index) => (
          <li key={`${index} ${line}`}>{line || "\u00a0"}</li>
        ))}
      </ul>
      <textarea
        aria-label={label}
        rows={1}
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </div>
  );
}
