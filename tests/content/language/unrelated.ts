/**
 * Synthetic notes of many specialities about nobody, none of a patient with atopic dermatitis or pimecrolimus; many with
 * words that look like one of them. The same notes at every run.
 */

interface Speciality {
  reasons: string;
  histories: string;
  findings: string;
  medicines: string;
  plans: string;
}

/** Each list: parts separated by "|". */
const SPECIALITIES: Readonly<Record<string, Speciality>> = {
  cardiology: {
    reasons: "chest pain on exertion|palpitations|follow-up after a stent|ankle swelling|syncope",
    histories:
      "coronary artery disease|atrial fibrillation|heart failure, EF 35%|aortic stenosis|hypertension",
    findings: "S1 and S2 normal, no murmur|irregularly irregular pulse|JVP not raised|trace pitting oedema",
    medicines: "metoprolol 50 mg|apixaban 5 mg|atorvastatin 40 mg|furosemide 20 mg|lisinopril 10 mg",
    plans: "repeat echocardiogram|stop aspirin|increase furosemide|continue apixaban|stress test",
  },
  neurology: {
    reasons: "memory loss|weakness of the left arm|new headaches|seizure|tremor at rest",
    histories: "AD, MMSE 19|migraine with aura|Parkinson disease|epilepsy since childhood|stroke in 2019",
    findings: "oriented to person only|cranial nerves intact|reflexes brisk on the left|gait unsteady",
    medicines: "donepezil 10 mg|memantine 10 mg|levetiracetam 500 mg|Elavil 25 mg|carbidopa/levodopa",
    plans: "increase donepezil for AD|MRI brain|EEG|neuropsychology referral|caregiver support",
  },
  ear: {
    reasons: "discharge from the right ear|hearing loss|vertigo|itching in the ear canals|tinnitus",
    histories: "otitis externa AD|chronic otitis media AS|eczema of both ear canals|cerumen impaction AU",
    findings: "AD canal swollen, drum not seen|AS clear|tympanic membranes intact AU|Weber to the right",
    medicines: "ofloxacin drops AD|Dermotic oil drops|fluticasone nasal spray|betahistine",
    plans: "drops AD twice daily|audiogram|keep the ear dry|microsuction AU|review in two weeks",
  },
  transplant: {
    reasons: "renal transplant follow-up|raised creatinine|liver transplant clinic|tremor of the hands",
    histories: "kidney transplant 2017|end-stage renal disease|CMV viraemia|hepatitis C cleared",
    findings: "graft not tender|fine tremor|BP 142/88|weight stable",
    medicines:
      "Prograf 2 mg BID|tacrolimus 1 mg capsules|sirolimus 2 mg|mycophenolate 500 mg BID|Envarsus XR 4 mg",
    plans: "tacrolimus trough 7.1, continue|reduce Prograf|switch tacrolimus to sirolimus|BK virus PCR",
  },
  oncology: {
    reasons: "cycle 3 of chemotherapy|prostate cancer follow-up|new lump in the breast|fatigue",
    histories:
      "adenocarcinoma of the colon|prostate cancer on Eligard|lymphoma in remission|breast cancer, ER positive",
    findings: "port site clean|no palpable nodes|liver not enlarged|ECOG 1",
    medicines: "Eligard every 3 months|everolimus 10 mg|letrozole 2.5 mg|ondansetron 8 mg|capecitabine",
    plans: "proceed with cycle 4|CT of chest and abdomen|hold everolimus|PSA in three months",
  },
  psychiatry: {
    reasons: "low mood|poor sleep|panic attacks|medication review|difficulty concentrating",
    histories: "GAD|major depression|ADHD|bipolar disorder|alcohol use disorder in remission",
    findings: "affect flat|no suicidal ideation|speech normal|insight fair",
    medicines: "sertraline 100 mg|lithium 600 mg|methylphenidate 20 mg|quetiapine 50 mg|mirtazapine 15 mg",
    plans: "start an AD and review in four weeks|CBT for GAD|lithium level|continue sertraline",
  },
  respiratory: {
    reasons: "wheeze at night|chronic cough|shortness of breath|sleep apnoea review",
    histories: "asthma|COPD, FEV1 48%|bronchiectasis|allergic rhinitis|atopic asthma",
    findings: "scattered wheeze|clear to auscultation|SpO2 94% on air|clubbing absent",
    medicines: "albuterol inhaler|fluticasone/salmeterol|montelukast 10 mg|tiotropium|prednisone burst",
    plans: "roflumilast 500 mcg tablets for COPD|spirometry|stop smoking clinic|Daliresp not covered",
  },
  "other skin": {
    reasons: "scaly plaques on the elbows|rash on the hands|white patches|itch on the lower legs|a mole",
    histories:
      "plaque psoriasis|stasis dermatitis|seborrheic dermatitis|hand eczema|nummular eczema|vitiligo",
    findings:
      "well demarcated plaques|greasy scale at the nasolabial folds|pitting of the nails|depigmented macules",
    medicines:
      "clobetasol ointment|ketoconazole shampoo|Vtama cream for psoriasis|Zoryve 0.3% cream|calcipotriene",
    plans: "patch testing|NB-UVB for psoriasis|continue clobetasol|biopsy of the mole|compression stockings",
  },
  eye: {
    reasons: "dry eyes|blurred vision|red eye|diabetic eye check|floaters",
    histories:
      "keratoconjunctivitis sicca|glaucoma|cataract surgery OD|atopic keratoconjunctivitis|blepharitis",
    findings: "punctate staining|IOP 16 OU|lens clear|fundus normal",
    medicines: "Restasis drops|latanoprost|cyclosporine drops OU|Verkazia|artificial tears",
    plans: "continue Restasis|visual fields|warm compresses|laser next month",
  },
  surgery: {
    reasons:
      "hernia repair, postoperative day 2|right upper quadrant pain|wound check|consult for gallstones",
    histories: "cholelithiasis|inguinal hernia|appendectomy|advance directive (AD) on file|DVT in 2015",
    findings: "wound clean and dry|abdomen soft|bowel sounds present|drain 20 mL",
    medicines: "enoxaparin 40 mg|acetaminophen 1 g|oxycodone 5 mg|cefazolin|docusate",
    plans: "discharge home|AD reviewed with family|remove staples on day 10|advance diet|laparoscopy",
  },
  gastroenterology: {
    reasons: "heartburn|bloody diarrhoea|abnormal liver tests|difficulty swallowing",
    histories: "ulcerative colitis|GERD|eosinophilic oesophagitis|Crohn disease|NAFLD",
    findings: "abdomen not tender|no stigmata of liver disease|perianal skin tag|weight down 3 kg",
    medicines:
      "omeprazole 20 mg|azathioprine 100 mg|Rinvoq 45 mg for colitis|Dupixent for oesophagitis|mesalamine",
    plans: "colonoscopy|continue Rinvoq|fecal calprotectin|failed azathioprine, start infliximab",
  },
  rheumatology: {
    reasons: "morning stiffness|swollen knee|gout flare|back pain in the night",
    histories: "rheumatoid arthritis|gout|lupus, discoid|psoriatic arthritis|polymyalgia",
    findings: "synovitis of MCP 2 and 3|no rash|malar erythema|Schober 4 cm",
    medicines:
      "methotrexate 15 mg weekly|Olumiant 4 mg|hydroxychloroquine|allopurinol 300 mg|prednisone 5 mg",
    plans: "methotrexate failed, add adalimumab|X-ray of hands|taper prednisone|check LFTs",
  },
  paediatrics: {
    reasons: "well child check|fever for 2 days|earache|poor feeding|jaundice on day 3",
    histories:
      "born at term|bronchiolitis|neonatal phototherapy for jaundice|peanut allergy|atopy without eczema",
    findings: "active and alert|throat red|skin clear|fontanelle flat",
    medicines: "amoxicillin|acetaminophen|vitamin D|cetirizine|none",
    plans: "immunisations given|return if fever persists|lactation support|diaper cream for diaper rash",
  },
  endocrinology: {
    reasons: "diabetes review|thyroid nodule|weight gain|low sodium",
    histories: "type 2 diabetes, A1c 8.1|Graves disease|Addison disease|obesity|osteoporosis",
    findings: "thyroid not enlarged|feet: sensation intact|BMI 34|striae absent",
    medicines: "metformin 1 g|levothyroxine 75 mcg|hydrocortisone 10 mg tablets|semaglutide|insulin glargine",
    plans: "hydrocortisone sick-day rules|repeat TSH|DEXA|increase metformin",
  },
  "women's health": {
    reasons: "prenatal visit at 24 weeks|heavy periods|contraception|menopause symptoms",
    histories: "G2P1|fibroids|endometriosis|gestational diabetes|lichen sclerosus",
    findings: "fundal height 24 cm|cervix normal|breasts normal|fetal heart 148",
    medicines: "prenatal vitamin|levonorgestrel IUD|estradiol patch|clobetasol for lichen sclerosus",
    plans: "glucose tolerance test|pelvic ultrasound|continue prenatal vitamin|pap smear",
  },
  urology: {
    reasons: "weak stream|haematuria|kidney stone|vasectomy consult",
    histories: "BPH|nephrolithiasis|bladder cancer 2014|recurrent UTI|phimosis",
    findings: "prostate 40 g, smooth|no flank tenderness|testes normal|PVR 60 mL",
    medicines: "tamsulosin 0.4 mg|finasteride 5 mg|nitrofurantoin|betamethasone cream for phimosis",
    plans: "cystoscopy|PSA|increase fluids|lithotripsy",
  },
  orthopaedics: {
    reasons: "knee pain|fracture follow-up|shoulder stiffness|low back pain",
    histories:
      "osteoarthritis|distal radius fracture|rotator cuff tear|total hip 2016|nickel contact dermatitis",
    findings: "crepitus|range of motion 0-110|cast intact, skin intact|Lachman negative",
    medicines: "ibuprofen 400 mg|Kenalog injection in the knee|triamcinolone 40 mg intra-articular|naproxen",
    plans: "Kenalog 40 mg injected|physical therapy|X-ray out of cast|MRI of the shoulder",
  },
  nephrology: {
    reasons: "CKD stage 3 review|proteinuria|dialysis check|high potassium",
    histories: "diabetic nephropathy|IgA nephropathy|minimal change disease on tacrolimus|polycystic kidneys",
    findings: "fistula with thrill|no oedema|BP 150/90|lungs clear",
    medicines: "tacrolimus 1 mg BID by mouth|lisinopril 20 mg|sevelamer|cyclosporine 100 mg BID|epoetin",
    plans: "tacrolimus level|low potassium diet|renal biopsy|stop cyclosporine",
  },
};

const FAMILY =
  "Father with hypertension.|Mother has eczema.|Brother with atopic dermatitis.|Noncontributory.|No family history of eczema or asthma.|Mother with AD, died at 84.|Sister uses Elidel for her eczema.";
const SYSTEMS =
  "Negative for fever, cough or rash.|Skin: no eczema, no psoriasis.|Denies eczema, hives or atopic dermatitis.|No pruritus.|All others negative.";
const ALLERGIES =
  "NKDA.|Penicillin (hives).|Sulfa, contact dermatitis to latex.|No known drug allergies.|Codeine.|Adhesive tape (rash).";
const EXTRAS =
  "An eczema handout hung in the waiting room.|AD discussed and signed.|Time spent 25 minutes.|Interpreter present.|Moisturize dry skin daily.|Advised on sunscreen.|Flu vaccine given.||||";

/** A sequence that is the same at every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** `count` notes; the seed decides which. */
export function unrelatedNotes(count = 2000, seed = 20261123): string[] {
  const next = sequence(seed);
  const one = (list: string): string => {
    const parts = list.split("|");
    return parts[Math.floor(next() * parts.length)] ?? "";
  };
  const some = (list: string, most: number) => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => one(list))),
  ];
  const names = Object.keys(SPECIALITIES);
  return Array.from({ length: count }, (_, index) => {
    const part = SPECIALITIES[names[index % names.length] ?? ""];
    if (!part) return "";
    const age = 1 + Math.floor(next() * 88);
    const sex = next() < 0.5 ? "female" : "male";
    const parts: [string, string[]][] = [
      ["CHIEF COMPLAINT", [one(part.reasons)]],
      ["HISTORY OF PRESENT ILLNESS", [`${age}-year-old ${sex} seen for ${one(part.reasons)}.`]],
      ["PAST MEDICAL HISTORY", some(part.histories, 3)],
      ["MEDICATIONS", some(part.medicines, 3)],
      ["ALLERGIES", [one(ALLERGIES)]],
      ["FAMILY HISTORY", [one(FAMILY)]],
      ["REVIEW OF SYSTEMS", [one(SYSTEMS)]],
      ["EXAMINATION", some(part.findings, 3)],
      ["PLAN", [...some(part.plans, 3), one(EXTRAS)].filter(Boolean)],
    ];
    return layOut(parts, Math.floor(next() * 4));
  });
}

/** Headings on lines, in lines, as lists, or in capitals throughout. */
function layOut(parts: readonly [string, string[]][], kind: number): string {
  if (kind === 1) return parts.map(([head, lines]) => `${head}: ${lines.join(". ")}.`).join(" ");
  if (kind === 2)
    return parts
      .map(([head, lines]) => `${head}\n${lines.map((line) => `- ${line}`).join("\n")}`)
      .join("\n\n");
  const text = parts.map(([head, lines]) => `${head}: ${lines.join(", ")}`).join("\n\n");
  return kind === 3 ? text.toUpperCase() : text;
}

/** Statuses of a name that would count for this patient. */
const COUNTS = new Set(["present", "listed", "current", "past", "failed", "planned"]);

/** What a reading would take this patient to have, of the disease and the cream. */
export const alarmsIn = (findings: readonly { concept: string; status: string }[]) => ({
  disease: findings.some(
    ({ concept, status }) =>
      (concept === "atopic-dermatitis" || concept === "eczema-unspecified") && COUNTS.has(status),
  ),
  cream: findings.some(({ concept, status }) => concept === "pimecrolimus" && COUNTS.has(status)),
});
