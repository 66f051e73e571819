import { render } from "preact";
import { AcceptancePage } from "./acceptance/page";
import { livePort } from "./live-port";
import { ownPage } from "./own-page";

const root = document.getElementById("root");
if (root) render(ownPage(livePort(), <AcceptancePage />), root);
