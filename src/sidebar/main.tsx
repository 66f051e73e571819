import { render } from "preact";
import { livePort } from "./live-port";
import { Panel } from "./panel";

const root = document.getElementById("root");
if (root) render(<Panel port={livePort()} />, root);
