import { render } from "preact";
import { HandoutPage } from "../../../src/sidebar/handout-page";
import { wordsOf } from "../../../src/sidebar/ui";
import { word } from "../words";

const root = document.getElementById("root");
if (root) render(<HandoutPage t={wordsOf({ word }).t} />, root);
