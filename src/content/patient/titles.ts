/** Names that stand alone: whether the page itself says that they are the patient's. */
import { attr, isConnected, isLonger, nameOf, parentElementOf, query, textOf, within } from "../page/dom";
import type { Run } from "../page/interest";
import { plain } from "../page/normalise";
import type { Sight } from "../page/visible";
import { endsInBirthLabel, type Person, personIn } from "./banner";
import type { Day } from "./dates";
import { asName } from "./name";
import { differ, elementAt } from "./people";
import type { Found } from "./whose";

const LONGEST_TITLE = 90;
/** Whose chart it is stands among the first; notes may have a heading each. */
const MOST_TITLES = 40;
/** Where titles and trails of links stand. */
export const TITLES = "h1,h2,h3,[class~=title],[class*=breadcrumb i] li,[aria-label=breadcrumb i] li";
const CHART_OF = /\b(?:encounter for|(?:chart|record) (?:of|for))\s+(.+)$/i;
/** What else an encounter may be for. */
const NO_PERSON =
  /\b(?:well|wellness|child|adult|annual|physical|routine|screening|check|exam\w*|follow|skin|test\w*|care|health|therapy|counsel\w*|surgery|vaccin\w*|immuni[sz]\w*|surveillance|management|visit|dermatitis|eczema|rhinitis|asthma|acne|psoriasis|urticaria|rash|itch\w*|flare|allerg\w*|infection|disease|disorder|syndrome|pain|injury|fever|cough|prenatal|pregnancy|medication|refill|review|consult\w*|evaluation|assessment|procedure|removal|results?|lab\w*|problems?|new|office|phone|video|telehealth)\b/i;

export interface Title {
  name: string;
  box: Element;
  /** It says whose chart or encounter it heads, as against being a name and nothing else. */
  heads: boolean;
  /** It is one of a trail of links. */
  trail: boolean;
}

/** Where the titles of a page stand: to look for them takes time with the size of the page. */
const places = new WeakMap<Document, Element[]>();

/** To be called where titles may have come; those that go are known by themselves. */
export const forgetTitles = (page: Document): boolean => places.delete(page);

/** People that the page's titles and trails of links name. */
export function titlesOf(page: Document, sight: Sight): Title[] {
  const boxes = places.get(page) ?? query(page, TITLES).slice(0, MOST_TITLES);
  places.set(page, boxes);
  return boxes.flatMap((box) => {
    if (!isConnected(box) || isLonger(box, LONGEST_TITLE)) return [];
    const words = plain(textOf(box) ?? "");
    const of = CHART_OF.exec(words)?.[1];
    const name = of && NO_PERSON.test(of) ? undefined : asName(of ?? words);
    return name && sight.renders(box)
      ? [{ name, box, heads: of !== undefined, trail: nameOf(box) === "li" }]
      : [];
  });
}

/** A title with a trail of links beside it that names somebody, and not the same person. */
export function astray(titles: readonly Title[]): Title | undefined {
  const trails = titles.filter(({ trail }) => trail);
  return titles.find((title) => {
    const top = parentElementOf(title.box);
    const beside = trails.filter(({ box }) => top && within(top, box));
    return !title.trail && beside.length > 0 && beside.every((other) => differ(title, other));
  });
}

/**
 * The person of a page that gives one date of birth without a name beside it, and one name as its title. "two" where
 * a trail of links beside the title names another.
 */
export function byTitle(
  runs: readonly Run[],
  wordsIn: (box: Element) => string[],
  titles: readonly Title[],
  today: Day,
): Found[] | "two" | undefined {
  const [title] = titles;
  if (!title) return undefined;
  const born = runs.flatMap((run): { person: Person; box: Element }[] => {
    let box = elementAt(run.container);
    const words = plain(run.nodes.map(({ data }) => data).join(" "));
    if (box && endsInBirthLabel(words)) box = parentElementOf(box);
    if (!box || isLonger(box, LONGEST_TITLE)) return [];
    const person = personIn(wordsIn(box), today);
    return person.birth && !person.name ? [{ person, box }] : [];
  });
  const [first] = born;
  if (!first || born.some(({ person }) => differ(first.person, person))) return undefined;
  if (astray(titles)) return "two";
  if (titles.some((other) => differ(title, other))) return undefined;
  return born.map(({ person, box }) => ({
    ...person,
    name: title.name,
    box,
    before: title.box,
    words: [title.name, ...wordsIn(box)].join(" · "),
  }));
}

/** A name alone counts only where the page itself says that it is the patient's. */
export function vouched({ box, labelled, name, sex }: Found): boolean {
  if (labelled) return true;
  if (name?.includes(",") && isTitle(box)) return true;
  for (let at = elementAt(box); at; at = parentElementOf(at)) {
    if (/patient/i.test(attr(at, "aria-label") ?? "") && !/list|search/i.test(attr(at, "aria-label") ?? ""))
      return true;
    // The sex stands beside it, in what the page's makers call the patient's.
    if (sex && /(?:^|\s)patient-(?:info|header|banner|summary)(?:\s|$)/.test(attr(at, "class") ?? ""))
      return true;
  }
  return false;
}

/** The heading of the page, or what its makers call its title. */
function isTitle(box: Node): boolean {
  if (/^h[1-3]$/.test(nameOf(box))) return true;
  const element = elementAt(box);
  const around = element && parentElementOf(element);
  return [element, around].some((each) => each && /(?:^|\s)title(?:\s|$)/.test(attr(each, "class") ?? ""));
}
