/** Whether a mention speaks of somebody else: a relative who has the disease, as against one who tells of the patient. */
import { namesOf } from "../../engine/terminology";
import type { Mention, Surroundings } from "./condition";
import { wordsIn } from "./marks";
import type { Place } from "./places";
import type { Span } from "./sentences";
import { anyOf } from "./trie";
import { RELATIVES, REPORTS } from "./triggers";

const PEOPLE = anyOf(namesOf(RELATIVES));
const TELLS = new RegExp(
  `^(?:\\s*\\([^)]{0,30}\\))?[\\s,]*(?:(?:who|also|she|he|today|now|and (?:father|mother|dad|mom|the patient|patient|pt)|further|initially|then|both|is|are|was|were|has|have|had)\\s+){0,3}(?:${REPORTS})(?![a-z])`,
);
/** "in his sister", "(mother)", "her father had it". */
const OF_PERSON =
  /(?:\b(?:in|of|for|on|by|with|from|chez|bei|beim|en|de|del|der|des|le|la|el|sa|son|su)\s+(?:(?:her|his|the|their|patient's|one|a|an|both|either|multiple|several|many|other|some|maternal|paternal|first degree|le|la|el|su|sa|son|der|die|sein\w*|ihr\w*)\s+){0,3}|[([:-]\s*(?:in |both |his |her )?)$/;
const SELF =
  /\b(?:in|about|of|on|for) (?:herself|himself|themselves|her own|his own)\b|\bher own\b|\bhis own\b/;
const PATIENT = /\b(?:patient|pt|he|she|child|baby|infant|i|him|his|client)\b/;
const POSSESSES =
  /^(?:'s)?\s*(?:side|with|has|have|had|have had|has had|suffers|suffered|diagnosed|history|hx|also|who|and|or|is|was|are|being|:|\(|-|,|having|positive|pos|significant|includes|both|all|did|does|notable|remarkable|of|mit|con|avec|tiene|hat|haben|a une|a un|a)\b|^\s*[:(-]/;

interface Person extends Span {
  word: string;
}

function peopleIn(text: string, { start, end }: Span): Person[] {
  return [...text.slice(start, end).matchAll(PEOPLE)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    word: match[0],
  }));
}

const isHistory = (word: string) => /history|hx|^fh|^family|historia|antecedent|anamnese|runs in/.test(word);

/** For a disease. */
export function belongsToRelative(mention: Mention, { text, sentence, place, marks }: Surroundings): boolean {
  const people = peopleIn(text, sentence);
  const after = text.slice(mention.end, sentence.end);
  if (place === "family") return !statesPatient(text, sentence, people, mention);
  if (people.length === 0) return false;
  // "Family and personal history of"
  const joined = text.slice(sentence.start, mention.start);
  if (
    /\b(?:personal|own)\s+(?:and|or|&|as well as)\s+family\b|\bfamily\s+(?:and|&|as well as)\s+personal\b|\bpersonal(?: medical)?\/family\b|\bfamily\/personal\b/.test(
      joined,
    )
  )
    return false;
  for (const person of people) {
    if (person.end <= mention.start) {
      const gap = text.slice(person.end, mention.start);
      if (isHistory(person.word)) {
        if (
          /[;.]|\bbut\b|\b(?:the )?(?:patient|pt|he|she) (?:has|had|himself|herself|does|is|was)\b/.test(gap)
        )
          continue;
        if (
          person.word === "family" &&
          !/^(?:'s)?\s*(?:history|hx|members?|hx|with|has|have|positive|:|-|medical|is)/.test(gap)
        )
          continue;
        return true;
      }
      if (TELLS.test(gap)) {
        if (SELF.test(gap) || SELF.test(after)) return true;
        continue;
      }
      const own = ownerOf(text, person, sentence);
      if (own === "patient") continue;
      if (/[;.]|\b(?:but|however|although|while|whereas)\b/.test(gap)) continue;
      if (
        /\b(?:the )?(?:patient|pt|child|baby|infant|he|she|himself|herself)\s+(?:(?:also|now|himself|herself|then|does|still|currently)\s+){0,2}(?:has|had|have|is|was|developed|presents|does|gets|got|suffers|been|who)\b/.test(
          gap,
        ) ||
        /\b(?:his|her|the child's|patient's|baby's|son's|daughter's)\s+(?:\w+\s+){0,2}$/.test(gap)
      )
        continue;
      if (!POSSESSES.test(gap) && wordsIn(gap) > 1) continue;
      if (
        marks.some(
          (mark) =>
            mark.kinds.includes("end") &&
            mark.start >= person.end &&
            mark.end <= mention.start &&
            /^(?:but|however|though|although|because|because of|secondary to|due to)$/.test(mark.word),
        )
      )
        continue;
      return true;
    }
    if (person.start >= mention.end) {
      const gap = text.slice(mention.end, person.start);
      if (isHistory(person.word)) {
        if (
          /^\W*(?:in|with(?: a)?(?: strong)?|and)?\W*(?:the |her |his )?$/.test(gap) &&
          /\bin\b|\bruns\b|^\s*[([:-]\s*$/.test(`${gap} ${person.word}`)
        )
          return true;
        continue;
      }
      if (/[;.]|\b(?:but|however)\b/.test(gap)) break;
      if (
        OF_PERSON.test(gap) &&
        wordsIn(gap) <= 6 &&
        !/\b(?:per|according to|reported by|denied by|noted by|noticed by|told by|by)\s+(?:\w+\s+){0,2}$/.test(
          gap,
        ) &&
        !/\b(?:has|have|since|as|treated|uses|using|started|like|with)\b/.test(gap) &&
        !TELLS.test(text.slice(person.end, sentence.end))
      )
        return true;
    }
  }
  return false;
}

/** A relative in a clause of his own after "per", "with", "to". */
function ownerOf(text: string, person: Person, sentence: Span): "patient" | undefined {
  const before = text.slice(Math.max(sentence.start, person.start - 40), person.start);
  return /\b(?:per|according to|accompanied by|reported by|told by|brought (?:in )?by|discussed with|lives with|here with|spoke (?:with|to)|called by|to|with his|with her|like (?:her|his)|as (?:did|does|do) (?:her|his)|unlike (?:her|his))\s+(?:(?:her|his|the|their|patient's|both)\s+){0,2}$/.test(
    before,
  )
    ? "patient"
    : undefined;
}

/** In a part about the family: the sentence speaks of the patient and of no relative before the name. */
function statesPatient(text: string, sentence: Span, people: Person[], mention: Mention): boolean {
  const before = text.slice(sentence.start, mention.start);
  if (people.some((person) => person.end <= mention.start && !isHistory(person.word))) return false;
  return (
    /\b(?:the )?(?:patient|pt|she herself|he himself|child)\b(?!'s)\s+(?:\w+\s+){0,3}?(?:has|had|is|was|denies|reports|presents|does|also)\b/.test(
      before,
    ) ||
    /^\W*(?:personal history|self|patient)\b/.test(before) ||
    (/^\W*(?:she|he) (?:has|presents|returns|is here)\b/.test(before) && people.length === 0)
  );
}

/** For a medicine: another person's, as against one that a carer puts on the patient. */
export function usedByRelative(text: string, sentence: Span, mention: Mention, place: Place): boolean {
  const people = peopleIn(text, sentence).filter(
    ({ word }) => !/^(?:family|paternal|maternal|families)$/.test(word),
  );
  if (place === "family") return true;
  const after = text.slice(mention.end, sentence.end);
  const forPatient =
    /\b(?:on|to) (?:her|his|him|the (?:child|baby|patient)|the (?:child|baby|patient)'s|their (?:son|daughter|child))\b/;
  for (const person of people) {
    const gap = person.end <= mention.start ? text.slice(person.end, mention.start) : undefined;
    if (gap === undefined) {
      const between = text.slice(mention.end, person.start);
      if (
        /^\s*(?:works for|helps|helped|is used by|belongs to|is|was)?\s*(?:for|by|from|of|prescribed (?:for|to)|belonging to)?\s*(?:her|his|a|the)\s+$/.test(
          between,
        ) &&
        /\b(?:for|by|from|of|to|belong\w+)\b/.test(between) &&
        !/prescribed by|applied by|given by/.test(between) &&
        !TELLS.test(text.slice(person.end, sentence.end))
      )
        return true;
      continue;
    }
    if (/[;.]/.test(gap)) continue;
    if (isHistory(person.word)) return true;
    if (ownerOf(text, person, sentence) === "patient" || PATIENT.test(gap)) continue;
    if (
      /^'?s?\s*(?:has been |is |was |had been |also |who |currently |with [a-z ]{3,40}?|and \w+ )*(?:uses|used|takes|on|using|taking|has|had|with|responds?|responded|swears by|likes|prescribed|'s|own|was prescribed|does well|gets|got|cleared)\b/.test(
        gap,
      ) ||
      (/'s$/.test(person.word) && wordsIn(gap) <= 2)
    ) {
      if (forPatient.test(after.slice(0, after.search(/[,;.]|\band\b|\bbut\b|$/))) && !/^'s/.test(gap))
        continue;
      return true;
    }
  }
  return false;
}
