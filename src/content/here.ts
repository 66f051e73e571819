/** Where reader and scout leave word that they are here: in the extension's own world, out of the page's sight. */
import type { Port } from "./port";

/** What runs in a document, and which document that is: Firefox keeps the window of a frame's first, empty one. */
interface Running {
  port: Port;
  page: Document;
}

const HERE = Symbol.for("nextline.here");
const world = globalThis as { [HERE]?: { reader?: Running; scout?: Running } };
world[HERE] ??= {};

export const holder = world[HERE];
