import { render } from "preact";
import { DemoPage } from "./demo";
import { livePort } from "./live-port";

const root = document.getElementById("root");
if (root) render(<DemoPage port={livePort()} />, root);
