/** Words for severity and place, which count only beside words of the skin. Source: §6.5. */

import type { Site } from "../facts";
import type { SeverityScale } from "../severity-scores";

/** Severity words, longest first, with the severity they stand for. "mod-severe" is moderate, and says so in its note. */
export const SEVERITY_WORDS: readonly (readonly [
  value: "clear" | "mild" | "moderate" | "severe",
  names: string,
])[] = [
  [
    "moderate",
    "moderate to severe|moderate severe|mod severe|moderately severe|mod to severe|moderate|moderately|mod|moderado|moderada|massig|mittelschwer|mittelschweres|mittelschwere|modere|moderee",
  ],
  [
    "mild",
    "mild|mild to moderate|mildly|almost clear|clear to mild|clear to almost clear|clear or almost clear|leicht|leichte|leichtes|leve|legere|leger|minimal",
  ],
  ["severe", "severe|very severe|severely|severo|severa|grave|schwer|schwere|schweres|extremely severe"],
  ["clear", "completely clear|totally clear|clear"],
];

/** Names of the scores; the number follows within a few characters. */
export const SCALES: readonly (readonly [scale: SeverityScale, names: string])[] = [
  ["iga", "iga|viga|viga ad|v iga|investigator global assessment|investigator's global assessment"],
  ["easi", "easi|eczema area and severity index"],
  ["scorad", "scorad"],
  ["poem", "poem|patient oriented eczema measure"],
];

export const SITE_WORDS: readonly (readonly [site: Site, names: string])[] = [
  ["eyelid", "eyelid|eyelids|periocular|periorbital|lids|upper lids|parpados|augenlider|paupieres"],
  ["face", "face|facial|cheek|cheeks|forehead|chin|perioral|cara|gesicht|visage"],
  ["neck", "neck|nape|cuello|hals|cou|nacken"],
  ["scalp", "scalp|cuero cabelludo|kopfhaut|cuir chevelu"],
  ["trunk", "trunk|torso|chest|back|abdomen|tronco|rumpf|stamm|tronc"],
  [
    "limb-flexure",
    "antecubital|antecubital fossa|antecubital fossae|popliteal|popliteal fossa|popliteal fossae|flexures|flexural|flexural areas|elbow creases|knee creases|elbow flexures|flexor surfaces|behind the knees|behind knees|creases of the elbows|creases of elbows|elbow folds|popliteal areas|antecubital areas|ac fossa|ac fossae|flexuras|beugen|ellenbeugen|kniekehlen|plis des coudes|creux poplites",
  ],
  [
    "limbs",
    "arms|arm|forearms|forearm|legs|leg|extremities|upper extremities|lower extremities|shins|calves|thighs|thigh|elbows|knees|limbs|wrists|ankles|brazos|piernas|arme|beine|bras|jambes",
  ],
  ["hands", "hand|hands|palms|fingers|palm|finger|manos|hande|mains"],
  ["feet", "foot|feet|soles|toes|sole|pies|fusse|pieds"],
  [
    "fold",
    "intertriginous|axilla|axillae|axillary|groin|inframammary|gluteal cleft|armpit|armpits|skin folds|body folds",
  ],
  ["genital", "genital|genitals|genitalia|penis|penile|scrotum|scrotal|vulva|vulvar|labia"],
  ["diaper", "diaper area|diaper region|nappy area"],
];

/** Signs on the skin that place the disease where the words for it are missing (beginnings of words). */
export const SIGN_WORDS =
  "lichenif|eczematous|excoriat|xerosis|xerotic|erythematous|papules|plaques|scaling|scaly";
