/** Names and codes of pimecrolimus (dossier section 6.1), apart from all others: the scout knows no more than these. */

export const PIMECROLIMUS_NAMES =
  "pimecrolimus|pimec|pimecrolimusum|pimecrolimo|pimekrolimus|pimecrolimus cream|elidel|aregen|douglan|ombex|rizan|velov|pacroma|пимекролимус|элидел|吡美莫司|ピメクロリムス|피메크로리무스";
export const PIMECROLIMUS_MISSPELT =
  "pimecrolimis|pimecrolimous|pimecrolimas|pimecrolimius|pimecrolimum|pimicrolimus|pimecolimus|pimecrolmus|pimecrolinus|primecrolimus|pimercrolimus|pymecrolimus|pimecrol|pimacrolimus|pimocrolimus|pimcrolimus|pimecrolimu|pimecroliumus|picrolimus|pimecrolimus's|elidil|elidal|elidol|elidle|ellidel|eladel|eledel|eladil|elidell|elidel's|elidels";
export const PIMECROLIMUS_RXNORM = "562806|321952";
export const PIMECROLIMUS_NDC =
  "0187-5100|0187-5101|0187-5102|0187-5103|0591-2944|68462-609|68682-110|71335-2988";
