import { useMemo, useRef, useState } from "preact/hooks";
import { Verified } from "../advice/badges";
import { flush } from "../flush";
import { useUi } from "../ui";
import { type Hit, searcherOf } from "./search-index";
import { pieces } from "./search-words";

/** So many hits are shown; a better question shows fewer. */
const SHOWN = 20;

/** Searches what the guidance says. It answers only with what exists. */
export function Search({ onLeave }: { onLeave(): void }) {
  const { t, knowledge } = useUi();
  const [query, setQuery] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const search = useMemo(() => knowledge && searcherOf(knowledge.content), [knowledge]);
  const hits = search?.(query) ?? [];
  const asked = query.trim() !== "";

  /** Arrow keys walk from the field through the hits and back. */
  function walk(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("li") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const down = event.key === "ArrowDown";
    const next = !down && at === 0 ? field.current : rows[at + (down ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <search onKeyDown={walk}>
      <input
        ref={field}
        type="search"
        autocomplete="off"
        aria-label={t("search_heading")}
        placeholder={t("search_placeholder")}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" class="hint">
        {!search && t("content_missing")}
        {search && asked && hits.length === 0 && t("search_nothing", query.trim())}
        {hits.length > 0 &&
          (hits.length > SHOWN
            ? t("search_count_first", hits.length, SHOWN)
            : t("search_count", hits.length))}
      </p>
      <ol class="hits" ref={list}>
        {hits.slice(0, SHOWN).map((hit) => (
          <HitRow key={hit.id} hit={hit} onLeave={onLeave} />
        ))}
      </ol>
    </search>
  );
}

function HitRow({ hit, onLeave }: { hit: Hit; onLeave(): void }) {
  const { t } = useUi();
  const { kind, about, text, from, verification, met, item } = hit;
  return (
    // biome wants no tab stop on what is not interactive: -1 is for the arrow keys only.
    <li tabIndex={-1}>
      <p class="from">
        {[t(kind), about, from].filter(Boolean).join(" · ")} <Verified verification={verification} />
      </p>
      <p>
        {pieces(text).map((piece, index) =>
          piece.term && met.has(piece.term) ? (
            <mark key={`${index} ${piece.text}`}>{piece.text}</mark>
          ) : (
            piece.text
          ),
        )}
      </p>
      {item && <GoTo item={item} onLeave={onLeave} />}
    </li>
  );
}

/** To the card that says it, if it is on screen: the search goes, the card opens. */
function GoTo({ item, onLeave }: { item: string; onLeave(): void }) {
  const { t } = useUi();
  const card = document.querySelector<HTMLElement>(`[data-item="${item}"]`);
  if (!card) return null;
  return (
    <button
      type="button"
      class="plain"
      onClick={() => {
        for (
          let fold = card.closest("details");
          fold;
          fold = fold.parentElement?.closest("details") ?? null
        ) {
          fold.open = true;
        }
        const first = card.querySelector<HTMLElement>("button, input");
        // At once: to scroll is of use only when both have found their size.
        flush(() => {
          if (first?.getAttribute("aria-expanded") === "false") first.click();
          onLeave();
        });
        card.scrollIntoView({ block: "start" });
        first?.focus({ preventScroll: true });
      }}
    >
      {t("search_go")}
    </button>
  );
}
