/** What an entry says of a medicine when no word does: the part of the chart, a dose, a place on the body. */
import type { MedicationStatus } from "../../engine/finding";
import { isSiteName } from "./measures";
import type { Place } from "./places";
import { reasonState } from "./states";

const SIG =
  /^[^;\n]{0,70}?\b(?:b\.?i\.?d|t\.?i\.?d|q\.?d|q\.?h\.?s|p\.?r\.?n|daily|twice|once|nightly|at night|every|q\d+|apply|applied|times a day|am and pm|a day|weekly|qam|qpm|weekdays|weekends|mornings?|evenings?|as needed|when needed|ad lib|at bedtime|rfl?|refills?|disp|x ?\d+ ?(?:d|days?|wks?|weeks?|mos?|months?|yrs?|years?)|zweimal|taglich|dos veces|fois par jour)\b/;
/** "Pimecrolimus 1 % cream; Apply BID." */
const SIG_APART = /^[^;\n]{0,60};\s*(?:apply|use|take|sig)\b/;
const ON_SITE =
  /^\s*(?:\d[\d.]* ?%\s*)?(?:cream\s+|ointment\s+|lotion\s+|foam\s+|gel\s+)?(?:only\s+)?(?:on|to|around|over|for)\s+(?:the\s+|her\s+|his\s+)?(?:face|body|trunk|torso|arms|legs|hands|feet|scalp|extremities|eyelids?|eyes|neck|flexures|folds|elbows|knees|affected)\b/;
const FOR_DISEASE =
  /^(?:[^.;,\n]|\.\d){0,50}?\b(?:for|to)\s+(?:(?:her|his|the|treatment of|management of|treat|facial|mild|moderate|severe|eyelid|hand|perioral|periocular|chronic)\s+){0,3}(?:eczema|atopic|dermatitis|vitiligo|rash|face|body|trunk|torso|arms|legs|hands|scalp|extremities|eyelids?|neck|psoriasis|itch\w*|flares?|lichen|patches|skin|affected|discoid|maintenance|rosacea|seborr\w+)/;
/** Among what was used before: "ciclosporin (renal)". */
const IN_BRACKETS = /^[^(,;.\n]{0,24}\(([^)\n]{1,40})\)/;

/** "Eyelids: Elidel.", "Morning: Elidel" */
export const isLabelled = (lead: string): boolean => {
  const label = /^\W*([a-z]+(?:[ /&]+[a-z]+){0,2}):\s*$/.exec(lead)?.[1];
  return (
    label !== undefined &&
    (/^(?:morning|evening|night|nights|am|pm|bedtime)$/.test(label) || isSiteName(label))
  );
};

/** Nothing is said of it: the part of the chart decides, and whether the words are those of a treatment. */
export function byPlace(
  place: Place,
  after: string,
  labelled: boolean,
): { status: MedicationStatus; note?: string } {
  const treats =
    labelled || SIG.test(after) || SIG_APART.test(after) || ON_SITE.test(after) || FOR_DISEASE.test(after);
  switch (place) {
    case "medications":
      return { status: "current" };
    case "past-medications": {
      const [, why] = IN_BRACKETS.exec(after) ?? [];
      const reason = why === undefined ? undefined : reasonState(why);
      if (reason === "failed") return { status: "failed" };
      return reason ? { status: "allergy", note: reason } : { status: "past" };
    }
    case "failed-medications":
      return { status: "failed" };
    case "copied":
      return { status: "past", note: "from an earlier note" };
    case "plan":
      return { status: "planned" };
    case "assessment":
      return { status: treats ? "planned" : "other" };
    default:
      return { status: treats ? "current" : "other" };
  }
}
