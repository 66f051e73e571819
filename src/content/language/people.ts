/** Whether a mention speaks of somebody else: a relative who has the disease, as against one who tells of the patient. */

import { alternatives } from "./expand";
import { wordsIn } from "./marks";
import type { Mention, Surroundings } from "./mention";
import { Phrases } from "./phrases";
import type { Place } from "./places";
import type { Span } from "./sentences";
import { RELATIVES, REPORTS } from "./triggers";

let people: Phrases<true> | undefined;
/** A relative tells: the disease is the patient's, unless "herself" follows. */
const TELLS = new RegExp(
  `^(?:\\s*\\([^)]{0,30}\\))?[\\s,:]*(?:(?:who|also|she|he|today|now|and (?:father|mother|dad|mom|the patient|patient|pt)|further|initially|then|both|is|are|was|were|has|have|had)\\s+){0,3}(?:(?:${REPORTS})(?![a-z])|treat(?:s|ed|ing)(?! (?:for|with|in|at)(?![a-z]))(?![a-z]))`,
);
const SELF =
  /\b(?:in|about|of|on|for) (?:herself|himself|themselves|her own|his own)\b|\bher own\b|\bhis own\b/;
/** "in his sister", "(mother)": the person after the disease has it. */
const OF_PERSON =
  /(?:\b(?:in|of|for|on|by|with|from|chez|bei|beim|en|de|del|der|des|le|la|el|sa|son|su)\s+(?:(?:her|his|the|their|patient's|one|a|an|both|either|multiple|several|many|other|some|maternal|paternal|first degree|le|la|el|su|sa|son|der|die|sein\w*|ihr\w*)\s+){0,3}|[([:-]\s*(?:in |both |his |her )?)$/;
const NOT_OF =
  /\b(?:per|according to|reported by|denied by|noted by|noticed by|told by|by)\s+(?:\w+\s+){0,2}$|\b(?:has|have|since|as|treated|uses|using|started|like|with)\b/;
const POSSESSES =
  /^(?:'s)?\s*(?:side|died|passed|(?:struggl\w+|battl\w+|deals|dealt)(?= with)|with|(?:(?:just|recently|also) )?(?:finished|completed|on|taking|got|received|given) (?:a course of |her |his )?(?:abx|antibiotics?|cephalexin|mupirocin|acyclovir)|has|have|had|suffers|suffered|diagnosed|treated for|history|hx|h\/o|also|who|and|or|is|was|are|being|having|positive|pos|significant|includes|both|all|did|does|notable|remarkable|of|mit|con|avec|tiene|hat|haben|a une|a un|a|atteint|atteinte|souffre|leidet|padece|uses|used|takes|gets|got)\b|^\s*[:(,-]/;
const HISTORY = /history|hx|^fh|^family|historia|antecedent|anamnese|runs in/;
const PATIENT = /\b(?:patient|pt|he|she|child|baby|infant|i|him|his|client)\b/;
const PATIENT_ACTS =
  /\b(?:the )?(?:patient|pt|child|baby|infant|he|she|himself|herself)\s+(?:(?:also|now|himself|herself|then|does|still|currently)\s+){0,2}(?:has|had|have|is|was|developed|presents|does|gets|got|suffers|been|who)\b/;
const BOTH =
  /\b(?:personal|own)\s+(?:and|or|&|as well as)\s+family\b|\bfamily\s+(?:and|&|as well as)\s+personal\b|\bpersonal(?: medical)?\/family\b|\bfamily\/personal\b/;
const CONTRAST =
  /[;.]|\b(?:but(?!\s+(?:also\s+|does\s+|did\s+)?(?:has|had|have|suffers|suffered)\b)|however|although|though|while|whereas|because|secondary to|due to)\b/;
/** With somebody, not of somebody. */
const BESIDE =
  /\b(?:gave|give|given to|handed|educat\w+|counsel\w+|instruct\w+|told|advised|asked|showed|taught|reassured|inform\w+|provid\w+|per|according to|accompanied by|reported by|told by|brought (?:in )?by|discussed with|lives with|here with|spoke (?:with|to)|called by|to|with his|with her|like (?:her|his)|as (?:did|does|do) (?:her|his)|unlike (?:her|his))\s+(?:(?:her|his|the|their|patient's|both)\s+){0,2}$/;
const YOUNG = "(?:patient|pt|child|infant|baby|boy|girl|toddler|newborn|son|daughter)";
/** "Mother of this boy with eczema": it is the boy's. */
const CHILD_WITH = new RegExp(
  `\\b(?:this|the|her|his|their|an?)\\s+(?:[\\w-]+\\s+){0,3}${YOUNG}\\s+(?:with|who)\\b`,
);
/** "Mother of the patient has eczema": it is the mother's. */
const OF_PATIENT = new RegExp(
  `^\\s+of (?:the |our |this |an? )?${YOUNG}\\s+(?:also |herself |himself )*(?:has|had|is|was|uses|suffers)\\b`,
);
const HERSELF_HAS =
  /^\s*(?:herself|himself|themselves)\s+(?:(?:also|still|too|currently)\s+)*(?:has|had|have|suffers|suffered|is|was|gets|got|with|uses|used|takes|took)\b/;
const HER_OWN = /\b(her|his|the child's|patient's|baby's|son's|daughter's)\s+(?:\w+\s+){0,2}$/;
const CHILD = /^(?:son|daughter)/;
const FEMALE = /^(?:mother|mom|mum|sister|daughter|aunt|grandm|wife|niece|madre|mutter|schwester|girlfriend)/;
const MALE = /^(?:father|dad|brother|son|uncle|grandf|grandpa|husband|nephew|padre|vater|bruder|boyfriend)/;

/** "Deceased donor kidney transplant": whose kidney it was says nothing of who has it now. */
const GRAFT =
  /\b(?:deceased|living|cadaveric|related|unrelated|matched) donor\b|\bdonor (?:kidney|renal|liver|heart|lung|marrow|transplant)/;

interface Person extends Span {
  word: string;
  history: boolean;
}

function peopleIn(text: string, { start, end }: Span): Person[] {
  people ??= new Phrases(
    alternatives(RELATIVES).map((name) => [name, true] as const),
    true,
  );
  const isPerson = (found: Span) =>
    !GRAFT.test(text.slice(Math.max(start, found.start - 12), found.end + 16));
  return people
    .in(text, start, end)
    .filter(isPerson)
    .map((found) => {
      const word = text.slice(found.start, found.end);
      return { start: found.start, end: found.end, word, history: HISTORY.test(word) };
    });
}

/** Whether a folded text names a relative. */
export const namesPerson = (text: string): boolean =>
  peopleIn(text, { start: 0, end: text.length }).length > 0;

/** For a disease. */
export function belongsToRelative(mention: Mention, { text, sentence, place }: Surroundings): boolean {
  const people = peopleIn(text, sentence);
  if (place === "family") return !statesPatient(text, sentence, people, mention);
  if (people.length === 0 || BOTH.test(text.slice(sentence.start, mention.start))) return false;
  let told = false;
  for (const person of people) {
    if (person.end <= mention.start) {
      const gap = text.slice(person.end, mention.start);
      if (told && CHILD.test(person.word)) continue;
      if (!person.history && TELLS.test(gap)) {
        if (SELF.test(gap) || SELF.test(text.slice(mention.end, sentence.end))) return true;
        told = true;
      } else if (ownsWhatFollows(text, sentence, person, gap)) return true;
    } else if (person.start >= mention.end) {
      const gap = text.slice(mention.end, person.start);
      if (CONTRAST.test(gap)) return false;
      // A parent tells of her son: he is the patient.
      if (told && CHILD.test(person.word)) continue;
      if (ownsWhatPrecedes(text, sentence, person, gap)) return true;
    }
  }
  return false;
}

function ownsWhatFollows(text: string, sentence: Span, person: Person, gap: string): boolean {
  if (person.history) {
    if (/[;.]|\bbut\b/.test(gap) || PATIENT_ACTS.test(gap)) return false;
    return (
      person.word !== "family" ||
      /^(?:'s)?\s*(?:history|hx|members?|with|has|have|positive|:|-|medical|is)/.test(gap)
    );
  }
  if (/^,?\s*who (?:also )?(?:(?:herself|himself) )?(?:has|had|suffers)\b[^,]*$/.test(gap)) return true;
  // "Mother herself has": no word of the patient.
  if (HERSELF_HAS.test(gap) && !CONTRAST.test(gap) && !PATIENT.test(gap)) return true;
  if (BESIDE.test(text.slice(Math.max(sentence.start, person.start - 40), person.start))) return false;
  if (CONTRAST.test(gap) || CHILD_WITH.test(gap)) return false;
  if (OF_PATIENT.test(gap)) return true;
  if (PATIENT_ACTS.test(gap)) return false;
  const possessive = HER_OWN.exec(gap)?.[1];
  if (possessive) {
    // "Sister uses Elidel for her eczema": hers, where no patient has been named.
    const own =
      (possessive === "her" && FEMALE.test(person.word)) || (possessive === "his" && MALE.test(person.word));
    return (
      own &&
      /^\s*(?:also\s+|who\s+)?(?:uses|used|takes|has|had|is|was)\b/.test(gap) &&
      !PATIENT.test(text.slice(sentence.start, person.start).replace(/\b(?:his|her)\s+$/, ""))
    );
  }
  return POSSESSES.test(gap) || wordsIn(gap) <= 1;
}

function ownsWhatPrecedes(text: string, sentence: Span, person: Person, gap: string): boolean {
  if (person.history)
    return (
      /^\W*(?:in|with(?: a)?(?: strong)?|and)?\W*(?:the |her |his )?$/.test(gap) &&
      /\bin\b|\bruns\b|^\s*[([:-]\s*$/.test(`${gap} ${person.word}`)
    );
  if (/\)|\b(?:patient|self|pt)\b/.test(gap)) return false;
  return (
    OF_PERSON.test(gap) &&
    wordsIn(gap) <= 6 &&
    !NOT_OF.test(gap) &&
    !TELLS.test(text.slice(person.end, sentence.end))
  );
}

/** In a part about the family: the sentence speaks of the patient and of no relative before the name. */
function statesPatient(text: string, sentence: Span, people: Person[], mention: Mention): boolean {
  const before = text.slice(sentence.start, mention.start);
  if (people.some((person) => person.end <= mention.start && !person.history)) return false;
  return (
    /\b(?:the )?(?:patient|pt|she herself|he himself|child)\b(?!'s)\s+(?:\w+\s+){0,3}?(?:has|had|is|was|denies|reports|presents|does|also)\b/.test(
      before,
    ) ||
    /^\W*(?:personal history|self|patient)\b/.test(before) ||
    (/^\W*(?:she|he) (?:has|presents|returns|is here)\b/.test(before) && people.length === 0)
  );
}

const FOR_PATIENT =
  /\b(?:on|to) (?:her|his|him|the (?:child|baby|patient)|the (?:child|baby|patient)'s|their (?:son|daughter|child))\b/;
const FOR_CHILD =
  /\b(?:on|to) (?:him|the (?:child|baby|patient)|(?:her|his|their) (?:son|daughter|child|baby))\b/;
const HAS_IT = /^\s*(?:also |herself |himself )*(?:has|had|suffers from) (?!been\b)[a-z ]{3,40} and\b/;
const PARENT =
  /^(?:mother|mom|mum|father|dad|parent|grandm|grandp|grandf|madre|padre|mutter|vater|mere|pere)/;
const ADVISES = /^\s*(?:also )?(?:recommended|suggested|mentioned|told (?:her|him|them) about|swears by)\b/;
const WAS_GIVEN = /^\s*(?:was (?:given|put on|started on|treated with)|received|tried)\s+(?:\w+\s+)?$/;
const OWN_USE =
  /^'?s?\s*(?:has been |is |was |had been |also |who |currently |herself |himself |themselves |with [a-z ]{3,40}?|and \w+ )*(?:at \w+ uses|uses|used|takes|on|using|taking|has|had|with|responds?|responded|swears by|likes|prescribed|'s|own|was prescribed|does well|gets|got|cleared)\b/;

/** "Cousin had a bad reaction to Elidel" */
const REACTED =
  /^\W*(?:(?:also|once|herself|himself) )?(?:had|has|got|gets|developed)\b[^.;,]{0,30}\b(?:reactions?|allerg\w+|hives|rash|side effects?)\s+(?:to|from|with|after|of)\b/;

/** A relative's disease, and what it was treated with. */
const THEIRS =
  /^\s*(?:\w+ ){0,2}?(?:eczema|dermatitis|skin|rash|ad|psoriasis)\b[^.;,]{0,30}?\b(?:respon\w+|clear\w+|improv\w+|control\w+|treated|managed|helped|better|on|with|to)\b[^.;,]{0,12}$/;

/** For a medicine: another person's, as against one that a carer puts on the patient. */
export function usedByRelative(text: string, sentence: Span, mention: Mention, place: Place): boolean {
  if (place === "family") return true;
  const people = peopleIn(text, sentence).filter(
    ({ word }) => !/^(?:family|paternal|maternal|families)$/.test(word),
  );
  const after = text.slice(mention.end, sentence.end);
  return people.some((person) => {
    if (person.end > mention.start)
      return person.start >= mention.end && isFor(text, sentence, mention, person);
    const gap = text.slice(person.end, mention.start);
    if (/[;.]/.test(gap)) return false;
    if (person.history) return true;
    if (
      BESIDE.test(text.slice(Math.max(sentence.start, person.start - 40), person.start)) ||
      PATIENT.test(gap)
    )
      return false;
    if (ADVISES.test(gap) || REACTED.test(gap)) return true;
    // "Sister's eczema responded to Elidel"
    if (/s'?s?$/.test(person.word) && THEIRS.test(gap)) return true;
    // "Her sister was given Elidel"; a parent is given it for the child.
    if (!PARENT.test(person.word) && WAS_GIVEN.test(gap)) return true;
    // Parents put creams on their children.
    if (
      PARENT.test(person.word) &&
      /^\s*(?:has |have |had |been |is |are |also |already |only |reports |was )*(?:using|applying|uses|used|tried|trying|applies|giving|putting|puts|put|rubbing|rubs|rubbed)\b/.test(
        gap,
      )
    )
      return /\b(?:her|his|their) own\b|\b(?:herself|himself)\b|\bfor (?:her|his|their|the) (?:son|daughter|child)\b/.test(
        gap + after,
      );
    if (!OWN_USE.test(gap) && !(/'s$/.test(person.word) && wordsIn(gap) <= 2)) return false;
    // "Mother has eczema and uses it on her hands": on her own.
    if (HAS_IT.test(gap)) return !FOR_CHILD.test(after);
    return /^'s/.test(gap) || !FOR_PATIENT.test(after.slice(0, after.search(/[,;.]|\band\b|\bbut\b|$/)));
  });
}

/** "Elidel, which worked for her sister". */
function isFor(text: string, sentence: Span, mention: Mention, person: Person): boolean {
  const between = text.slice(mention.end, person.start);
  const lead = text.slice(sentence.start, mention.start);
  if (/\bfrom\b/.test(between) && /\b(?:using|uses|used|borrowed|applied|tried)\b/.test(lead)) return false;
  return (
    /^[\s,]*(?:which |that )?(?:works|worked|helps|helped|is used|belongs|is|was|has helped|has worked|did well)?\s*(?:wonders |well |great )?(?:for|by|from|of|to|prescribed (?:for|to)|belonging to)\s+(?:her|his|a|the|their)\s+(?:\w+\s+)?$/.test(
      between,
    ) &&
    !/(?:prescribed|applied|given|put on) by/.test(between) &&
    !TELLS.test(text.slice(person.end, sentence.end))
  );
}
