/** Whose chart a page shows: from every place that names a person to one patient, none, or two. */
import type { PagePatient } from "../../engine/finding";
import type { Contexts } from "../page/context";
import {
  DOCUMENT,
  hostOf,
  isElement,
  isLonger,
  nameOf,
  nodeType,
  parentElementOf,
  parentNode,
  previousElementOf,
  previousSibling,
  query,
  textOf,
} from "../page/dom";
import type { Grids } from "../page/grid";
import { isEntryHead } from "../page/heads";
import type { Run } from "../page/interest";
import { plain } from "../page/normalise";
import { stretches } from "../page/search";
import type { Sight } from "../page/visible";
import { type Person, personIn } from "./banner";
import { type Day, datesIn, isoOf, monthsBetween, settle } from "./dates";
import { digest } from "./digest";
import { asName, tokensOf } from "./name";
import { aboutOneOf, differ, elementAt, rowBeside } from "./people";
import { astray, byTitle, titlesOf, vouched } from "./titles";

export interface Whose {
  patient?: PagePatient;
  /** The boxes whose words name the patient, as a rule one; a shadow root may be one. */
  banner?: Node[];
  twoPatients?: boolean;
  /** Boxes that are about other people: rows of a patient list. */
  others: Node[];
  /** Names of the people of a list, where the page shows nobody's chart. */
  listed?: string[];
}

export interface Found extends Person {
  box: Node;
  /** The box before it, where the name stands there. */
  before?: Element;
  words: string;
}

interface Tools {
  page: Document;
  contexts: Contexts;
  sight: Sight;
  grids: Grids;
  today: Day;
  /** Stretches known to name nobody; more are added. */
  nameless?: WeakSet<Run>;
}

const LONGEST_BOX = 420;
/** A box with more text than this, in characters, is no banner; so many boxes around a stretch are looked at. */
export const LONGEST_AROUND = 3 * LONGEST_BOX;
export const MOST_AROUND = 7;
const LONGEST_WORDS = 300;
const LONGEST_NAME = 80;
/** A stretch that says little more than a date of birth. */
const LONGEST_BIRTH = 40;
const MOST_PLACES = 400;

const complete = (person: Person) =>
  person.name !== undefined &&
  (person.birth !== undefined || person.record !== undefined || person.age !== undefined);

/** `runs`: the stretches of text that may name a person, in document order. Yields between small pieces of work. */
export function* whoseChart(runs: Run[], tools: Tools): Generator<void, Whose> {
  const found: Found[] = [];
  let places = 0;
  // A pattern is compiled when it is first used: a piece of work of its own.
  personIn(["-"], tools.today);
  yield;
  for (const run of runs) {
    const known = tools.nameless?.has(run);
    if (!known && isEntry(run, tools)) continue;
    if (++places > MOST_PLACES) break;
    const person = known ? undefined : personAt(run, tools);
    // Another line of the same box may say more of the same person.
    if (person && !found.some((other) => other.box === person.box && sameAs(other, person)))
      found.push(person);
    yield;
  }
  const known = found.filter(complete);
  const others = new Map<Found, Node>();
  for (const one of known) {
    const row = inPeopleGrid(one, tools)
      ? one.box
      : known.map((other) => rowBeside(one, other)).find(Boolean);
    if (row) others.set(one, row);
  }
  const boxes = [...others.values()];
  const rows = [...others.keys()];
  // What is asked or done about one of a list's people opens nobody's chart.
  const banners = known.filter((one) => !others.has(one) && !aboutOneOf(one, rows));
  const listed = banners.length === 0 ? rows.flatMap(({ name }) => name ?? []) : [];
  const [first] = banners;
  const titles = titlesOf(tools.page, tools.sight);
  const elsewhere = astray(titles);
  const another =
    first &&
    ((elsewhere && !differ(first, elsewhere)) || titles.some((title) => title.heads && differ(first, title)));
  if (another || banners.some((one) => first && differ(first, one)))
    return { twoPatients: true, others: boxes };
  let named = first ? banners : found.filter((one) => one.name && !complete(one) && vouched(one));
  if (named.length === 0 && rows.length === 0) {
    const titled = byTitle(runs, (box) => stretchesIn(box, tools, { met: false }), titles, tools.today);
    if (titled === "two") return { twoPatients: true, others: boxes };
    named = titled ?? [];
  }
  const [best] = named;
  if (!best || named.some((one) => differ(best, one))) return { others: boxes, listed };
  return {
    patient: patientOf(named, tools),
    banner: best.before ? [best.before, best.box] : [best.box],
    others: boxes,
  };
}

/** A value in a table about one patient: a date or a dose, no banner. */
function isEntry({ container }: Run, { grids }: Tools): boolean {
  const spot =
    /^t[dh]$/.test(nameOf(container)) && isElement(container) ? grids.spotOf(container) : undefined;
  return spot !== undefined && !spot.grid.people && spot.grid.heads.some(isEntryHead);
}

/** The person that a stretch names where a person can see it, with something that tells them from namesakes. */
function personAt(run: Run, tools: Tools): Found | undefined {
  const first = run.nodes.find((node) => node.data.trim());
  const parent = first && parentElementOf(first);
  if (!first || !parent) return undefined;
  const context = tools.contexts.of(parent);
  if (context.silent || context.draft) return undefined;
  const hidden = { met: false };
  const best = namedAround(run, parent, tools, hidden);
  // Hidden words can appear without any change of the page's elements: only what was all seen is known.
  if (!best && !hidden.met) tools.nameless?.add(run);
  return best && tools.sight.sees(first, 0, first.data.length) ? best : undefined;
}

/** The smallest box around a stretch that names somebody. */
function namedAround(run: Run, parent: Element, tools: Tools, hidden: { met: boolean }): Found | undefined {
  const parts = partsOf(run.nodes);
  const words = parts.join(" ");
  const own = personIn(parts, tools.today);
  let best: Found | undefined = own.name
    ? { ...own, box: parent, words: words.slice(0, LONGEST_WORDS) }
    : undefined;
  let box: Node | null = run.container;
  for (let climbed = 0; box && climbed < MOST_AROUND; box = outside(box), climbed++) {
    if (/^(body|html)$/.test(nameOf(box)) || nodeType(box) === DOCUMENT) break;
    if (isLonger(box, LONGEST_AROUND)) break;
    const stretches = stretchesIn(box, tools, hidden);
    const all = stretches.join(" · ");
    if (all.length > LONGEST_BOX || holdsSeveral(stretches, tools.today)) break;
    const person = personIn(stretches, tools.today);
    const better = complete(person) && (!best || !complete(best) || gains(best, person));
    if (better || (!best && person.name)) best = { ...person, box, words: all.slice(0, LONGEST_WORDS) };
    else if (best && complete(best) && person.name !== best.name) break;
  }
  best = best?.name ? best : (besideName(run, tools, hidden) ?? best);
  return best && (complete(best) || best.labelled || vouched(best)) ? best : undefined;
}

/** A name in the box just before, where no box of its own holds both. */
function besideName(run: Run, tools: Tools, hidden: { met: boolean }): Found | undefined {
  const first = run.nodes.find((node) => node.data.trim());
  const own = plain(run.nodes.map((node) => node.data).join(" "));
  let at: Node | null = first ?? null;
  for (let up = at && parentNode(at); at && up; up = parentNode(up)) {
    if (/^(body|html|main|header|section|td)$/.test(nameOf(up))) break;
    at = up;
  }
  const beside = (box: Node | null): Found | undefined => {
    const before = box && (isElement(box) ? previousElementOf(box) : previousSibling(box));
    if (!box || !isElement(before) || isLonger(before, LONGEST_NAME)) return undefined;
    const words = [...stretchesIn(before, tools, hidden), own];
    const person = personIn(words, tools.today);
    return complete(person)
      ? { ...person, box, before, words: words.join(" · ").slice(0, LONGEST_WORDS) }
      : undefined;
  };
  // A date of birth by itself is somebody's: of whoever is named in the boxes just before it.
  if (own.length <= LONGEST_BIRTH && personIn([own], tools.today).birth) {
    let box: Node | null = run.container;
    for (let climbed = 0; box && box !== at && climbed < MOST_AROUND; box = parentNode(box), climbed++) {
      const person = beside(box);
      if (person?.birth) return person;
    }
    // A name may come into any of those boxes, which are not all near.
    hidden.met = true;
  }
  return beside(at);
}

/** The box around, a shadow root being one. */
const outside = (box: Node): Node | null => parentNode(box) ?? hostOf(box);

/** The words of a stretch; a text that is all "Family, Given" stands apart from those of the carer in one line with it. */
function partsOf(nodes: readonly Text[]): string[] {
  const parts = [""];
  for (const { data } of nodes) {
    const before = parts.pop() ?? "";
    if (nodes.length > 1 && data.includes(",") && !/[:：]\s*$/.test(before) && asName(plain(data)))
      parts.push(before, data, "");
    else parts.push(`${before} ${data}`);
  }
  return parts.map(plain).filter(Boolean);
}

/** Two of the stretches name two people. */
function holdsSeveral(stretches: string[], today: Day): boolean {
  const people = stretches.map((words) => personIn([words], today)).filter(complete);
  return people.some((one) => people[0] && differ(people[0], one));
}

const sameAs = (one: Person, other: Person) => one.name === other.name && !gains(one, other);

/** A larger box says more of the same person. */
function gains(one: Person, larger: Person): boolean {
  if (!one.name || one.name !== larger.name) return false;
  if (one.birth && larger.birth && isoOf(one.birth[0] as Day) !== isoOf(larger.birth[0] as Day)) return false;
  return (!one.birth && !!larger.birth) || (!one.record && !!larger.record) || (!one.sex && !!larger.sex);
}

function stretchesIn(box: Node, tools: Tools, hidden: { met: boolean }): string[] {
  const words: string[] = [];
  for (const { nodes } of stretches(tools.page, [box])) {
    const parent = nodes[0] ? parentElementOf(nodes[0]) : null;
    if (!tools.sight.renders(parent) || tools.contexts.of(parent).silent) {
      hidden.met = true;
      continue;
    }
    words.push(...partsOf(nodes));
  }
  return words;
}

function inPeopleGrid({ box }: Found, { grids }: Tools): boolean {
  return grids.spotOf(elementAt(box))?.grid.people === true;
}

function patientOf(named: Found[], tools: Tools): PagePatient {
  const all = (pick: (person: Found) => string | undefined) => named.map(pick).find(Boolean);
  const name = tokensOf(all((one) => one.name) ?? "").join(" ");
  const stated = named.find((one) => one.age)?.age;
  const birth =
    named.flatMap((one) => {
      const day = one.birth && settle(one.birth, tools.today, one.age ?? stated, undefined);
      return day ? [day] : [];
    })[0] ?? byCustom(named, tools);
  const record = all((one) => one.record);
  const months = birth ? monthsBetween(birth, tools.today) : stated?.months;
  const raw = all((one) => one.birth?.map(isoOf).sort().join("/"));
  const patient: PagePatient = {
    key: digest(["patient", name, birth ? isoOf(birth) : raw, birth || raw ? "" : record].join("|")),
    label: named[0]?.words,
    parts: {
      ...(name && { name: digest(`name ${name}`) }),
      ...(birth && { birth: digest(`birth ${isoOf(birth)}`) }),
      ...(record && { record: digest(`record ${record.toUpperCase()}`) }),
    },
  };
  if (months !== undefined) patient.ageMonths = months;
  const sex = named.find((one) => one.sex)?.sex;
  if (sex) patient.sex = sex;
  return patient;
}

/** An ambiguous date of birth, read as this page writes its other dates, or as its language does. */
function byCustom(named: Found[], tools: Tools): Day | undefined {
  const readings = named.find((one) => one.birth)?.birth;
  return readings && settle(readings, tools.today, undefined, customOf(tools));
}

function customOf({ page, today }: Tools): "day" | "month" | undefined {
  let day = 0;
  let month = 0;
  const body = (textOf(query(page, "body")[0] ?? page) ?? "").slice(0, 50_000);
  for (const { readings, start, end } of datesIn(body, today)) {
    const [reading] = readings;
    const parts = /^(\d{1,2})[-/](\d{1,2})[-/]/.exec(body.slice(start, end));
    if (!parts || readings.length !== 1 || !reading) continue;
    if (Number(parts[1]) === reading.day && reading.day > 12) day++;
    else if (Number(parts[2]) === reading.day && reading.day > 12) month++;
  }
  if (day > 0 !== month > 0) return day > 0 ? "day" : "month";
  const lang = (query(page, "html[lang]")[0]?.getAttribute("lang") ?? "").toLowerCase();
  if (day > 0 || !lang) return undefined;
  if (/^en-us\b/.test(lang)) return "month";
  return /^(en-(gb|au|nz|ie|in|za)|de|fr|es|it|nl|pt)\b/.test(lang) ? "day" : undefined;
}
