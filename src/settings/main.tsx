import { render } from "preact";
import { App } from "./app";
import { livePort } from "./live-port";

const root = document.getElementById("root");
if (root) render(<App port={livePort()} />, root);
