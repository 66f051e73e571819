import { render } from "preact";
import { HandoutPage } from "./handout-page";
import { livePort } from "./live-port";
import { wordsOf } from "./ui";

const root = document.getElementById("root");
if (root) render(<HandoutPage t={wordsOf(livePort()).t} />, root);
