import { render } from "preact";
import { livePort } from "./live-port";
import { ownPage } from "./own-page";
import { TransparencyPage } from "./transparency";

const root = document.getElementById("root");
if (root) render(ownPage(livePort(), <TransparencyPage />), root);
