import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Status } from "../engine/advice";
import type { Content, Difference, ItemCard, SourceReference, Statement } from "../engine/content";
import type { FactName } from "../engine/facts";
import { PITFALLS } from "../engine/vocabulary";
import type { PanelPort, PanelView, Role } from "./port";
import { type Family, keyOf, type WordKey } from "./words";

/** The static words, by id. */
export interface Knowledge {
  content: Content;
  items: Map<string, ItemCard>;
  statements: Map<string, Statement>;
  differences: Map<string, Difference>;
  references: Map<string, SourceReference>;
}

/** What every view needs besides its own props. */
export interface Ui {
  port: PanelPort;
  /** A phrase of the interface. */
  t(key: WordKey, ...substitutions: (string | number)[]): string;
  /** The name of a word from a closed list. */
  name(family: Family, word: string): string;
  /** Absent until the worker has answered. */
  knowledge?: Knowledge;
  role: Role;
  /** Milliseconds since 1970. */
  now(): number;
}

const UiContext = createContext<Ui | undefined>(undefined);
export const UiProvider = UiContext.Provider;

export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error("A view stands outside the panel");
  return ui;
}

/** What can be done from anywhere in the advice. */
export interface Actions {
  /** Opens the editor of a fact. */
  ask(fact: FactName): void;
  /** Asks the worker for something about the chart on screen, and shows the view that follows; absent in a look-up. */
  act?(run: (stamp: string) => Promise<PanelView>): void;
}

const ActionsContext = createContext<Actions>({ ask: () => undefined });
export const ActionsProvider = ActionsContext.Provider;
export const useActions = () => useContext(ActionsContext);

export function wordsOf(port: Pick<PanelPort, "word">): Pick<Ui, "t" | "name"> {
  return {
    t: (key, ...substitutions) => port.word(key, ...substitutions.map(String)),
    name: (family, word) => port.word(keyOf(family, word)),
  };
}

export function knowledgeOf(content: Content): Knowledge {
  const byId = <Thing extends { id: string }>(things: Thing[]) =>
    new Map(things.map((thing) => [thing.id, thing]));
  return {
    content,
    items: byId(content.items),
    statements: byId(content.statements),
    differences: byId(content.differences),
    references: byId([...content.source.references, ...content.sources]),
  };
}

/** A source by the code that it is cited by; the article that all of it starts from by its name. */
export const sourceName = ({ t }: Pick<Ui, "t">, id: string) => (id === "SEED" ? t("source_article") : id);

const WARNED_OF: readonly string[] = PITFALLS;

/** A status in words. A pitfall is no treatment: it is to be avoided or thought of, and never fits a patient. */
export function statusWords(ui: Pick<Ui, "name">, id: string, status: Status): string {
  return ui.name(WARNED_OF.includes(id) ? "pitfall" : "status", status);
}

/** An item's title; until the content has arrived, its id is better than nothing. */
export function titleOf(ui: Ui, id: string): string {
  const words = id.replaceAll("-", " ");
  return ui.knowledge?.items.get(id)?.title ?? words.charAt(0).toUpperCase() + words.slice(1);
}
