/**
 * Codes that ship: ICD-10-CM, RxNorm, NDC, and of SNOMED CT the two concepts of the free international set. Source:
 * §6.1, §6.2, §6.4; docs/terminology.md says why no others.
 */
import type { Concept } from "./concepts";
import { PIMECROLIMUS_NDC, PIMECROLIMUS_RXNORM } from "./pimecrolimus";

export interface Code {
  system: "ICD-10-CM" | "RxNorm" | "NDC" | "SNOMED CT";
  concept: Concept;
  /** Codes or, for ICD-10-CM and NDC, beginnings of codes, separated by "|". */
  codes: string;
  value?: string;
}

export const CODES: readonly Code[] = [
  { system: "ICD-10-CM", concept: "atopic-dermatitis", codes: "L20" },
  { system: "ICD-10-CM", concept: "eczema-unspecified", codes: "L30.9" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "L30.0", value: "nummular eczema" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "L30.1", value: "dyshidrotic eczema" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "L30.2|L30.3|L30.8", value: "another eczema" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "L21", value: "seborrhoeic eczema" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "L23|L24|L25", value: "contact eczema" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "H01.13", value: "eyelid eczema" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "H60.54", value: "ear eczema" },
  { system: "ICD-10-CM", concept: "eczema-other", codes: "I83.1|I83.2|I87.2", value: "venous eczema" },
  { system: "ICD-10-CM", concept: "eczema-herpeticum", codes: "B00.0" },
  { system: "ICD-10-CM", concept: "ctcl-suspected", codes: "C84.0|C84.1" },
  { system: "SNOMED CT", concept: "atopic-dermatitis", codes: "24079001" },
  { system: "SNOMED CT", concept: "eczema-unspecified", codes: "43116000" },
  { system: "RxNorm", concept: "pimecrolimus", codes: PIMECROLIMUS_RXNORM },
  { system: "RxNorm", concept: "tacrolimus-systemic", codes: "198377|198378|313190|1431971|1431980|1431985" },
  { system: "RxNorm", concept: "abrocitinib", codes: "2591481|2591495" },
  {
    system: "NDC",
    concept: "pimecrolimus",
    codes: PIMECROLIMUS_NDC,
  },
  {
    system: "NDC",
    concept: "tacrolimus-topical",
    codes: "0469-5201|0469-5202|16729-421|16729-422|21922-011|45802-390|45802-700|0168-0417",
  },
  { system: "NDC", concept: "ruxolitinib-topical", codes: "50881-007" },
];
