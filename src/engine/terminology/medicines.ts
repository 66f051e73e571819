/** Other medicines that gate an option or trip a pitfall, and allergens. Source: §3, §5.1, §6.4. */
import type { Term } from "./term";

export const MEDICINES: readonly Term[] = [
  {
    concept: "oral-antihistamine",
    names:
      "hydroxyzine|atarax|vistaril|cetirizine|zyrtec|loratadine|claritin|fexofenadine|allegra|levocetirizine|xyzal|desloratadine|clarinex|chlorphenamine|chlorpheniramine|cyproheptadine|periactin|promethazine|oral antihistamine|oral antihistamines|antihistamine|antihistamines|cetirizina|loratadina|antihistaminicos|antihistaminika|antihistaminiques|clemastine",
    misspelt: "hydroxizine|cetrizine|ceterizine|loratidine|zertec|zyrtek|claratin|fexofenidine",
    routes: { eye: null, nose: null, topical: "topical-antihistamine" },
  },
  {
    concept: "oral-antihistamine",
    names: "diphenhydramine|benadryl",
    misspelt: "benedryl|benadril|diphenhydramin",
    routes: { topical: "topical-antihistamine" },
  },
  {
    concept: "topical-antihistamine",
    names:
      "doxepin cream|topical doxepin|zonalon|prudoxin|benadryl cream|benadryl gel|diphenhydramine cream|diphenhydramine gel|topical antihistamine|topical antihistamines|topical diphenhydramine|topical benadryl",
  },
  { concept: "topical-antihistamine", names: "doxepin", routes: { unstated: null, systemic: null } },
  {
    concept: "topical-antimicrobial",
    names:
      "mupirocin|bactroban|fusidic acid|fucidin|fucidine|retapamulin|altabax|topical antibiotic|topical antibiotics|topical antimicrobial|bacitracin|neosporin|polysporin|triple antibiotic ointment|silver sulfadiazine|ozenoxacin|topical clindamycin|mupirocina|acido fusidico",
    misspelt: "mupiricin|mupirocen|mupurocin",
    routes: { eye: null, ear: null },
  },
  {
    concept: "trimethoprim",
    names:
      "trimethoprim|co trimoxazole|cotrimoxazole|bactrim|bactrim ds|septra|septra ds|tmp smx|tmp sulfa|sulfamethoxazole|trimethoprim sulfamethoxazole|sulfatrim",
  },
  { concept: "allopurinol-febuxostat", names: "allopurinol|zyloprim|febuxostat|uloric|adenuric" },
  {
    concept: "cyp3a4-inhibitor",
    names:
      "itraconazole|sporanox|voriconazole|vfend|posaconazole|noxafil|clarithromycin|biaxin|ritonavir|norvir|cobicistat|atazanavir|darunavir|lopinavir|kaletra|paxlovid|nirmatrelvir|nefazodone|telithromycin|saquinavir|indinavir|nelfinavir",
    routes: { topical: null },
  },
  {
    concept: "cyp3a4-inhibitor",
    names: "ketoconazole|nizoral",
    routes: { topical: null, unstated: "cyp3a4-inhibitor" },
  },
  {
    concept: "cyp3a4-inhibitor-moderate",
    names:
      "erythromycin|fluconazole|diflucan|diltiazem|cardizem|cartia|verapamil|calan|aprepitant|emend|dronedarone|multaq|fluvoxamine|luvox|cimetidine|tagamet|imatinib",
    routes: { topical: null, eye: null },
  },
  {
    concept: "immunosuppressant",
    names:
      "sirolimus|rapamune|everolimus|zortress|cyclophosphamide|cytoxan|leflunomide|chemotherapy|chemo|antithymocyte globulin|belatacept|immunosuppressants|immunosuppressive therapy|immunosuppressive medication|immunosuppressive medications|immunosuppressive agents|immunosuppressant",
    routes: { topical: null },
  },
  {
    concept: "biologic",
    names:
      "adalimumab|humira|infliximab|remicade|etanercept|enbrel|omalizumab|xolair|rituximab|rituxan|secukinumab|cosentyx|ustekinumab|stelara|ixekizumab|taltz|guselkumab|tremfya|risankizumab|skyrizi|mepolizumab|nucala|benralizumab|fasenra|tocilizumab|actemra|abatacept|orencia|certolizumab|golimumab|vedolizumab|tezepelumab|reslizumab|natalizumab|ocrelizumab|anakinra",
  },
  {
    concept: "jak",
    names:
      "tofacitinib|xeljanz|ritlecitinib|deuruxolitinib|fedratinib|filgotinib|jak inhibitor|oral jak inhibitor",
    routes: { topical: null },
  },
  {
    concept: "live-vaccine-planned",
    names:
      "live vaccine|live vaccines|mmr|mmrv|mmr vaccine|varicella vaccine|varivax|proquad|yellow fever vaccine|flumist|live influenza vaccine|zostavax|rotavirus vaccine|bcg vaccine",
  },
  {
    concept: "macrolide",
    names: "macrolide|macrolides|azithromycin|zithromax|z pak|zpak|macrolidos|makrolide",
  },
  {
    concept: "penicillin",
    names:
      "penicillin|penicillins|amoxicillin|augmentin|ampicillin|flucloxacillin|dicloxacillin|pcn|penicilina|penicillin v|penicillin g|penicilline|pen vk|amoxil",
  },
  { concept: "peanut", names: "peanut|peanuts|peanut butter|cacahuete|erdnuss|arachide|groundnut" },
  { concept: "benzyl-alcohol", names: "benzyl alcohol" },
  { concept: "propylene-glycol", names: "propylene glycol" },
  {
    concept: "cetostearyl-alcohol",
    names: "cetostearyl alcohol|cetyl alcohol|stearyl alcohol|cetearyl alcohol",
  },
];
