/** Names of atopic dermatitis, of eczema that may be it, of eczemas that are not, and look-alikes. Source: §6.2. */
import type { Term } from "./term";

const other = (value: string, names: string): Term => ({ concept: "eczema-other", value, names });

export const ECZEMA: readonly Term[] = [
  {
    concept: "atopic-dermatitis",
    names:
      "atopic dermatitis|atopic eczema|atopic neurodermatitis|disseminated neurodermatitis|eczema, atopic|dermatitis, atopic|dermatitis atopic|eczema atopic|eczema (atopic)|atopic eczema dermatitis|atopic dermatitis and eczema|atopicdermatitis|atopiceczema|atopic derm|endogenous eczema|constitutional eczema|flexural eczema|intrinsic eczema|intrinsic allergic eczema|infantile eczema|besnier's prurigo|besniers prurigo|prurigo besnier|dermatitis atopica|dermatitis atopico|eccema atopico|eczema atopico|eczema atopica|dermatite atopique|eczema atopique|eczema constitutionnel|neurodermitis|neurodermitis atopica|atopische dermatitis|atopischen dermatitis|atopischer dermatitis|atopisches ekzem|atopischen ekzems|atopischem ekzem|atopische ekzem|endogenes ekzem|endogenen ekzems|constitutioneel eczeem|atopisch eczeem|dermatite atopica|eczema constitucional|атопическии дерматит|атопического дерматита",
    misspelt:
      "atopic dermititis|atopic dermatitus|atopic dermatitits|atopic dermatits|atopic dermatis|atopic dermatiti|atopic dermatitis's|atopic dermititus|atopic dermatitiis|atopic dermitis|atopic dermatitid|atopic dermattitis|atopic dermatittis|atopic dermatitic|atopic excema|atopic exzema|atopic ecema|atopic eczma|atopic ezcema|atopic eczama|atopic exema|atropic dermatitis|atopical dermatitis|atopic detmatitis|atopic dermatitis eczema|a topic dermatitis|a topic eczema|attopic dermatitis|attopic eczema|atoptic dermatitis|atopc dermatitis|atypic dermatitis",
  },
  {
    concept: "eczema-unspecified",
    names:
      "eczema|eczemas|eczema nos|eczema, unspecified|eczema unspecified|unspecified eczema|eczematous dermatitis|dermatitis, unspecified|dermatitis unspecified|unspecified dermatitis|dermatitis nos|allergic eczema|atopic/eczematous dermatitis|neurodermatitis|eccema|eccemas|ekzem|ekzeme|ekzems|ekzemen|eczeem|экзема|экземы",
    misspelt:
      "excema|exzema|ecxema|eczma|ezcema|exczema|eczama|eczima|exema|ecsema|ekzema|eksema|eczems|eczemia|eczcema",
  },
  other(
    "nummular eczema",
    "nummular eczema|nummular dermatitis|nummular eczematous dermatitis|numular eczema|nummular excema|discoid eczema|discoid dermatitis|eczema nummulare|eccema numular|eczema nummulaire|nummulares ekzem",
  ),
  other(
    "dyshidrotic eczema",
    "dyshidrotic eczema|dyshydrotic eczema|dishidrotic eczema|dishydrotic eczema|dyshidrotic dermatitis|dyshidrotic hand eczema|pompholyx|vesicular hand eczema|vesicular eczema|eccema dishidrotico|eczema dyshidrosique|dysidrose|dyshidrotisches ekzem|podopompholyx|cheiropompholyx",
  ),
  other(
    "hand or foot eczema",
    "hand eczema|hands eczema|chronic hand eczema|hand dermatitis|chronic hand dermatitis|foot eczema|hand and foot eczema|hand foot eczema|handekzem|eczema des mains|eccema de manos|palmar eczema|plantar eczema|palmoplantar eczema|hyperkeratotic eczema|occupational eczema|occupational dermatitis|juvenile plantar dermatosis",
  ),
  other(
    "venous eczema",
    "varicose eczema|venous eczema|gravitational eczema|stasis eczema|stasis dermatitis|venous stasis dermatitis|venous dermatitis|varicose dermatitis|stauungsekzem|stauungsdermatitis|eczema variqueux|dermatitis de estasis",
  ),
  other(
    "dry-skin eczema",
    "asteatotic eczema|asteatotic dermatitis|xerotic eczema|xerotic dermatitis|eczema craquele|craquele eczema|winter eczema|exsikkationsekzem",
  ),
  other(
    "contact eczema",
    "contact dermatitis|contact eczema|allergic contact dermatitis|allergic contact eczema|irritant contact dermatitis|irritant dermatitis|irritant eczema|contact dermatitis eczema|eczema contact|dermatitis, contact|contact allergic dermatitis|rhus dermatitis|photocontact dermatitis|kontaktekzem|kontaktdermatitis|dermatitis de contacto|eccema de contacto|eczema de contact|dermatite de contact",
  ),
  other(
    "seborrhoeic eczema",
    "seborrheic dermatitis|seborrhoeic dermatitis|seborrheic eczema|seborrhoeic eczema|seborrhea dermatitis|sebhorreic dermatitis|seborreic dermatitis|seb derm|sebopsoriasis|dermatitis seborreica|dermatite seborrheique|seborrhoisches ekzem|seborrhoische dermatitis|cradle cap",
  ),
  other(
    "ear eczema",
    "ear eczema|ear canal eczema|aural eczema|otic eczema|eczema of the ear|eczema of the ears|eczema of ear|eczema of ears|eczema of both ears|eczema of the ear canal|eczema of the ear canals|eczema of ear canal|eczema of ear canals|eczema of both ear canals|eczema of the external ear|eczema of external ear|eczema of the external ears|eczema of external ears|eczema of both external ears|eczema of both external ear canals|eczema of external ear canal|eczema of external ear canals|eczema of the external ear canal|eczema of the external ear canals|eczema of external auditory canal|eczema of the external auditory canal|eczema of the external auditory canals|eczema of the right ear|eczema of the left ear|eczema of right ear|eczema of left ear|eczema in the ear|eczema in the ears|eczema in her ears|eczema in his ears|eczema in the ear canal|eczema in the ear canals|eczema in both ear canals|eczema in his ear canals|eczema in her ear canals|external ear eczema|ear canals eczema|eczematous otitis externa|eczematoid otitis externa|otitis externa eczema|chronic eczematous otitis externa|eczematoid external otitis|eczematous external otitis",
  ),
  other(
    "another eczema",
    "perioral dermatitis|periorificial dermatitis|eczema vaccinatum|eczema marginatum|eczema coxsackium|eczema cruris|diaper dermatitis|diaper rash|nipple eczema|eczema of nipple|eczema of the nipple|photosensitive eczema|infective eczema|infectious eczematoid dermatitis|neurodermatitis circumscripta|lichen simplex chronicus|circumscribed neurodermatitis|localized neurodermatitis|exudative eczema of ear|id eczema|radiation dermatitis|drug induced eczema|eyelid dermatitis",
  ),
  {
    concept: null,
    names:
      "national eczema association|national eczema society|eczema association|eczema society|eczema foundation|eczema area and severity index|eczema area severity index|eczema area and severity|eczema severity index|patient oriented eczema measure|hand eczema severity index|investigator global assessment for atopic dermatitis|scoring atopic dermatitis|scoring of atopic dermatitis|validated investigator global assessment for atopic dermatitis|atopic dermatitis control tool|atopic dermatitis severity|recap of atopic eczema|eczema like|eczema type|eczemalike|atopic dermatitis like|eczema prone|eczema honey|eczema therapy|eczema relief|eczema cream|eczema lotion|eczema wash|eczema soap|eczema balm|eczema ointment|eczema moisturizer|eczema body wash|eczema creme|aveeno eczema|cerave eczema|eucerin eczema|gold bond eczema|cetaphil eczema|mustela eczema|restoraderm eczema|eczema clinic|eczema school|eczema nurse|eczema handout|eczema leaflet|eczema brochure|eczema pamphlet|eczema education|eczema information|eczema fact sheet|eczema website|eczema support group|eczema registry|eczema study|eczema trial|atopic dermatitis handout|atopic dermatitis leaflet|atopic dermatitis brochure|atopic dermatitis pamphlet|atopic dermatitis education|atopic dermatitis fact sheet|atopic dermatitis information|atopic dermatitis clinic|atopic dermatitis registry|atopic dermatitis guideline|atopic dermatitis guidelines|eczema guideline|eczema guidelines|eczema questionnaire|dermatitis herpetiformis",
  },
];

/** What must stand within eight words of a bare "AD" for it to be atopic dermatitis: beginnings of words (§6.3). */
export const AD_CUES =
  "eczema|dermatitis|derm|prurit|itch|lichenif|flexur|antecubital|popliteal|easi|iga|viga|scorad|poem|emollient|moisturi|steroid cream|topical|tcs|tci|calcineurin|pimecrolimus|elidel|tacrolimus|protopic|eucrisa|crisaborole|opzelura|dupilumab|dupixent|tralokinumab|adbry|lebrikizumab|nemolizumab|upadacitinib|rinvoq|abrocitinib|psoriasis|xerosis|excoriat|rash|wet wrap|bleach bath|flar|atop|ointment|hydrocortisone|triamcinolone|desonide|clobetasol|mometasone|betamethasone|bsa|scabies|tinea|food allerg|food challenge|peanut|eosinophilic esoph|eoe|allergic rhinitis|acd|ctcl|contact derm";

/** What makes a bare "AD" something else: beginnings of words in the same sentence or the next (§6.3). */
export const AD_VETOES =
  "alzheimer|dementia|donepezil|aricept|memantine|namenda|mmse|moca|cognit|memory|directive|poa|dnr|full code|code status|hcp|proxy|living will|gtt|otic|drops|tympan|cerumen|hearing|ear|ears|auris|auricular|canal|autosomal|dominant|inherit|axis|deviation|ekg|ecg|lad|rad|assistive|device|walker|cane|wheelchair|ambulat|pt eval|adjustment|active duty|androgen|prostate|aortic|dissection|admission|admit|antidepress|ssri|sertraline|depress|anxiety|alcohol|etoh|dependence|adverse event";
