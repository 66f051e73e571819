/** Whether a text may name pimecrolimus: generous, because a reader follows, and small, because it runs in every page. */
import {
  PIMECROLIMUS_MISSPELT,
  PIMECROLIMUS_NAMES,
  PIMECROLIMUS_NDC,
  PIMECROLIMUS_RXNORM,
} from "../../engine/terminology/pimecrolimus";
import { unaccented } from "../page/letters";

/** How much of a name is enough. */
const STEM = 5;
/** Letters set apart, as in "E L I D E L". */
const SPACED = "\\b[a-z](?: [a-z]){4}\\b";

const stems = new Set(
  `${PIMECROLIMUS_NAMES}|${PIMECROLIMUS_MISSPELT}`.split("|").map((name) => unaccented(name).slice(0, STEM)),
);
const MAY_NAME = new RegExp([...stems, PIMECROLIMUS_NDC, PIMECROLIMUS_RXNORM, SPACED].join("|"));

/** True wherever the reader would find pimecrolimus. Linear, no context. */
export const mayName = (text: string): boolean => MAY_NAME.test(unaccented(text).toLowerCase());
