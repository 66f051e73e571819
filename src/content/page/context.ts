/** What an element's ancestors say about the text inside it. Remembered for one pass over the page. */
import { attr, isElement, nameOf, parentElementOf, query, roleOf, textOf } from "./dom";
import type { Sight } from "./visible";

const INLINE = new Set(
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q s samp slot small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** Never the page's words. Fields are read apart, by their values. */
const SILENT = new Set(
  "script style template noscript noframes head title select option optgroup datalist textarea canvas audio video object iframe embed svg math".split(
    " ",
  ),
);
/** Offers and passing words, not entries: suggestions of a search box, menus, tooltips, alerts. */
const SILENT_ROLES = new Set(
  "listbox option menu menuitem menuitemcheckbox menuitemradio menubar tooltip alert alertdialog search tablist tab".split(
    " ",
  ),
);
/** Lists that libraries put below a search box without saying what they are. */
const COMPLETIONS = /(?:^|[\s_-])(?:autocomplete|typeahead|yui-ac)(?:[\s_-]|$)/;
const DELETED = new Set(["del", "s", "strike"]);

export interface Context {
  /** Not the chart's words: scripts, options, menus, buttons that merely offer something. */
  silent: boolean;
  /** Inside an editable region. */
  draft: boolean;
  struck: boolean;
  lang?: string;
}

const NONE: Context = { silent: false, draft: false, struck: false };

export const isInline = (node: Node): boolean => !isElement(node) || INLINE.has(nameOf(node));

/** Cheap, by name alone: text directly inside is never the page's words. */
export const isSilentName = (name: string): boolean => SILENT.has(name);

export class Contexts {
  private readonly known = new Map<Element, Context>();

  constructor(private readonly sight: Sight) {}

  of(element: Element | null): Context {
    if (!element) return NONE;
    const known = this.known.get(element);
    if (known) return known;
    const chain: Element[] = [];
    let at: Element | null = element;
    while (at && !this.known.has(at)) {
      chain.push(at);
      at = parentElementOf(at);
    }
    let context = at ? (this.known.get(at) ?? NONE) : NONE;
    for (const next of chain.reverse()) {
      context = this.inside(next, context);
      this.known.set(next, context);
    }
    return context;
  }

  private inside(element: Element, outer: Context): Context {
    const name = nameOf(element);
    const lang = attr(element, "lang") ?? outer.lang;
    const silent = outer.silent || isSilent(element, name);
    const editable = attr(element, "contenteditable");
    const draft = editable === null ? outer.draft : editable !== "false";
    const struck = outer.struck || DELETED.has(name) || this.sight.crossedOut(element);
    if (
      silent === outer.silent &&
      draft === outer.draft &&
      struck === outer.struck &&
      lang === (outer.lang ?? null)
    )
      return outer;
    return { silent, draft, struck, lang: lang ?? undefined };
  }
}

function isSilent(element: Element, name: string): boolean {
  if (SILENT.has(name)) return true;
  const role = roleOf(element);
  if (SILENT_ROLES.has(role)) return true;
  if ((name === "ul" || name === "div") && COMPLETIONS.test(attr(element, "class") ?? "")) return true;
  // A bar of links has no headings; a chart's side column, which some pages also call navigation, has.
  if (name === "nav" || role === "navigation")
    return query(element, "h1,h2,h3,h4,h5,h6,[role=heading],table,dl").length === 0;
  if (name === "button" || role === "button") return merelyOffers(element);
  return false;
}

/** A button that adds something to the chart, told from one that unfolds or opens what the chart already holds. */
function merelyOffers(button: Element): boolean {
  if (attr(button, "aria-expanded") !== null || attr(button, "aria-controls") !== null) return false;
  if (query(button, "p,div,li,[role=listitem],dl,table,time").length > 0) return false;
  const parent = parentElementOf(button);
  return !/^(li|td|th|h[1-6])$/.test(nameOf(parent)) || (textOf(button) ?? "").trim().startsWith("+");
}
