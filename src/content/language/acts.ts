/** What is said of medicines in one sentence: trigger words put together into acts. */
import { type Mark, wordsIn } from "./marks";
import type { DRUG_TRIGGERS } from "./triggers";

export type DrugKind = keyof typeof DRUG_TRIGGERS;
export type DrugMark = Mark<DrugKind>;

export type ActKind =
  | "current"
  | "planned"
  | "begun"
  | "past"
  | "failed"
  | "not-failed"
  | "works"
  | "intolerance"
  | "allergy"
  | "tolerated"
  | "never"
  | "declined"
  | "discussed"
  | "low";

export interface Act {
  kind: ActKind;
  start: number;
  end: number;
  word: string;
  /** "failure of", "despite": the medicine comes after. */
  forward?: boolean;
  /** "no improvement", "did not help": speaks of a whole list of medicines. */
  effect?: boolean;
  /** "caused a rash": comes from the medicine before it, or after "from". */
  harm?: boolean;
}

const has = (mark: DrugMark, kind: DrugKind) => mark.kinds.includes(kind);

const NOT =
  /^(?:no|not|not yet|(?:none|neither) of \w+|without|w\/o|never|none|denies|denied|could not|unable to|not able to|(?:failed|struggled|struggles) to \w+|hardly|(?:hardly|scarcely) any|cannot|no longer|nor|non|zero|nicht|noch nie|nunca|jamais|n'a jamais|kein|keine|ohne|sin|sans|pas de|pas d|aucun|aucune|absent|nil)$/;
/** Words that a "not" before them goes on over. */
const PASSED =
  /^(?:currently|still|been \w+|tried|try|trying|start|started|use|used|using|need|needed|on|really)$/;
/** Adjectives weak enough to make any effect a failure. */
const WEAK_ALWAYS =
  /unsatisf|disappoint|lack|negligible|poor|little|minimal|hardly|marginal|partial|limited|inadequate|incomplete|insufficient|suboptimal|temporary|transient|momentary|^only|^not (?:enough|suff|adeq)/;

const isHarm = (mark: DrugMark) => has(mark, "intolerance") || has(mark, "harm") || has(mark, "allergy");

/** The "not" that governs a mark, if there is one: close before it in the same clause. */
function denialOf(text: string, marks: readonly DrugMark[], index: number): DrugMark | undefined {
  const mark = marks[index];
  for (let at = index - 1; mark && at >= 0; at--) {
    const before = marks[at];
    if (!before) break;
    const gap = text.slice(before.end, mark.start);
    const listed = isHarm(mark) && wordsIn(gap) <= 6;
    if (/\b(?:due|because|secondary|(?<!\b(?:call|ask|come) )for|since)\b/.test(gap)) break;
    if ((wordsIn(gap) > 3 && !listed) || /[;:.(]/.test(gap) || (/,/.test(gap) && !listed)) break;
    if (has(before, "little") && NOT.test(before.word)) return before;
    if (!PASSED.test(before.word) && !(listed && isHarm(before))) break;
  }
  return undefined;
}

const FROM = String.raw`(?:(?:a|an|some|severe|significant|bad|local|increased|raised|elevated|high|rising|abnormal|deranged|application site|gum|worsening|intense|mild|skin|facial|the|more|marked|starkem|starker|too much)\s+){0,3}$`;
const CAUSES = new RegExp(
  String.raw`\b(?:caus\w+|due to|d\/t|2\/2|b\/c of|owing to|on account of|because of|gave|gives|led to|result\w* in|secondary to|induc\w+|provoqu\w+|wegen|woke (?:up )?with|broke out (?:in|with)|develop\w*|por|a cause d[eu'])\s+(?:her |him |the patient )?${FROM}`,
);
/** "It makes his skin red." */
const MAKES =
  /\b(?:ma(?:de|kes?|king)|left|leaves|turned)\s+(?:her|his|the|my|their|it|him|face|eyes|eyelids|lips|skin)\s+(?:\w+\s+){0,3}$/;
/** "Elidel -> hives" */
const ARROW = /(?:-+>|→|=+>)\s*(?:severe |bad )?$/;
const BY_ARROW =
  /^(?:hives|urticaria|swelling|swollen|nausea|vomiting|headaches?|conjunctivitis|folliculitis|cold sores?)$/;
const STOPPED_FOR = new RegExp(
  String.raw`(?:\b(?:got|gets|bec[ao]m\w+|fe(?:lt|els?)|produc\w+|experienc\w+|had|reports?|with|from|for|after)|:)\s+(?:contact |allergic )?${FROM}`,
);
/** What no eczema brings: "stopped - gum hypertrophy", "2017, hypertension, stopped". */
const NOT_OF_SKIN =
  /^(?:nausea|nauseated|nauseous|lightheaded|tremor|renal \w+|vomiting|diarrh?o?ea|conjunctivitis|keratitis|hypertension|htn|hair loss|neutropenia|anemia|transaminitis|dizz\w+|psychosis|gum hypertrophy|flushing|headaches?|pain)$/;
/** What is measured is a harm only where it is said to be abnormal. */
const LABORATORY = /^(?:alt|lfts?|liver enzymes|creatinine|cpk|ck|bp|blood pressure|iop)$/;
const ABNORMAL = /\b(?:raised|elevated|high|rising|abnormal|deranged|increased)\s+$/;
const BESIDE = new RegExp(String.raw`[-–:,(]\s*${FROM}`);
const COMES_FROM = /^\s*(?:from|with|after|due to|secondary to|to|because of|caused by|following)\b/;
/** "Developed conjunctivitis on Dupixent", as against "a rash on the face". */
const ON_IT = /^\s*(?:while )?on (?!(?:the|her|his|both|bilateral|face|arms|legs|hands|trunk)\b)/;
const CAME = /\b(?:develop\w*|got|had)\s+(?:\w+\s+){0,2}$/;
/** "Tried twice; each time perioral dermatitis developed" */
const EACH_TIME = /\b(?:each|every|both) times?,? (?:\w+ ){0,2}$/;
const RETURNED =
  /^\s*(?:has |have )?(?:developed|appeared|occurred|resulted|ensued|erupted|came up|followed)\b/;
const INDICATION = /\bfor\s+(?:\w+\s+)?$/;

/** The acts of a sentence in order of place. */
export function actsOf(text: string, marks: readonly DrugMark[]): Act[] {
  const stopped = marks.some(
    (mark) =>
      has(mark, "past") &&
      /stop|discontinu|withdr[ae]w|^d\/?c|quit|abgesetzt|suspend|arret|held|gave up/.test(mark.word),
  );
  return marks.flatMap((_, index) => actOf(text, marks, index, stopped) ?? []);
}

const BENEFIT =
  /^(?:improv|resolv|relief|relieved|better|controlled|managed|clear|respond|helped|stable|doing)/;
const isBenefit = (mark: DrugMark) => has(mark, "works") || (has(mark, "current") && BENEFIT.test(mark.word));
const COULD_NOT_GET = /\bget$/;
const HALFWAY =
  /^(?:\s+[a-z]+){0,3}?\s+(?:as (?:prescribed|directed|often|recommended)|regularly|consistently|faithfully|daily|every ?day|twice|enough|correctly|properly|religiously|much|often)\b/;

/** "Can sting", "a known side effect of": said of everyone. */
const OF_ALL =
  /\b(?:(?:can|may|might|will often|often|sometimes) (?:\w+ )?|(?:known|common|possible|rare|potential|frequent) )$/;

/** "Concerned about its side effects": none was felt. */
const WORRIED =
  /\b(?:concern\w*|worr\w+|afraid|fear\w*|nervous|anxious|hesitant|reluctant|scared|discuss\w*|review\w*|ask\w*|questions?|counsel\w*|educat\w*|explain\w*|aware|warned|potential|possible|about|regarding|risk\w*)\b[^.;:]{0,44}$/;
/** "Warned about burning in the first week" */
const WARNED =
  /\b(?:counsel\w*|warn\w*|educat\w*|(?:advis\w+|inform\w*|aware) (?:of|about|that)|discuss\w* (?:of|about|that|the|possible|potential)|expect\w*)\b[^.;:]{0,40}$/;
/** "Asked to stop it due to side effects" */
const FELT =
  /\b(?:due to|because of|from|owing to|secondary to|with|had|has|having|experienc\w+|caus\w+|develop\w+)\s+(?:\w+ )?$/;
/** "Stinging is common in the first week" */
const EXPECTED =
  /^\s*(?:is |are |may be |can be |sensation )?(?:common|expected|normal|usual|possible|to be expected)\b/;

/** "It never really got on top of the rash": used, and to no avail. */
const NEVER_DID =
  /^ (?:really |quite |fully |actually |once )?(?:made|seemed|cleared|brought|touched|calmed|settled|managed to|kept|held|got (?:on top|rid|the|her|his|my|it under|things))\b/;

/** Kinds whose denial says "never" or "not used". */
const USES = ["begun", "planned", "current"] as const;
const AS_IS = ["tolerated", "low", "declined", "discussed"] as const;

function actOf(text: string, marks: readonly DrugMark[], index: number, stopped: boolean): Act | undefined {
  const mark = marks[index];
  if (!mark) return undefined;
  const { start, end, word } = mark;
  const act = (kind: ActKind, more: Partial<Act> = {}): Act => ({ kind, start, end, word, ...more });
  const denial = denialOf(text, marks, index);
  if (has(mark, "notFailed")) return act("not-failed");
  // "Inadequate response": the effect that it belittles makes the act.
  const next = marks[index + 1];
  if (has(mark, "little") && next && has(next, "works") && wordsIn(text.slice(end, next.start)) <= 3)
    return undefined;
  if (has(mark, "failedOf") || has(mark, "failed")) {
    const forward = has(mark, "failedOf");
    if (denial && /^(?:fail|lost|stopped|insufficient|inadequate)/.test(word)) return act("not-failed");
    return act("failed", { forward, effect: !forward });
  }
  // "Responded to", "well controlled on": in use, unless it hardly did.
  if (has(mark, "current") && BENEFIT.test(word)) {
    const failure = lackOf(text, marks, index);
    return failure ? act("failed", { ...failure, forward: true }) : act("current");
  }
  if (has(mark, "works")) {
    const failure = lackOf(text, marks, index);
    if (failure)
      return speaksOfSkin(text, failure.start, failure.end, word)
        ? act("failed", { ...failure, effect: true })
        : undefined;
    return /^(?:effects?|results?|response|progress|control|difference|changes?|gain|work|joy|odds)$/.test(
      word,
    )
      ? undefined
      : act("works");
  }
  if (has(mark, "intolerance") || has(mark, "allergy")) {
    if (denial) return act("tolerated", { start: denial.start });
    const lead = text.slice(Math.max(0, start - 60), start);
    const spoken = /^(?:side|adverse)/.test(word) ? WORRIED : WARNED;
    if (spoken.test(lead) && !FELT.test(lead)) return undefined;
    if (OF_ALL.test(text.slice(Math.max(0, start - 24), start)) || EXPECTED.test(text.slice(end, end + 24)))
      return undefined;
    if (!stopped && INDICATION.test(text.slice(Math.max(0, start - 16), start))) return undefined;
    return act(has(mark, "allergy") ? "allergy" : "intolerance");
  }
  if (has(mark, "harm")) {
    const left = text.slice(Math.max(0, start - 44), start);
    // "Atopic dermatitis on Elidel": what it is used for.
    if (/^dermatitis/.test(word) && /\b(?:atopic|atopische|dermatite)\s*$/.test(left)) return undefined;
    const right = text.slice(end, end + 14);
    const from =
      (RETURNED.test(text.slice(end, end + 24)) && EACH_TIME.test(left)) ||
      COMES_FROM.test(right) ||
      (ON_IT.test(right) && CAME.test(left));
    if (/^(?:red|redder|itchy|raw|sore|hot)$/.test(word))
      return MAKES.test(left) && !denial ? act("intolerance", { harm: true }) : undefined;
    if (denial && from) return act("tolerated", { start: denial.start, forward: true });
    const tried = NOT_OF_SKIN.test(word) && marks.some((one) => has(one, "past") && /^tri/.test(one.word));
    const why =
      (stopped || tried) &&
      (STOPPED_FOR.test(left) ||
        ((NOT_OF_SKIN.test(word) || (LABORATORY.test(word) && ABNORMAL.test(left))) && BESIDE.test(left)));
    const caused = CAUSES.test(left) || MAKES.test(left) || (ARROW.test(left) && BY_ARROW.test(word));
    if (denial || !(caused || from || why)) return undefined;
    const kind = /hives|urticaria|swell\w*|rash|erupcion|dermatitis/.test(word) ? "allergy" : "intolerance";
    return act(kind, { harm: true, forward: from });
  }
  // "Could not get the rash under control": nothing was refused.
  if (COULD_NOT_GET.test(word) && marks.slice(index + 1, index + 4).some((one) => isBenefit(one)))
    return undefined;
  for (const kind of AS_IS) if (has(mark, kind)) return act(kind);
  if (
    denial &&
    (has(mark, "past") || has(mark, "current") || has(mark, "planned")) &&
    HALFWAY.test(text.slice(end, end + 40))
  )
    return act("low");
  if (has(mark, "past")) {
    if (!denial) return act("past");
    return act(/stop|discontinu|cease|hold|held|quit|gave up/.test(word) ? "current" : "never");
  }
  // "Never refilled it": it was had once. "No refills": how much is ordered.
  if (denial && /^(?:refill|renew)/.test(word)) return /s$/.test(word) ? undefined : act("past");
  for (const kind of USES) if (has(mark, kind)) return act(denial ? "never" : kind);
  if (word === "never" && NEVER_DID.test(text.slice(end, end + 40))) return act("failed", { effect: true });
  return has(mark, "never") ? act("never") : undefined;
}

/** "No change" fails a medicine only where the skin has not changed, not where its dose has not. */
const speaksOfSkin = (text: string, start: number, end: number, word: string): boolean =>
  !/^changes?$/.test(word) ||
  /^\s*(?:whatsoever|at all)\s*(?:[.,;]|$)/.test(text.slice(end, end + 16)) ||
  /^\s*(?:with|on|from|despite|after|using|in (?:the |her |his )?(?:rash|skin|eczema|symptoms|itch\w*|lesions|easi|v?iga|scorad|bsa|poem|scores?|severity|redness|erythema|appearance|dermatitis|prurit\w+|plaques|disease))\b/.test(
    text.slice(end, end + 24),
  ) ||
  (/\b(?:w\/o any|without any|(?:w\/o|without|no)\s+(?:any\s+)?(?:appreciable|noticeable|discernible|visible|significant|meaningful|real|clinical))\s+$/.test(
    text.slice(Math.max(0, start - 30), start),
  ) &&
    /^\s*(?:[.,;]|$)/.test(text.slice(end, end + 3))) ||
  /\b(?:with|there (?:is|was|has been)|notic(?:ed?|es|ing)|saw|seen?|sees|seeing|had|made|been)\s+(?:\w+\s+){0,3}$/.test(
    text.slice(Math.max(0, start - 40), start),
  );

/** "minimal relief", "response was inadequate", "did not really help": the words that make an effect a failure. */
function lackOf(
  text: string,
  marks: readonly DrugMark[],
  index: number,
): { start: number; end: number } | undefined {
  const mark = marks[index];
  if (!mark) return undefined;
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const before = marks[at];
    if (!before) break;
    const gap = text.slice(before.end, mark.start);
    // "None of these (Elidel, Protopic) helped"
    const ofAll = /^(?:none|neither) of /.test(before.word);
    if ((!ofAll && (/[,;:.(]/.test(gap) || wordsIn(gap) > 4)) || has(before, "end")) break;
    const notGot = COULD_NOT_GET.test(before.word);
    if (!has(before, "little") && !notGot) continue;
    if (
      notGot ||
      NOT.test(before.word) ||
      WEAK_ALWAYS.test(before.word) ||
      !/^(?:clear|control|improv)/.test(mark.word)
    )
      return { start: mark.start, end: mark.end };
  }
  const after = marks[index + 1];
  if (!after || !has(after, "little")) return undefined;
  const gap = text.slice(mark.end, after.start);
  // "Response to Elidel: none"
  if (
    NOT.test(after.word) &&
    !(/^(?:none|nil|absent|zero)$/.test(after.word) && /(?:[:-]|\bwas|\bis)\s*$/.test(gap))
  )
    return undefined;
  if (
    /^\s*(?:to|with|on|from) [^,;.:]{2,60}?(?:\b(?:was|is|has been|had been|remains|remained|has|at best|only|very|quite)|:|-)\s*(?:\w+ )?$/.test(
      gap,
    )
  )
    return { start: after.start, end: after.end };
  return /^\s*(?:(?:to (?:it|this)|was|is|were|has been|had been|have been|has|remains|very|quite|rather|:|-|,|at best)\s*){0,4}$/.test(
    gap,
  )
    ? { start: mark.start, end: after.end }
    : undefined;
}
