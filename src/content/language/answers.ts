/** Answers beside a name: form fields, symbols, tick boxes. */
import type { Mention } from "./mention";
import type { Span } from "./sentences";

export type Answer = "yes" | "no";

const NO_AFTER =
  /^\s*(?:(?:\?|(?:\?\s*)?(?:[:=?]|\.{2,}|-{1,2}))\s*|\s{2,}|\()\s*(?:no|none|neg|negative|denies|denied|absent|never|false|nil|n|nein|non|keine?|ninguno|niega|no known|none known|\(-\)|0(?![.,]\d)|-(?!\s+[a-z]+\s*(?:[.,;]|$)))\s*(?=$|[).,;:\n\t|\]]|\s{2,}|\s\(|\s(?:asthma|allerg|[a-z]+\s*[:=?]|for\b|by\b|in\b))/;
const SIGN_NO_AFTER =
  /^\s*(?:\(-\)|\[-\]|\(neg(?:ative)?\)|\(no\)|\(denies\)|\(denied\)|\[no\]|n(?=\s*[/,;.]|\s*$))/;
const SIGN_NO_BEFORE = /(?:\(-\)|\[-\]|\(neg\))\s*$/;
const SIGN_LEADS = /^(?:[^:;]{0,40}[:;])?\s*(?:\([+-]\)|\[[+-]\])/;
const YES_AFTER =
  /^\s*(?:\?\s*)?(?:[:=?]|\.{2,}|-{1,2})\s*(?:yes|y|positive|pos|present|true|\(\+\)|\+|si|ja|oui|active|current)\s*(?=$|[).,;:\n\t|\]-]|\s)/;
const SIGN_YES = /^\s*(?:\(\+\)|\[\+\]|\(yes\)|\(pos(?:itive)?\)|\(present\))/;

const BARE = /^ (yes|no|y|n)(?=\s*(?:[,;.\n]|$)| {2})/;
const BARE_MEMBER = /[a-z] (?:yes|no|y|n)(?=\s*(?:[,;.\n]|$)| {2})/g;

/** "Eczema: No", "Eczema (-)", "(+) eczema". */
export function answerAt(text: string, sentence: Span, { start, end }: Mention): Answer | undefined {
  const asked = text[sentence.end - 1] === "?" || text[sentence.end] === "?";
  const after = text.slice(end, asked ? end + 40 : Math.min(sentence.end, end + 40));
  const before = text.slice(Math.max(sentence.start, start - 6), start);
  // "(+) eczema (-) psoriasis": where signs lead, the one after a name is the next one's.
  const leads = SIGN_LEADS.test(text.slice(sentence.start, start));
  if (leads && SIGN_NO_BEFORE.test(before)) return "no";
  if (!leads && SIGN_YES.test(after)) return "yes";
  if (leads && /(?:\(\+\)|\[\+\])\s*$/.test(before)) return "yes";
  if (SIGN_NO_AFTER.test(after)) return "no";
  if (/(?:\(\+\)|\[\+\]|(?:^|[\s,;])\+)\s*$/.test(before)) return "yes";
  if (SIGN_NO_BEFORE.test(before) || isMinus(text, sentence, start) || isMinusAfter(text, sentence, end))
    return "no";
  const bare = BARE.exec(after)?.[1];
  // "Asthma yes, rhinitis no": only where another member is answered so as well.
  if (bare && [...text.slice(sentence.start, sentence.end).matchAll(BARE_MEMBER)].length > 1)
    return bare.startsWith("n") ? "no" : "yes";
  if (asked && answersList(text, sentence, start, end)) return "no";
  if (YES_AFTER.test(after)) return "yes";
  return NO_AFTER.test(after) ? "no" : undefined;
}

/** "PMH: - eczema, - asthma", "+asthma, -eczema": a sign before each member; one dash alone is a bullet. */
function isMinus(text: string, sentence: Span, start: number): boolean {
  const lead = text.slice(Math.max(sentence.start, start - 60), start);
  if (!/(?:^|[:,]|\s)\s*-\s?$/.test(lead)) return false;
  const rest = text.slice(start, Math.min(sentence.end, start + 60));
  return (
    /[:,]\s*[-+]\s?[a-z][^,]*,\s*-\s?$/.test(lead) ||
    (/(?:^|[:,])\s*-\s?$/.test(lead) && /^[^,]*,\s*[-+]\s?[a-z]/.test(rest)) ||
    /\+\s?[a-z][^,;]*,\s*-\s?$/.test(lead)
  );
}

/** "Asthma -, rhinitis +, eczema -": a sign after each member. */
const isMinusAfter = (text: string, sentence: Span, end: number): boolean =>
  /^ ?-\s*(?:[,;.]|$)/.test(text.slice(end, sentence.end)) &&
  (/[a-z] ?[-+]\s*[,;]/.test(text.slice(sentence.start, end)) ||
    /^ ?-\s*[,;][^,;]*[a-z] ?[-+]\s*(?:[,;.]|$)/.test(text.slice(end, sentence.end)));

/** "Are you pregnant or breastfeeding? No.": the answer is every member's. */
function answersList(text: string, sentence: Span, start: number, end: number): boolean {
  if (
    !/\b(?:are you|is (?:she|he|the patient|patient|pt)|do you have|does (?:she|he|the patient|patient|pt) have|any|history of|currently)\s+(?:[\w-]+(?:,| or)? ){0,6}$/.test(
      text.slice(sentence.start, start),
    )
  )
    return false;
  return /^(?:(?:,|\s+or)\s*[\w-]+(?: [\w-]+)?){1,4}\s*\?+\s*no\b/.test(text.slice(end, end + 90));
}

const TICKED = /^(?:[☑☒✓✔■✗✘]|\[ ?[x✓✔*] ?\]|\(x\))$/;
const BOX = /[☐☑☒□■✓✔✗✘]|\[ ?[x✓✔*]? ?\]|\( ?x? ?\)/g;

/**
 * The tick box that belongs to a name: the one before it where its line begins with a box, else the one after it.
 * "Yes ☐ No ☑" beside a name is its answer.
 */
export function boxAt(text: string, sentence: Span, { start, end }: Mention): Answer | undefined {
  const reach = text.slice(Math.max(0, start - 200), start);
  const lineStart = start - (reach.length - reach.lastIndexOf("\n") - 1);
  const lineEnd = end + (text.slice(end, end + 120).split("\n", 1)[0] ?? "").length;
  const line = text.slice(lineStart, lineEnd);
  if (!/[☐☑☒□■✓✔✗✘]|\[ ?[x✓✔*]? ?\]|\(x\)/.test(line)) return undefined;
  const boxes = [...line.matchAll(BOX)].map((match) => ({ at: lineStart + match.index, mark: match[0] }));
  const after = text.slice(end, lineEnd);
  const answered =
    /^\W{0,4}(?:a(?:nswer)?: ?)?(?:(\[ ?[x✓✔]? ?\]|[☐☑☒□■✓✔]) ?yes\b\W{0,6}(\[ ?[x✓✔]? ?\]|[☐☑☒□■✓✔]) ?no\b|yes ?(\[ ?[x✓✔]? ?\]|[☐☑☒□■✓✔])\W{0,4}no ?(\[ ?[x✓✔]? ?\]|[☐☑☒□■✓✔]))/.exec(
      after,
    );
  if (answered) {
    const [yes, no] = [answered[1] ?? answered[3] ?? "", answered[2] ?? answered[4] ?? ""];
    if (TICKED.test(yes) !== TICKED.test(no)) return TICKED.test(yes) ? "yes" : "no";
    return undefined;
  }
  const leading =
    /^\s*(?:[-*•]\s*)?(?:[☐☑☒□■✓✔✗✘]|\[ ?[x✓✔*]? ?\]|\( ?x? ?\))/.test(line) ||
    /(?:[:\t|]|[.;!?]\s)\s*(?:[☐☑☒□■✓✔✗✘]|\[ ?[x✓✔*]? ?\])/.test(line);
  const own = leading ? boxes.filter(({ at }) => at < start).at(-1) : boxes.find(({ at }) => at >= end);
  if (!own) return undefined;
  const between = leading ? text.slice(own.at + own.mark.length, start) : text.slice(end, own.at);
  if (between.trim().split(/\s+/).length > 4 || sentence.end < start) return undefined;
  return TICKED.test(own.mark) ? "yes" : "no";
}
