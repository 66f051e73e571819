/** Conditions, infections and red flags that gate an option. Source: §4.6, §5.1, §5.3.2. */
import type { Term } from "./term";

const SKIN = "eczema|dermat|skin|atopic|lesion|rash|patch|plaque|flexur";

export const CONDITIONS_AND_FLAGS: readonly Term[] = [
  {
    concept: "netherton",
    names:
      "netherton|netherton syndrome|netherton's syndrome|netherton's|nethertons syndrome|comel netherton syndrome",
  },
  { concept: "lamellar-ichthyosis", names: "lamellar ichthyosis|ichthyosis lamellaris" },
  {
    concept: "gvhd",
    names: "gvhd|graft versus host disease|graft vs host disease|graft versus host|cutaneous gvhd",
  },
  {
    concept: "erythroderma",
    names:
      "erythroderma|erythrodermic|erythrodermia|erythrodermie|eritrodermia|exfoliative dermatitis|exfoliative erythroderma",
  },
  {
    concept: "ctcl-suspected",
    names: "ctcl|mycosis fungoides|cutaneous t cell lymphoma|cutaneous t-cell lymphoma|sezary syndrome",
  },
  {
    concept: "skin-malignancy-or-premalignant",
    names:
      "actinic keratosis|actinic keratoses|bowen's disease|bowens disease|bowen disease|lentigo maligna|extramammary paget",
  },
  {
    concept: "skin-cancer-keratinocyte",
    names:
      "basal cell carcinoma|basal cell carcinomas|basal cell cancer|bcc|squamous cell carcinoma of the skin|squamous cell skin cancer|squamous cell carcinoma of skin|cutaneous squamous cell carcinoma|nonmelanoma skin cancer|non melanoma skin cancer|nmsc|skin cancer|skin cancers",
  },
  { concept: "melanoma", names: "melanoma|malignant melanoma|melanoma in situ|melanomas" },
  {
    concept: "malignancy",
    names:
      "cancer|malignancy|malignancies|carcinoma|adenocarcinoma|lymphoma|leukemia|leukaemia|sarcoma|myeloma|hodgkin's disease|hodgkin lymphoma|hodgkin's lymphoma|non hodgkin lymphoma|non hodgkin's lymphoma|non hodgkins lymphoma|nhl|breast cancer|prostate cancer|lung cancer|colon cancer|squamous cell carcinoma",
  },
  { concept: "malignancy", names: "cll|cml|dlbcl", capitals: true },
  {
    concept: "malignancy-active",
    names:
      "active malignancy|active cancer|metastatic cancer|metastatic disease|metastatic carcinoma|metastatic adenocarcinoma|metastatic breast cancer|metastatic lung cancer|metastatic prostate cancer|current malignancy",
  },
  {
    concept: "lymphadenopathy-unexplained",
    names:
      "unexplained lymphadenopathy|lymphadenopathy of unknown cause|lymphadenopathy of unclear etiology|generalized lymphadenopathy",
  },
  {
    concept: "acute-mononucleosis",
    names: "infectious mononucleosis|acute mononucleosis|mononucleosis|acute ebv infection|glandular fever",
  },
  {
    concept: "photosensitivity",
    names:
      "photosensitivity|photosensitive|xeroderma pigmentosum|lupus|lupus erythematosus|systemic lupus erythematosus|discoid lupus|discoid lupus erythematosus|cutaneous lupus|sle|porphyria|porphyria cutanea tarda|polymorphous light eruption|polymorphic light eruption|pmle|chronic actinic dermatitis|photodermatitis",
  },
  {
    concept: "eye-disease",
    names:
      "keratitis|keratoconus|glaucoma|cataract|cataracts|atopic keratoconjunctivitis|vernal keratoconjunctivitis|keratoconjunctivitis|glaucoma suspect|akc",
  },
  {
    concept: "smoker",
    names:
      "smoker|smokers|current smoker|former smoker|ex smoker|cigarette smoker|smokes|smoking|tobacco use|tobacco abuse|tobacco use disorder|quit smoking|nicotine dependence|cigarettes|pack year|pack years",
  },
  {
    concept: "smoker",
    names: "smoking status|smoking history|tobacco status|tobacco use status",
    // A label says nothing; what stands beside it may.
    needs: "never|no|none|current|every|some|daily|heavy|light|yes|former|ex|quit|pack|ppd|active|cig",
    vetoes: "never[ -](?:smok|use|a|tob|been)|non-?smok|not on file|unknown",
  },
  {
    concept: null,
    names:
      "nonsmoker|non smoker|never smoker|non smokers|never smoked|smoking cessation|smoking counseling|secondhand smoke|second hand smoke|passive smoking|smoker in the home|smokers in the home|smokers at home",
  },
  {
    concept: "mace-risk",
    names:
      "myocardial infarction|heart attack|coronary artery disease|cad|stroke|cerebrovascular accident|cva|tia|transient ischemic attack|unstable angina|peripheral arterial disease|nstemi|stemi|ischemic heart disease|ischaemic heart disease",
  },
  {
    concept: "vte",
    names:
      "deep vein thrombosis|deep venous thrombosis|dvt|pulmonary embolism|pulmonary embolus|venous thromboembolism|vte|pulmonary emboli",
  },
  {
    concept: "tb",
    names:
      "tuberculosis|latent tb|latent tuberculosis|active tb|pulmonary tb|positive ppd|positive quantiferon|ltbi|tuberculose|tuberkulose",
  },
  {
    concept: "hep-bc",
    names: "hepatitis b|hepatitis c|hep b|hep c|hbv|hcv|chronic hepatitis b|chronic hepatitis c",
  },
  {
    concept: null,
    names:
      "hepatitis b vaccine|hepatitis b vaccination|hepatitis b immunization|hepatitis b series|hep b vaccine|hep b series|hepatitis b shot|hepatitis b immune globulin|bcg scar",
  },
  {
    concept: "helminth",
    names:
      "helminth|helminth infection|helminthiasis|strongyloides|strongyloidiasis|ascaris|ascariasis|hookworm|pinworm|pinworms|schistosomiasis|intestinal worms|parasitic worm",
  },
  {
    concept: "hypertension-uncontrolled",
    names:
      "uncontrolled hypertension|poorly controlled hypertension|uncontrolled htn|poorly controlled htn|hypertension uncontrolled|hypertension, uncontrolled|hypertensive urgency|hypertensive crisis|malignant hypertension|resistant hypertension",
  },
  {
    concept: "renal",
    names:
      "chronic kidney disease|ckd|renal insufficiency|chronic renal insufficiency|renal impairment|kidney impairment|renal failure|chronic renal failure|acute renal failure|kidney failure|end stage renal disease|esrd|nephropathy|renal disease|kidney disease|acute kidney injury|aki|nephrotic syndrome|hemodialysis|dialysis",
  },
  {
    concept: "liver",
    names:
      "liver disease|chronic liver disease|cirrhosis|liver cirrhosis|hepatic impairment|hepatic failure|liver failure|fatty liver|nash|nafld|autoimmune hepatitis|alcoholic hepatitis|elevated liver enzymes|hepatic insufficiency",
  },
  {
    concept: "alcohol-excess",
    names:
      "alcohol abuse|alcohol dependence|alcoholism|alcoholic|alcohol use disorder|heavy alcohol use|heavy drinker|excessive alcohol|alcohol excess|etoh abuse|ethanol abuse|binge drinking",
  },
  {
    concept: "hepatic-bc",
    names:
      "child pugh b|child pugh c|child pugh class b|child pugh class c|decompensated cirrhosis|childs pugh b|childs pugh c|child-pugh b|child-pugh c",
  },
  {
    concept: "tpmt-normal",
    names:
      "normal tpmt|tpmt normal|tpmt activity normal|normal tpmt activity|tpmt level normal|tpmt: normal|normal tpmt level|nudt15 normal",
  },
  {
    concept: "tpmt-deficient",
    names:
      "tpmt deficient|tpmt deficiency|deficient tpmt|low tpmt|tpmt low|absent tpmt|tpmt absent|nudt15 deficient|tpmt intermediate|intermediate tpmt|low tpmt activity|tpmt poor metabolizer|tpmt activity low",
  },
  {
    concept: "asthma-fumes",
    names:
      "asthma triggered by fumes|asthma triggered by bleach|asthma with fumes|asthma triggered by cleaning products|asthma attack from bleach|fume induced asthma",
  },
  {
    concept: "hypochlorite-reaction",
    names:
      "reaction to bleach|bleach allergy|allergic to bleach|hypochlorite allergy|reaction to hypochlorite|reaction to bleach baths|hypochlorite reaction|sodium hypochlorite allergy",
  },
  {
    concept: "topical-steroid-withdrawal",
    names:
      "topical steroid withdrawal|topical corticosteroid withdrawal|tsw|red skin syndrome|topical steroid addiction|red burning skin syndrome|steroid withdrawal syndrome",
  },
  {
    concept: "urticaria-or-rhinitis",
    names:
      "urticaria|hives|allergic rhinitis|hay fever|seasonal allergies|rhinoconjunctivitis|allergic rhinoconjunctivitis|allergic conjunctivitis|chronic urticaria|seasonal rhinitis|rinitis|urticaire|heuschnupfen",
  },
  {
    concept: "pregnant",
    names:
      "pregnant|gravid|currently pregnant|weeks pregnant|months pregnant|intrauterine pregnancy|iup|embarazada|schwanger|enceinte|positive pregnancy test|pregnancy test positive",
  },
  {
    concept: "pregnant",
    names: "pregnancy",
    needs: "week|trimester|gestation|gravida|antenatal|prenatal|obstet|denies",
    vetoes:
      "avoid|contraindic|categor|complicat|plan|after|before|prior|previous|history|test|prevent|postpartum|partner|wife",
  },
  { concept: null, names: "pregnancy test negative|negative pregnancy test|pregnancy test is negative" },
  {
    concept: "breastfeeding",
    names:
      "breastfeeding|breast feeding|lactating|nursing mother|nursing her baby|currently nursing|nursing an infant|is nursing her|is nursing a|still nursing|nursing her infant|nursing her newborn|lactation|stillt|allaite|lactancia",
  },
  {
    concept: "planning-pregnancy",
    names:
      "trying to conceive|planning pregnancy|planning a pregnancy|wants to become pregnant|wishes to become pregnant|trying to become pregnant|trying to get pregnant|attempting to conceive|hopes to become pregnant|plans to become pregnant|desires pregnancy|ttc",
  },
  {
    concept: "fathering-within-3-months",
    names:
      "planning to father|trying to father|wife trying to conceive|partner trying to conceive|partner is trying to conceive",
  },
  {
    concept: "immunocompromised",
    names:
      "immunocompromised|immunocompromise|immune compromised|immunosuppressed|immunosuppression|immunodeficiency|immune deficiency|immunodeficient|hiv|hiv positive|hiv infection|scid|cvid|common variable immunodeficiency|severe combined immunodeficiency|wiskott aldrich|wiskott aldrich syndrome|hyper ige syndrome|hyper-ige syndrome|agammaglobulinemia|hypogammaglobulinemia|renal transplant|kidney transplant|liver transplant|heart transplant|lung transplant|bone marrow transplant|bmt|hsct|stem cell transplant|organ transplant|transplant recipient|solid organ transplant|neutropenia|neutropenic|asplenia|immungeschwacht|immunsupprimiert|inmunodeprimido|inmunosuprimido|immunodeprime",
    vetoes: "test for hiv|hiv test",
  },
  { concept: "immunocompromised", names: "aids", capitals: true, vetoes: "hearing" },
  {
    concept: "infection-bacterial",
    names:
      "impetigo|impetiginized|impetiginised|impetiginization|impetiginous|superinfected|superinfection|secondary bacterial infection|secondary infection|secondarily infected|bacterial superinfection|bacterial skin infection|skin infection|infected dermatitis|staph infection|staphylococcal infection|staph superinfection|mrsa infection|mrsa skin infection|cellulitis|folliculitis|honey colored crusting|honey crusting|honey-colored crust|honey-coloured crust|honey colored crusts|sobreinfeccion|impetigen|impetiginisiert|superinfektion|impetiginise|surinfection|surinfecte|impetiginizado",
  },
  {
    concept: "infection-bacterial",
    names: "infected",
    needs: "eczema|atopic|dermatitis",
    vetoes: "hiv|covid|vir|herp|hepat|tinea|fung|yeast|tooth|toe|nail|sinus|ear|catheter|line",
  },
  {
    concept: "infection-none",
    names:
      "no signs of infection|no sign of infection|no evidence of infection|without signs of infection|no clinical infection|not infected|no infection|no signs of superinfection|without infection|no evidence of superinfection|no secondary infection|without secondary infection|no evidence of secondary infection|no signs of secondary infection|no superinfection|not superinfected|no signs of bacterial infection|no evidence of bacterial infection|without superinfection|without evidence of infection|without evidence of secondary infection|without signs of secondary infection",
    needs: SKIN,
  },
  {
    concept: "infection-herpetic",
    names:
      "herpes simplex|hsv|hsv infection|herpes zoster|cold sore|cold sores|herpes labialis|genital herpes|herpetic|herpetic infection|herpes",
  },
  {
    concept: "infection-herpetic",
    names: "shingles|zoster|chickenpox|chicken pox|varicella",
    vetoes: "vaccin|immuni|mmr|titer|titre|shot|dose",
  },
  {
    concept: null,
    names:
      "varicella vaccine|varicella immunization|varicella vaccination|varicella titer|varicella zoster vaccine|shingles vaccine|zoster vaccine",
  },
  {
    concept: "infection-viral-other",
    names:
      "molluscum|molluscum contagiosum|wart|warts|verruca|verrucae|verruca vulgaris|plantar wart|plantar warts",
  },
  {
    concept: "infection-fungal",
    names:
      "tinea|tinea corporis|tinea pedis|tinea cruris|tinea capitis|tinea versicolor|tinea faciei|tinea manuum|tinea incognito|ringworm|candidiasis|cutaneous candidiasis|candida|fungal infection|fungal skin infection|dermatophyte|onychomycosis",
  },
  {
    concept: "eczema-herpeticum",
    names:
      "eczema herpeticum|eczema herpeticatum|kaposi varicelliform eruption|kaposi's varicelliform eruption|eccema herpetico|ekzema herpeticatum|eczema herpetique",
    misspelt: "eczema herpetacum|eczema herpecticum|excema herpeticum|eczema hepeticum",
  },
  {
    concept: "systemically-unwell",
    names: "systemically unwell|sepsis|septic|septicemia|toxic appearing|septic shock|bacteremia|urosepsis",
  },
  {
    concept: "eye-involvement",
    names:
      "photophobia|corneal ulcer|eye pain|painful red eye|painful eye|loss of vision|vision loss|corneal involvement|ocular involvement",
    needs: SKIN,
  },
  {
    concept: "immunodeficiency-suspected",
    names:
      "suspected immunodeficiency|possible immunodeficiency|rule out immunodeficiency|failure to thrive|recurrent severe infections|recurrent serious infections|suspected immune deficiency|petechiae",
    needs: "eczema|dermatitis|atopic",
  },
];
