/**
 * A medicine that had its time while the skin stayed as it was: "still itchy after two months of", "12 weeks of it and
 * the rash has not budged". No single word of these says failure, so no trigger tells it.
 */
import { type Drug, FOREIGN } from "./bind";
import type { Span } from "./sentences";

const COUNT = String.raw`(?:\d+|one|two|three|four|five|six|eight|ten|twelve|several|many|a few|a couple of|a full|full|entire|whole)`;
/** It was used for long enough, or as it should be. */
const TRIED = new RegExp(
  String.raw`\bx ?\d+ ?(?:w|m|\/ ?(?:12|52)\b)|\b${COUNT}[ -]?(?:(?:full|more|straight|solid) )?(?:w(?:ee)?ks?|mo(?:nth)?s?|tubes?|courses?|trials?)\b|\b(?:the|a|this) (?:month|week|fortnight)s? of\b|\bw(?:ee)?ks of\b|\bmonths of\b|\btubes? of\b|\b(?:faithfully|religiously|diligently|consistently|as (?:directed|prescribed|instructed))\b|\bsince (?:last )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|winter)|\b(?:all|most of) (?:the )?(?:summer|winter|spring|fall|year)\b`,
);
const ACTIVE = String.raw`(?:itch\w*|red|rash\w*|rough|scaly|flar\w*|smou?lder\w*|simmering|raging|there|present|bad|active|inflamed|scratch\w*|break\w* out|broken out|symptomatic|uncontrolled|poorly controlled|uncomfortable|the same|unchanged|with (?:erythema|scale|redness|plaques|lesions))`;
const AS_BEFORE = new RegExp(
  String.raw`\bstill (?:\w+ ){0,2}?${ACTIVE}\b|\b(?:continu\w+|kept|keeps) (?:to |on )?(?:flar\w*|itch\w*|scratch\w*|worsen\w*|spread\w*|progress\w*|break\w* out|have (?:flares|itch\w*|rash\w*))\b|\bwith (?:persistent|ongoing|continued|persisting|residual|continuing|active) (?:\w+ )?(?:disease|rash\w*|symptoms|flar\w*|itch\w*|prurit\w*|activity|lesions|inflammation|redness|plaques)\b|\b(?!never (?:looked|been|felt) better)(?:not|never|hardly|barely|scarcely|no) (?:(?!(?:worse|yet)\b)\w+ ){0,3}?(?:better|clear(?:ed|ing)?|budged?|budging|settled?|subsided?|calmed|resolved?|improved?|improving|gone away|go away)\b|\b(?:stay(?:s|ed)?|remain(?:s|ed)?|looks?|looked) (?:\w+ )?(?:identical|${ACTIVE})\b|\bstill (?:v?iga|pga|easi)\b|\b(?:are|is|looks?|was|were|seems?),? (?:(?:now|even|actually|if anything,?) ){0,3}(?:worse|thicker|redder|itchier|drier|angrier|larger|bigger|more (?:itchy|red|extensive|inflamed|widespread|lichenified))\b|\bno (?:\w+ )?(?:change|improvement|difference)\b(?! (?:in|to) (?:(?:her|his|the|current) )?(?:med|dos|regimen|plan|treat|manag|therap))|\b(?:rash|skin|eczema|itch\w*|lichenification|plaques|redness|erythema|disease|lesions|dermatitis|flares) (?:persist\w*|continues?|remains?)\b|\b(?:iga|viga|pga)\b[^.;]{0,12}?\b(?:stayed|remain(?:s|ed)|stuck|still) (?:at )?(?:[2-4]|moderate|severe)\b`,
  "g",
);
const MEANWHILE =
  /^[^.;,]{0,60}?\b(?:after|despite|on|following|during|throughout|through|with|using|for)\b[^.;,]{0,44}$/;
/** What was not the medicine's doing, or has not happened. */
const OTHERWISE =
  /\b(?:if(?! anything)|unless|when(?:ever)?|once|until|without it|stopp\w*|off|ran out|run out|only (?:once|twice|uses?|used|puts?|applie[sd])|rarely|forg[eo]t\w*|yesterday|today|(?:last|this|one|1) week|\d days|few days|too (?:early|soon)|not worse|how (?:to|often|much)|before (?:starting|using))\b/;
const PARTED = /\bbut (?:now|since)\b/;

/** "IGA 3 -> 3", "EASI from 22 to 21"; "IGA 3 to 4" alone is a range. */
const SCORES =
  /\b(?:v?iga|pga|easi|scorad|dlqi|poem|nrs|bsa)\b[^.;\d]{0,12}(?:(\d+)(?:\.\d+)? ?%?\s*(?:-+>|=+>|→)|(?<=\bfrom )(\d+)(?:\.\d+)? ?%? to)\s*(\d+)/g;
/** A score that fell by less than this part of it has not fallen. */
const HARDLY = 0.2;

const staysHigh = (words: string): boolean => {
  const pairs = [...words.matchAll(SCORES)].map(
    ([, before, from, to]) => [Number(before ?? from), Number(to)] as const,
  );
  return pairs.length > 0 && pairs.every(([from, to]) => from > 1 && to >= from * (1 - HARDLY));
};

/** The next sentence goes on with what has not changed: "Still IGA 3." */
const GOES_ON =
  /^\W*(?:(?:since then|since|so far|overall),? )?(?:still|(?:there (?:is|was|has been) )?no (?:\w+ )?(?:change|improvement|difference)|no better|not (?:any )?better|unchanged|no change)\b(?:\W+[\w%-]+){0,8}\W*$/;

/** A sentence with the next, where that only says how the skin is. */
export const withSequel = (text: string, sentence: Span, next: Span | undefined): Span =>
  next && GOES_ON.test(text.slice(next.start, next.end))
    ? { start: sentence.start, end: next.end }
    : sentence;

/** An entry whose only comment is a poor one: "Elidel - suboptimal, d/c 4/22". */
const POOR =
  /^(?:[^.;,:|=\n–—-]|\.\d){0,30}?\s*(?:-+>|→|[-–—:|=\t])\s*(?:(?:very|quite|only) )?(?:sub-?optimal|sub-?par|poor|minimal|inadequate|nil|nr|unsatisfactory|no good|no help|useless|meh|nothing|no (?:change|better|difference|improvement)|(?:the |her |his )?(?:rash|skin|eczema|it) (?:spread|(?:got )?worse\w*|persisted|the same))\s*(?=[,;.(|\n]|$)/;
/** "Pimecrolimus 1% (12 wks, inadequate)" */
const POOR_IN_BRACKETS =
  /^(?:[^.;,:|()\n]|\.\d){0,30}\((?:[^()]{1,24}[,;] ?)?(?:sub-?optimal|sub-?par|poor|minimal|inadequate|insufficient|ineff(?:ective)?|nil|nr|no help|meh|(?:no|min(?:imal)?|poor|little|inadequate) (?:resp(?:onse)?|effect|benefit|relief|help|improvement)) ?\)/;
/** The response in a list of what was tried: "Elidel - none". */
const NONE = /^(?:[^.;,:|=\n–—-]|\.\d){0,30}?\s*[-–—:]\s*none\s*(?=[,;.(|\n]|$)/;
/** `tried`: it stands among what was used before. */
export const isPoor = (text: string, sentence: Span, { end }: Drug, tried = false): boolean => {
  const after = text.slice(end, sentence.end);
  return tried ? NONE.test(after) : POOR.test(after) || POOR_IN_BRACKETS.test(after);
};

/** "Helped at first but no longer" */
const FADED =
  /\b(?:help\w*|work\w*|effective|benefit\w*)\b[^.;]{0,12}\b(?:initially|at first|at the (?:start|beginning)|for a (?:while|bit|time)|briefly)\b[^.;]{0,12}\b(?:but|then)\b[^.;]{0,20}\b(?:no longer(?=\s*(?:[.;,]|$)| (?:work|help|do|effective|respond|control))|not any ?more|not now|stopped (?:working|helping)|quit (?:working|helping)|wore off|useless|nothing)\b|\b(?:effects?|benefits?|response|improvement|relief)\b[^.;]{0,12}\b(?:faded|waned|wore off|diminished|dwindled|tailed off|short-?lived|did(?:n't| not) last)\b/;
/** "Good initial response to Elidel, later lost" */
const LOST =
  /\binitial (?:\w+ )?(?:response|improvement|benefit|relief|effect|success)\b[^.;]{0,60}\b(?:later|then|subsequently|eventually|but|since) (?:\w+ ){0,2}?(?:lost|failed|waned|faded|relapsed|wore off|not sustained|stopped)\b/;
export const hasFaded = (text: string, sentence: Span, { end }: Drug): boolean =>
  FADED.test(text.slice(end, sentence.end)) || LOST.test(text.slice(sentence.start, sentence.end));

/** `drugs` are all those of the sentence: with another beside it, it is unclear whose time that was. */
export function wentOnDespite(text: string, sentence: Span, drugs: readonly Drug[], drug: Drug): boolean {
  const lead = text.slice(sentence.start, drug.start);
  const tail = text.slice(drug.end, sentence.end);
  const start = sentence.start + lead.lastIndexOf(";") + 1;
  const parts = drugs.some((one) => one.start > drug.end) ? tail.indexOf(";") : -1;
  const end = parts < 0 ? sentence.end : drug.end + parts;
  const own = drugs.filter((one) => one.start >= start && one.end <= end);
  const [first, last] = [own[0] ?? drug, own.at(-1) ?? drug];
  // "Pimecrolimus (Elidel)" is one.
  if (!/^[^,;]{0,24}$/.test(text.slice(first.end, last.start)) && own.length > 1) return false;
  const words = (at: number, to: number) => text.slice(at, to).replace(/\s+/g, " ");
  const whole = words(start, end);
  if (OTHERWISE.test(whole) || FOREIGN.test(whole)) return false;
  if (staysHigh(whole)) return true;
  if (!TRIED.test(whole)) return false;
  const before = words(start, first.start);
  const after = words(last.end, end);
  return (
    [...after.matchAll(AS_BEFORE)].some(({ index }) => !PARTED.test(after.slice(0, index))) ||
    [...before.matchAll(AS_BEFORE)].some(({ index, 0: found }) =>
      MEANWHILE.test(before.slice(index + found.length)),
    )
  );
}
